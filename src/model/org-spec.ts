import type { PersonSpec } from './person.js'
import type { RoleSpec } from './role.js'
import type { ServiceSpec } from './service.js'
import type { UnitSpec } from './unit.js'

/** The unit of a role; in an org without units a sentence that says so, which is shorter in an error than `never`. */
type UnitToName<Unit extends string> = [Unit] extends [never] ? 'this org has no units' : Unit

/**
 * The written form of an organisation: the argument of {@link defineOrg}. Roles and units share one namespace of ids;
 * the type of a unit with the id of a role is a sentence that says so.
 *
 * For a literal of a thousand roles or more, declare the roles separately and check them there, as in the example.
 * Inside the call TypeScript searches all ids for each line and move, many times for one that is an object, so that the
 * time grows with the square of the roles. Declared separately, 2,000 roles take about a ninth of the time, and the same
 * mistakes are found: a misspelt field at that field, a misspelt id at `roles`, with its path. If roles have `data`,
 * name the types: `defineOrg<keyof typeof roles, never, Data>({ roles })`.
 *
 * @example
 * ```ts
 * import { defineOrg, managerOf, type OrgSpec } from 'rolegraph'
 *
 * const roles = {
 *   director: {},
 *   analyst: { reportsTo: 'director', progressesTo: [{ to: 'director', years: [3, 5] }] },
 * } as const satisfies OrgSpec['roles']
 * const org = defineOrg({ roles })
 * console.log(managerOf(org, 'analyst')) // => director
 * ```
 */
export interface OrgSpec<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  readonly roles: {
    readonly [K in Id]: RoleSpec<NoInfer<Id>, UnitToName<NoInfer<Unit>>, Data, NoInfer<Person>>
  }
  readonly units?: {
    readonly [K in Unit]: string extends Id
      ? UnitSpec<NoInfer<Id>, NoInfer<Unit>>
      : K extends NoInfer<Id>
        ? 'this id is taken by a role: roles and units share one namespace'
        : UnitSpec<NoInfer<Id>, NoInfer<Unit>>
  }
  /** The people who fill roles, by id, in their own namespace. If given, every holder must be one of these ids. */
  readonly people?: { readonly [K in Person]: PersonSpec }
  readonly services?: readonly ServiceSpec<NoInfer<Id>, NoInfer<Unit>>[]
  /** The version of the format, if the spec is an org document: 1. */
  readonly rolegraph?: number
}
