import { type Channel, type Channels, entered, type Range } from './channels.js'
import { CheapestFirst } from './cheapest-first.js'

/** Where a line can meet a box: at its left or its right side, at some heights. */
export interface Port {
  readonly box: number
  readonly left: number
  readonly right: number
  readonly heights: Range
}

/** The channels and gaps of a way from box to box, in turns slots and what leads across; the sides at its ends. */
export interface Route {
  readonly start: number
  readonly end: number
  readonly ranges: readonly Range[]
}

/** What a turn costs, in pixels of length. */
const TURN = 40
/** The length of a detour round a gap or a slot that has no room left. */
const CROWDED = 60
/** The room of a line. */
const APART = 5
/** More than 1: what lies ahead counts for more than what lies behind, so that far fewer ways are tried. */
const EAGER = 1.25
const SIDES = ['right', 'left'] as const

interface Step {
  /** Absent at the box that the way leads to. */
  readonly channel: Channel | undefined
  readonly x: number
  readonly y: number
  readonly cost: number
  readonly gap: Range | undefined
  readonly before: Step | undefined
}

/** Finds ways between the boxes of one tree, one after the other. */
export class RouteFinder {
  readonly #beside: Channels['beside']
  readonly #uses: ReadonlyMap<Range, number>
  /** By channel what the way to it costs at least, and in which search that was found out. */
  readonly #least: Float64Array
  readonly #searched: Int32Array
  #search = 0

  /** `uses` tells how many lines use what; it may change from one search to the next. */
  constructor({ beside, count }: Channels, uses: ReadonlyMap<Range, number>) {
    this.#beside = beside
    this.#uses = uses
    this.#least = new Float64Array(count)
    this.#searched = new Int32Array(count)
  }

  /**
   * A short way with few turns from the side of one box to that of another, round what many lines use already. One place
   * in each channel is tried.
   */
  find(from: Port, to: Port): Route | undefined {
    this.#search++
    const open = new CheapestFirst<Step>()
    const add = (step: Step): void => {
      const ahead =
        Math.max(0, to.left - step.x, step.x - to.right) + Math.abs(step.y - entered(step.y, to.heights))
      open.add(step, step.cost + EAGER * ahead)
    }
    const startY = middle(from.heights)
    for (const side of SIDES) {
      const channel = this.#beside(from.box, side, startY)
      const x = entered(from[side], channel.range)
      add({ channel, x, y: startY, cost: Math.abs(x - from[side]), gap: undefined, before: undefined })
    }
    const ends = new Map(SIDES.map((side) => [this.#beside(to.box, side, middle(to.heights)), to[side]]))
    for (let step = open.take(); step !== undefined; step = open.take()) {
      const { channel, x, y, cost } = step
      if (channel === undefined) return routeOf(step, from)
      if (cost > this.#leastTo(channel)) continue
      const end = ends.get(channel)
      if (end !== undefined) {
        const down = Math.abs(y - entered(y, to.heights))
        const left = cost + Math.abs(end - x) + down + (down === 0 ? 0 : TURN)
        add({
          channel: undefined,
          x: end,
          y: entered(y, to.heights),
          cost: left,
          gap: undefined,
          before: step,
        })
      }
      for (const { to: next, gap } of channel.links) {
        const nextX = next.slot ? entered(x, next.range) : x
        const nextY = next.slot ? (gap === undefined ? y : entered(y, gap)) : entered(y, next.range)
        const turn = nextX !== x && (gap === undefined || nextY !== y) ? TURN : 0
        const way = cost + Math.abs(nextX - x) + Math.abs(nextY - y) + turn
        if (way >= this.#leastTo(next)) continue
        // A band is so wide that lines in it seldom meet.
        const nextCost =
          way + (gap === undefined ? 0 : this.#detour(gap)) + (next.slot ? this.#detour(next.range) : 0)
        if (nextCost >= this.#leastTo(next)) continue
        this.#least[next.index] = nextCost
        this.#searched[next.index] = this.#search
        add({ channel: next, x: nextX, y: nextY, cost: nextCost, gap, before: step })
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
