import { isUnit, type Org, type Service, servicesOf, unitOf } from '../internal.js'
import { visibleText } from '../render/index.js'
import type { PageOptions } from './html-options.js'
import { NONE, type PageEvidence, type PageService } from './page-data.js'

/**
 * The services between what is on a page: `rowOf` gives the rows of its roles. A service is left out if its giver is a role that the page does
 * not have, or a unit on a page without units.
 */
export function servicesOfPage(
  org: Org,
  { fields }: Pick<PageOptions, 'fields'>,
  rowOf: ReadonlyMap<string, number>,
  evidenceOf: (service: Service) => PageEvidence | undefined,
): PageService[] {
  if (!fields.has('services')) return []
  return servicesOf(org).flatMap((service): PageService[] => {
    const to = rowOf.get(service.to)
    const from = rowOf.get(service.from)
    const unit = isUnit(org, service.from) && fields.has('unit') ? unitOf(org, service.from) : undefined
    if (to === undefined || (from === undefined && unit === undefined)) return []
    const evidence = evidenceOf(service)
    const name = visibleText(service.name)
    const giver = visibleText(unit?.title ?? '')
    return [
      evidence === undefined ? [from ?? NONE, to, name, giver] : [from ?? NONE, to, name, giver, evidence],
    ]
  })
}
