import { GRAPH_FILE_OPTIONS, type GraphFileOptions } from '../graph/graph-options.js'
import { readXmlGraph } from '../graph/read-xml-graph.js'
import { type ImportResult, type Parse, parseOf, type SafeParse, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import type { Org } from '../../internal.js'
import { GexfHandler } from './read-gexf.js'

/** How GEXF is read. */
export type GexfOptions = GraphFileOptions

/**
 * Reads an org from GEXF, as `toGexf`, Gephi, NetworkX and graphology write it.
 *
 * A node is a role, unless its attribute `kind` is `unit`; nodes whose `kind` is `person` are people where `toGexf` has written them.
 * An edge goes from the report to
 * the manager; the options `relation` and `edges` say what the edges of other programs mean. Attributes are read as by `fromGraph`
 * with `values: 'flat'`. In a file of another program, the label of a node is the title, and attributes that
 * roles do not have are its data. Nodes within nodes are nodes like all others; colours, positions and spells are passed over.
 *
 * Nothing is fetched, no entity is expanded, and a DTD within the file is refused. Nothing is repaired: several managers, an edge without
 * direction, a value of the wrong type are issues with line and column.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `relation`, `edges`; `mode: 'lenient'` makes an org of whatever can be read; `encoding`, `limits`, `corrections`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { managementChainOf } from 'rolegraph'
 * import { parseGexf } from 'rolegraph/import'
 *
 * const org = parseGexf(
 *   `<gexf><graph defaultedgetype="directed">
 *     <nodes><node id="lead"/><node id="analyst"/></nodes>
 *     <edges><edge source="lead" target="analyst"/></edges>
 *   </graph></gexf>`,
 *   { edges: 'to-report' },
 * )
 * console.log(managementChainOf(org, 'analyst')) // => [ 'lead' ]
 * ```
 * @see {@link safeParseGexf} returns issues instead of throwing.
 */
export function parseGexf(source: Source, options?: GexfOptions): Org
export function parseGexf(source: StreamSource, options?: GexfOptions): Promise<Org>
export function parseGexf(source: Source | StreamSource, options?: GexfOptions): Org | Promise<Org> {
  return throwing(source, options)
}

/**
 * Reads an org from GEXF like {@link parseGexf}, and returns issues instead of throwing.
 *
 * In lenient mode the org has whatever can be read: the first of several managers, and no unusable edge. What is not well-formed XML or
 * exceeds a limit makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source As for {@link parseGexf}.
 * @param options As for {@link parseGexf}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { safeParseGexf } from 'rolegraph/import'
 *
 * const { ok, issues } = safeParseGexf('<gexf><graph><node id="a"></graph></gexf>')
 * console.log(ok, issues[0]?.message)
 * // => false Line 1, column 27: expected the end tag of 'node', found that of 'graph'
 * ```
 */
export function safeParseGexf(source: Source, options?: GexfOptions): ImportResult
export function safeParseGexf(source: StreamSource, options?: GexfOptions): Promise<ImportResult>
export function safeParseGexf(
  source: Source | StreamSource,
  options?: GexfOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source, options)
}

const PARSER = 'parseGexf'
const safe: SafeParse<GexfOptions, unknown> = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: GRAPH_FILE_OPTIONS,
  read: (source, options, issues) =>
    readXmlGraph(PARSER, source, options, issues, (...parts) => new GexfHandler(...parts)),
})
const throwing: Parse<GexfOptions, unknown> = /* @__PURE__ */ parseOf(safe)
