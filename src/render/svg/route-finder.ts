import { type ChannelRanges, entered, type Range } from './channel-ranges.js'
import { type Band, type Channels, placeAfter, type GapLink } from './channels.js'
import { type GapList, Gaps } from './gaps.js'
import { NONE, SearchSteps, type Walk } from './search-steps.js'

/** Where a line can meet a box: on its left or its right side, within a range of heights. */
export interface Port {
  readonly box: number
  readonly left: number
  readonly right: number
  readonly heights: Range
}

/**
 * A route from box to box: the sides at its ends, and what it runs through, alternately a slot and a band or a gap. A gap
 * is written as `-1 - gap`.
 */
export interface Route {
  readonly start: 'left' | 'right'
  readonly end: 'left' | 'right'
  readonly through: readonly number[]
}

/** The cost of a turn, in pixels of length. */
const TURN = 40
/** The weight of the heuristic: over 1 the route may be longer than the shortest, and far fewer steps are tried. */
const GREED = 1.25

/** The channel of a step to the target box. */
const AT_TARGET = -1

/** Finds routes between the boxes of one tree, one after the other: weighted A* over the channels. */
export class RouteFinder {
  readonly #channels: Channels
  readonly #ranges: ChannelRanges
  /** By row, where its slots start. */
  readonly #starts: readonly (readonly number[])[]
  readonly #gaps: Gaps
  readonly #steps = new SearchSteps()
  /** For each channel the least cost of a path to it, and the search in which that was found. */
  readonly #least: Float64Array
  readonly #searched: Int32Array
  #search = 0

  constructor(channels: Channels, ranges: ChannelRanges) {
    this.#channels = channels
    this.#ranges = ranges
    this.#starts = channels.inRow.map((slots) => slots.map((slot) => ranges.low[slot]))
    this.#gaps = new Gaps(channels, ranges)
    this.#least = new Float64Array(channels.count)
    this.#searched = new Int32Array(channels.count)
  }

  /** A short route with few turns from a side of one box to a side of another; through gaps only if `gaps` is set. */
  find(from: Port, to: Port, gaps: boolean): Route | undefined {
    const { slots, bandAbove, bandBelow, bands, leftOf, rightOf } = this.#channels
    const { low, high } = this.#ranges
    const steps = this.#steps
    this.#search++
    steps.clear()
    this.#start(rightOf[from.box], from.right, from, to)
    this.#start(leftOf[from.box], from.left, from, to)
    for (let step = steps.take(); step !== NONE; step = steps.take()) {
      const channel = steps.channel[step]
      if (channel === AT_TARGET) return this.#taken(step, from, to)
      const walk = steps.walk[step]
      if (walk !== undefined) this.#walk(steps.before[step], walk.row, walk.place, walk.way, walk.end, to)
      if (steps.cost[step] > this.#leastTo(channel)) continue
      if (channel >= slots) {
        const { row, above, below } = bands[channel - slots]
        this.#intoRow(step, row - 1, above, to)
        this.#intoRow(step, row, below, to)
        continue
      }
      if (channel === leftOf[to.box]) this.#arrive(step, to.left, to)
      if (channel === rightOf[to.box]) this.#arrive(step, to.right, to)
      const x = steps.x[step]
      const y = steps.y[step]
      const above = bandAbove[channel]
      this.#add(step, above, x, entered(y, low[above], high[above]), 0, NONE, to)
      const below = bandBelow[channel]
      this.#add(step, below, x, entered(y, low[below], high[below]), 0, NONE, to)
      if (!gaps) continue
      this.#throughGap(step, this.#gaps.rightOf(channel), to)
      this.#throughGap(step, this.#gaps.leftOf(channel), to)
    }
    return undefined
  }

  /** The first step: from a side of a box into the slot there. */
  #start(slot: number, side: number, { heights }: Port, to: Port): void {
    const { low, high } = this.#ranges
    const x = entered(side, low[slot], high[slot])
    this.#push(slot, x, middle(heights), Math.abs(x - side), NONE, NONE, undefined, to)
  }

  /** The last step: from a slot to the side of the target box there. */
  #arrive(step: number, side: number, to: Port): void {
    const { x, y, cost } = this.#steps
    const at = entered(y[step], to.heights.low, to.heights.high)
    const down = Math.abs(y[step] - at)
    const length = cost[step] + Math.abs(side - x[step]) + down + (down === 0 ? 0 : TURN)
    this.#push(AT_TARGET, side, at, length, NONE, step, undefined, to)
  }

  /** From a band into a row of slots: straight on, and from the slot nearest to the target outwards as it costs more. */
  #intoRow(step: number, row: number, [first, last]: Band['above'], to: Port): void {
    if (last < first) return
    const { inRow } = this.#channels
    const { low, high } = this.#ranges
    const x = this.#steps.x[step]
    const straight = inRow[row][this.#placeAt(row, x, first, last)]
    if (x >= low[straight] && x <= high[straight])
      this.#add(step, straight, x, this.#steps.y[step], 0, NONE, to)
    const nearest = this.#placeAt(row, Math.min(Math.max(x, to.left), to.right), first, last)
    this.#walk(step, row, nearest, -1, first, to)
    this.#walk(step, row, nearest + 1, 1, last, to)
  }

  /** The place of the last slot of some that starts at or before a position, or of the first one. */
  #placeAt(row: number, x: number, first: number, last: number): number {
    return Math.max(first, placeAfter(this.#starts[row], x, first, last + 1) - 1)
  }

  /** Adds the next slot, in one direction from a band, that has no better route yet. */
  #walk(step: number, row: number, start: number, way: -1 | 1, end: number, to: Port): void {
    const { inRow } = this.#channels
    const { low, high } = this.#ranges
    const from = this.#steps.x[step]
    for (let place = start; way * (end - place) >= 0; place += way) {
      const slot = inRow[row][place]
      const x = entered(from, low[slot], high[slot])
      const cost = this.#steps.cost[step] + Math.abs(x - from) + (x === from ? 0 : TURN)
      if (cost >= this.#leastTo(slot)) continue
      const walk = { row, place: place + way, way, end }
      this.#lower(slot, cost)
      this.#push(slot, x, this.#steps.y[step], cost, NONE, step, walk, to)
      return
    }
  }

  /** Through the gap that leads straight on, and through the one with room that is nearest to the target. */
  #throughGap(step: number, list: GapList, to: Port): void {
    const { links, starts } = list
    if (links.length === 0) return
    const y = this.#steps.y[step]
    const target = entered(y, to.heights.low, to.heights.high)
    const after = placeAfter(starts, target, 0, starts.length)
    const above = this.#gaps.withRoom(list, Math.max(0, after - 1), -1)
    const below = this.#gaps.withRoom(list, after, 1)
    const isBelow =
      below !== undefined &&
      (above === undefined || this.#detour(below, y, target) < this.#detour(above, y, target))
    const best = isBelow ? below : above
    if (best !== undefined) this.#into(step, best, to)
    const straight = links[Math.max(0, placeAfter(starts, y, 0, starts.length) - 1)]
    if (straight === best || !this.#gaps.hasRoom(straight.gap)) return
    if (this.#enteredGap(straight, y) === y) this.#into(step, straight, to)
  }

  #enteredGap({ gap }: GapLink, y: number): number {
    const { gapLow, gapHigh } = this.#ranges
    return entered(y, gapLow[gap], gapHigh[gap])
  }

  #detour(link: GapLink, y: number, target: number): number {
    const at = this.#enteredGap(link, y)
    return Math.abs(at - y) + (at === y ? 0 : TURN) + GREED * Math.abs(target - at)
  }

  #into(step: number, link: GapLink, to: Port): void {
    const { low, high } = this.#ranges
    const before = this.#steps.y[step]
    const y = this.#enteredGap(link, before)
    const x = entered(this.#steps.x[step], low[link.to], high[link.to])
    this.#add(step, link.to, x, y, y === before ? 0 : TURN, link.gap, to)
  }

  #add(step: number, channel: number, x: number, y: number, more: number, gap: number, to: Port): void {
    const steps = this.#steps
    const cost = steps.cost[step] + Math.abs(x - steps.x[step]) + Math.abs(y - steps.y[step]) + more
    if (cost >= this.#leastTo(channel)) return
    this.#lower(channel, cost)
    this.#push(channel, x, y, cost, gap, step, undefined, to)
  }

  #push(
    channel: number,
    x: number,
    y: number,
    cost: number,
    gap: number,
    before: number,
    walk: Walk | undefined,
    { left, right, heights }: Port,
  ): void {
    const ahead = Math.max(0, left - x, x - right) + Math.abs(y - entered(y, heights.low, heights.high))
    this.#steps.add(channel, x, y, cost, gap, before, walk, cost + GREED * ahead)
  }

  #lower(channel: number, cost: number): void {
    this.#least[channel] = cost
    this.#searched[channel] = this.#search
  }

  #leastTo(channel: number): number {
    return this.#searched[channel] === this.#search ? this.#least[channel] : Infinity
  }

  #taken(last: number, from: Port, to: Port): Route {
    const { channel, x, gap, before } = this.#steps
    const through: number[] = []
    let first = 0
    for (let step = before[last]; step !== NONE; step = before[step]) {
      first = channel[step]
      through.push(first)
      if (gap[step] === NONE) continue
      through.push(-1 - gap[step])
      this.#gaps.take(gap[step])
    }
    return {
      start: first === this.#channels.leftOf[from.box] ? 'left' : 'right',
      end: x[last] === to.left ? 'left' : 'right',
      through: through.reverse(),
    }
  }
}

function middle({ low, high }: Range): number {
  return Math.round((low + high) / 2)
}
