import type { GraphFile } from '../graph/graph-file.js'
import { type Declared, OpenParts, type PartKind } from '../graph/open-parts.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { XmlElement, XmlHandler, XmlScanner } from '../xml/xml-scanner.js'

/** Reads the elements of GEXF into a graph. Nodes within nodes are nodes like all others; what is only drawn is passed over. */
export class GexfHandler implements XmlHandler {
  readonly #file: GraphFile
  readonly #issues: ImportIssues
  readonly #scanner: XmlScanner
  /** By class and id. */
  readonly #declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() }
  readonly #parts = new OpenParts()
  #class: PartKind = 'node'
  #open: Declared | undefined
  #isDefault = false
  #isDirected = false
  #isRoot = true

  constructor(file: GraphFile, issues: ImportIssues, scanner: XmlScanner) {
    this.#file = file
    this.#issues = issues
    this.#scanner = scanner
  }

  open(element: XmlElement): boolean {
    if (this.#isRoot && element.name !== 'gexf') return this.#file.refuseRoot(element, 'GEXF')
    this.#isRoot = false
    switch (element.name) {
      case 'graph':
        this.#isDirected = element.get('defaultedgetype') === 'directed'
        return true
      case 'attributes':
        this.#class = element.get('class') === 'edge' ? 'edge' : 'node'
        return true
      case 'attribute':
        return this.#declare(element)
      case 'default':
        this.#isDefault = this.#open !== undefined
        return true
      case 'node':
        return this.#openPart('node', this.#file.addNode(element), element)
      case 'edge':
        return this.#openPart('edge', this.#file.addEdge(element, this.#isDirectedEdge(element)), element)
      case 'attvalue':
        this.#addValue(element)
        return true
      default:
        return true
    }
  }

  close(name: string): void {
    if (name === 'default') this.#isDefault = false
    if (name === 'attribute') this.#open = undefined
    if (name === 'node' || name === 'edge') this.#parts.close()
  }

  text(text: string): void {
    if (!this.#isDefault || this.#open === undefined) return
    this.#open.initial = (this.#open.initial ?? '') + text
    this.#parts.addDefault(this.#class, this.#open)
  }

  #declare(element: XmlElement): boolean {
    const id = element.get('id') ?? ''
    const type = element.get('type') ?? 'string'
    const declared = { name: element.get('title') ?? id, type, initial: undefined }
    const all = this.#declared[this.#class]
    const before = all.get(id)
    if (before !== undefined) this.#parts.removeDefault(this.#class, before)
    all.set(id, declared)
    this.#open = declared
    if (all.size <= this.#issues.limits.columns) return true
    this.#issues.exceeded('columns', this.#scanner.places.at(element.at))
    return false
  }

  #isDirectedEdge(edge: XmlElement): boolean {
    const type = edge.get('type')
    return type === undefined ? this.#isDirected : type === 'directed'
  }

  #openPart(of: PartKind, part: Parameters<OpenParts['open']>[1], element: XmlElement): boolean {
    const label = element.get('label')
    if (part !== undefined && label !== undefined) part.attributes['label'] = label
    return this.#parts.open(of, part)
  }

  #addValue(element: XmlElement): void {
    const part = this.#parts.innermost
    // Version 1.0 has id, later ones have for.
    const id = element.get('for') ?? element.get('id')
    if (part === undefined || id === undefined) return
    const declared = this.#declared[part.of].get(id) ?? { name: id, type: 'string', initial: undefined }
    this.#parts.set(declared, element.get('value') ?? '')
  }
}
