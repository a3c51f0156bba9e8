// Model
export { isOrgError, OrgError, type OrgErrorCode, type OrgErrorDetails } from './model/org-error.js'
export type { Alias, WarnedAlias } from './model/alias.js'
export type { Evidence, Hedge } from './model/evidence.js'
export type { Issue, IssueCode, Place, Severity } from './model/issue.js'
export type { Line, LineKind, Lines, LineSpec, LinesOption } from './model/line.js'
export type { Move, MoveKind, MoveSpec } from './model/move.js'
export type { Org, RoleIdOf, UnitIdOf } from './model/org.js'
export type { OrgSpec } from './model/org-spec.js'
export type { OneOrMany, Role, RoleAttributes, RoleSpec } from './model/role.js'
export type { Service, ServiceSpec } from './model/service.js'
export type { Unit, UnitSpec } from './model/unit.js'

// Making an org
export { defineOrg } from './define/define-org.js'
export { orgFromRecords } from './define/org-from-records.js'
export type { Field, RecordFields, RecordOptions } from './define/record-fields.js'

// Queries
export { managementChainOf } from './query/management-chain-of.js'
export { managerOf } from './query/manager-of.js'
export { roleOf } from './query/role-of.js'

// Career queries
