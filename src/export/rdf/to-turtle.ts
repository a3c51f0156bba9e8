import { type Org, stateOf } from '../../internal.js'
import { exportedBy, type Exported } from '../exported.js'
import { checkedBase, type RdfLoss, type RdfOptions, type RdfValue, resources } from './resources.js'
import { PREFIXES } from './vocabulary.js'

/**
 * Returns an org as Turtle, in the terms of the W3C Organization Ontology.
 *
 * A role is an `org:Post` that `org:reportsTo` its manager, is `org:postIn` its units and `org:heldBy` people; a unit is an
 * `org:OrganizationalUnit` and `org:unitOf` a larger one. The exact id is the `skos:notation`, and the IRI is the base with `role/`,
 * `unit/` or `person/` and the id. Dotted lines (`rg:dottedTo`), career moves (`rg:progressesTo`), heads (`rg:head`) and numbers have
 * properties of a vocabulary of the library, whose names are those of its specs. Lists, lines that state more than their manager, and the order of several
 * are in `rg:spec`, which is JSON in the form of a spec for `defineOrg`.
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
 * import { toTurtle } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const { text } = toTurtle(org, { base: 'https://example.org/' })
 * console.log(text.split('\n').find((line) => line.includes('org:reportsTo')))
 * // => org:reportsTo <https://example.org/role/lead> .
 * ```
 * @see {@link toJsonLd} for the same as JSON-LD; `parseTurtle` of `rolegraph/import` reads it back.
 */
export function toTurtle(org: Org, options?: RdfOptions): Exported<RdfLoss> {
  const base = checkedBase('toTurtle', options)
  const state = stateOf(org)
  return exportedBy(function* (lose) {
    for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`
    for (const { iri, types, properties } of resources(state, base, lose)) {
      const pieces = ['\n<', iri, '> a ', types.join(', ')]
      for (const [name, value] of properties) {
        pieces.push(' ;\n', name)
        putValue(pieces, value)
      }
      pieces.push(' .\n')
      yield pieces
    }
  })
}

/** Adds the pieces of a value, after a space. */
function putValue(pieces: string[], value: RdfValue): void {
  if ('iri' in value) pieces.push(' <', value.iri, '>')
  else if ('text' in value) pieces.push(' "', escapedText(value.text), '"')
  else if ('json' in value) pieces.push(' "', escapedText(value.json), '"^^rdf:JSON')
  else if ('number' in value) {
    const [text, type] = numberText(value.number)
    pieces.push(' "', text, '"^^', type)
  } else pieces.push(' ', 'whole' in value ? String(value.whole) : String(value.flag))
}

/** A number without loss: a decimal where it is written without an exponent, else a double. */
export function numberText(value: number): readonly [text: string, type: 'xsd:decimal' | 'xsd:double'] {
  const text = String(value)
  // Decimals have no minus zero.
  if (Object.is(value, -0)) return ['-0.0E0', 'xsd:double']
  if (text.includes('e')) return [text.replace('e+', 'E').replace('e', 'E'), 'xsd:double']
  return [text.includes('.') ? text : `${text}.0`, 'xsd:decimal']
}

const PLAIN = /^[ !#-[\]-~]*$/
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function escapedText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/["\\\n\r\t\0-\x1f\x7f-\x9f\u2028\u2029]/g, (character) => {
    const escape = ESCAPES.get(character)
    if (escape !== undefined) return escape
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  })
}
