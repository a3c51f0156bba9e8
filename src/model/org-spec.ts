import type { PersonSpec } from './person.js'
import type { RoleSpec } from './role.js'
import type { ServiceSpec } from './service.js'
import type { UnitSpec } from './unit.js'

/**
 * An organisation as it is written down: the argument of {@link defineOrg}. Roles and units share one namespace of ids;
 * the type of a unit with the id of a role is a sentence that says so.
 *
 * For a literal of a thousand roles or more, write the roles on their own and check them before they are passed on.
 * Inside the call TypeScript looks through all ids at each line and move, many times where it is an object, so that the
 * time grows with the square of the roles. This takes about a ninth of it at 2,000 roles, and finds the same mistakes:
 * a misspelt field at that field, a misspelt id at `roles`, with its path. Where roles have `data`, name the types:
 * `defineOrg<keyof typeof roles, never, Data>({ roles })`.
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
  readonly roles: { readonly [K in Id]: RoleSpec<NoInfer<Id>, NoInfer<Unit>, Data, NoInfer<Person>> }
  readonly units?: {
    readonly [K in Unit]: string extends Id
      ? UnitSpec<NoInfer<Id>, NoInfer<Unit>>
      : K extends NoInfer<Id>
        ? 'this id is taken by a role: roles and units share one namespace'
        : UnitSpec<NoInfer<Id>, NoInfer<Unit>>
  }
  /** The people who fill roles, by id; a namespace of its own. With it, holders are these ids and nothing else. */
  readonly people?: { readonly [K in Person]: PersonSpec }
  readonly services?: readonly ServiceSpec<NoInfer<Id>, NoInfer<Unit>>[]
  /** The version of the format where the spec is an org document: 1. */
  readonly rolegraph?: number
}
