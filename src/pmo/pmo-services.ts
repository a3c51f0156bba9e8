import { frozen, oneOf } from '../internal.js'
import { AUTHORITIES, type Authority } from './data/kinds.js'
import { type Provision, SERVICE_ROWS, type ServiceRow } from './data/services.js'
import type { Stated } from './data/sources.js'

/** A service that one kind of office gives to a project manager. */
export interface PmoService extends Stated {
  readonly name: string
  /** How it is given; `no` if this kind of office does not give it. */
  readonly provision: Provision
}

/**
 * The services of one kind of office to project managers, including those that it does not give (`provision: 'no'`).
 *
 * Complexity: O(services).
 *
 * @param authority The kind of office.
 * @returns A fresh array of frozen services, always the same names in the same order.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import { pmoServices } from 'rolegraph/pmo'
 *
 * const audits = pmoServices('supportive').find((service) => service.name === 'audits')
 * console.log(audits?.provision) // => no
 * console.log(pmoServices('directive')[0]) // => { name: 'templates', provision: 'mandatory', sources: [ 'seed', 'B5', 'T2' ] }
 * ```
 * @see `servicesTo(org, 'project-manager')` for the services of a chart.
 */
export function pmoServices(authority: Authority): PmoService[] {
  oneOf('authority', authority, AUTHORITIES)
  return SERVICE_ROWS.flatMap((row) => row.names.map((name) => serviceOf(row, name, authority)))
}

function serviceOf(row: ServiceRow, name: string, authority: Authority): PmoService {
  const { sources, hedge, note } = row.by?.[authority] ?? row
  return frozen({
    name,
    provision: row.provision[authority],
    sources,
    ...(hedge !== undefined && { hedge }),
    ...(note !== undefined && { note }),
  })
}
