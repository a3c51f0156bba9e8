import { GRAPH_FILE_OPTIONS, type GraphFileOptions } from '../graph/graph-options.js'
import { readXmlGraph } from '../graph/read-xml-graph.js'
import { type ImportResult, type Parse, parseOf, type SafeParse, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import type { Org } from '../../internal.js'
import { GraphmlHandler } from './read-graphml.js'

/** How GraphML is read. */
export type GraphmlOptions = GraphFileOptions

/**
 * Reads an org from GraphML, as `toGraphml`, NetworkX, igraph, Gephi and yEd write it.
 *
 * A node is a role, unless its attribute `kind` is `unit`; nodes whose `kind` is `person` are people where `toGraphml` has written them.
 * The id is the attribute `id` where there is one (igraph renames nodes), else that of the node. An edge goes from the report to
 * the manager; the options `relation` and `edges` say what the edges of other programs mean. Attributes are read as by `fromGraph`
 * with `values: 'flat'`. In a file of another program, the label of a node (in yEd, of its drawing) is the title, and attributes that
 * roles do not have are its data. Nodes of graphs within nodes are nodes like all others.
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
 * import { parseGraphml } from 'rolegraph/import'
 *
 * const org = parseGraphml(
 *   `<graphml><graph edgedefault="directed">
 *     <node id="lead"/><node id="analyst"/><edge source="lead" target="analyst"/>
 *   </graph></graphml>`,
 *   { edges: 'to-report' },
 * )
 * console.log(managementChainOf(org, 'analyst')) // => [ 'lead' ]
 * ```
 * @see {@link safeParseGraphml} returns issues instead of throwing.
 */
export function parseGraphml(source: Source, options?: GraphmlOptions): Org
export function parseGraphml(source: StreamSource, options?: GraphmlOptions): Promise<Org>
export function parseGraphml(source: Source | StreamSource, options?: GraphmlOptions): Org | Promise<Org> {
  return throwing(source, options)
}

/**
 * Reads an org from GraphML like {@link parseGraphml}, and returns issues instead of throwing.
 *
 * In lenient mode the org has whatever can be read: the first of several managers, and no unusable edge. What is not well-formed XML or
 * exceeds a limit makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source As for {@link parseGraphml}.
 * @param options As for {@link parseGraphml}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { safeParseGraphml } from 'rolegraph/import'
 *
 * const { ok, issues } = safeParseGraphml('<graphml><graph><node id="a"></graph></graphml>')
 * console.log(ok, issues[0]?.message)
 * // => false Line 1, column 30: expected the end tag of 'node', found that of 'graph'
 * ```
 */
export function safeParseGraphml(source: Source, options?: GraphmlOptions): ImportResult
export function safeParseGraphml(source: StreamSource, options?: GraphmlOptions): Promise<ImportResult>
export function safeParseGraphml(
  source: Source | StreamSource,
  options?: GraphmlOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source, options)
}

const PARSER = 'parseGraphml'
const safe: SafeParse<GraphmlOptions, unknown> = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: GRAPH_FILE_OPTIONS,
  read: (source, options, issues) =>
    readXmlGraph(PARSER, source, options, issues, (...parts) => new GraphmlHandler(...parts)),
})
const throwing: Parse<GraphmlOptions, unknown> = /* @__PURE__ */ parseOf(safe)
