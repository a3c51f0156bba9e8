import type { OpenRole } from './open-role.js'

/** Which touched roles refer to a role. */
export class TouchedReferrers {
  readonly #opened: ReadonlyMap<number, OpenRole>
  /** The roles that report to each node, once they are asked for. */
  #reports: Map<number, Set<number>> | undefined
  /** The roles that have had dotted lines. */
  readonly dotted = new Set<number>()
  /** The roles that have had moves. */
  readonly moves = new Set<number>()

  constructor(opened: ReadonlyMap<number, OpenRole>) {
    this.#opened = opened
    for (const role of opened.values()) this.#noteEdges(role)
  }

  add(role: OpenRole): void {
    this.link(role.node, role.manager.to)
    this.#noteEdges(role)
  }

  link(node: number, manager: number): void {
    const reports = this.#reports?.get(manager)
    if (reports === undefined) this.#reports?.set(manager, new Set([node]))
    else reports.add(node)
  }

  unlink(node: number, manager: number): void {
    this.#reports?.get(manager)?.delete(node)
  }

  /** The roles that report to a role by a solid line. */
  reportsTo(manager: number): Iterable<number> {
    if (this.#reports === undefined) {
      this.#reports = new Map()
      for (const role of this.#opened.values()) this.link(role.node, role.manager.to)
    }
    return this.#reports.get(manager) ?? []
  }

  #noteEdges({ node, dotted, moves }: OpenRole): void {
    if (dotted.length > 0) this.dotted.add(node)
    if (moves.length > 0) this.moves.add(node)
  }
}
