// Org documents
export { type DocumentEntries, type OrgDocument, toOrgDocument } from '../internal.js'

// What exporters have in common
export type { Exported } from './exported.js'
export { describeLoss, type Loss, type LossKind, type LossReason, type LossSubjects } from './loss.js'

// Tables
export type { CsvProductName } from './csv/csv-shapes.js'
export type { TableLoss } from './csv/table-losses.js'
export { type CsvExportOptions, toCsv } from './csv/to-csv.js'

// Rows for chart libraries
export type { ChartRow } from './rows/chart-rows.js'
export {
  type ExportedFlow,
  type ExportedRows,
  type FlatRow,
  type FlatRowsOptions,
  type FlowEdge,
  type FlowNode,
  type NestedRow,
  toFlatRows,
  toFlow,
  toNestedRows,
} from './rows/to-rows.js'

// Directories
export type { LeftOutChange } from './changes/net-updates.js'
export {
  type DirectoryChangesOptions,
  type GraphBatch,
  type ScimPatch,
  toGraphBatches,
  toScimPatches,
} from './changes/to-directory-changes.js'
export { type LdifExportOptions, toLdif, toLdifChanges } from './ldif/to-ldif.js'
// Graphs
export { type GexfLoss, toGexf } from './gexf/to-gexf.js'
export { type GraphmlLoss, toGraphml } from './graphml/to-graphml.js'
export { type DotDataLoss, toDotData } from './dot/to-dot-data.js'
export { type CypherLoss, type CypherOptions, toCypher } from './cypher/to-cypher.js'

// RDF
export type { RdfLoss, RdfOptions } from './rdf/resources.js'
export { toJsonLd } from './rdf/to-json-ld.js'
export { toTurtle } from './rdf/to-turtle.js'
