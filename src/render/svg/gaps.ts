import type { ChannelRanges } from './channel-ranges.js'
import type { Channels, GapLink } from './channels.js'
import { LANE } from './lanes.js'

/** The gaps on one side of a slot, from the top down. */
export interface GapList {
  readonly links: readonly GapLink[]
  /** The upper edge of each gap. */
  readonly starts: readonly number[]
  /** For each gap, a place further up and one further down with nothing but full gaps before it. */
  readonly pastUp: number[]
  readonly pastDown: number[]
}

/** The gaps of a tree, which fill up as lines are routed through them. */
export class Gaps {
  readonly #low: readonly number[]
  /** How many more routes each gap takes: half as many as it has lanes, since those of the next column may use the same heights. */
  readonly #room: number[]
  readonly #left: (GapList | undefined)[] = []
  readonly #right: (GapList | undefined)[] = []
  readonly #linksLeft: Channels['gapsLeft']
  readonly #linksRight: Channels['gapsRight']

  constructor({ gapsLeft, gapsRight }: Channels, { gapLow, gapHigh }: ChannelRanges) {
    this.#low = gapLow
    this.#room = gapLow.map((low, gap) => Math.ceil((gapHigh[gap] - low) / (2 * LANE)))
    this.#linksLeft = gapsLeft
    this.#linksRight = gapsRight
  }

  leftOf(slot: number): GapList {
    return (this.#left[slot] ??= this.#listOf(this.#linksLeft[slot]))
  }

  rightOf(slot: number): GapList {
    return (this.#right[slot] ??= this.#listOf(this.#linksRight[slot]))
  }

  hasRoom(gap: number): boolean {
    return this.#room[gap] > 0
  }

  take(gap: number): void {
    this.#room[gap]--
  }

  /** The first gap with room from a place on. A gap that is full stays full, so the way past it is kept. */
  withRoom({ links, pastUp, pastDown }: GapList, start: number, way: -1 | 1): GapLink | undefined {
    const next = way === 1 ? pastDown : pastUp
    let found = start
    while (found >= 0 && found < links.length && !this.hasRoom(links[found].gap)) found = next[found]
    for (let place = start; way * (found - place) > 0;) {
      const further = next[place]
      next[place] = found
      place = further
    }
    return found < 0 ? undefined : links[found]
  }

  #listOf(links: readonly GapLink[]): GapList {
    return {
      links,
      starts: links.map(({ gap }) => this.#low[gap]),
      pastUp: links.map((_, place) => place - 1),
      pastDown: links.map((_, place) => place + 1),
    }
  }
}
