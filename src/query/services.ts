import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import type { Service } from '../model/service.js'
import { ownHandle } from '../engine/role-handle.js'

/**
 * Returns all services of an org, in input order.
 *
 * Complexity: O(services).
 *
 * @param org The org.
 * @returns A fresh array of frozen services; empty if the org has none.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, servicesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, manager: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 *   services: [
 *     { from: 'pmo', to: 'manager', name: 'templates' },
 *     { from: 'director', to: 'manager', name: 'coaching' },
 *   ],
 * })
 * console.log(servicesOf(org).map((service) => service.name)) // => [ 'templates', 'coaching' ]
 * ```
 * @see {@link servicesFrom} and {@link servicesTo} for those of one unit or role.
 */
export function servicesOf<Id extends string, Unit extends string>(org: Org<Id, Unit>): Service<Id, Unit>[] {
  return stateOf(org).services.slice()
}

/**
 * Returns the services that a unit or a role provides, in input order.
 *
 * Only its own services count: a unit does not answer for its head or its members, nor they for it. A service is
 * not a reporting line.
 *
 * Complexity: O(services of the org).
 *
 * @param org The org.
 * @param id The id of a unit, or of a role.
 * @returns A fresh array of frozen services.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, servicesFrom } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, manager: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 *   services: [{ from: 'pmo', to: 'manager', name: 'templates' }],
 * })
 * console.log(servicesFrom(org, 'pmo')) // => [ { from: 'pmo', to: 'manager', name: 'templates' } ]
 * console.log(servicesFrom(org, 'director')) // => []
 * ```
 * @see {@link servicesTo}.
 */
export function servicesFrom<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  id: NoInfer<Id | Unit>,
): Service<Id, Unit>[] {
  const state = stateOf(org)
  if (!state.units.has(id)) ownHandle(state, id)
  return state.services.filter((service) => service.from === id)
}

/**
 * Returns the services that a role receives from units and other roles, in input order.
 *
 * Complexity: O(services of the org).
 *
 * @param org The org.
 * @param role The id of a role.
 * @returns A fresh array of frozen services.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, servicesTo } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, manager: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 *   services: [{ from: 'pmo', to: 'manager', name: 'templates' }],
 * })
 * console.log(servicesTo(org, 'manager').map((service) => service.from)) // => [ 'pmo' ]
 * ```
 * @see {@link servicesFrom}.
 */
export function servicesTo<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id>,
): Service<Id, Unit>[] {
  const state = stateOf(org)
  ownHandle(state, role)
  return state.services.filter((service) => service.to === role)
}
