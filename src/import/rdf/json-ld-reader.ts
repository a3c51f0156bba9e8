import { isPlainObject, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { LinePlace } from '../input/line-places.js'
import { RDF, RdfGraph, type Term, XSD } from './rdf-graph.js'
import { LIST } from './turtle-reader.js'

type Path = readonly (string | number)[]

/** A term of a context. */
interface Meaning {
  readonly iri: string
  /** Whether its texts are IRIs. */
  readonly isIri: boolean
}

interface Context {
  readonly terms: ReadonlyMap<string, Meaning>
  readonly vocabulary: string | undefined
  readonly base: string
}

interface Pending {
  readonly node: object
  readonly id: string
  readonly context: Context
  readonly path: Path
}

/**
 * Reads JSON-LD as far as files of organisations use it: contexts within the text, `@graph`, `@id`, `@type`, `@value`, `@list`, `@set`,
 * nodes within nodes. A context elsewhere is not fetched. Without recursion.
 */
export class JsonLdReader {
  readonly graph: RdfGraph
  readonly #issues: ImportIssues
  readonly #placeOf: (path: Path) => LinePlace
  readonly #offsets: Path[] = []
  readonly #pending: Pending[] = []
  #foreign = false

  constructor(issues: ImportIssues, placeOf: (path: Path) => LinePlace) {
    this.graph = new RdfGraph(issues, (number) => this.#placeAt(number))
    this.#issues = issues
    this.#placeOf = placeOf
  }

  /** Where a subject is described: subjects are numbered by their paths. */
  #placeAt(number: number): LinePlace {
    return this.#placeOf(this.#offsets[number] ?? [])
  }

  /** Reads a document; whether all of it was within the limits. */
  read(value: unknown): boolean {
    const empty: Context = { terms: new Map(), vocabulary: undefined, base: '' }
    this.#push(value, empty, [])
    // In the order of the text: a node within another one after all of that.
    for (let next = 0; next < this.#pending.length; next++) {
      if (!this.#readNode(this.#pending[next])) return false
    }
    return true
  }

  /** Puts nodes off until later, and returns the name of the first. */
  #push(value: unknown, context: Context, path: Path): string | undefined {
    let first: string | undefined
    const isList = Array.isArray(value)
    const items: readonly unknown[] = isList ? value : [value]
    for (const [index, item] of items.entries()) {
      if (!isPlainObject(item)) continue
      const own = this.#contextIn(item, context, path)
      const given: unknown = field(item, '@id', own)
      const id = typeof given === 'string' ? iriOf(given, own, false) : this.graph.blank()
      first ??= id
      this.#pending.push({
        node: item,
        id,
        context: own,
        path: isList ? [...path, index] : path,
      })
    }
    return first
  }

  #readNode({ node, id, context, path }: Pending): boolean {
    const at = this.#offsets.push(path) - 1
    for (const [key, value] of Object.entries(node) as (readonly [string, unknown])[]) {
      const keyword = keywordOf(key, context)
      if (keyword === '@type') {
        for (const type of listOf(value)) {
          if (typeof type !== 'string') continue
          if (!this.graph.add(id, `${RDF}type`, { kind: 'node', id: iriOf(type, context, true) }, at))
            return false
        }
      } else if (keyword === '@graph' || keyword === '@included') this.#push(value, context, [...path, key])
      if (keyword.startsWith('@')) continue
      const meaning = meaningOf(key, context)
      if (meaning === undefined) continue
      for (const term of this.#terms(value, meaning, context, [...path, key])) {
        if (!this.graph.add(id, meaning.iri, term, at)) return false
      }
    }
    return true
  }

  /** The values of a property. The items of lists and sets are values like all others, in their order. */
  *#terms(value: unknown, meaning: Meaning, context: Context, path: Path): Generator<Term> {
    const pending: (readonly [value: unknown, path: Path])[] = [[value, path]]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [item, itemPath] = next
      if (Array.isArray(item)) {
        for (let index = item.length - 1; index >= 0; index--)
          pending.push([item[index], [...itemPath, index]])
      } else if (isPlainObject(item)) {
        const list: unknown = field(item, '@list', context) ?? field(item, '@set', context)
        if (list !== undefined) pending.push([list, [...itemPath, '@list']])
        else yield* this.#termOf(item, context, itemPath)
      } else yield* literal(item, meaning, context)
    }
  }

  *#termOf(item: object, context: Context, path: Path): Generator<Term> {
    const value: unknown = field(item, '@value', context)
    if (value === undefined) {
      // A node with its id alone is a reference.
      const given: unknown = field(item, '@id', context)
      const isReference = typeof given === 'string' && Object.keys(item).length === 1
      const id = isReference ? iriOf(given, context, false) : this.#push(item, context, path)
      if (id !== undefined) yield { kind: 'node', id }
      return
    }
    const type: unknown = field(item, '@type', context)
    const language: unknown = field(item, '@language', context)
    if (type === '@json') yield { kind: 'literal', value: JSON.stringify(value), type: `${RDF}JSON` }
    else if (typeof type === 'string') {
      yield { kind: 'literal', value: textOf(value), type: iriOf(type, context, true) }
    } else if (typeof language === 'string') {
      yield { kind: 'literal', value: textOf(value), type: `${RDF}langString`, language }
    } else yield* literal(value, NO_MEANING, context)
  }

  #contextIn(node: object, outer: Context, path: Path): Context {
    const given: unknown = Object.hasOwn(node, '@context') ? Reflect.get(node, '@context') : undefined
    let context = outer
    for (const one of listOf(given)) {
      if (typeof one === 'string') this.#warnOfContext(one, [...path, '@context'])
      else if (isPlainObject(one)) context = extended(context, one)
    }
    return context
  }

  #warnOfContext(address: string, path: Path): void {
    if (this.#foreign) return
    this.#foreign = true
    this.#issues.addAt('INVALID_DOCUMENT', {
      severity: 'warning',
      place: this.#placeOf(path),
      witness: [address],
      message: `the context is at ${quote(address)} and is not fetched; what only it defines is not read`,
      suggestion: 'Write the context into the file, or expand the file with a JSON-LD processor.',
    })
  }
}

/** The text of a value: JSON for what is no text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

const NO_MEANING: Meaning = { iri: LIST, isIri: false }

/** The value of a keyword, which may have another name in the context. */
function field(node: object, keyword: string, context: Context): unknown {
  if (Object.hasOwn(node, keyword)) return Reflect.get(node, keyword)
  for (const [name, { iri }] of context.terms) {
    if (iri === keyword && Object.hasOwn(node, name)) return Reflect.get(node, name)
  }
  return undefined
}

function keywordOf(key: string, context: Context): string {
  if (key.startsWith('@')) return key
  const iri = context.terms.get(key)?.iri
  return iri?.startsWith('@') === true ? iri : key
}

function meaningOf(key: string, context: Context): Meaning | undefined {
  const known = context.terms.get(key)
  if (known !== undefined) return known
  const iri = iriOf(key, context, true)
  return iri === key && !/^[a-z][a-z\d+.-]*:/i.test(key) ? undefined : { iri, isIri: false }
}

/** An IRI of a term, a prefixed name, an absolute or a relative IRI. */
function iriOf(name: string, { terms, vocabulary, base }: Context, isTerm: boolean): string {
  if (isTerm) {
    const known = terms.get(name)
    if (known !== undefined) return known.iri
  }
  const colon = name.indexOf(':')
  if (colon > 0 && !name.startsWith('//', colon + 1)) {
    const prefix = terms.get(name.slice(0, colon))
    if (prefix !== undefined) return prefix.iri + name.slice(colon + 1)
  }
  if (/^(?:[a-z][a-z\d+.-]*:|_:)/i.test(name)) return name
  return (isTerm ? (vocabulary ?? '') : base.replace(/[^/#:]*$/, '')) + name
}

function extended(outer: Context, given: object): Context {
  const terms = new Map(outer.terms)
  const entries = new Map<string, unknown>(Object.entries(given))
  const vocabulary: unknown = entries.get('@vocab') ?? outer.vocabulary
  const base: unknown = entries.get('@base') ?? outer.base
  const context = {
    terms,
    vocabulary: typeof vocabulary === 'string' ? vocabulary : undefined,
    base: typeof base === 'string' ? base : '',
  }
  // Twice, so that a term may use a prefix that is defined after it.
  for (let round = 0; round < 2; round++) {
    for (const [name, value] of entries) {
      if (name.startsWith('@')) continue
      const iri: unknown = isPlainObject(value) ? Reflect.get(value, '@id') : value
      const type: unknown = isPlainObject(value) ? Reflect.get(value, '@type') : undefined
      terms.delete(name)
      const isIri = type === '@id' || type === '@vocab'
      if (typeof iri === 'string')
        terms.set(name, { iri: iri.startsWith('@') ? iri : iriOf(iri, context, true), isIri })
      else if (isPlainObject(value)) terms.set(name, { iri: iriOf(name, context, true), isIri })
    }
  }
  return context
}

function* literal(value: unknown, { isIri }: Meaning, context: Context): Generator<Term> {
  if (typeof value === 'string') {
    if (isIri) yield { kind: 'node', id: iriOf(value, context, false) }
    else yield { kind: 'literal', value, type: `${XSD}string` }
  } else if (typeof value === 'number') yield { kind: 'literal', value: String(value), type: `${XSD}double` }
  else if (typeof value === 'boolean') yield { kind: 'literal', value: String(value), type: `${XSD}boolean` }
}
