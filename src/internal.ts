/**
 * The core as the library itself imports it. The public index and every subpath import from here, so that each class
 * exists once; `exports` in package.json does not list it, so nothing here is public unless an index exports it too.
 */
// Kernel
export { amountIn } from './kernel/amount-in.js'
export { frozenIssue } from './kernel/issue.js'
export { Heap } from './kernel/heap.js'
export { daysAfter, holdsOn, isCalendarDate, requireDate, yearsBetween } from './kernel/calendar-date.js'
export { fieldList } from './kernel/field-list.js'
export { frozen } from './kernel/frozen.js'
export { Late } from './kernel/late.js'
export { LOOK_COLOURS, lookAt } from './kernel/look.js'
export { dataText } from './kernel/data-text.js'
export { counted, listed, quotedList, routeText, withAdvice } from './kernel/in-words.js'
export { invalidArgument, invalidOption } from './kernel/invalid-input.js'
export { didYouMean, nearestId, nearestSuggestion } from './kernel/nearest-id.js'
export {
  type GivenOptions,
  givenOptions,
  isPlainObject,
  oneOf,
  ownValue,
  type Signal,
  signalIn,
  textFunction,
  trueOrFalse,
  upperLimit,
  isWholeNumber,
  wholeNumber,
} from './kernel/option-check.js'
export { addToList } from './kernel/add-to-list.js'
export { hashWith, mixedHash, wholeTextHash } from './kernel/fnv-hash.js'
export { longer } from './kernel/longer.js'
export { partitionPoint } from './kernel/partition-point.js'
export { oneLine, plain, quote, visible } from './kernel/quote.js'
export { brokenLines, isRightToLeft, rightToLeftLine } from './kernel/text-layout.js'

// Model
export {
  isOrgError,
  OrgError,
  type OrgErrorCode,
  type OrgErrorDetails,
  type StoreFailure,
} from './kernel/org-error.js'
export { type Alias, type WarnedAlias, writtenAliases } from './model/alias.js'
export type { ByteColumn } from './model/org-columns.js'
export type { Evidence, Hedge } from './model/evidence.js'
export type {
  AnyIssueCode,
  BrokenRule,
  ChangeIssue,
  Issue,
  IssueCode,
  Place,
  Severity,
} from './kernel/issue.js'
export type {
  Line,
  LineFacts,
  LineKind,
  LineKinds,
  Lines,
  LineSpec,
  LinesOption,
  NamedLines,
  SpanOptions,
  StaffOption,
} from './model/line.js'
export { STAFF_NAMES } from './model/line.js'
export type { Move, MoveKind, MoveSpec } from './model/move.js'
export type { Org, PersonIdOf, RoleIdOf, UnitIdOf } from './model/org.js'
export {
  type Assignment,
  type AssignmentKind,
  type AssignmentSpec,
  type AssignmentTerms,
  type HolderSpec,
  type Person,
  type PersonSpec,
  personsOfHolders,
} from './model/person.js'
export type { OrgSpec } from './model/org-spec.js'
export type { Reason } from './model/reason.js'
export { type GraphRelation, type Relation, RELATIONS } from './model/relation.js'
export type { OneOrMany, PlannedOption, Role, RoleAttributes, RoleSpec, RoleStatus } from './model/role.js'
export type { Service, ServiceSpec } from './model/service.js'
export type { Unit, UnitSpec } from './model/unit.js'

// Making an org
export { defineOrg, type DefineOptions, orgFromDocument } from './define/define-org.js'
export { fromGraph, type GraphOptions } from './define/from-graph.js'
export type { ColumnData, DataColumn, OrgColumns } from './model/org-columns.js'
export {
  type ByteRows,
  cellText,
  type EdgeCells,
  type HandleColumn,
  type ListCells,
  type OddName,
  type PersonCells,
  REPORTED_ROLE,
  UNKNOWN_ROLE,
} from './define/bytes/byte-rows.js'
export { ASSIGNMENT_KINDS, ROLE_STATUSES } from './define/attribute-readers.js'
export { issuesText, placeText } from './define/issue-list.js'
export { NotPlain, plainCopy } from './define/plain-copy.js'
export { samePlain } from './define/org-content.js'
export { joinBytes, sameBytes } from './define/bytes/byte-ranges.js'
export { ByteSet } from './define/bytes/byte-set.js'
export { RowIds, rowIdSteps } from './define/bytes/row-ids.js'
export { furtherRows } from './define/bytes/byte-holding.js'
export { type ByteCells, ByteTexts, textAt, unitsIn } from './define/bytes/byte-texts.js'
export { finished, inSlices, type Steps } from './define/bytes/steps.js'
export { decodeUtf8, encodeUtf8, invalidUtf8At, lostAt } from './define/bytes/utf8.js'
export { orgFromByteRows, orgStepsFromByteRows } from './define/org-from-byte-rows.js'
export { orgFromColumns } from './define/org-from-columns.js'
export { orgFromRecords, refuseNoRecords } from './define/org-from-records.js'
export type {
  DataField,
  DataFrom,
  Field,
  PersonFields,
  PlaceOfRecord,
  RecordFields,
  RecordOptions,
  RepeatedIds,
} from './define/record-fields.js'
export { type EndReading, endReadingOf } from './define/row-ends.js'
export { hundredths } from './define/row-people.js'

// Sending an org to another thread
export { packOrg } from './define/pack-org.js'
export { type PackedOrg, transferListOf } from './define/packed-org.js'
export { unpackOrg } from './define/unpack-org.js'

// Writing an org down again
export { sameOrg } from './define/org-content.js'
export { withIssues } from './define/org-of-record.js'
export { orgWithEntries } from './define/org-with-entries.js'
export { unreadManager } from './define/role-rows.js'
export { lostInJson } from './define/lost-in-json.js'
export { personSpec, roleSpec, serviceSpec, specOfOrg, unitSpec } from './define/spec-of-org.js'
export { type DocumentEntries, type OrgDocument, toOrgDocument } from './define/to-org-document.js'

// An org as a graph of single values
export {
  FLAT_TYPES,
  type FlatEdge,
  flatEdges,
  type FlatField,
  type FlatName,
  flatNames,
  type FlatNode,
  flatNodes,
} from './define/flat-graph.js'
export { jsonTextOf } from './define/lost-in-json.js'
export { unflatValue } from './define/read-flat-graph.js'
export type { ReadableGraph } from './define/read-graph-nodes.js'

// The engine
export { NONE } from './engine/columns.js'
export { targetsOf } from './engine/edges.js'
export { hierarchyIndexOf, type HierarchyIndex, positionOf, runEndOf } from './engine/hierarchy-index.js'
export { isOneTypo } from './engine/one-typo.js'
export { type Along, alongGiven } from './engine/lines-option.js'
export { type OrgState, stateOf } from './engine/org-state.js'
export { descend } from './engine/reach.js'
export { holderSpecsOf, peopleIndexOf, personRecord } from './engine/people-index.js'
export { isPlanned, isUnfilled } from './engine/planned.js'
export { ownHandle, personNumber } from './engine/role-handle.js'
export { isHandleAbove as isAboveInState } from './engine/is-handle-above.js'
export { type EdgeFacts, relationEdges, unitNodes } from './engine/relation-edges.js'
export { isVacant, lineRecord, titleOf } from './engine/role-record.js'

// Queries
export { graphKeyOf, meaningOfKey } from './engine/graph-key.js'
export type { Measure } from './engine/measured.js'
export { type Comparison, type CompareOptions, compareRoles, type Criterion } from './query/compare-roles.js'
export { directReportsOf } from './query/direct-reports-of.js'
export {
  assignmentsOf,
  type AssignmentsSubject,
  holdersOf,
  rolesHeldBy,
  vacantRolesOf,
} from './query/assignments.js'
export { headcountOf, seatsOf } from './query/headcount-of.js'
export {
  filledManagerOf,
  isPersonAbove,
  managersOfPerson,
  reportsOfPerson,
  type ReportsOfPersonOptions,
  type VacantOption,
} from './query/managers-of-person.js'
export { isPerson, peopleOf, personOf } from './query/people.js'
export {
  find,
  type FindKind,
  type FindMatch,
  type FindOptions,
  type HolderMatch,
  type PersonMatch,
  type RoleMatch,
  type UnitMatch,
} from './query/find.js'
export { isAbove } from './query/is-above.js'
export { isOrg } from './query/is-org.js'
export { issuesOf } from './query/issues-of.js'
export { layerOf } from './query/layer-of.js'
export { linesOf } from './query/lines-of.js'
export { lowestCommonManagerOf, lowestCommonManagersOf } from './query/lowest-common-managers.js'
export { managementChainOf } from './query/management-chain-of.js'
export { managerOf, managersOf, skipLevelManagerOf } from './query/managers.js'
export { organizationSizeOf } from './query/organization-size-of.js'
export { peersOf } from './query/peers-of.js'
export { type ReportingPath, reportingPathBetween } from './query/reporting-path-between.js'
export { isRole, roleOf, rolesOf } from './query/roles.js'
export { rollUp, type RollUp, type RollUpOptions } from './query/roll-up.js'
export { servicesFrom, servicesOf, servicesTo } from './query/services.js'
export { spanOfControlOf } from './query/span-of-control-of.js'
export { type SpanBand, spansAndLayers, type SpansAndLayers } from './query/spans-and-layers.js'
export { orphansOf, topRolesOf } from './query/top-roles-of.js'
export { transitiveReportsOf, type TransitiveReportsOptions } from './query/transitive-reports-of.js'
export { headOf, headsOf, isUnit, membersOf, type MembersOption, unitOf, unitsOf } from './query/units.js'

// Queries by handle: rolegraph/handles exports them under the names of the queries by id
export { directReportsOf as directReportsOfHandle } from './handle/direct-reports-of.js'
export type { HandleList } from './handle/handle-list.js'
export { handleOf, idOf as idOfHandle, NO_HANDLE, roleCountOf } from './handle/handles.js'
export { isAbove as isHandleAbove } from './handle/is-above.js'
export { layerOf as layerOfHandle } from './handle/layer-of.js'
export { lowestCommonManagerOf as lowestCommonManagerOfHandles } from './handle/lowest-common-manager-of.js'
export { managementChainOf as managementChainOfHandle } from './handle/management-chain-of.js'
export { managerOf as managerOfHandle } from './handle/manager-of.js'
export { organizationSizeOf as organizationSizeOfHandle } from './handle/organization-size-of.js'
export { rollUp as rollUpByHandle } from './handle/roll-up.js'
export { spanOfControlOf as spanOfControlOfHandle } from './handle/span-of-control-of.js'
export { transitiveReportsOf as transitiveReportsOfHandle } from './handle/transitive-reports-of.js'

// Career queries
export { type CareerGap, careerGap, type Needed } from './career/career-gap.js'
export { careerPath } from './career/career-path.js'
export { careerPaths } from './career/career-paths.js'
export type { CareerPathOptions, CareerPathsOptions, MoveOptions } from './career/path-options.js'
export type { CareerPath } from './career/path-record.js'
export { deadEndsOf } from './career/dead-ends-of.js'
export { entryRolesOf } from './career/entry-roles-of.js'
export { feedersOf } from './career/feeders-of.js'
export { nextStepsOf } from './career/next-steps-of.js'
export { reachableFrom } from './career/reachable-from.js'
export { isLattice } from './career/is-lattice.js'
export { type Ladder, ladderOf } from './career/ladder-of.js'
export { type CareerFinding, crossCheck } from './career/cross-check.js'

// Validation
export { type CheckOptions, checkOrg, type CheckResult } from './validate/check-org.js'
export { formatIssues, type FormatIssuesOptions } from './validate/format-issues.js'
export { type IssueParts, makeIssue } from './validate/make-issue.js'
export { type NamedRule, type Policy, policy, type PolicySpec } from './validate/policy.js'
export {
  type PolicyDocument,
  policyFromDocument,
  type RuleDocument,
  type RuleName,
} from './validate/policy-document.js'
export type { DeferredIssue, Rule, RuleContext } from './validate/rule.js'
export { structureRules } from './validate/rules.js'
export { gradeAboveReports, type GradeOptions } from './validate/rules/grade-above-reports.js'
export { type FormerPostOptions, noManagerOfFormerPost } from './validate/rules/no-manager-of-former-post.js'
export { noReportingToOneself } from './validate/rules/no-reporting-to-oneself.js'
export { noRoleWithoutUnit } from './validate/rules/no-role-without-unit.js'
export { noSingleReport } from './validate/rules/no-single-report.js'
export { noUnitWithoutHead } from './validate/rules/no-unit-without-head.js'
export { noVacantManager, type VacantManagerOptions } from './validate/rules/no-vacant-manager.js'
export { oneTop } from './validate/rules/one-top.js'
export { maxLayers, maxSpan, minSpan } from './validate/rules/span-and-layer-limits.js'
export {
  type StarterCode,
  type StarterFigures,
  starterPolicy,
  type StarterRule,
} from './validate/starter-policy.js'
export { hasDatedHolders } from './validate/terms-of-holders.js'

// Histories
export { type KnownOption, orgAt, type OrgAtOptions } from './history/org-at.js'
export type { EffectiveChanges, History, Snapshot, Spell } from './model/history.js'
export type { HistoryIssue } from './kernel/issue.js'

// Changes
export type {
  AddDottedLine,
  AddMove,
  AddPerson,
  AddRole,
  AddService,
  AddUnit,
  Assign,
  Change,
  ChangeEffect,
  ChangeKind,
  FieldsToSet,
  ListPeople,
  ReferencesRule,
  RemoveDottedLine,
  RemoveMove,
  RemovePerson,
  RemoveRole,
  RemoveService,
  RemoveUnit,
  RenameRole,
  Reorder,
  ReportsRule,
  SetManager,
  Unassign,
  UnlistPeople,
  UpdateMove,
  UpdatePerson,
  UpdateRole,
  UpdateUnit,
} from './model/change.js'
