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

const IDS = ['a', 'b', 'c', 'd'] as const

/** All charts of up to four roles without cycles; in half of them roles have dotted lines and moves to each other. */
export function* smallCharts(): Generator<readonly NaiveRole[]> {
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

const rules: readonly NaiveRule[] = ['refuse', 'lift', 'remove', { to: 'a' }]
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
    rules.flatMap((reports) =>
      rules.map((references) => ({ do: 'remove-role', role, reports, references }) as const),
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

export function orgOf(roles: readonly NaiveRole[]): Org {
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
export function expectedAfter(
  chart: readonly NaiveRole[],
  org: Org,
  changes: readonly NaiveChange[],
): ChangedDocuments | undefined {
  const naive = changes.reduce<readonly NaiveRole[] | undefined>(
    (roles, change) => roles && naivelyChanged(roles, change),
    chart,
  )
  if (naive === undefined) return undefined
  const after = documentOf(orgOf(naive))
  return { after, back: documentOf(org), led: after }
}

function documentOf(org: Org): string {
  return JSON.stringify(toOrgDocument(org))
}
