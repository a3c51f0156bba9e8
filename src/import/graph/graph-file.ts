import {
  FLAT_TYPES,
  fromGraph,
  frozenIssue,
  graphKeyOf,
  type Issue,
  meaningOfKey,
  type Org,
  type Place,
  quote,
  type ReadableGraph,
  unflatValue,
} from '../../internal.js'
import { type Correction, Corrections } from '../input/corrections.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type LinePlaces, withPlaceWords } from '../input/line-places.js'
import type { GraphFileOptions } from './graph-options.js'
import { isTooDeep } from '../json/json-depth.js'
import type { XmlElement } from '../xml/xml-scanner.js'
import { keyOfXml } from './xml-key.js'

export type Attributes = { [name: string]: unknown }

/** A node of a file. */
export interface FileNode {
  readonly key: string
  readonly attributes: Attributes
  readonly at: number
}

/** An edge of a file. */
export interface FileEdge {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly isDirected: boolean
  readonly attributes: Attributes
  readonly at: number
}

/** Inherits nothing and cannot be changed. One step above null: V8 keeps an object without any prototype in a slow table. */
const NOWHERE: object = Object.freeze(/* @__PURE__ */ Object.create(null) as object)

/** Attributes that inherit nothing, so that any name is one like any other. */
function noAttributes(): Attributes {
  return Object.create(NOWHERE) as Attributes
}

/** The nodes and edges of a file, within the limits, and the org that they are. */
export class GraphFile implements ReadableGraph {
  readonly #nodes: FileNode[] = []
  readonly #edges: FileEdge[] = []
  readonly #issues: ImportIssues
  readonly #places: LinePlaces

  constructor(issues: ImportIssues, places: LinePlaces) {
    this.#issues = issues
    this.#places = places
  }

  /** Adds a node; `undefined` where a limit is exceeded. Attributes are added to it later. */
  addNode(element: XmlElement): FileNode | undefined {
    const { at } = element
    const id = element.get('id')
    if (!this.#hasRoom(id ?? '', at)) return undefined
    if (id === undefined) this.#missing(at, 'a node has no id')
    const node = {
      key: keyOfXml(id ?? `no id, ${String(this.#nodes.length)}`),
      attributes: noAttributes(),
      at,
    }
    if (id !== undefined) this.#nodes.push(node)
    return node
  }

  /** Adds an edge; `undefined` where a limit is exceeded. */
  addEdge(element: XmlElement, isDirected: boolean): FileEdge | undefined {
    const { at } = element
    const [id, from, to] = ['id', 'source', 'target'].map((name) => element.get(name))
    if (!this.#hasRoom(id ?? '', at)) return undefined
    const key = id ?? `edge ${String(this.#edges.length)}`
    const edge: FileEdge = {
      key,
      from: keyOfXml(from ?? ''),
      to: keyOfXml(to ?? ''),
      isDirected,
      attributes: noAttributes(),
      at,
    }
    if (from === undefined || to === undefined) this.#missing(at, 'an edge has no source or no target')
    else this.#edges.push(edge)
    return edge
  }

  /** Reports that the first element is not the one of a format. */
  refuseRoot({ name, at }: XmlElement, format: string): false {
    const reader = READERS.get(name)
    this.#issues.addAt('INVALID_DOCUMENT', {
      place: this.#places.at(at),
      witness: [name],
      message: `the file is not ${format}: its root element is ${quote(name)}`,
      suggestion: reader === undefined ? `Export the graph as ${format}.` : `Read it with ${reader}.`,
    })
    return false
  }

  #hasRoom(id: string, at: number): boolean {
    const { rows, idLength } = this.#issues.limits
    if (this.#nodes.length + this.#edges.length >= rows) this.#issues.exceeded('rows', this.#places.at(at))
    else if (id.length > idLength) this.#issues.exceeded('idLength', this.#places.at(at))
    else return true
    return false
  }

  #missing(at: number, message: string): void {
    this.#issues.addAt('MISSING_ID', {
      place: this.#places.at(at),
      message,
      suggestion: 'Export the file again: the format requires it.',
    })
  }

  forEachNode(visit: (node: string, attributes: Attributes) => void): void {
    for (const { key, attributes } of this.#nodes) visit(key, attributes)
  }

  forEachEdge(visit: Parameters<ReadableGraph['forEachEdge']>[0]): void {
    for (const { key, from, to, isDirected, attributes } of this.#edges) {
      visit(key, attributes, from, to, undefined, undefined, !isDirected)
    }
  }

  /** The org of the file, with its issues. */
  org(options: GraphFileOptions): Org {
    this.#leaveOutDeepValues()
    for (const { attributes } of this.#nodes) adoptForeign(attributes)
    if (options.edges === 'to-report') this.#turnEdges()
    this.#reportLooseEnds()
    const corrections = new Corrections(options.corrections, this.#issues)
    corrections.apply((correction) => this.#isCorrected(correction))
    corrections.report()
    const { relation } = options
    const org = fromGraph(this, {
      values: 'flat',
      onIssue: 'collect',
      ...(relation !== undefined && { relation }),
    })
    this.#issues.takeFrom(org, (issue) => this.#placed(issue))
    return org
  }

  #turnEdges(): void {
    for (const [index, edge] of this.#edges.entries()) {
      if (edge.attributes['relation'] === undefined)
        this.#edges[index] = { ...edge, from: edge.to, to: edge.from }
    }
  }

  /** Leaves out lists and data, which are JSON texts, that are nested more deeply than the limit. */
  #leaveOutDeepValues(): void {
    for (const { attributes, at } of [this.#nodes, this.#edges].flat()) {
      for (const name of JSON_NAMES) {
        const text = attributes[name]
        if (typeof text === 'string' && isTooDeep(text, this.#issues, () => this.#places.at(at)))
          Reflect.deleteProperty(attributes, name)
      }
    }
  }

  /** Reports edges to nodes that the file does not have. */
  #reportLooseEnds(): void {
    const keys = new Set(this.#nodes.map(({ key }) => key))
    for (const { from, to, at } of this.#edges) {
      if (keys.has(from) && keys.has(to)) continue
      const missing = keys.has(from) ? to : from
      this.#issues.addLateAt('INVALID_FIELD', 'error', () => ({
        place: this.#places.at(at),
        witness: [from, to],
        message: `an edge goes from ${quote(from)} to ${quote(to)}, but there is no node ${quote(missing)}`,
        suggestion: 'Add the node, or remove the edge.',
      }))
    }
  }

  #isCorrected({ id, field, to }: Correction): boolean {
    const index = this.#nodes.findIndex(({ key, attributes }) => idIn(key, attributes) === id)
    if (index === -1) return false
    const { key, attributes, at } = this.#nodes[index]
    const relation = RELATIONS.get(field)
    if (relation === undefined) {
      attributes[field] = to
      return true
    }
    const others = this.#edges.filter(
      (edge) => edge.from !== key || (edge.attributes['relation'] ?? 'reportsTo') !== relation,
    )
    this.#edges.length = 0
    for (const edge of others) this.#edges.push(edge)
    for (const target of [to].flat()) {
      if (typeof target !== 'string') continue
      const end = this.#nodes.find((node) => idIn(node.key, node.attributes) === target)
      const edge = { ...noAttributes(), relation }
      this.#edges.push({
        key: `correction of ${id}`,
        from: key,
        to: end?.key ?? graphKeyOf(target),
        isDirected: true,
        attributes: edge,
        at,
      })
    }
    return true
  }

  #placed(issue: Issue): Issue {
    const placed = (place: Place): Place => ({ ...place, ...this.#placeOf(place) })
    return frozenIssue({
      ...withPlaceWords({ ...issue, place: placed(issue.place) }),
      witness: issue.witness.map((item) => (typeof item === 'string' ? item : placed(item))),
    })
  }

  #placeOf({ path }: Place): Place | undefined {
    const [part, key] = path ?? []
    const at =
      typeof key !== 'string' ? undefined : this.#offsets(part === 'nodes' ? 'nodes' : 'edges').get(key)
    return at === undefined ? undefined : this.#places.at(at)
  }

  readonly #offsetsOf = new Map<'nodes' | 'edges', ReadonlyMap<string, number>>()

  /** Where each node or edge begins. */
  #offsets(part: 'nodes' | 'edges'): ReadonlyMap<string, number> {
    const known = this.#offsetsOf.get(part)
    if (known !== undefined) return known
    const list: readonly { readonly key: string; readonly at: number }[] =
      part === 'nodes' ? this.#nodes : this.#edges
    const offsets = new Map<string, number>()
    for (const { key, at } of list) if (!offsets.has(key)) offsets.set(key, at)
    this.#offsetsOf.set(part, offsets)
    return offsets
  }
}

const JSON_NAMES: readonly string[] = Object.entries(FLAT_TYPES).flatMap(([name, type]) =>
  type === 'json' ? name : [],
)

/** What reads files with these elements. */
const READERS: ReadonlyMap<string, string> = new Map([
  ['graphml', 'parseGraphml'],
  ['gexf', 'parseGexf'],
])

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['manager', 'reportsTo'],
  ['dotted', 'dottedTo'],
  ['unit', 'memberOf'],
])

function idIn(key: string, { id }: Attributes): string {
  return meaningOfKey(typeof id === 'string' ? id : key).id
}

const KINDS: readonly unknown[] = ['role', 'unit', 'person']

/**
 * Reads a node of another program: its label is the title where it has none, and attributes that are not those of a role are its
 * data.
 */
function adoptForeign(attributes: Attributes): void {
  if (KINDS.includes(attributes['kind'])) return
  const { label, title } = attributes
  if (unflatValue('title', title) === undefined && typeof label === 'string') attributes['title'] = label
  if (attributes['data'] !== undefined) return
  const others: Attributes = {}
  let count = 0
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'id' || Object.hasOwn(FLAT_TYPES, name) || value === '') continue
    Object.defineProperty(others, name, { value, enumerable: true, configurable: true, writable: true })
    count++
  }
  if (count > 0) attributes['data'] = others
}

/** The value of an attribute in a file, by its declared type. Those that the library knows are texts until the graph is read. */
export function attributeValue(name: string, type: string, text: string): unknown {
  if (Object.hasOwn(FLAT_TYPES, name)) return text
  if (/^(int|integer|long|float|double|short|byte)$/.test(type)) {
    const value = unflatValue('grade', text)
    return value ?? ''
  }
  return type === 'boolean' ? unflatValue('vacant', text) : text
}
