// Org documents
export { type DocumentEntries, type OrgDocument, toOrgDocument } from '../internal.js'

// What exporters have in common
export type { Exported } from './exported.js'
export { describeLoss, type Loss, type LossKind, type LossReason, type LossSubjects } from './loss.js'

// Graphs
export { type GexfLoss, toGexf } from './gexf/to-gexf.js'
export { type GraphmlLoss, toGraphml } from './graphml/to-graphml.js'
export { type DotDataLoss, toDotData } from './dot/to-dot-data.js'
export { type CypherLoss, type CypherOptions, toCypher } from './cypher/to-cypher.js'

// RDF
export type { RdfLoss, RdfOptions } from './rdf/resources.js'
export { toJsonLd } from './rdf/to-json-ld.js'
export { toTurtle } from './rdf/to-turtle.js'
