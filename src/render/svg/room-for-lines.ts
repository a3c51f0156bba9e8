import type { Channels } from './channels.js'
import { LANE } from './lanes.js'
import type { Room } from './placement.js'
import type { Route } from './route-finder.js'

/** Lines next to each other are counted in stretches of this length. */
const STRETCH = 64

/** How many lines run next to each other, at most, along one channel. */
class Crowd {
  readonly #changes: number[] = []

  add(from: number, to: number): void {
    const first = Math.max(0, Math.floor(from / STRETCH))
    const last = Math.max(0, Math.floor(to / STRETCH))
    this.#changes[first] = (this.#changes[first] ?? 0) + 1
    this.#changes[last + 1] = (this.#changes[last + 1] ?? 0) - 1
  }

  get most(): number {
    let now = 0
    let most = 0
    for (let stretch = 0; stretch < this.#changes.length; stretch++) {
      now += this.#changes[stretch] ?? 0
      most = Math.max(most, now)
    }
    return most
  }
}

/**
 * The room that routes need in addition to what the channels have: a lane for each line that runs next to others. `tries` is
 * how often it was tried, beginning with 1: more each time, since lanes are given out one line after the other.
 */
export function roomFor(lines: readonly (RoutedLine | undefined)[], channels: Channels, tries: number): Room {
  const { slots, low, high, bands, inRow, gapLow, between } = channels
  const rows = inRow.length + 1
  const inSlot: (Crowd | undefined)[] = Array.from({ length: slots })
  const inBand = Array.from({ length: rows }, () => new Crowd())
  const freeIn: number[] = Array.from({ length: rows }, () => Infinity)
  const leftmost = inRow.reduce((least, [first]) => Math.min(least, low[first]), Infinity)
  for (const line of lines) {
    if (line === undefined) continue
    const { through } = line.route
    const heightOf = (place: number): number => {
      if (place < 0) return line.from
      const code = through.at(place)
      if (code === undefined) return line.to
      return code < 0 ? gapLow[-1 - code] : (low[code] + high[code]) / 2
    }
    for (let place = 0; place < through.length; place += 2) {
      const slot = through[place]
      const [above, below] = [heightOf(place - 1), heightOf(place + 1)]
      ;(inSlot[slot] ??= new Crowd()).add(Math.min(above, below), Math.max(above, below))
      const [code, next] = [through.at(place + 1), through.at(place + 2)]
      if (code === undefined || next === undefined || code < 0) continue
      const { row } = bands[code - slots]
      freeIn[row] = Math.min(freeIn[row], high[code] - low[code])
      const [left, right] = [Math.min(low[slot], low[next]), Math.max(high[slot], high[next])]
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
    const { first, block, rows: along } = between[slot]
    if (block === undefined) sides[1] = Math.max(sides[1], more)
    else if (first) sides[0] = Math.max(sides[0], more)
    else {
      const list = before.get(block) ?? []
      for (const row of along) list[row] = more
      before.set(block, list)
    }
  }
  const above = inBand.map((crowd, row) =>
    crowd.most === 0 ? 0 : Math.max(0, (lanesFor(crowd) + 2) * LANE - freeIn[row]),
  )
  return { before, above, sides }
}

/** A route with the heights of its ends. */
export interface RoutedLine {
  readonly route: Route
  readonly from: number
  readonly to: number
}
