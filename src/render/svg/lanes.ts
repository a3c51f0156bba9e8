import { partitionPoint } from '../../internal.js'
import { type Range } from './channels.js'

/** Straight stretches of lines in one direction, which must not overlap. */
export class Lanes {
  /** For each position the start and end of its stretches, in ascending order; stretches that meet are merged. */
  readonly #taken = new Map<number, number[]>()

  take(place: number, from: number, to: number): void {
    const [first, last] = from < to ? [from, to] : [to, from]
    const here = this.#taken.get(place)
    if (here === undefined) {
      this.#taken.set(place, [first, last])
      return
    }
    const begin = firstNotBefore(here, first)
    let end = begin
    while (end < here.length && here[end] <= last) end += 2
    if (begin === end) here.splice(begin, 0, first, last)
    else here.splice(begin, end - begin, Math.min(first, here[begin]), Math.max(last, here[end - 1]))
  }

  /**
   * The position within a range nearest to the wanted one at which a stretch keeps the first possible distance from
   * others; `wanted` if there is none.
   */
  choose(wanted: number, range: Range, from: number, to: number, distances: readonly number[]): number {
    const [first, last] = from < to ? [from, to] : [to, from]
    for (const apart of distances) {
      const place = this.#nearest(wanted, range, first, last, apart - 1)
      if (place !== undefined) return place
    }
    return wanted
  }

  /** Looks at each position once, outwards from the wanted one, and remembers the last taken one on either side. */
  #nearest(
    wanted: number,
    { low, high }: Range,
    first: number,
    last: number,
    room: number,
  ): number | undefined {
    let highest = -Infinity
    let lowest = Infinity
    for (let near = wanted - room; near <= wanted + room; near++) {
      if (!this.#isTaken(near, first, last)) continue
      highest = near
      lowest = Math.min(lowest, near)
    }
    for (let aside = 0; wanted - aside >= low || wanted + aside <= high; aside++) {
      const [above, below] = [wanted + aside, wanted - aside]
      if (aside > 0 && this.#isTaken(above + room, first, last)) highest = above + room
      if (above >= low && above <= high && highest < above - room) return above
      if (aside > 0 && this.#isTaken(below - room, first, last)) lowest = below - room
      if (below >= low && below <= high && lowest > below + room) return below
    }
    return undefined
  }

  #isTaken(place: number, first: number, last: number): boolean {
    const taken = this.#taken.get(place)
    if (taken === undefined) return false
    const stretch = firstNotBefore(taken, first)
    return stretch < taken.length && taken[stretch] <= last
  }
}

/** The index of the first stretch that does not end before a point. */
function firstNotBefore(stretches: readonly number[], point: number): number {
  return 2 * partitionPoint(stretches.length / 2, (stretch) => stretches[2 * stretch + 1] < point)
}
