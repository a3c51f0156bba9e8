// Model
export { isOrgError, OrgError, type OrgErrorCode, type OrgErrorDetails } from './model/org-error.js'
export type { Alias, WarnedAlias } from './model/alias.js'
export type { Evidence, Hedge } from './model/evidence.js'
export type { Issue, IssueCode, Place, Severity } from './model/issue.js'
export type { Line, LineKind, Lines, LineSpec, LinesOption } from './model/line.js'
export type { Move, MoveKind, MoveSpec } from './model/move.js'
export type { Org, RoleIdOf, UnitIdOf } from './model/org.js'
export type { OrgSpec } from './model/org-spec.js'
export type { Reason } from './model/reason.js'
export type { OneOrMany, Role, RoleAttributes, RoleSpec } from './model/role.js'
export type { Service, ServiceSpec } from './model/service.js'
export type { Unit, UnitSpec } from './model/unit.js'

// Making an org
export { defineOrg } from './define/define-org.js'
export { orgFromRecords } from './define/org-from-records.js'
export type { Field, RecordFields, RecordOptions } from './define/record-fields.js'

// Queries
export { type Comparison, type CompareOptions, compareRoles, type Criterion } from './query/compare-roles.js'
export { directReportsOf } from './query/direct-reports-of.js'
export { isAbove } from './query/is-above.js'
export { layerOf } from './query/layer-of.js'
export { lowestCommonManagerOf } from './query/lowest-common-manager-of.js'
export { lowestCommonManagersOf } from './query/lowest-common-managers-of.js'
export { managementChainOf } from './query/management-chain-of.js'
export { managerOf } from './query/manager-of.js'
export { managersOf } from './query/managers-of.js'
export { peersOf } from './query/peers-of.js'
export { type ReportingPath, reportingPathBetween } from './query/reporting-path-between.js'
export { roleOf } from './query/role-of.js'
export { skipLevelManagerOf } from './query/skip-level-manager-of.js'
export { topRolesOf } from './query/top-roles-of.js'
export { transitiveReportsOf, type TransitiveReportsOptions } from './query/transitive-reports-of.js'

// Career queries
