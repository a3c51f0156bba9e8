import type { Edges } from '../engine/edges.js'
import { VisitMarks } from '../engine/visit-marks.js'

/** Roughly how many times the lines of a component may be read in search of a shorter cycle. */
const MAX_PASSES = 16

/**
 * Finds the shortest cycle in strongly connected components of the lines. Tries each dotted line with a breadth-first
 * search that gives up at the length found so far. If a component is so dense that trying them all would take more than
 * O(lines), the result is the shortest of those tried.
 */
export class ShortestCycles {
  readonly #marks: VisitMarks
  /** The role from which each marked role was reached. */
  readonly #cameFrom: Int32Array
  #linesRead = 0

  constructor(
    /** All lines, upwards. A line to a role other than the solid manager is dotted. */
    readonly up: Edges,
    readonly manager: Int32Array,
    readonly componentOf: Int32Array,
  ) {
    this.#marks = new VisitMarks(manager.length)
    this.#cameFrom = new Int32Array(manager.length)
  }

  /**
   * The shortest cycle that takes a dotted line, starting with that line; ties go to the first such line. `undefined` if no
   * dotted line joins members.
   */
  within(members: readonly number[]): number[] | undefined {
    const { up, manager, componentOf } = this
    const budget =
      MAX_PASSES * members.reduce((sum, member) => sum + up.start[member + 1] - up.start[member], 0)
    this.#linesRead = 0
    let best: number[] | undefined
    for (const from of members) {
      for (let edge = up.start[from]; edge < up.start[from + 1]; edge++) {
        const to = up.to[edge]
        if (to === manager[from] || componentOf[to] !== componentOf[from]) continue
        const path = this.#pathBack(to, from, best === undefined ? Infinity : best.length - 1)
        if (path !== undefined) best = [from, ...path]
        if (best !== undefined && (best.length === 2 || this.#linesRead > budget)) return best
      }
    }
    return best
  }

  /** The shortest path of fewer than `limit` roles from `start` up to a role that reports to `end`, both included. */
  #pathBack(start: number, end: number, limit: number): number[] | undefined {
    const { up, componentOf } = this
    this.#marks.begin()
    this.#marks.mark(start)
    const reached = [start]
    let levelEnd = 1
    let length = 1
    for (let next = 0; next < reached.length && length < limit; next++) {
      const handle = reached[next]
      for (let edge = up.start[handle]; edge < up.start[handle + 1]; edge++) {
        this.#linesRead++
        const to = up.to[edge]
        if (to === end) return this.#pathTo(start, handle)
        if (componentOf[to] !== componentOf[end] || !this.#marks.mark(to)) continue
        this.#cameFrom[to] = handle
        reached.push(to)
      }
      if (next + 1 === levelEnd) {
        levelEnd = reached.length
        length++
      }
    }
    return undefined
  }

  #pathTo(start: number, end: number): number[] {
    const path = [end]
    for (let handle = end; handle !== start;) {
      handle = this.#cameFrom[handle]
      path.push(handle)
    }
    return path.reverse()
  }
}
