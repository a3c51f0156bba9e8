import type { GraphFile } from '../graph/graph-file.js'
import { type Declared, OpenParts } from '../graph/open-parts.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { XmlElement, XmlHandler, XmlScanner } from '../xml/xml-scanner.js'

/** An attribute as a `key` declares it. */
interface Key extends Declared {
  /** What it is of: `node`, `edge`, `all`. */
  readonly of: string
}

/** Reads the elements of GraphML into a graph. Nodes of graphs within nodes are nodes like all others. */
export class GraphmlHandler implements XmlHandler {
  readonly #file: GraphFile
  readonly #issues: ImportIssues
  readonly #scanner: XmlScanner
  readonly #keys = new Map<string, Key>()
  readonly #parts = new OpenParts()
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
    if (this.#isRoot && element.name !== 'graphml') return this.#file.refuseRoot(element, 'GraphML')
    this.#isRoot = false
    switch (element.name) {
      case 'key':
        return this.#openKey(element)
      case 'graph':
        this.#directed.push(element.get('edgedefault') !== 'undirected')
        return true
      case 'node':
        return this.#parts.open('node', this.#file.addNode(element))
      case 'edge':
        return this.#parts.open('edge', this.#file.addEdge(element, this.#isDirectedEdge(element)))
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
    if (name === 'node' || name === 'edge') this.#parts.close()
  }

  text(text: string): void {
    if (this.#isRead) this.#text += text
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

  #isDirectedEdge(edge: XmlElement): boolean {
    const directed = edge.get('directed')
    return directed === undefined ? (this.#directed.at(-1) ?? true) : directed === 'true'
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
        if (key.of === of || key.of === 'all') this.#parts.addDefault(of, key)
      }
      return
    }
    const part = this.#parts.innermost
    if (part !== undefined && key === LABEL) part.attributes['label'] ??= this.#text.trim()
    else this.#parts.set(key, this.#text)
  }

  #warnOfHyperedge({ at }: XmlElement): void {
    if (this.#hyperedges++ > 0) return
    this.#issues.addAt('INVALID_FIELD', {
      severity: 'warning',
      place: this.#scanner.places.at(at),
      message: `edges between more than two nodes (hyperedges) are not read`,
      suggestion: 'Write an edge for each pair of nodes.',
    })
  }
}

const LABEL: Key = { name: 'label', type: 'string', of: 'node', initial: undefined }
