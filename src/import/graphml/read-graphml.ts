import { type Attributes, attributeValue, type GraphFile } from '../graph/graph-file.js'
import type { ImportIssues } from '../input/import-issues.js'
import { placeWords } from '../input/line-places.js'
import type { XmlElement, XmlHandler, XmlScanner } from '../xml/xml-scanner.js'

/** An attribute as a `key` declares it. */
interface Key {
  readonly name: string
  readonly type: string
  /** What it is of: `node`, `edge`, `all`. */
  readonly of: string
  initial: string | undefined
}

/** A node or an edge that is open. */
interface Owner {
  readonly of: 'node' | 'edge'
  readonly attributes: Attributes
  /** The keys that it has a value for, where some have a default. */
  readonly given: Set<Key> | undefined
}

/** Reads the elements of GraphML into a graph. Nodes of graphs within nodes are nodes like all others. */
export class GraphmlHandler implements XmlHandler {
  readonly #file: GraphFile
  readonly #issues: ImportIssues
  readonly #scanner: XmlScanner
  readonly #keys = new Map<string, Key>()
  readonly #initial: { readonly [Of in Owner['of']]: Key[] } = { node: [], edge: [] }
  readonly #owners: Owner[] = []
  /** The default direction of the edges of each open graph. */
  readonly #directed: boolean[] = []
  /** What the text that is read belongs to. */
  #key: Key | undefined
  #element = ''
  #text = ''
  #isRead = false
  #isRoot = true
  #hyperedges = 0

  constructor(file: GraphFile, issues: ImportIssues, scanner: XmlScanner) {
    this.#file = file
    this.#issues = issues
    this.#scanner = scanner
  }

  open(element: XmlElement): boolean {
    if (this.#isRoot && element.name !== 'graphml') return this.#isNoGraphml(element)
    this.#isRoot = false
    switch (element.name) {
      case 'key':
        return this.#openKey(element)
      case 'graph':
        this.#directed.push(element.get('edgedefault') !== 'undirected')
        return true
      case 'node':
        return this.#openOwner('node', this.#file.addNode(element.get('id'), element.at))
      case 'edge':
        return this.#openOwner('edge', this.#edgeOf(element))
      case 'data':
        this.#begin('data', this.#keyOf(element.get('key') ?? ''))
        return true
      case 'default':
        // Of the key that was opened last.
        this.#begin('default', this.#key)
        return true
      case 'NodeLabel':
        // yEd writes the title within the drawing of a node.
        this.#begin('NodeLabel', LABEL)
        return true
      case 'hyperedge':
        this.#warnOfHyperedge(element)
        return true
      default:
        return true
    }
  }

  close(name: string): void {
    if (this.#isRead && name === this.#element) this.#end()
    if (name === 'graph') this.#directed.pop()
    if (name === 'key') this.#key = undefined
    if (name !== 'node' && name !== 'edge') return
    const owner = this.#owners.pop()
    if (owner === undefined) return
    for (const key of this.#initial[owner.of]) {
      if (owner.given?.has(key) === false) addValue(owner, key, key.initial ?? '')
    }
  }

  text(text: string): void {
    if (this.#isRead) this.#text += text
  }

  #isNoGraphml({ name, at }: XmlElement): false {
    const place = this.#scanner.places.at(at)
    this.#issues.add('INVALID_DOCUMENT', {
      place,
      witness: [name],
      message: `${placeWords(place)}: the file is XML with the element ${name}, and not GraphML`,
      suggestion: name === 'gexf' ? 'Read it with parseGexf.' : 'Export the graph as GraphML.',
    })
    return false
  }

  #openKey(element: XmlElement): boolean {
    const id = element.get('id') ?? ''
    const of = element.get('for') ?? 'all'
    const type = element.get('attr.type') ?? 'string'
    const key: Key = {
      name: element.get('attr.name') ?? (element.get('yfiles.type') === undefined ? id : ''),
      type,
      of,
      initial: undefined,
    }
    this.#keys.set(id, key)
    if (this.#keys.size > this.#issues.limits.columns) {
      this.#issues.exceeded('columns', this.#scanner.places.at(element.at))
      return false
    }
    this.#key = key
    return true
  }

  #edgeOf(element: XmlElement): ReturnType<GraphFile['addEdge']> {
    const directed = element.get('directed')
    const isDirected = directed === undefined ? (this.#directed.at(-1) ?? true) : directed === 'true'
    return this.#file.addEdge(
      element.get('id'),
      element.get('source'),
      element.get('target'),
      isDirected,
      element.at,
    )
  }

  #openOwner(of: Owner['of'], part: { readonly attributes: Attributes } | undefined): boolean {
    if (part === undefined) return false
    this.#owners.push({
      of,
      attributes: part.attributes,
      given: this.#initial[of].length === 0 ? undefined : new Set(),
    })
    return true
  }

  #keyOf(id: string): Key {
    return this.#keys.get(id) ?? { name: id, type: 'string', of: 'all', initial: undefined }
  }

  #begin(element: string, key: Key | undefined): void {
    this.#element = element
    this.#key = key
    this.#text = ''
    this.#isRead = key !== undefined && key.name !== ''
  }

  #end(): void {
    this.#isRead = false
    const key = this.#key
    if (key === undefined) return
    if (this.#element === 'default') {
      key.initial = this.#text
      for (const of of ['node', 'edge'] as const) {
        if (key.of === of || key.of === 'all') this.#initial[of].push(key)
      }
      return
    }
    const owner = this.#owners.at(-1)
    if (owner === undefined) return
    if (key === LABEL) owner.attributes['label'] ??= this.#text.trim()
    else addValue(owner, key, this.#text)
  }

  #warnOfHyperedge({ at }: XmlElement): void {
    if (this.#hyperedges++ > 0) return
    const place = this.#scanner.places.at(at)
    this.#issues.add('INVALID_FIELD', {
      severity: 'warning',
      place,
      message: `${placeWords(place)}: edges between more than two nodes (hyperedges) are not read`,
      suggestion: 'Write an edge for each pair of nodes.',
    })
  }
}

const LABEL: Key = { name: 'label', type: 'string', of: 'node', initial: undefined }

function addValue(owner: Owner, key: Key, text: string): void {
  owner.given?.add(key)
  owner.attributes[key.name] = attributeValue(key.name, key.type, text)
}
