/**
 * The part of the core that changes orgs and reads histories, as the library itself imports it: a second entry that is not public, so
 * that what only reads a chart, such as most commands, does not load it.
 */
// Changes
export { changeOrg, type ChangeOptions, type ChangeResult, invertChanges } from './change/change-org.js'
export type { ChangedOrg, CheckedChanges } from './change/changed-ids.js'
export { changeInWords, namesInDiff } from './change/change-in-words.js'
export { describeChange } from './change/describe-change.js'
export { diffOrgs, type OrgDiff } from './change/diff-orgs.js'
export { draftByHandle, type DraftByHandle } from './change/draft/draft-by-handle.js'
export { draftOf, type DraftPlace, type DraftRemoval, type OrgDraft } from './change/draft/draft-of.js'
export { type Figure, figuresOf, type ManagerFigures, type OrgFigures } from './change/figures-of.js'
export { filterOrg, type FilterOptions, subOrg } from './change/filter-org.js'
export { redact, type RedactOptions } from './change/redact.js'
export type { RedactField } from './change/redact-fields.js'
export { type DiffMark, type DiffMarks, marksOf, type MarksOptions } from './change/marks-of.js'
export type {
  MergeAdditionConflict,
  MergeConflict,
  MergeCycleConflict,
  MergeField,
  MergeRemovalConflict,
  MergeRenameConflict,
  MergeSubject,
  MergeValueConflict,
} from './change/merge/merge-conflict.js'
export { type MergedOrg, type MergeOptions, mergeOrgs, type MergeResult } from './change/merge/merge-orgs.js'

// Histories
export { changesBetween } from './history/changes-between.js'
export { erasePeople, withoutPeople } from './history/erase-people.js'
export { historyFromDocument, historyOfDocument } from './history/history-from-document.js'
export { historyFromRecords, type HistoryRecordOptions } from './history/history-from-records.js'
export { historyFromSnapshots } from './history/history-from-snapshots.js'
export { historyIssuesOf } from './history/history-issues-of.js'
export {
  type CheckedEntries,
  type HistoryAfter,
  historyOf,
  type HistoryOptions,
} from './history/history-of.js'
export { managerAt } from './history/manager-at.js'
export { type Tenure, tenureOf } from './history/tenure-of.js'
export { type RoleSpell, timelineOf } from './history/timeline-of.js'
export { type HistoryDocument, toHistoryDocument } from './history/write-history.js'
