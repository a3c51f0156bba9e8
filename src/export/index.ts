// Org documents
export { type DocumentEntries, type OrgDocument, toOrgDocument } from '../internal.js'

// What exporters have in common
export type { Exported } from './exported.js'
export { describeLoss, type Loss, type LossKind, type LossReason, type LossSubjects } from './loss.js'
