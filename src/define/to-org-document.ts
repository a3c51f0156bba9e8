import { type OrgState, stateOf } from '../engine/org-state.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Org } from '../model/org.js'
import { type PersonSpec } from '../model/person.js'
import type { RoleSpec } from '../model/role.js'
import type { ServiceSpec } from '../model/service.js'
import type { UnitSpec } from '../model/unit.js'
import { lostInJson } from './lost-in-json.js'
import { writtenOrg } from './spec-of-org.js'

/**
 * Roles or units of a document: by id, or as a list if an object would not keep their order. The type of the list
 * has an index by id too, so that a document is a spec for `defineOrg`; at run time it is an array.
 */
export type DocumentEntries<Spec> =
  | { readonly [id: string]: Spec }
  | (readonly (Spec & { readonly id: string })[] & { readonly [id: string]: Spec })

/** An org as plain data: the argument of `defineOrg` and a version. */
export interface OrgDocument {
  /**
   * The version of the format: 2 if the org has people, assignments with terms, named lines, planned roles, roles in
   * several units or units with several heads, otherwise 1.
   */
  readonly rolegraph: 1 | 2
  readonly roles: DocumentEntries<RoleSpec>
  readonly units?: DocumentEntries<UnitSpec>
  readonly people?: DocumentEntries<PersonSpec>
  readonly services?: readonly ServiceSpec[]
}

/**
 * Returns an org as an org document: plain data for `JSON.stringify`, with the shape of the argument of `defineOrg`.
 *
 * The document holds the whole org: roles, units, people and services in order, lines and moves with their evidence, and
 * data. Defaults are left out: a title that equals the id, an empty list, the kind `'advancement'` of a move.
 * `parseOrgDocument` reads it back as an org with the same answer to every query.
 *
 * Roles are an object by id. JavaScript moves keys that look like array indexes (`'7'`) to the front of an object,
 * so if an id looks like one, the roles are a list of objects with an `id`; the same holds for units. A broken chart that
 * was made with its issues is written as it is.
 *
 * Complexity: O(roles + lines + moves + units + services).
 *
 * @param org The org.
 * @returns A fresh object; the data of roles in it is frozen.
 * @throws {@link OrgError} `NOT_AN_ORG`; `INVALID_ARGUMENT` if the data of a role or a person has a value that JSON would
 * change (`NaN`, `Infinity`, a bigint, undefined in a list).
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
 * @see `orgFromDocument` and `defineOrg` read it, and `parseOrgDocument` of `rolegraph/import` its text.
 */
export function toOrgDocument(org: Org): OrgDocument {
  return documentOf(stateOf(org))
}

/** The document of a state. */
export function documentOf(state: OrgState): OrgDocument {
  const { roles, units, people, services } = writtenOrg(state)
  for (const [id, { data }] of roles) refuseLostData(`role ${quote(id)}`, data)
  for (const [id, { data }] of people ?? []) refuseLostData(`person ${quote(id)}`, data)
  return {
    // Readers of version 1 can read every org that needs nothing from version 2.
    rolegraph: needsVersion2(roles.values(), units.values(), people) || hasNamedLines(state) ? 2 : 1,
    roles: entries(roles),
    ...(units.size > 0 && { units: entries(units) }),
    ...(people !== undefined && { people: entries(people) }),
    ...(services.length > 0 && { services }),
  }
}

function needsVersion2(roles: Iterable<RoleSpec>, units: Iterable<UnitSpec>, people: unknown): boolean {
  if (people !== undefined) return true
  for (const { holders = [], alsoIn, status } of roles) {
    if (alsoIn !== undefined || status !== undefined) return true
    if (typeof holders !== 'string' && holders.some((holder) => typeof holder !== 'string')) return true
  }
  for (const { head } of units) if (typeof head === 'object') return true
  return false
}

function hasNamedLines({ columns: { managerEvidence, dotted } }: OrgState): boolean {
  for (const facts of [managerEvidence, dotted.evidence]) {
    for (const { as } of facts.values()) if (as !== undefined) return true
  }
  return false
}

function refuseLostData(whose: string, data: unknown): void {
  const lost = data === undefined ? undefined : lostInJson(data)
  if (lost === undefined) return
  const place = ['data', ...lost.path].join('.')
  throw new OrgError(
    'INVALID_ARGUMENT',
    `The ${whose} has ${lost.what} in ${place}, which a document cannot hold: JSON would change the value.`,
    { argument: 'org', received: data },
  )
}

function entries<Spec extends object>(specs: ReadonlyMap<string, Spec>): DocumentEntries<Spec> {
  const movesToFront = Array.from(specs.keys()).some((id) => /^(?:0|[1-9]\d*)$/.test(id))
  if (movesToFront) {
    const list: readonly (Spec & { readonly id: string })[] = Array.from(specs, ([id, spec]) => ({
      id,
      ...spec,
    }))
    // The index by id exists in the type only.
    return list as DocumentEntries<Spec>
  }
  // fromEntries defines each key, so that the id __proto__ is a key like any other.
  return Object.fromEntries(specs)
}
