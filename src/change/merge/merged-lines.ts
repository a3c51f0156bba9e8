import { NONE } from '../../engine/columns.js'
import type { OpenOrg } from '../open-org.js'
import { cyclesAbove } from '../parent-walks.js'
import { type Fact, managerIn } from './fact.js'

/**
 * The solid lines of a merged org by node: those of our side, but for the lines that the merge changes. Walks over nodes take a small
 * part of the time of those over ids.
 */
export class MergedLines {
  readonly #ours: OpenOrg
  /** The nodes of the ids that our side does not have. */
  readonly #added = new Map<string, number>()
  readonly #changed = new Map<number, number>()

  constructor(ours: OpenOrg, changed: Iterable<{ readonly fact: Fact; readonly value: unknown }>) {
    this.#ours = ours
    for (const { fact, value } of changed) {
      const manager = managerIn(value)
      this.#changed.set(this.nodeOf(fact.id), manager === undefined ? NONE : this.nodeOf(manager))
    }
  }

  /** Whether there is a cycle in or above the lines that the merge changes. */
  hasCycle(): boolean {
    return cyclesAbove(this.#changed.keys(), this.managerOf).length > 0
  }

  nodeOf(id: string): number {
    const node = this.#ours.nodeOf(id) ?? this.#added.get(id)
    if (node !== undefined) return node
    const next = this.#ours.nodeCount + this.#added.size
    this.#added.set(id, next)
    return next
  }

  readonly managerOf = (node: number): number | undefined => {
    const manager =
      this.#changed.get(node) ?? (node < this.#ours.nodeCount ? this.#ours.managerOf(node) : NONE)
    return manager === NONE ? undefined : manager
  }
}
