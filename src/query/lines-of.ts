import { NONE } from '../engine/columns.js'
import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import { idAt, linesIn, managerAt, managerFactsAt } from '../engine/role-reader.js'
import type { Line, LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the reporting lines from a role to its own managers, with their names and evidence.
 *
 * The solid line comes first, then the dotted ones in input order. A manager with both a solid and a dotted line from
 * the role is listed twice, once per line. Lines from the reports of the role are left out. A role of a broken
 * chart that reports to itself has no line for that. A unit answers through its head.
 *
 * Complexity: O(length of the answer).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of fresh lines; empty for a role without such a line.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, linesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     manager: { reportsTo: { to: 'ceo', hedge: 'typically' }, dottedTo: { to: 'sponsor', as: 'project' } },
 *   },
 * })
 * console.log(linesOf(org, 'manager'))
 * // => [ { from: 'manager', to: 'ceo', kind: 'solid', hedge: 'typically' } ]
 * console.log(linesOf(org, 'manager', { lines: 'dotted' }))
 * // => [ { from: 'manager', to: 'sponsor', kind: 'dotted', as: 'project' } ]
 * ```
 * @see {@link managersOf} for just the managers.
 */
export function linesOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Line<Id>[] {
  const { state, lines } = alongLines(stateOf(org), 'linesOf', options)
  const handle = roleHandle(state, role)
  return [
    ...(lines === 'dotted' ? [] : solidLine(state, handle)),
    ...(lines === 'solid' ? [] : dottedLines(state, handle)),
  ]
}

function solidLine<Id extends string>(state: OrgState<Id>, handle: number): Line<Id>[] {
  const manager = managerAt(state, handle)
  if (manager === NONE || manager === handle) return []
  const ends = { from: idAt(state, handle), to: idAt(state, manager) }
  return [{ ...ends, kind: 'solid', ...managerFactsAt(state, handle) }]
}

function dottedLines<Id extends string>(state: OrgState<Id>, handle: number): Line<Id>[] {
  const from = idAt(state, handle)
  return linesIn(state.columns, handle).map(({ to, facts }) => {
    return { from, to: idAt(state, to), kind: 'dotted', ...facts }
  })
}
