import type { ChannelRanges } from './channel-ranges.js'
import type { Channels } from './channels.js'
import { LANE } from './lanes.js'
import type { Room } from './placement.js'
import type { Route } from './route-finder.js'
import { NONE } from './search-steps.js'

/** Lines next to each other are counted in stretches of this length. */
const STRETCH = 64

/** How many lines run next to each other, at most, along one channel. */
class Crowd {
  /** The first and the last stretch of each line. */
  readonly #ends: number[] = []

  add(from: number, to: number): void {
    this.#ends.push(Math.max(0, Math.floor(from / STRETCH)), Math.max(0, Math.floor(to / STRETCH)))
  }

  get most(): number {
    const ends = this.#ends
    let first = Infinity
    let last = -1
    for (let place = 0; place < ends.length; place += 2) {
      first = Math.min(first, ends[place])
      last = Math.max(last, ends[place + 1])
    }
    if (last < 0) return 0
    const changes = new Int32Array(last - first + 2)
    for (let place = 0; place < ends.length; place += 2) {
      changes[ends[place] - first]++
      changes[ends[place + 1] - first + 1]--
    }
    let now = 0
    let most = 0
    for (const change of changes) {
      now += change
      most = Math.max(most, now)
    }
    return most
  }
}

/**
 * The room that routes need in addition to what the channels have: a lane for each line that runs next to others. `tries` is
 * how often it was tried, beginning with 1: more each time, since lanes are given out one line after the other.
 */
export function roomFor(
  lines: readonly (RoutedLine | undefined)[],
  { slots, bands, inRow, between }: Channels,
  { low, high, gapLow }: ChannelRanges,
  tries: number,
): Room {
  const rows = inRow.length + 1
  const inSlot: (Crowd | undefined)[] = Array.from({ length: slots })
  const inBand = Array.from({ length: rows }, () => new Crowd())
  const freeIn: number[] = Array.from({ length: rows }, () => Infinity)
  const leftmost = inRow.reduce((least, [first]) => Math.min(least, low[first]), Infinity)
  for (const line of lines) {
    if (line === undefined) continue
    const { through } = line.route
    let above = line.from
    for (let place = 0; place < through.length; place += 2) {
      const slot = through[place]
      const isLast = place + 1 === through.length
      const code = isLast ? NONE : through[place + 1]
      const below = isLast ? line.to : code < 0 ? gapLow[-1 - code] : (low[code] + high[code]) / 2
      ;(inSlot[slot] ??= new Crowd()).add(Math.min(above, below), Math.max(above, below))
      above = below
      if (code < 0) continue
      const next = through[place + 2]
      const { row } = bands[code - slots]
      freeIn[row] = Math.min(freeIn[row], high[code] - low[code])
      const left = Math.min(low[slot], low[next])
      const right = Math.max(high[slot], high[next])
      inBand[row].add(left - leftmost, right - leftmost)
    }
  }
  const lanesFor = (crowd: Crowd): number => Math.ceil(crowd.most * (1 + tries / 8)) + tries
  const before = new Map<number, number[]>()
  const sides: [number, number] = [0, 0]
  for (const [slot, crowd] of inSlot.entries()) {
    if (crowd === undefined) continue
    const more = lanesFor(crowd) * LANE - (high[slot] - low[slot])
    if (more <= 0) continue
    const { before: left, block, rows: along } = between[slot]
    if (block === undefined) sides[1] = Math.max(sides[1], more)
    else if (left === undefined) sides[0] = Math.max(sides[0], more)
    else {
      const list = before.get(block) ?? []
      for (const row of along) list[row] = more
      before.set(block, list)
    }
  }
  const above = inBand.map((crowd, row) => Math.max(0, (lanesFor(crowd) + 2) * LANE - freeIn[row]))
  return { before, above, sides }
}

/** A route with the heights of its ends. */
export interface RoutedLine {
  readonly route: Route
  readonly from: number
  readonly to: number
}
