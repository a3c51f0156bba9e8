import {
  type Org,
  type RoleSpec,
  rolesOf,
  type ServiceSpec,
  servicesOf,
  type Unit,
  unitOf,
  type UnitSpec,
  unitsOf,
} from '../../internal.js'
import { documentAliases } from './document-aliases.js'
import { documentRole, evidenceOf, said } from './document-role.js'
import type { DocumentEntries, OrgDocument } from './org-document.js'

/**
 * Writes an org as an org document: plain data, for `JSON.stringify`, with the shape of the argument of `defineOrg`.
 *
 * All of the org is in it: roles, units, services, their order, lines and moves with what they rest on, data. What
 * says nothing is left out: a title that is the id, an empty list, a move's kind `'advancement'`. `parseOrgDocument`
 * makes an org of it that answers every query in the same way.
 *
 * Roles are an object by id. JavaScript moves keys that look like array indexes (`'7'`) to the front of an object,
 * so where one id does, the roles are a list of objects with an `id`; so are the units. A broken chart that was
 * collected with its issues is written as it is.
 *
 * Complexity: O(roles + lines + moves + units + services).
 *
 * @param org The org.
 * @returns A fresh object; the data of roles in it are frozen.
 * @throws {@link OrgError} `NOT_AN_ORG`; `INVALID_ARGUMENT` where the data of a role have what JSON would change
 * (`NaN`, `Infinity`, a bigint, undefined in a list).
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toOrgDocument } from 'rolegraph/export'
 *
 * const org = defineOrg({
 *   roles: { lead: { title: 'PMO Lead', grade: 5 }, analyst: { reportsTo: 'lead' } },
 * })
 * console.log(JSON.stringify(toOrgDocument(org)))
 * // => {"rolegraph":1,"roles":{"lead":{"title":"PMO Lead","grade":5},"analyst":{"reportsTo":"lead"}}}
 * ```
 * @see `parseOrgDocument` of `rolegraph/import` reads it.
 */
export function toOrgDocument(org: Org): OrgDocument {
  const roles = rolesOf(org).map((id): [string, RoleSpec] => [id, documentRole(org, id)])
  const units = unitsOf(org).flatMap((id) => {
    const unit = unitOf(org, id)
    return unit === undefined ? [] : [[id, documentUnit(unit)] as const]
  })
  const services = servicesOf(org).map(({ from, to, name, ...service }): ServiceSpec => ({
    from,
    to,
    name,
    ...evidenceOf(service),
  }))
  return {
    rolegraph: 1,
    roles: entries(roles),
    ...(units.length > 0 && { units: entries(units) }),
    ...(services.length > 0 && { services }),
  }
}

function documentUnit(unit: Unit): UnitSpec {
  return {
    ...said('title', unit.title === unit.id ? undefined : unit.title),
    ...said('aliases', documentAliases(unit)),
    ...said('kind', unit.kind),
    ...said('head', unit.head),
    ...said('partOf', unit.partOf),
    ...evidenceOf(unit),
  }
}

function entries<Spec extends object>(
  specs: readonly (readonly [id: string, spec: Spec])[],
): DocumentEntries<Spec> {
  const movesToFront = specs.some(([id]) => /^(?:0|[1-9]\d*)$/.test(id))
  if (movesToFront) return specs.map(([id, spec]) => ({ id, ...spec }))
  // It defines each key, so that the id __proto__ is a key like others.
  return Object.fromEntries(specs)
}
