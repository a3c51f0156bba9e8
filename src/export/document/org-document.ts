import type { RoleSpec, ServiceSpec, UnitSpec } from '../../internal.js'

/** Roles or units of a document: by id, or as a list where an object would not keep their order. */
export type DocumentEntries<Spec> =
  { readonly [id: string]: Spec } | readonly (Spec & { readonly id: string })[]

/** An org as plain data: the argument of `defineOrg` and a version. */
export interface OrgDocument {
  /** The version of the format. */
  readonly rolegraph: 1
  readonly roles: DocumentEntries<RoleSpec>
  readonly units?: DocumentEntries<UnitSpec>
  readonly services?: readonly ServiceSpec[]
}
