// Org documents
export { type DocumentEntries, type OrgDocument, toOrgDocument } from '../internal.js'

// What exporters have in common
export type { Exported } from './exported.js'
export { describeLoss, type Loss, type LossKind, type LossReason, type LossSubjects } from './loss.js'

// Tables
export type { CsvProductName } from './csv/csv-shapes.js'
export type { TableLoss } from './csv/table-losses.js'
export { type CsvExportOptions, toCsv } from './csv/to-csv.js'
