import {
  type Change,
  changeOrg,
  diffOrgs,
  invertChanges,
  isOrgError,
  type Org,
  orgFromRecords,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { type NaiveChange, naivelyChanged, type NaiveRole, type NaiveRule } from './naive-changes.js'

type Roles = readonly NaiveRole[]

const IDS = ['a', 'b', 'c', 'd'] as const

/** All charts of up to four roles without cycles; in half of them roles have dotted lines and moves to each other. */
export function* smallCharts(): Generator<Roles> {
  for (let count = 1; count <= IDS.length; count++) {
    const ids = IDS.slice(0, count)
    for (let code = 0; code < (count + 1) ** count; code++) {
      const managers = ids.map((_, at) => Math.floor(code / (count + 1) ** at) % (count + 1))
      const isTree = ids.every((_, at) => {
        let next = at
        for (let step = 0; step <= count && next !== count; step++) next = managers[next]
        return next === count
      })
      if (!isTree) continue
      for (const isMatrix of [false, true]) {
        yield ids.map((id, at) => ({
          id,
          ...(managers[at] < count && { reportsTo: ids[managers[at]] }),
          dottedTo: isMatrix ? ids.filter((_, other) => other === (at + 1) % count && other !== at) : [],
          progressesTo: isMatrix && at > 0 ? ids.slice(0, at) : [],
        }))
      }
    }
  }
}

const RULES: readonly NaiveRule[] = ['refuse', 'lift', 'remove', { to: 'a' }]
export const SMALL_CHANGES: readonly NaiveChange[] = [
  ...IDS.flatMap((role) => [...IDS, null].map((manager) => ({ do: 'set-manager', role, manager }) as const)),
  ...[undefined, 'a', 'd'].map(
    (reportsTo) =>
      ({
        do: 'add-role',
        role: 'e',
        spec: { ...(reportsTo !== undefined && { reportsTo }) },
        before: 'b',
      }) as const,
  ),
  ...['a', 'e'].map((role) => ({ do: 'add-role', role, spec: { reportsTo: 'b' } }) as const),
  ...IDS.flatMap((role) =>
    RULES.flatMap((reports) =>
      RULES.map((references) => ({ do: 'remove-role', role, reports, references }) as const),
    ),
  ),
  ...IDS.map((role) => ({ do: 'rename-role', role, to: 'e' }) as const),
  { do: 'rename-role', role: 'b', to: 'c' },
  ...(['a', 'c'] as const).flatMap((role) =>
    (['b', 'd', null] as const).map((before) => ({ do: 'reorder', role, before }) as const),
  ),
  { do: 'add-dotted-line', role: 'a', manager: 'c' },
  { do: 'add-dotted-line', role: 'b', manager: 'e' },
  { do: 'remove-dotted-line', role: 'a', manager: 'b' },
  { do: 'add-move', role: 'a', move: 'd' },
  { do: 'remove-move', role: 'c', to: 'a' },
]

/** A change of a list, and the chart after it; `undefined` where the change has a problem. */
export interface MadeChange {
  readonly change: NaiveChange
  readonly after: Roles | undefined
}

/** A first change of a chart, and second changes after it. */
export interface SmallLists extends MadeChange {
  readonly chart: Roles
  readonly seconds: readonly MadeChange[]
}

/**
 * How many changes stand for all: `'alike'` takes one, in turn, of those that do the same to a role and leave the same chart, such as
 * the 16 removals of a role to which nothing refers; `'each'` takes all of them. `EXHAUSTIVE=each` is the literal list of lists:
 * 290 charts × 105 × 105 changes. Charts are not taken up to relabelling: the order of roles is content, and ids follow it already.
 */
const TAKEN = process.env['EXHAUSTIVE'] === 'each' ? 'each' : 'alike'

/** Whether all small charts and changes are compared, as `npm run test:exhaustive` does. */
export const IS_EXHAUSTIVE = process.env['EXHAUSTIVE'] !== undefined

/** The changes of a chart to compare, with what they leave. `turn` chooses among those that are alike. */
export function changesOf(chart: Roles, turn: number): MadeChange[] {
  const groups = new Map<string, MadeChange[]>()
  for (const [index, change] of SMALL_CHANGES.entries()) {
    const after = naivelyChanged(chart, change)
    const key = TAKEN === 'each' ? String(index) : `${change.do} ${change.role} ${keyOf(after)}`
    groups.set(key, [...(groups.get(key) ?? []), { change, after }])
  }
  return Array.from(groups.values(), (alike, group) => alike[(turn + group) % alike.length])
}

/**
 * The lists of two changes of all small charts, for every so many first changes. A list is refused for any problem in it, so that a
 * first change with a problem is followed by one second change only.
 */
export function* smallLists(every: number): Generator<SmallLists> {
  let turn = 0
  for (const chart of smallCharts()) {
    for (const { change, after } of changesOf(chart, turn)) {
      if (turn++ % every !== 0) continue
      const second = SMALL_CHANGES[turn % SMALL_CHANGES.length]
      const seconds =
        after === undefined
          ? [{ change: second, after: naivelyChanged(chart, second) }]
          : changesOf(after, turn)
      yield { chart, change, after, seconds }
    }
  }
}

const known = new Map<string, unknown>()
const MOST_KNOWN = 100_000

/** What is made of a chart, made once for each of the few charts that lists of changes leave. */
export function madeOnce<Made>(what: string, chart: Roles, make: (chart: Roles) => Made): Made {
  const key = `${what} ${keyOf(chart)}`
  if (known.size > MOST_KNOWN) known.clear()
  if (!known.has(key)) known.set(key, make(chart))
  return known.get(key) as Made
}

function keyOf(chart: Roles | undefined): string {
  return JSON.stringify(chart)
}

export function documentOfRoles(chart: Roles): string {
  return madeOnce('document', chart, (roles) => documentOf(orgOf(roles)))
}

export function orgOf(roles: Roles): Org {
  return orgFromRecords(roles, {
    id: 'id',
    manager: (role) => role.reportsTo,
    dotted: 'dottedTo',
    moves: 'progressesTo',
  })
}

/** The org after changes, or `undefined` where one of them has a problem. */
function changed(org: Org, changes: readonly Change[]): Org | undefined {
  try {
    return changeOrg(org, changes).org
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}

/** An org after changes, its document after their inverse, and its document by the diff. */
export interface ChangedDocuments {
  readonly after: string
  readonly back: string
  readonly led: string
}

/** What a list of changes gives; `undefined` where one of them has a problem. */
export function seenAfter(org: Org, changes: readonly NaiveChange[]): ChangedDocuments | undefined {
  const after = changed(org, changes)
  if (after === undefined) return undefined
  return {
    after: documentOf(after),
    back: documentOf(changeOrg(after, invertChanges(org, changes)).org),
    led: documentOf(changeOrg(org, diffOrgs(org, after).changes).org),
  }
}

/** What a list of changes has to give, by the naive model. */
export function expectedAfter(chart: Roles, changes: readonly NaiveChange[]): ChangedDocuments | undefined {
  const naive = changes.reduce<Roles | undefined>(
    (roles, change) => roles && naivelyChanged(roles, change),
    chart,
  )
  if (naive === undefined) return undefined
  const after = documentOfRoles(naive)
  return { after, back: documentOfRoles(chart), led: after }
}

export function documentOf(org: Org): string {
  return JSON.stringify(toOrgDocument(org))
}
