import { type Attributes, attributeValue, type GraphFile } from '../graph/graph-file.js'
import type { ImportIssues } from '../input/import-issues.js'
import { placeWords } from '../input/line-places.js'
import type { XmlElement, XmlHandler, XmlScanner } from '../xml/xml-scanner.js'

/** An attribute as the file declares it. */
interface Declared {
  readonly name: string
  readonly type: string
  initial: string | undefined
}

interface Owner {
  readonly of: 'node' | 'edge'
  readonly attributes: Attributes
  readonly given: Set<Declared> | undefined
}

/** Reads the elements of GEXF into a graph. Nodes within nodes are nodes like all others; what is only drawn is passed over. */
export class GexfHandler implements XmlHandler {
  readonly #file: GraphFile
  readonly #issues: ImportIssues
  readonly #scanner: XmlScanner
  /** By class and id. */
  readonly #declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() }
  readonly #owners: Owner[] = []
  #class: 'node' | 'edge' = 'node'
  #open: Declared | undefined
  #isDefault = false
  #hasDefaults = false
  #isDirected = false
  #isRoot = true

  constructor(file: GraphFile, issues: ImportIssues, scanner: XmlScanner) {
    this.#file = file
    this.#issues = issues
    this.#scanner = scanner
  }

  open(element: XmlElement): boolean {
    if (this.#isRoot && element.name !== 'gexf') return this.#isNoGexf(element)
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
      case 'node': {
        const node = this.#file.addNode(element.get('id'), element.at)
        return this.#openOwner('node', node, element)
      }
      case 'edge':
        return this.#openOwner('edge', this.#edgeOf(element), element)
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
    if (name !== 'node' && name !== 'edge') return
    const owner = this.#owners.pop()
    if (owner?.given === undefined) return
    for (const declared of this.#declared[owner.of].values()) {
      if (declared.initial === undefined || owner.given.has(declared)) continue
      owner.attributes[declared.name] = attributeValue(declared.name, declared.type, declared.initial)
    }
  }

  text(text: string): void {
    if (!this.#isDefault || this.#open === undefined) return
    this.#open.initial = (this.#open.initial ?? '') + text
    this.#hasDefaults = true
  }

  #isNoGexf({ name, at }: XmlElement): false {
    const place = this.#scanner.places.at(at)
    this.#issues.add('INVALID_DOCUMENT', {
      place,
      witness: [name],
      message: `${placeWords(place)}: the file is XML with the element ${name}, and not GEXF`,
      suggestion: name === 'graphml' ? 'Read it with parseGraphml.' : 'Export the graph as GEXF.',
    })
    return false
  }

  #declare(element: XmlElement): boolean {
    const id = element.get('id') ?? ''
    const type = element.get('type') ?? 'string'
    const declared = { name: element.get('title') ?? id, type, initial: undefined }
    const all = this.#declared[this.#class]
    all.set(id, declared)
    this.#open = declared
    if (all.size <= this.#issues.limits.columns) return true
    this.#issues.exceeded('columns', this.#scanner.places.at(element.at))
    return false
  }

  #edgeOf(element: XmlElement): ReturnType<GraphFile['addEdge']> {
    const type = element.get('type')
    const isDirected = type === undefined ? this.#isDirected : type === 'directed'
    return this.#file.addEdge(
      element.get('id'),
      element.get('source'),
      element.get('target'),
      isDirected,
      element.at,
    )
  }

  #openOwner(
    of: Owner['of'],
    part: { readonly attributes: Attributes } | undefined,
    element: XmlElement,
  ): boolean {
    if (part === undefined) return false
    const label = element.get('label')
    if (label !== undefined) part.attributes['label'] = label
    this.#owners.push({ of, attributes: part.attributes, given: this.#hasDefaults ? new Set() : undefined })
    return true
  }

  #addValue(element: XmlElement): void {
    const owner = this.#owners.at(-1)
    // Version 1.0 has id, later ones have for.
    const id = element.get('for') ?? element.get('id')
    if (owner === undefined || id === undefined) return
    const declared = this.#declared[owner.of].get(id)
    const name = declared?.name ?? id
    if (declared !== undefined) owner.given?.add(declared)
    owner.attributes[name] = attributeValue(name, declared?.type ?? 'string', element.get('value') ?? '')
  }
}
