import { Heap } from '../../internal.js'

/** No step, gap or row. */
export const NONE = -1

/** A slot by its row and place, which is walked to in one direction up to some place. */
export interface Walk {
  readonly row: number
  readonly place: number
  readonly way: -1 | 1
  readonly end: number
}

/**
 * The steps of one search after the other. They are numbers into columns, which the next search writes over: with an object for each,
 * collecting them takes longer than the search.
 */
export class SearchSteps {
  readonly channel: number[] = []
  readonly x: number[] = []
  readonly y: number[] = []
  /** The cost of the way here. */
  readonly cost: number[] = []
  readonly gap: number[] = []
  readonly before: number[] = []
  /** From a band to a slot of a row: the slot that follows when this step is taken. */
  readonly walk: (Walk | undefined)[] = []
  #count = 0
  #frontier = new Heap<number>(isEarlier)

  clear(): void {
    this.#count = 0
    this.#frontier = new Heap(isEarlier)
  }

  /** Adds a step that may be taken, with what the whole way costs at least. */
  add(
    channel: number,
    x: number,
    y: number,
    cost: number,
    gap: number,
    before: number,
    walk: Walk | undefined,
    least: number,
  ): void {
    const step = this.#count++
    this.channel[step] = channel
    this.x[step] = x
    this.y[step] = y
    this.cost[step] = cost
    this.gap[step] = gap
    this.before[step] = before
    this.walk[step] = walk
    this.#frontier.push(step, least)
  }

  /** Takes the step with which the whole way costs least; `NONE` if there is none left. */
  take(): number {
    const { first } = this.#frontier
    if (first === undefined) return NONE
    this.#frontier.drop()
    return first
  }
}

/** Of steps with equal costs, the first added is taken first. */
function isEarlier(a: number, b: number): boolean {
  return a < b
}
