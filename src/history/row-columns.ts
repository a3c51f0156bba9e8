import { type Edges, edgesFrom, targetsOf } from '../engine/edges.js'
import type { RecordedRole } from './row-spells.js'

/** The date of what does not end. */
const NEVER = 0x7fffffff

/**
 * The spells of roles in columns. A node is a role on days that follow each other, from its first day to the day on which it is gone; nodes are numbered in the order of
 * their first days, those of one day in the order of the roles. The spells of a node follow each other. Dates are indexes.
 */
export interface RowColumns {
  readonly dates: readonly string[]
  /** The role, and the date on which it is gone, of each node. */
  readonly roleOf: Int32Array
  readonly endOf: Int32Array
  /** The nodes of each role. */
  readonly nodesOf: Edges
  /** The spells of a node are those from this one to before that of the next node. */
  readonly firstSpell: Int32Array
  /** The node, the first date and what the rows say, of each spell. */
  readonly nodeOf: Int32Array
  readonly dateOf: Int32Array
  readonly sourceOf: Int32Array
  /** The first node of each date, and of the end. */
  readonly firstNode: Int32Array
  /** The spells of each date that follow another one of their node, and the nodes that are gone from it on, both in the order of the roles. */
  readonly changed: Edges
  readonly removed: Edges
}

export function rowColumns(roles: readonly RecordedRole[]): RowColumns {
  const dates = datesIn(roles)
  const indexes = new Map(dates.map((date, index) => [date, index]))
  const dateAt = (date: string | undefined): number =>
    date === undefined ? NEVER : (indexes.get(date) ?? NEVER)
  const runs = runsIn(roles, dateAt)
  const begins = edgesFrom(dates.length, runs.begin, Int32Array.from(runs.begin.keys()))
  const order = begins.to
  const roleOf = order.map((run) => runs.role[run])
  const endOf = order.map((run) => runs.end[run])
  const firstSpell = new Int32Array(order.length + 1)
  for (const [node, run] of order.entries()) firstSpell[node + 1] = firstSpell[node] + runs.length[run]
  const count = firstSpell[order.length]
  const [nodeOf, dateOf, sourceOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  for (const [node, run] of order.entries()) {
    const { spells } = roles[runs.role[run]]
    for (let at = 0; at < runs.length[run]; at++) {
      const { from, source } = spells[runs.first[run] + at]
      const spell = firstSpell[node] + at
      nodeOf[spell] = node
      dateOf[spell] = dateAt(from)
      sourceOf[spell] = source
    }
  }
  const nodesOf = edgesFrom(roles.length, roleOf, Int32Array.from(order.keys()))
  const firstNode = begins.to.length === 0 ? new Int32Array(dates.length + 1) : begins.start
  return {
    dates,
    roleOf,
    endOf,
    nodesOf,
    firstSpell,
    nodeOf,
    dateOf,
    sourceOf,
    firstNode,
    ...dayLists(dates.length, { nodesOf, endOf, firstSpell, dateOf }, roles.length),
  }
}

/** All dates on which a role begins, changes or is gone, ascending. */
function datesIn(roles: readonly RecordedRole[]): readonly string[] {
  const dates = new Set<string>()
  for (const { spells } of roles) {
    for (let at = 0; at < spells.length; at++) {
      const { from, to } = spells[at]
      dates.add(from)
      if (to !== undefined && isLast(spells, at)) dates.add(to)
    }
  }
  return [...dates].sort()
}

/** Whether the next spell of a role, if there is one, does not follow directly. */
function isLast(spells: RecordedRole['spells'], at: number): boolean {
  return at + 1 === spells.length || spells[at].to !== spells[at + 1].from
}

/** Spells of one role that follow each other, in the order of the roles: columns of the role, its first spell and the number of spells. */
interface Runs {
  readonly role: number[]
  readonly first: number[]
  readonly length: number[]
  /** The first date, and the date from which on the role is gone. */
  readonly begin: number[]
  readonly end: number[]
}

function runsIn(roles: readonly RecordedRole[], dateAt: (date: string | undefined) => number): Runs {
  const runs: Runs = { role: [], first: [], length: [], begin: [], end: [] }
  for (const [role, { spells }] of roles.entries()) {
    for (let first = 0, at = 0; at < spells.length; at++) {
      if (!isLast(spells, at)) continue
      runs.role.push(role)
      runs.first.push(first)
      runs.length.push(at + 1 - first)
      runs.begin.push(dateAt(spells[first].from))
      runs.end.push(dateAt(spells[at].to))
      first = at + 1
    }
  }
  return runs
}

function dayLists(
  dates: number,
  { nodesOf, endOf, firstSpell, dateOf }: Pick<RowColumns, 'nodesOf' | 'endOf' | 'firstSpell' | 'dateOf'>,
  roles: number,
): Pick<RowColumns, 'changed' | 'removed'> {
  const changed: { readonly date: number[]; readonly spell: number[] } = { date: [], spell: [] }
  const removed: { readonly date: number[]; readonly node: number[] } = { date: [], node: [] }
  for (let role = 0; role < roles; role++) {
    for (const node of targetsOf(nodesOf, role)) {
      for (let spell = firstSpell[node] + 1; spell < firstSpell[node + 1]; spell++) {
        changed.date.push(dateOf[spell])
        changed.spell.push(spell)
      }
      if (endOf[node] === NEVER) continue
      removed.date.push(endOf[node])
      removed.node.push(node)
    }
  }
  return {
    changed: edgesFrom(dates, changed.date, changed.spell),
    removed: edgesFrom(dates, removed.date, removed.node),
  }
}
