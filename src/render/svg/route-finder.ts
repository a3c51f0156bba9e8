import { Heap, partitionPoint } from '../../internal.js'
import { type Band, type Channels, entered, type GapLink, type Range } from './channels.js'
import { LANE } from './lanes.js'

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

const NONE = -1
const AT_TARGET = -1

/** A slot by its row and place, which is walked to in one direction up to some place. */
interface Place {
  readonly row: number
  readonly place: number
  readonly way: -1 | 1
  readonly end: number
}

interface Step {
  /** `AT_TARGET` at the target box. */
  readonly channel: number
  readonly x: number
  readonly y: number
  readonly cost: number
  readonly gap: number
  readonly before: Step | undefined
  /** From a band to a slot of a row: the slot that follows when this step is taken. */
  readonly next: Place | undefined
  /** When the step was added: of steps with equal costs, the first added is taken first. */
  readonly turn: number
}

/** The gaps on one side of a slot, from the top down. */
interface GapList {
  readonly links: readonly GapLink[]
  /** The upper edge of each gap. */
  readonly starts: Float64Array
  /** For each gap and direction, a place further on with nothing but full gaps before it. */
  readonly past: { readonly 1: Int32Array; readonly [-1]: Int32Array }
}

/** Finds routes between the boxes of one tree, one after the other: weighted A* over the channels. */
export class RouteFinder {
  readonly #channels: Channels
  readonly #gapUses: Int32Array
  readonly #gapLists = new Map<readonly GapLink[], GapList>()
  /** For each channel the least cost of a path to it, and the search in which that was found. */
  readonly #least: Float64Array
  readonly #searched: Int32Array
  #search = 0
  #turn = 0
  #frontier = new Heap<Step>(isEarlier)

  constructor(channels: Channels) {
    this.#channels = channels
    this.#gapUses = new Int32Array(channels.gapLow.length)
    this.#least = new Float64Array(channels.count)
    this.#searched = new Int32Array(channels.count)
  }

  /**
   * A short route with few turns from a side of one box to a side of another. A gap takes half as many routes as it has lanes,
   * since those of the next column may use the same heights.
   */
  find(from: Port, to: Port, gaps: boolean): Route | undefined {
    const { slots, low, high, bandAbove, bandBelow, bands, leftOf, rightOf } = this.#channels
    this.#search++
    this.#turn = 0
    this.#frontier = new Heap<Step>(isEarlier)
    const startY = middle(from.heights)
    for (const [slot, side] of [
      [rightOf[from.box], from.right],
      [leftOf[from.box], from.left],
    ]) {
      const x = entered(side, low[slot], high[slot])
      this.#push(slot, x, startY, Math.abs(x - side), NONE, undefined, undefined, to)
    }
    const ends = [[leftOf[to.box], to.left] as const, [rightOf[to.box], to.right] as const]
    for (let step = this.#frontier.first; step !== undefined; step = this.#frontier.first) {
      this.#frontier.drop()
      const { channel, x, y, cost, next, before } = step
      if (channel === AT_TARGET) return this.#taken(step, from, to)
      if (next !== undefined && before !== undefined) this.#walk(before, next, to)
      if (cost > this.#leastTo(channel)) continue
      if (channel >= slots) {
        const { row, above, below } = bands[channel - slots]
        this.#intoRow(step, row - 1, above, to)
        this.#intoRow(step, row, below, to)
        continue
      }
      for (const [slot, side] of ends) {
        if (slot !== channel) continue
        const at = entered(y, to.heights.low, to.heights.high)
        const down = Math.abs(y - at)
        const length = cost + Math.abs(side - x) + down + (down === 0 ? 0 : TURN)
        this.#push(AT_TARGET, side, at, length, NONE, step, undefined, to)
      }
      for (const band of [bandAbove[channel], bandBelow[channel]]) {
        this.#add(step, band, x, entered(y, low[band], high[band]), 0, NONE, to)
      }
      if (!gaps) continue
      this.#throughGap(step, this.#channels.gapsRight[channel], to)
      this.#throughGap(step, this.#channels.gapsLeft[channel], to)
    }
    return undefined
  }

  /** From a band into a row of slots: straight on, and from the slot nearest to the target outwards as it costs more. */
  #intoRow(step: Step, row: number, [first, last]: Band['above'], to: Port): void {
    if (last < first) return
    const { low, high, inRow } = this.#channels
    const { x } = step
    const straight = inRow[row][this.#placeAt(row, x, first, last)]
    if (x >= low[straight] && x <= high[straight]) this.#add(step, straight, x, step.y, 0, NONE, to)
    const nearest = this.#placeAt(row, Math.min(Math.max(x, to.left), to.right), first, last)
    this.#walk(step, { row, place: nearest, way: -1, end: first }, to)
    this.#walk(step, { row, place: nearest + 1, way: 1, end: last }, to)
  }

  /** The place of the last slot of some that starts at or before a position, or of the first one. */
  #placeAt(row: number, x: number, first: number, last: number): number {
    const { low, inRow } = this.#channels
    const slots = inRow[row]
    const after = partitionPoint(last - first + 1, (place) => low[slots[first + place]] <= x)
    return Math.max(first, first + after - 1)
  }

  /** Adds the next slot, in one direction from a band, that has no better route yet. */
  #walk(step: Step, { row, place: start, way, end }: Place, to: Port): void {
    const { inRow, low, high } = this.#channels
    for (let place = start; way * (end - place) >= 0; place += way) {
      const slot = inRow[row][place]
      const x = entered(step.x, low[slot], high[slot])
      const cost = step.cost + Math.abs(x - step.x) + (x === step.x ? 0 : TURN)
      if (cost >= this.#leastTo(slot)) continue
      this.#reach(step, slot, x, step.y, cost, NONE, { row, place: place + way, way, end }, to)
      return
    }
  }

  /** Through the gap that leads straight on, and through the one with room that is nearest to the target. */
  #throughGap(step: Step, links: readonly GapLink[], to: Port): void {
    if (links.length === 0) return
    const list = this.#gapList(links)
    const target = entered(step.y, to.heights.low, to.heights.high)
    const after = placeAfter(list, target)
    const above = this.#withRoom(list, Math.max(0, after - 1), -1)
    const below = this.#withRoom(list, after, 1)
    const isBelow =
      below !== undefined &&
      (above === undefined || this.#detour(below, step.y, target) < this.#detour(above, step.y, target))
    const best = isBelow ? below : above
    if (best !== undefined) this.#into(step, best, to)
    const straight = links[Math.max(0, placeAfter(list, step.y) - 1)]
    if (straight === best || !this.#hasRoom(straight)) return
    if (this.#enteredGap(straight, step.y) === step.y) this.#into(step, straight, to)
  }

  #gapList(links: readonly GapLink[]): GapList {
    let list = this.#gapLists.get(links)
    if (list === undefined) {
      const { gapLow } = this.#channels
      const starts = Float64Array.from(links, ({ gap }) => gapLow[gap])
      const past = {
        1: Int32Array.from(links, (_, place) => place + 1),
        [-1]: Int32Array.from(links, (_, place) => place - 1),
      } as const
      list = { links, starts, past }
      this.#gapLists.set(links, list)
    }
    return list
  }

  /** The first gap with room in one direction. A gap that is full stays full, so the way past it is kept. */
  #withRoom({ links, past }: GapList, start: number, way: -1 | 1): GapLink | undefined {
    const next = past[way]
    let found = start
    while (found >= 0 && found < links.length && !this.#hasRoom(links[found])) found = next[found]
    for (let place = start; way * (found - place) > 0;) {
      const further = next[place]
      next[place] = found
      place = further
    }
    return links[found]
  }

  #hasRoom({ gap }: GapLink): boolean {
    const { gapLow, gapHigh } = this.#channels
    return this.#gapUses[gap] < (gapHigh[gap] - gapLow[gap]) / (2 * LANE)
  }

  #enteredGap({ gap }: GapLink, y: number): number {
    const { gapLow, gapHigh } = this.#channels
    return entered(y, gapLow[gap], gapHigh[gap])
  }

  #detour(link: GapLink, y: number, target: number): number {
    const at = this.#enteredGap(link, y)
    return Math.abs(at - y) + (at === y ? 0 : TURN) + GREED * Math.abs(target - at)
  }

  #into(step: Step, link: GapLink, to: Port): void {
    const { low, high } = this.#channels
    const y = this.#enteredGap(link, step.y)
    const x = entered(step.x, low[link.to], high[link.to])
    this.#add(step, link.to, x, y, y === step.y ? 0 : TURN, link.gap, to)
  }

  #add(step: Step, channel: number, x: number, y: number, more: number, gap: number, to: Port): void {
    const cost = step.cost + Math.abs(x - step.x) + Math.abs(y - step.y) + more
    if (cost < this.#leastTo(channel)) this.#reach(step, channel, x, y, cost, gap, undefined, to)
  }

  #reach(
    step: Step,
    channel: number,
    x: number,
    y: number,
    cost: number,
    gap: number,
    next: Place | undefined,
    to: Port,
  ): void {
    this.#least[channel] = cost
    this.#searched[channel] = this.#search
    this.#push(channel, x, y, cost, gap, step, next, to)
  }

  #push(
    channel: number,
    x: number,
    y: number,
    cost: number,
    gap: number,
    before: Step | undefined,
    next: Place | undefined,
    { left, right, heights }: Port,
  ): void {
    const ahead = Math.max(0, left - x, x - right) + Math.abs(y - entered(y, heights.low, heights.high))
    this.#frontier.push({ channel, x, y, cost, gap, before, next, turn: this.#turn++ }, cost + GREED * ahead)
  }

  #leastTo(channel: number): number {
    return this.#searched[channel] === this.#search ? this.#least[channel] : Infinity
  }

  #taken(last: Step, from: Port, to: Port): Route {
    const through: number[] = []
    let first = 0
    for (let step = last.before; step !== undefined; step = step.before) {
      through.push(step.channel)
      first = step.channel
      if (step.gap === NONE) continue
      through.push(-1 - step.gap)
      this.#gapUses[step.gap]++
    }
    return {
      start: first === this.#channels.leftOf[from.box] ? 'left' : 'right',
      end: last.x === to.left ? 'left' : 'right',
      through: through.reverse(),
    }
  }
}

/** The place of the first gap that starts below a height. */
function placeAfter({ starts }: GapList, y: number): number {
  return partitionPoint(starts.length, (place) => starts[place] <= y)
}

function isEarlier(a: Step, b: Step): boolean {
  return a.turn < b.turn
}

function middle({ low, high }: Range): number {
  return Math.round((low + high) / 2)
}
