import type { RoleSpec } from './role.js'
import type { ServiceSpec } from './service.js'
import type { UnitSpec } from './unit.js'

/**
 * An organisation as it is written down: the argument of {@link defineOrg}. Roles and units share one namespace of ids;
 * the type of a unit with the id of a role is a sentence that says so.
 */
export interface OrgSpec<Id extends string = string, Unit extends string = string, Data = unknown> {
  readonly roles: { readonly [K in Id]: RoleSpec<NoInfer<Id>, NoInfer<Unit>, Data> }
  readonly units?: {
    readonly [K in Unit]: string extends Id
      ? UnitSpec<NoInfer<Id>, NoInfer<Unit>>
      : K extends NoInfer<Id>
        ? 'this id is taken by a role: roles and units share one namespace'
        : UnitSpec<NoInfer<Id>, NoInfer<Unit>>
  }
  readonly services?: readonly ServiceSpec<NoInfer<Id>, NoInfer<Unit>>[]
  /** The version of the format where the spec is an org document: 1. */
  readonly rolegraph?: number
}
