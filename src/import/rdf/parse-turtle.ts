import type { Org, Steps } from '../../internal.js'
import { type ImportOptions } from '../input/import-options.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, type Parse, parseOf, type SafeParse, safeParseOf } from '../input/importer.js'
import { LinePlaces } from '../input/line-places.js'
import { type Source, type StreamSource, textOf } from '../input/source.js'
import { RdfGraph } from './rdf-graph.js'
import { orgOfRdf } from './rdf-org.js'
import { TurtleReader } from './turtle-reader.js'

/**
 * Reads an org from Turtle or N-Triples, in the terms of the W3C Organization Ontology, as `toTurtle` and others write it.
 *
 * An `org:Post` is a role: `org:reportsTo` is its manager, `org:postIn` (or `org:hasPost` of the unit) its unit, and `org:heldBy` (or `org:holds`
 * of the person) who holds it. An `org:OrganizationalUnit` or another organisation is a unit, part of the one that it is `org:unitOf` or
 * `org:subOrganizationOf`. A `foaf:Person` is a person. An `org:Membership` is a role with one holder, unless its `org:role` is a post. The id is the
 * `skos:notation`, or the IRI; the title is the label. What `toTurtle` has written in addition is read as well; other statements are not.
 *
 * Nothing is fetched, whatever the text refers to. Nothing is repaired: a second manager or an unknown one is an issue, with line and column.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `mode: 'lenient'` makes an org of whatever can be read; `encoding`, `limits`, `corrections`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { managementChainOf } from 'rolegraph'
 * import { parseTurtle } from 'rolegraph/import'
 *
 * const org = parseTurtle(`
 *   @prefix org: <http://www.w3.org/ns/org#> .
 *   @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
 *   <https://example.org/1> a org:Post ; skos:notation "lead" .
 *   <https://example.org/2> a org:Post ; skos:notation "analyst" ; org:reportsTo <https://example.org/1> .
 * `)
 * console.log(managementChainOf(org, 'analyst')) // => [ 'lead' ]
 * ```
 * @see {@link safeParseTurtle} returns issues instead of throwing; {@link parseJsonLd}.
 */
export function parseTurtle(source: Source, options?: ImportOptions): Org
export function parseTurtle(source: StreamSource, options?: ImportOptions): Promise<Org>
export function parseTurtle(source: Source | StreamSource, options?: ImportOptions): Org | Promise<Org> {
  return throwing(source, options)
}

/**
 * Reads an org from Turtle like {@link parseTurtle}, and returns issues instead of throwing. What is not Turtle or exceeds a limit makes no
 * org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source As for {@link parseTurtle}.
 * @param options As for {@link parseTurtle}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { safeParseTurtle } from 'rolegraph/import'
 *
 * const { ok, issues } = safeParseTurtle('<urn:a> a org:Post .')
 * console.log(ok, issues[0]?.message)
 * // => false Line 1, column 11: the prefix 'org' is not declared
 * ```
 */
export function safeParseTurtle(source: Source, options?: ImportOptions): ImportResult
export function safeParseTurtle(source: StreamSource, options?: ImportOptions): Promise<ImportResult>
export function safeParseTurtle(
  source: Source | StreamSource,
  options?: ImportOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source, options)
}

function* readTurtle(source: Source, options: ImportOptions, issues: ImportIssues): Steps<Org | undefined> {
  const text = textOf(PARSER, source, options.encoding, issues)
  if (text === undefined) return undefined
  const places = new LinePlaces(text)
  const graph = new RdfGraph(issues, (at) => places.at(at))
  return (yield* new TurtleReader(text, graph, issues).read()) ? orgOfRdf(graph, options, issues) : undefined
}

const PARSER = 'parseTurtle'
const safe: SafeParse<ImportOptions, unknown> = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: [],
  read: readTurtle,
})
const throwing: Parse<ImportOptions, unknown> = /* @__PURE__ */ parseOf(safe)
