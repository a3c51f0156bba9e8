import type { Edges } from '../engine/edges.js'
import { VisitMarks } from '../engine/visit-marks.js'

/** How many times over the lines of a component are read, at most about, in search of a shorter way. */
const READINGS = 16

/**
 * Finds the shortest way round in strongly connected components of the lines. Each dotted line is tried with a
 * search in breadth that gives up at the length found so far. In a component so entangled that trying all of them
 * would take more than O(lines), it is the shortest of those tried.
 */
export class WaysRound {
  readonly #marks: VisitMarks
  /** The role from which each marked role was reached. */
  readonly #cameFrom: Int32Array
  #linesRead = 0

  constructor(
    /** All lines, upwards. A line to another role than the solid manager is dotted. */
    readonly up: Edges,
    readonly manager: Int32Array,
    readonly componentOf: Int32Array,
  ) {
    this.#marks = new VisitMarks(manager.length)
    this.#cameFrom = new Int32Array(manager.length)
  }

  /**
   * The shortest way round that takes a dotted line, from that line on; among equals the one of the first such
   * line. `undefined` where no dotted line lies between members.
   */
  shortest(members: readonly number[]): number[] | undefined {
    const { up, manager, componentOf } = this
    const enough =
      READINGS * members.reduce((sum, member) => sum + up.start[member + 1] - up.start[member], 0)
    this.#linesRead = 0
    let best: number[] | undefined
    for (const from of members) {
      for (let edge = up.start[from]; edge < up.start[from + 1]; edge++) {
        const to = up.to[edge]
        if (to === manager[from] || componentOf[to] !== componentOf[from]) continue
        const way = this.#wayBack(to, from, best === undefined ? Infinity : best.length - 1)
        if (way !== undefined) best = [from, ...way]
        if (best !== undefined && (best.length === 2 || this.#linesRead > enough)) return best
      }
    }
    return best
  }

  /** The shortest way from `start` up to a role that reports to `end`, that role included, of less than `limit` roles. */
  #wayBack(start: number, end: number, limit: number): number[] | undefined {
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
        if (to === end) return this.#wayTo(start, handle)
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

  #wayTo(start: number, end: number): number[] {
    const way = [end]
    for (let handle = end; handle !== start;) {
      handle = this.#cameFrom[handle]
      way.push(handle)
    }
    return way.reverse()
  }
}
