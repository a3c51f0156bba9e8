import { NONE } from '../engine/columns.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import { idAt, managerAt } from '../engine/role-reader.js'
import type { Org } from '../model/org.js'
import { alongLines } from '../engine/lines-option.js'
import { managersOfHandle } from '../engine/reach.js'
import type { LinesOption } from '../model/line.js'

/**
 * Returns the solid manager of a role: the one role that it reports to.
 *
 * A unit answers through its head: "the PMO reports to X" means that the manager of its head is X. Dotted
 * managers are left out; {@link managersOf} has them. A role in a cycle has its manager like any other.
 * A role of a broken chart that reports to itself has none.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns The id of the manager, or `undefined` for a role at the top.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, manager: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 * })
 * console.log(managerOf(org, 'manager')) // => director
 * console.log(managerOf(org, 'pmo')) // => ceo
 * console.log(managerOf(org, 'ceo')) // => undefined
 * ```
 * @see {@link managementChainOf} for everyone above.
 */
export function managerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): Id | undefined {
  const state = stateOf(org)
  const handle = roleHandle(state, role)
  const manager = managerAt(state, handle)
  return manager === NONE || manager === handle ? undefined : idAt(state, manager)
}

/**
 * Returns the managers of a role: the solid one first, then the dotted ones in input order.
 *
 * The role itself is left out. A manager with both a solid and a dotted line from the role is listed once, first.
 * Along solid lines there is at most one; a role in a cycle has its manager too. A unit answers through its head.
 *
 * Complexity: O(1) along solid lines, else O(managers of the role).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids; empty for a role that reports to nobody along these lines.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(managersOf(org, 'manager')) // => [ 'director' ]
 * console.log(managersOf(org, 'manager', { lines: 'all' })) // => [ 'director', 'sponsor' ]
 * ```
 * @see {@link managerOf} for the solid one, {@link directReportsOf} for the other direction.
 */
export function managersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'managersOf', options)
  return managersOfHandle(state, roleHandle(state, role), lines).map((manager) => idAt(state, manager))
}

/**
 * Returns the manager of a role's manager, along solid lines.
 *
 * The role itself does not count: two roles that report to each other have no skip-level manager, and neither does a
 * role whose manager reports to itself. A unit answers through its head.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns The id, or `undefined` for a top and for the direct reports of a top.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, skipLevelManagerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, analyst: { reportsTo: 'director' } },
 * })
 * console.log(skipLevelManagerOf(org, 'analyst')) // => ceo
 * console.log(skipLevelManagerOf(org, 'director')) // => undefined
 * ```
 * @see {@link managerOf}, {@link managementChainOf}.
 */
export function skipLevelManagerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): Id | undefined {
  const state = stateOf(org)
  const handle = roleHandle(state, role)
  const first = managerAt(state, handle)
  if (first === NONE) return undefined
  const second = managerAt(state, first)
  return second === NONE || second === first || second === handle ? undefined : idAt(state, second)
}
