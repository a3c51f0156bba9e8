/** The prefixes of the vocabularies that are written; `rg` is this library's own. */
export const PREFIXES = Object.freeze({
  org: 'http://www.w3.org/ns/org#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rg: 'urn:rolegraph:vocabulary:',
})

/** The IRI of a thing: an id has only characters that are the same in every syntax of IRIs. */
export function iriOf(base: string, kind: 'role' | 'unit' | 'person', id: string): string {
  return `${base}${kind}/${percentEncoded(id)}`
}

const PLAIN = /^[\w-]+$/

function percentEncoded(id: string): string {
  if (PLAIN.test(id)) return id
  // Half of a character has no bytes of its own: it is written after a byte that UTF-8 does not have.
  return id.replace(/[^\w-]/gu, (character) =>
    /\p{Surrogate}/u.test(character)
      ? `%FF${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character).replace(
          /[!'()*.~]/g,
          (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
  )
}
