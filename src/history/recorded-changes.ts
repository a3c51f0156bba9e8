import { reportingCycleIssue, selfReportIssue } from '../define/cycle-issues.js'
import type { PlaceOfRecord } from '../define/record-fields.js'
import { samePlain } from '../define/org-content.js'
import type { Change } from '../model/change.js'
import type { RoleSpec } from '../model/role.js'
import type { Unit } from '../model/unit.js'
import type { RowContent, WrittenEdge } from './dated-rows.js'
import { parentsFirst } from '../change/parents-first.js'
import type { HistoryIssueList } from './history-issue-list.js'
import { compareTexts, type GivenEntry } from './replay.js'
import type { RecordedRole, RowSpell } from './row-spells.js'

/** What the rows change on a date. */
interface DayOfRows {
  readonly added: { readonly id: string; readonly spell: RowSpell }[]
  readonly changed: { readonly id: string; readonly was: RowSpell; readonly is: RowSpell }[]
  readonly removed: string[]
}

/** The changes by date that lead from no roles at all through the spells of all roles. */
export class RecordedChanges {
  readonly #days = new Map<string, DayOfRows>()
  readonly #present = new Set<string>()
  /** The manager of each role that has one. */
  readonly #manager = new Map<string, string>()
  readonly #cycles = new OpenCycles()

  constructor(
    roles: readonly RecordedRole[],
    readonly units: ReadonlyMap<string, Unit>,
    readonly placeOf: PlaceOfRecord,
    readonly issues: HistoryIssueList,
  ) {
    for (const { id, spells } of roles) {
      let last: RowSpell | undefined
      for (const spell of spells) {
        const isNext = last?.to === spell.from
        if (last?.to !== undefined && !isNext) this.#dayOf(last.to).removed.push(id)
        if (last !== undefined && isNext) this.#dayOf(spell.from).changed.push({ id, was: last, is: spell })
        else this.#dayOf(spell.from).added.push({ id, spell })
        last = spell
      }
      if (last?.to !== undefined) this.#dayOf(last.to).removed.push(id)
    }
  }

  #dayOf(date: string): DayOfRows {
    let day = this.#days.get(date)
    if (day === undefined) this.#days.set(date, (day = { added: [], changed: [], removed: [] }))
    return day
  }

  entries(): GivenEntry[] {
    const days = [...this.#days].sort(([a], [b]) => compareTexts(a, b))
    const entries: GivenEntry[] = []
    for (const [on, day] of days) {
      const changes = this.#changesOn(on, day)
      if (changes.length > 0) entries.push({ on, changes, path: ['entries', entries.length] })
    }
    this.#cycles.report(this.placeOf, this.issues)
    return entries
  }

  /** The changes of a date: what is new, lines from the top down, attributes, edges, heads of units, and what is gone. */
  #changesOn(on: string, { added, changed, removed }: DayOfRows): Change[] {
    const before = new Map(removed.map((id) => [id, this.#manager.get(id)]))
    for (const id of removed) {
      this.#present.delete(id)
      this.#manager.delete(id)
    }
    const changes: Change[] = []
    const edges: Change[] = []
    const lines = new Map<string, RowSpell>()
    for (const { id, spell } of added) changes.push(this.#add(id, spell, lines, edges))
    const attributes: Change[] = []
    for (const { id, was, is } of changed) {
      if (!samePlain(was.content.manager, is.content.manager)) lines.set(id, is)
      const set = attributesToSet(was.content.attributes, is.content.attributes)
      if (Object.keys(set).length > 0) attributes.push({ do: 'update-role', role: id, set })
      edges.push(...edgeChanges(id, was.content, is.content))
    }
    for (const [id, { content }] of lines) this.#setManager(id, content)
    const relined = [...added, ...Array.from(lines, ([id, spell]) => ({ id, spell }))]
    this.#cycles.update(on, [...removed, ...lines.keys()], relined, this.#manager)
    for (const id of parentsFirst(lines.keys(), (role) => this.#manager.get(role))) {
      const manager = lines.get(id)?.content.manager
      changes.push({ do: 'set-manager', role: id, manager: manager?.spec ?? null })
    }
    changes.push(...attributes, ...edges)
    const isMoved = (id: string): boolean => before.has(id) || added.some((each) => each.id === id)
    for (const { id, heads } of this.units.values()) {
      if (!heads.some(isMoved)) continue
      const there = heads.filter((head) => this.#present.has(head))
      changes.push({
        do: 'update-unit',
        unit: id,
        set: { head: there.length > 1 ? there : (there.at(0) ?? null) },
      })
    }
    return [...changes, ...removals(removed, before)]
  }

  /** The change that adds a role, with what it can have already; the rest follows. */
  #add(id: string, spell: RowSpell, lines: Map<string, RowSpell>, later: Change[]): Change {
    const { attributes, manager, dotted, moves } = spell.content
    this.#setManager(id, spell.content)
    const isThere = ({ to }: WrittenEdge<object>): boolean => this.#present.has(to)
    const linked = manager !== undefined && isThere(manager)
    if (manager !== undefined && !linked) lines.set(id, spell)
    const edgesThere = [...dotted, ...moves].every(isThere)
    if (!edgesThere) later.push(...addedEdges(id, spell.content))
    this.#present.add(id)
    const spec: RoleSpec = {
      ...Object.fromEntries(attributes),
      ...(linked && { reportsTo: manager.spec }),
      ...(edgesThere && dotted.length > 0 && { dottedTo: dotted.map((edge) => edge.spec) }),
      ...(edgesThere && moves.length > 0 && { progressesTo: moves.map((edge) => edge.spec) }),
    }
    return { do: 'add-role', role: id, ...(Object.keys(spec).length > 0 && { spec }) }
  }

  #setManager(id: string, { manager }: RowContent): void {
    if (manager === undefined) this.#manager.delete(id)
    else this.#manager.set(id, manager.to)
  }
}

function attributesToSet(
  was: RowContent['attributes'],
  is: RowContent['attributes'],
): Record<string, unknown> {
  const set: [string, unknown][] = []
  for (const name of was.keys()) if (!is.has(name)) set.push([name, null])
  for (const [name, value] of is) if (!samePlain(value, was.get(name))) set.push([name, value])
  return Object.fromEntries(set)
}

function edgeChanges(id: string, was: RowContent, is: RowContent): Change[] {
  const isSame = samePlain([was.dotted, was.moves], [is.dotted, is.moves])
  if (isSame) return []
  return [
    ...was.dotted.map(({ to }): Change => ({ do: 'remove-dotted-line', role: id, manager: to })),
    ...was.moves.map(({ to }): Change => ({ do: 'remove-move', role: id, to })),
    ...addedEdges(id, is),
  ]
}

function addedEdges(id: string, { dotted, moves }: RowContent): Change[] {
  return [
    ...dotted.map(({ spec }): Change => ({ do: 'add-dotted-line', role: id, manager: spec })),
    ...moves.map(({ spec }): Change => ({ do: 'add-move', role: id, move: spec })),
  ]
}

/** Reports before their managers; where they report in a cycle, their lines are removed first. */
function removals(removed: readonly string[], before: ReadonlyMap<string, string | undefined>): Change[] {
  const lines: Change[] = []
  const changes: Change[] = []
  for (const id of [...parentsFirst(removed, (role) => before.get(role))].reverse()) {
    const manager = before.get(id)
    if (manager !== undefined && before.has(manager) && isInCycle(id, before))
      lines.push({ do: 'set-manager', role: id, manager: null })
    changes.push({ do: 'remove-role', role: id, references: 'remove' })
  }
  return [...lines.reverse(), ...changes]
}

function isInCycle(id: string, managers: ReadonlyMap<string, string | undefined>): boolean {
  let next = managers.get(id)
  for (let steps = 0; next !== undefined && next !== id && steps <= managers.size; steps++)
    next = managers.get(next)
  return next === id
}

interface Cycle {
  readonly roles: readonly string[]
  readonly record: number
  readonly from: string
  to: string | undefined
}

/** The reporting cycles of a history, each with its days. */
class OpenCycles {
  readonly #all: Cycle[] = []
  readonly #of = new Map<string, Cycle>()

  /** Ends the cycles of roles whose lines change on a date, and finds those that begin on it. */
  update(
    on: string,
    ended: readonly string[],
    begun: readonly { readonly id: string; readonly spell: RowSpell }[],
    managers: ReadonlyMap<string, string>,
  ): void {
    for (const id of ended) {
      const cycle = this.#of.get(id)
      if (cycle === undefined) continue
      cycle.to = on
      for (const role of cycle.roles) this.#of.delete(role)
    }
    for (const { id, spell } of begun) {
      if (this.#of.has(id) || !isInCycle(id, managers)) continue
      const roles = [id]
      for (let next = managers.get(id); next !== undefined && next !== id; next = managers.get(next))
        roles.push(next)
      const cycle: Cycle = { roles, record: spell.record, from: on, to: undefined }
      this.#all.push(cycle)
      for (const role of roles) this.#of.set(role, cycle)
    }
  }

  report(placeOf: PlaceOfRecord, issues: HistoryIssueList): void {
    for (const { roles, record, from, to } of this.#all) {
      const place = placeOf(record, 'manager')
      if (roles.length === 1)
        issues.add('SELF_REPORT', 'error', selfReportIssue(roles[0], place), { from, to })
      else issues.add('REPORTING_CYCLE', 'error', reportingCycleIssue(roles, place), { from, to })
    }
  }
}
