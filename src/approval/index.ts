export { approvalEscalation, type Escalation, type EscalationPlan } from './approval-escalation.js'
export { approvalPolicy } from './approval-policy.js'
export type { ApprovalRequest, Requester } from './approval-request.js'
export { approvalRoute } from './approval-route.js'
export { benchOf, type BenchOptions, type Successor } from './bench-of.js'
export { type ApprovalIssueCode, checkApprovalPolicy } from './check-approval-policy.js'
export type {
  Absence,
  ApprovalLimit,
  ApprovalPolicy,
  ApprovalPolicySpec,
  ApprovalRule,
  Delegation,
  LimitHolder,
  RoleOrPerson,
} from './policy-spec.js'
export type {
  ApprovalRoute,
  ApprovalStep,
  Approver,
  FoundRoute,
  LimitReason,
  NoApproverBecause,
  NoApproverReason,
  NoRoute,
  PassedOver,
  PassedOverReason,
  StepReason,
} from './route-answer.js'
export {
  type RoutePictureOptions,
  type RouteSvgOptions,
  routeToMermaid,
  routeToSvg,
} from './route-picture.js'
export { type SuccessionOptions, type SuccessionRiskCode, successionRisks } from './succession-risks.js'
