import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import type { Service } from '../model/service.js'

/**
 * All services of an org, in input order.
 *
 * Complexity: O(services).
 *
 * @param org The org.
 * @returns A fresh array of frozen services; empty where the org has none.
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
