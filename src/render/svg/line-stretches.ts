import { type ChannelRanges, entered } from './channel-ranges.js'
import type { Port, Route } from './route-finder.js'

/**
 * A line as straight stretches: the first, third and so on are horizontal, at a y; the others are vertical, at an x. They are columns,
 * which the next line writes over: with an object for each stretch, collecting these takes longer than choosing their lanes.
 */
export class LineStretches {
  readonly at: number[] = []
  /** Where each can run. */
  readonly low: number[] = []
  readonly high: number[] = []
  /** Whether that is the range of a box or of a gap, and not of a slot or a band. */
  readonly isNarrow: boolean[] = []
  count = 0
  /** The x of the start and of the end of the line. */
  start = 0
  end = 0
  readonly #ranges: ChannelRanges

  constructor(ranges: ChannelRanges) {
    this.#ranges = ranges
  }

  /** The stretches of a route from port to port, which continue straight where they can if `straight` is set. */
  lay(route: Route, from: Port, to: Port, straight: boolean): void {
    const { low, high, gapLow, gapHigh } = this.#ranges
    const { through } = route
    this.count = 0
    this.start = from[route.start]
    this.end = to[route.end]
    this.#add(0, from.heights.low, from.heights.high, true, straight)
    for (let place = 0; place < through.length; place++) {
      const code = through[place]
      if (code < 0) this.#add(place + 1, gapLow[-1 - code], gapHigh[-1 - code], true, straight)
      else this.#add(place + 1, low[code], high[code], false, straight)
    }
    this.#add(through.length + 1, to.heights.low, to.heights.high, true, straight)
  }

  /** The position before a stretch, in the direction across it. */
  before(place: number): number {
    return place === 0 ? this.start : this.at[place - 1]
  }

  /** The position after a stretch, in the direction across it. */
  after(place: number): number {
    return place === this.count - 1 ? this.end : this.at[place + 1]
  }

  /** The positions at which a line starts, turns and ends: alternately an x and a y, from the x of its start on. */
  turns(): number[] {
    const turns = [this.start]
    for (let place = 0; place < this.count; place++) turns.push(this.at[place])
    turns.push(this.end)
    return turns
  }

  #add(place: number, low: number, high: number, isNarrow: boolean, straight: boolean): void {
    const before = this.count - 2
    const wanted = before >= 0 ? this.at[before] : place % 2 === 1 ? this.start : Math.round((low + high) / 2)
    const at = entered(wanted, low, high)
    if (straight && before >= 0 && wanted === at) {
      // The stretch between the two has no length.
      this.count--
      this.low[before] = Math.max(this.low[before], low)
      this.high[before] = Math.min(this.high[before], high)
      this.isNarrow[before] ||= isNarrow
      return
    }
    this.at[this.count] = at
    this.low[this.count] = low
    this.high[this.count] = high
    this.isNarrow[this.count] = isNarrow
    this.count++
  }
}
