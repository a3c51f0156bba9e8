import { NONE, type RoleColumns } from '../../engine/columns.js'

/**
 * The ids of the nodes of a draft: those of the org, and what edits make of them. A node that is removed keeps its id, so that
 * the edit can be taken back.
 */
export class DraftIds {
  readonly #base: RoleColumns
  readonly #known: readonly string[]
  readonly #added: string[] = []
  readonly #renamed = new Map<number, string>()
  /** The nodes of ids that are not as in the org; {@link NONE} for an id that is gone. */
  readonly #nodes = new Map<string, number>()
  #gone = 0

  constructor(base: RoleColumns) {
    this.#base = base
    this.#known = base.ids
  }

  /** The number of roles. */
  get count(): number {
    return this.#known.length + this.#added.length - this.#gone
  }

  nodeOf(id: string): number | undefined {
    if (this.#nodes.size > 0) {
      const node = this.#nodes.get(id)
      if (node !== undefined) return node === NONE ? undefined : node
    }
    return this.#base.handles.get(id)
  }

  readonly idOf = (node: number): string => {
    if (this.#renamed.size > 0) {
      const renamed = this.#renamed.get(node)
      if (renamed !== undefined) return renamed
    }
    return node < this.#known.length ? this.#known[node] : this.#added[node - this.#known.length]
  };

  *ids(): Generator<string> {
    for (const id of this.#known) if (!this.#nodes.has(id)) yield id
    for (const [id, node] of this.#nodes) if (node !== NONE) yield id
  }

  add(id: string, node: number): void {
    this.#added.push(id)
    this.#nodes.set(id, node)
  }

  /** Takes back the last {@link add}. */
  removeLast(): void {
    const id = this.#added.pop()
    if (id === undefined) return
    this.#free(id)
    this.#renamed.delete(this.#known.length + this.#added.length)
  }

  remove(node: number): void {
    this.#gone++
    this.#free(this.idOf(node))
  }

  /** Takes back {@link remove}. */
  restore(node: number): void {
    this.#gone--
    this.#nodes.set(this.idOf(node), node)
  }

  rename(node: number, to: string): void {
    this.#free(this.idOf(node))
    this.#renamed.set(node, to)
    this.#nodes.set(to, node)
  }

  #free(id: string): void {
    if (this.#base.handles.has(id)) this.#nodes.set(id, NONE)
    else this.#nodes.delete(id)
  }
}
