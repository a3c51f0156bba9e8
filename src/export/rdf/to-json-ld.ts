import { type Org, stateOf } from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { checkedBase, type RdfLoss, type RdfOptions, type RdfValue, resources } from './resources.js'
import { numberText } from './to-turtle.js'
import { PREFIXES } from './vocabulary.js'

/**
 * Returns an org as JSON-LD, in the terms of the W3C Organization Ontology: the same statements as {@link toTurtle}.
 *
 * The context holds prefixes only and is part of the text, so that nothing is fetched to read it. Each resource is on a line of its own.
 *
 * Complexity: O(length of the text).
 *
 * @param org The org.
 * @param options `base`.
 * @returns The text and what it does not carry; iterate over it to get the text in chunks.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toJsonLd } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const graph = JSON.parse(toJsonLd(org).text)['@graph']
 * console.log(graph[1]['org:reportsTo']) // => [ { '@id': 'urn:rolegraph:org:role/lead' } ]
 * ```
 * @see {@link toTurtle}; `parseJsonLd` of `rolegraph/import` reads it back.
 */
export function toJsonLd(org: Org, options?: RdfOptions): Exported<RdfLoss> {
  const base = checkedBase('toJsonLd', options)
  const state = stateOf(org)
  return exportedBy(function* (lose) {
    yield `{"@context":${JSON.stringify(PREFIXES)},"@graph":[`
    let separator = '\n'
    for (const { iri, types, properties } of resources(state, base, lose)) {
      let text = `${separator}{"@id":${JSON.stringify(iri)},"@type":${JSON.stringify(types)}`
      separator = ',\n'
      for (const [name, values] of grouped(properties)) {
        text += `,"${name}":[${values.map(jsonLdValue).join(',')}]`
      }
      yield `${text}}`
    }
    yield '\n]}\n'
  })
}

/** The values of each property, which are one after the other. */
function* grouped(
  properties: readonly (readonly [string, RdfValue])[],
): Generator<readonly [string, readonly RdfValue[]]> {
  for (let next = 0; next < properties.length;) {
    const [name] = properties[next]
    const values: RdfValue[] = []
    while (next < properties.length && properties[next][0] === name) values.push(properties[next++][1])
    yield [name, values]
  }
}

function jsonLdValue(value: RdfValue): string {
  if ('iri' in value) return `{"@id":${JSON.stringify(value.iri)}}`
  if ('text' in value) return JSON.stringify(value.text)
  if ('json' in value) return `{"@type":"rdf:JSON","@value":${JSON.stringify(value.json)}}`
  if ('number' in value) {
    const [text, type] = numberText(value.number)
    return `{"@type":"${type}","@value":"${text}"}`
  }
  // A JSON number may become a double.
  return 'whole' in value ? `{"@type":"xsd:integer","@value":"${String(value.whole)}"}` : String(value.flag)
}
