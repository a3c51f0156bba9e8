import { Distances } from './distances.js'
import { RoleQueue } from './role-queue.js'
import { VisitMarks } from '../../engine/visit-marks.js'

/** The distances of a search, and the roles that it has yet to walk on from. */
export class SearchSpace {
  readonly distances: Distances
  readonly queue = new RoleQueue()
  /** For a part of the search that is undone later. */
  readonly queueBeyond = new RoleQueue()
  /**
   * By role the {@link side} of each search that has reached it, of all that share this column. A byte is at hand where
   * a distance is not.
   */
  readonly sides: Uint8Array
  readonly side: number

  constructor(count: number, sides: Uint8Array, side: number) {
    this.distances = new Distances(count)
    this.sides = sides
    this.side = side
  }

  begin(isSorted: boolean): void {
    const { reached, size } = this.distances
    for (let at = 0; at < size; at++) this.sides[reached[at]] &= ~this.side
    this.distances.begin()
    this.queue.begin(isSorted)
  }
}

/** The scratch memory of a search for career paths; it is as long as the chart, so it is used again. */
export class CareerWorkspace {
  /** From the start of the path. */
  readonly ahead: SearchSpace
  /** From the goal back. */
  readonly back: SearchSpace
  readonly detourQueue = new RoleQueue()
  /** The roles that the path has passed. */
  readonly passed: VisitMarks
  readonly #count: number
  #detour: Distances | undefined
  #onDetour: VisitMarks | undefined

  constructor(count: number) {
    const sides = new Uint8Array(count)
    this.ahead = new SearchSpace(count, sides, 1)
    this.back = new SearchSpace(count, sides, 2)
    this.passed = new VisitMarks(count)
    this.#count = count
  }

  /** Of a detour. Most searches need none. */
  get detour(): Distances {
    return (this.#detour ??= new Distances(this.#count))
  }

  /** The roles that lie on the best detours. */
  get onDetour(): VisitMarks {
    return (this.#onDetour ??= new VisitMarks(this.#count))
  }
}
