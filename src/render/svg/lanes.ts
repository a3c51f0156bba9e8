import type { Range } from './channels.js'

/** The distance between two lanes. */
export const LANE = 6

/** Straight stretches of lines in one direction, in lanes at multiples of one distance, which must not overlap. */
export class Lanes {
  /** For each lane the start and end of its stretches, in ascending order; stretches that meet are merged. */
  readonly #taken: (number[] | undefined)[] = []
  readonly #negative: (number[] | undefined)[] = []

  /** Takes the lanes that are closer to a position than the distance between two lanes: one for a position in a lane. */
  take(place: number, from: number, to: number): void {
    const [first, last] = from < to ? [from, to] : [to, from]
    const end = Math.ceil(place / LANE) + 1
    for (let lane = Math.floor(place / LANE); lane < end; lane++) this.#takeLane(lane, first, last)
  }

  #takeLane(lane: number, first: number, last: number): void {
    const here = this.#at(lane)
    if (here === undefined) {
      if (lane < 0) this.#negative[-lane] = [first, last]
      else this.#taken[lane] = [first, last]
      return
    }
    const begin = firstNotBefore(here, first)
    let end = begin
    while (end < here.length && here[end] <= last) end += 2
    if (begin === end) here.splice(begin, 0, first, last)
    else here.splice(begin, end - begin, Math.min(first, here[begin]), Math.max(last, here[end - 1]))
  }

  /** The lane within a range nearest to the wanted position in which a stretch meets no other; `undefined` for none. */
  choose(wanted: number, { low, high }: Range, from: number, to: number): number | undefined {
    const [first, last] = from < to ? [from - LANE, to + LANE] : [to - LANE, from + LANE]
    const [lowest, highest] = [Math.ceil(low / LANE), Math.floor(high / LANE)]
    const start = Math.min(Math.max(Math.round(wanted / LANE), lowest), highest)
    for (let aside = 0; start - aside >= lowest || start + aside <= highest; aside++) {
      if (start + aside <= highest && !this.#isTaken(start + aside, first, last))
        return (start + aside) * LANE
      if (start - aside >= lowest && !this.#isTaken(start - aside, first, last)) return (start - aside) * LANE
    }
    return undefined
  }

  #at(lane: number): number[] | undefined {
    return lane < 0 ? this.#negative[-lane] : this.#taken[lane]
  }

  #isTaken(lane: number, first: number, last: number): boolean {
    const taken = this.#at(lane)
    if (taken === undefined) return false
    const stretch = firstNotBefore(taken, first)
    return stretch < taken.length && taken[stretch] <= last
  }
}

/** The index of the first stretch that does not end before a point. Inlined, since it is asked most of all. */
function firstNotBefore(stretches: readonly number[], point: number): number {
  let [low, high] = [0, stretches.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[2 * middle + 1] < point) low = middle + 1
    else high = middle
  }
  return 2 * low
}
