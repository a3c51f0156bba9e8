import { type Range } from './channels.js'

interface Taken {
  readonly from: number
  readonly to: number
}

/** Straight stretches of lines in one direction, which shall not lie on each other. */
export class Lanes {
  readonly #taken = new Map<number, Taken[]>()

  take(place: number, from: number, to: number): void {
    const taken = { from: Math.min(from, to), to: Math.max(from, to) }
    const here = this.#taken.get(place)
    if (here === undefined) this.#taken.set(place, [taken])
    else here.push(taken)
  }

  /** The place nearest to the wanted one, within a range, at which a stretch is so far from others; `wanted` if none is. */
  choose(wanted: number, range: Range, from: number, to: number, distances: readonly number[]): number {
    for (const apart of distances) {
      for (let aside = 0; wanted - aside >= range.low || wanted + aside <= range.high; aside++) {
        for (const place of [wanted + aside, wanted - aside]) {
          if (place >= range.low && place <= range.high && this.#isFree(place, apart, from, to)) return place
        }
      }
    }
    return wanted
  }

  #isFree(place: number, apart: number, from: number, to: number): boolean {
    const [first, last] = from < to ? [from, to] : [to, from]
    for (let near = place - apart + 1; near < place + apart; near++) {
      for (const taken of this.#taken.get(near) ?? []) {
        if (taken.from <= last && taken.to >= first) return false
      }
    }
    return true
  }
}
