/** The distance between two lanes. */
export const LANE = 6
/** How many neighbouring lanes are passed at once where all of them are taken. */
const GROUP = 16

/** Neighbouring lanes: for each the start and end of its stretches, in ascending order; stretches that meet are merged. */
interface LaneGroup {
  readonly lanes: (number[] | undefined)[]
  /** A stretch that is taken in all of them; none if it ends before it starts. */
  low: number
  high: number
}

/** Straight stretches of lines in one direction, in lanes at multiples of one distance, which must not overlap. */
export class Lanes {
  readonly #groups = new Map<number, LaneGroup>()

  /** Takes the lanes that are closer to a position than the distance between two lanes: one for a position in a lane. */
  take(place: number, from: number, to: number): void {
    const first = Math.min(from, to)
    const last = Math.max(from, to)
    const end = Math.ceil(place / LANE) + 1
    for (let lane = Math.floor(place / LANE); lane < end; lane++) this.#takeLane(lane, first, last)
  }

  #takeLane(lane: number, first: number, last: number): void {
    const number = Math.floor(lane / GROUP)
    const place = lane - number * GROUP
    let group = this.#groups.get(number)
    if (group === undefined) {
      group = { lanes: Array.from({ length: GROUP }), low: Infinity, high: -Infinity }
      this.#groups.set(number, group)
    }
    const here = group.lanes[place]
    if (here === undefined) {
      group.lanes[place] = [first, last]
      return
    }
    const begin = firstNotBefore(here, first)
    let end = begin
    while (end < here.length && here[end] <= last) end += 2
    if (begin === end) here.splice(begin, 0, first, last)
    else here.splice(begin, end - begin, Math.min(first, here[begin]), Math.max(last, here[end - 1]))
  }

  /** The lane within a range nearest to the wanted position in which a stretch meets no other; `undefined` for none. */
  choose(wanted: number, low: number, high: number, from: number, to: number): number | undefined {
    const first = Math.min(from, to) - LANE
    const last = Math.max(from, to) + LANE
    const lowest = Math.ceil(low / LANE)
    const highest = Math.floor(high / LANE)
    const start = Math.min(Math.max(Math.round(wanted / LANE), lowest), highest)
    const after = this.#firstFree(start, highest, 1, first, last)
    // Only a lane that is nearer.
    const least = after === undefined ? lowest : Math.max(lowest, 2 * start - after + 1)
    const lane = this.#firstFree(start - 1, least, -1, first, last) ?? after
    return lane === undefined ? undefined : lane * LANE
  }

  /**
   * The first lane in one direction in which a stretch meets no other. Long stretches fill hundreds of lanes next to each other, so
   * a group of lanes that are all taken at some place is passed at once.
   */
  #firstFree(start: number, end: number, way: 1 | -1, first: number, last: number): number | undefined {
    for (let lane = start; way * (end - lane) >= 0;) {
      const number = Math.floor(lane / GROUP)
      const group = this.#groups.get(number)
      if (group === undefined) return lane
      const least = number * GROUP
      const begin = way === 1 ? least : least + GROUP - 1
      const finish = way === 1 ? least + GROUP - 1 : least
      if (group.low <= last && group.high >= first) {
        lane = finish + way
        continue
      }
      const isWhole = lane === begin && way * (end - finish) >= 0
      const stop = way * (end - finish) >= 0 ? finish : end
      let low = -Infinity
      let high = Infinity
      for (; way * (stop - lane) >= 0; lane += way) {
        const taken = group.lanes[lane - least]
        if (taken === undefined) return lane
        const stretch = firstNotBefore(taken, first)
        if (stretch >= taken.length || taken[stretch] > last) return lane
        low = Math.max(low, taken[stretch])
        high = Math.min(high, taken[stretch + 1])
      }
      // What is taken stays taken.
      if (isWhole && low <= high) {
        group.low = low
        group.high = high
      }
    }
    return undefined
  }
}

/** The index of the first stretch that does not end before a point. Inlined, since it is asked most of all. */
function firstNotBefore(stretches: readonly number[], point: number): number {
  let low = 0
  let high = stretches.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[2 * middle + 1] < point) low = middle + 1
    else high = middle
  }
  return 2 * low
}
