import { type Attributes, attributeValue } from './graph-file.js'

/** An attribute of nodes or edges as a file declares it. */
export interface Declared {
  readonly name: string
  readonly type: string
  /** The value of those that have no other. */
  initial: string | undefined
}

export type PartKind = 'node' | 'edge'

interface OpenPart {
  readonly of: PartKind
  readonly attributes: Attributes
  /** What it has a value for, where some attributes have a default. */
  readonly given: Set<Declared> | undefined
}

/** The nodes and edges that are open while a file is read, the innermost last. */
export class OpenParts {
  readonly #open: OpenPart[] = []
  /** The attributes with a default. */
  readonly #defaults = { node: new Set<Declared>(), edge: new Set<Declared>() }

  addDefault(of: PartKind, declared: Declared): void {
    this.#defaults[of].add(declared)
  }

  removeDefault(of: PartKind, declared: Declared): void {
    this.#defaults[of].delete(declared)
  }

  /** Opens a node or an edge; `false` where there is none, since a limit is exceeded. */
  open(of: PartKind, part: { readonly attributes: Attributes } | undefined): boolean {
    if (part === undefined) return false
    const given = this.#defaults[of].size === 0 ? undefined : new Set<Declared>()
    this.#open.push({ of, attributes: part.attributes, given })
    return true
  }

  get innermost(): Pick<OpenPart, 'of' | 'attributes'> | undefined {
    return this.#open.at(-1)
  }

  /** Sets an attribute of the innermost part, if one is open. */
  set(declared: Declared, text: string): void {
    const part = this.#open.at(-1)
    if (part !== undefined) setIn(part, declared, text)
  }

  /** Closes the innermost part, and sets what it has no value for to the default. */
  close(): void {
    const part = this.#open.pop()
    if (part?.given === undefined) return
    for (const declared of this.#defaults[part.of]) {
      if (!part.given.has(declared)) setIn(part, declared, declared.initial ?? '')
    }
  }
}

function setIn({ attributes, given }: OpenPart, declared: Declared, text: string): void {
  given?.add(declared)
  attributes[declared.name] = attributeValue(declared.name, declared.type, text)
}
