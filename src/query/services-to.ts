import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import type { Service } from '../model/service.js'

/**
 * What a role gets from units and other roles: the services to it, in input order.
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
