import { Heap } from '../../internal.js'
import { type Channel, type Channels, entered, type Range } from './channels.js'

/** Where a line can meet a box: on its left or its right side, within a range of heights. */
export interface Port {
  readonly box: number
  readonly left: number
  readonly right: number
  readonly heights: Range
}

/** A route from box to box: the sides at its ends, and the channels and gaps between them, alternately down and across. */
export interface Route {
  readonly start: number
  readonly end: number
  readonly ranges: readonly Range[]
}

/** The cost of a turn, in pixels of length. */
const TURN = 40
/** The cost of a gap or a slot that has no room left: the length of a detour around it. */
const CROWDED = 60
/** The room that a line takes. */
const APART = 5
/** The weight of the heuristic: over 1 the route may be longer than the shortest, and far fewer steps are tried. */
const GREED = 1.25
const SIDES = ['right', 'left'] as const

interface Step {
  /** Absent at the target box. */
  readonly channel: Channel | undefined
  readonly x: number
  readonly y: number
  readonly cost: number
  readonly gap: Range | undefined
  readonly before: Step | undefined
  /** When the step was added: of steps with equal costs, the first added is taken first. */
  readonly turn: number
}

/** Finds routes between the boxes of one tree, one after the other: weighted A* over the channels. */
export class RouteFinder {
  readonly #beside: Channels['beside']
  readonly #uses: ReadonlyMap<Range, number>
  /** For each channel the least cost of a path to it, and the search in which that was found. */
  readonly #least: Float64Array
  readonly #searched: Int32Array
  #search = 0

  /** `uses` has how many lines run in each range; it may change between searches. */
  constructor({ beside, count }: Channels, uses: ReadonlyMap<Range, number>) {
    this.#beside = beside
    this.#uses = uses
    this.#least = new Float64Array(count)
    this.#searched = new Int32Array(count)
  }

  /**
   * A short route with few turns from a side of one box to a side of another, around crowded places. One position in
   * each channel is tried.
   */
  find(from: Port, to: Port): Route | undefined {
    this.#search++
    const frontier = new Heap<Step>((a, b) => a.turn < b.turn)
    let turn = 0
    const add = (
      channel: Channel | undefined,
      x: number,
      y: number,
      cost: number,
      gap: Range | undefined,
      before: Step | undefined,
    ): void => {
      const ahead = Math.max(0, to.left - x, x - to.right) + Math.abs(y - entered(y, to.heights))
      frontier.push({ channel, x, y, cost, gap, before, turn: turn++ }, cost + GREED * ahead)
    }
    const startY = middle(from.heights)
    for (const side of SIDES) {
      const channel = this.#beside(from.box, side, startY)
      const x = entered(from[side], channel.range)
      add(channel, x, startY, Math.abs(x - from[side]), undefined, undefined)
    }
    const ends = new Map(SIDES.map((side) => [this.#beside(to.box, side, middle(to.heights)), to[side]]))
    for (let step = frontier.first; step !== undefined; step = frontier.first) {
      frontier.drop()
      const { channel, x, y, cost } = step
      if (channel === undefined) return routeOf(step, from)
      if (cost > this.#leastTo(channel)) continue
      const end = ends.get(channel)
      if (end !== undefined) {
        const down = Math.abs(y - entered(y, to.heights))
        const left = cost + Math.abs(end - x) + down + (down === 0 ? 0 : TURN)
        add(undefined, end, entered(y, to.heights), left, undefined, step)
      }
      for (const { to: next, gap } of channel.links) {
        const nextX = next.slot ? entered(x, next.range) : x
        const nextY = next.slot ? (gap === undefined ? y : entered(y, gap)) : entered(y, next.range)
        const turnCost = nextX !== x && (gap === undefined || nextY !== y) ? TURN : 0
        const length = cost + Math.abs(nextX - x) + Math.abs(nextY - y) + turnCost
        if (length >= this.#leastTo(next)) continue
        // A band is so wide that its lines rarely meet.
        const nextCost =
          length + (gap === undefined ? 0 : this.#detour(gap)) + (next.slot ? this.#detour(next.range) : 0)
        if (nextCost >= this.#leastTo(next)) continue
        this.#least[next.index] = nextCost
        this.#searched[next.index] = this.#search
        add(next, nextX, nextY, nextCost, gap, step)
      }
    }
    return undefined
  }

  #leastTo({ index }: Channel): number {
    return this.#searched[index] === this.#search ? this.#least[index] : Infinity
  }

  #detour(range: Range): number {
    return (this.#uses.get(range) ?? 0) < (range.high - range.low) / APART ? 0 : CROWDED
  }
}

function middle({ low, high }: Range): number {
  return Math.round((low + high) / 2)
}

function routeOf(last: Step, from: Port): Route {
  const ranges: Range[] = []
  let start = last.x
  for (let step = last.before; step?.channel !== undefined; step = step.before) {
    ranges.push(step.channel.range)
    if (step.gap !== undefined) ranges.push(step.gap)
    if (step.before === undefined)
      start = step.x > from.left + (from.right - from.left) / 2 ? from.right : from.left
  }
  return { start, end: last.x, ranges: ranges.reverse() }
}
