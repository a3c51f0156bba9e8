import type { Org, Steps } from '../../internal.js'
import { type ImportOptions } from '../input/import-options.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, type Parse, parseOf, type SafeParse, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import { JsonLdReader } from './json-ld-reader.js'
import { orgOfRdf } from './rdf-org.js'

/**
 * Reads an org from JSON-LD, in the terms of the W3C Organization Ontology, as `toJsonLd` and others write it. The statements are read as by
 * {@link parseTurtle}.
 *
 * The context must be part of the text: one that is only referred to is not fetched, and what it alone defines is not read, which is a warning. Of the
 * syntax are read `@context` with prefixes and terms, `@vocab`, `@base`, `@graph`, `@id`, `@type`, `@value`, `@language`, `@list`, `@set`, `@json`, and
 * nodes within nodes; expand other documents with a JSON-LD processor first.
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
 * import { parseJsonLd } from 'rolegraph/import'
 *
 * const org = parseJsonLd(`{
 *   "@context": { "@vocab": "http://www.w3.org/ns/org#" },
 *   "@graph": [
 *     { "@id": "urn:lead", "@type": "Post" },
 *     { "@id": "urn:analyst", "@type": "Post", "reportsTo": { "@id": "urn:lead" } }
 *   ]
 * }`)
 * console.log(managementChainOf(org, 'urn:analyst')) // => [ 'urn:lead' ]
 * ```
 * @see {@link safeParseJsonLd} returns issues instead of throwing.
 */
export function parseJsonLd(source: Source, options?: ImportOptions): Org
export function parseJsonLd(source: StreamSource, options?: ImportOptions): Promise<Org>
export function parseJsonLd(source: Source | StreamSource, options?: ImportOptions): Org | Promise<Org> {
  return throwing(source, options)
}

/**
 * Reads an org from JSON-LD like {@link parseJsonLd}, and returns issues instead of throwing. What is not JSON or exceeds a limit makes no org
 * in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source As for {@link parseJsonLd}.
 * @param options As for {@link parseJsonLd}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a stream are passed on.
 * @example
 * ```ts
 * import { safeParseJsonLd } from 'rolegraph/import'
 *
 * const { issues } = safeParseJsonLd('{ "@context": "https://example.org/context.jsonld" }')
 * console.log(issues[0]?.severity, issues[0]?.suggestion)
 * // => warning Write the context into the file, or expand the file with a JSON-LD processor.
 * ```
 */
export function safeParseJsonLd(source: Source, options?: ImportOptions): ImportResult
export function safeParseJsonLd(source: StreamSource, options?: ImportOptions): Promise<ImportResult>
export function safeParseJsonLd(
  source: Source | StreamSource,
  options?: ImportOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source, options)
}

function* readJsonLd(source: Source, options: ImportOptions, issues: ImportIssues): Steps<Org | undefined> {
  const text = yield* jsonText(PARSER, source, options.encoding, issues)
  const tree = text && (yield* readJson(text, issues))
  if (tree === undefined) return undefined
  const reader = new JsonLdReader(issues, (path) => tree.placeAt(path, 'value'))
  const { graph } = reader
  return reader.read(tree.value) ? orgOfRdf(graph, options, issues) : undefined
}

const PARSER = 'parseJsonLd'
const safe: SafeParse<ImportOptions, unknown> = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: [],
  read: readJsonLd,
})
const throwing: Parse<ImportOptions, unknown> = /* @__PURE__ */ parseOf(safe)
