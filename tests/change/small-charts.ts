import { type Org, orgFromRecords } from 'rolegraph'
import type { NaiveChange, NaiveRole, NaiveRule } from './naive-changes.js'

const IDS = ['a', 'b', 'c', 'd'] as const

/** All charts of up to four roles, or of `most`, without cycles; in half of them roles have dotted lines and moves to each other. */
export function* charts(most: number = IDS.length): Generator<readonly NaiveRole[]> {
  for (let count = 1; count <= most; count++) {
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
export const CHANGES: readonly NaiveChange[] = [
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

/** The org of the records. */
export function orgOf(roles: readonly NaiveRole[]): Org {
  return orgFromRecords(roles, {
    id: 'id',
    manager: (role) => role.reportsTo,
    dotted: 'dottedTo',
    moves: 'progressesTo',
  })
}
