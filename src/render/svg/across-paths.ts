import { channelsOf, entered, type Range } from './channels.js'
import { type Port, type Route, RouteFinder } from './route-finder.js'
import { pathElement } from './elements.js'
import { Lanes } from './lanes.js'
import { BOX_WIDTH } from './box-size.js'
import type { TreePlacement } from './placement.js'

/** A line or a move that is not part of the tree. */
export interface Across {
  readonly from: number
  readonly to: number
  /** What it looks like. */
  readonly classes: string
}

/** A path of horizontal and vertical stretches that starts downwards: an x and a y, then alternately the next y and x. */
export type Elbow = readonly number[]

interface Point {
  readonly x: number
  readonly y: number
}

const PORT_APART = [11, 6, 3]
const APART = [6, 4, 3]
const FROM_CORNER = 9
/** Above this many lines everything is crowded: a search for a detour takes long and finds none. */
const MOST_WITH_DETOURS = 1000
const ROUNDED = 6

/** The vertical and the horizontal stretches of all lines. */
interface AllLanes {
  readonly down: Lanes
  readonly across: Lanes
}

/** A straight stretch of a line: the first, third and so on are horizontal, at a y; the others are vertical, at an x. */
interface Stretch {
  readonly at: number
  readonly range: Range
}

/**
 * Lines across a tree, routed between its boxes, next to each other where they share a channel, and off the lines of the
 * tree. Each line is drawn over a halo, so that at a crossing the reader sees which line continues.
 */
export function acrossPaths(
  lines: readonly Across[],
  placement: TreePlacement,
  boxHeight: number,
  tree: readonly Elbow[],
): string[] {
  if (lines.length === 0) return []
  const lanes = { down: new Lanes(), across: new Lanes() }
  for (const [x, y, ...further] of tree) takeElbow(x, y, further, lanes)
  const uses = new Map<Range, number>()
  const finder = new RouteFinder(channelsOf(placement, boxHeight), uses)
  const use = (range: Range): void => {
    uses.set(range, (uses.get(range) ?? 0) + 1)
  }
  return lines.flatMap(({ from, to, classes }) => {
    const [start, end] = portsOf(from, to, placement, boxHeight)
    const route = finder.find(start, end)
    if (route === undefined) return []
    if (lines.length <= MOST_WITH_DETOURS) route.ranges.forEach(use)
    const d = rounded(pointsOf(inLanes(stretchesOf(route, start, end), route, lanes), route))
    return [pathElement('rg-halo', d) + pathElement(classes, d)]
  })
}

function takeElbow(x: number, y: number, further: readonly number[], { down, across }: AllLanes): void {
  for (const [place, next] of further.entries()) {
    if (place % 2 === 0) {
      down.take(x, y, next)
      y = next
    } else {
      across.take(y, x, next)
      x = next
    }
  }
}

function portsOf(from: number, to: number, { left, top }: TreePlacement, boxHeight: number): [Port, Port] {
  const middle = boxHeight / 2
  const port = (box: number, low: number, high: number): Port => ({
    box,
    left: left[box],
    right: left[box] + BOX_WIDTH,
    heights: { low: top[box] + low, high: top[box] + high },
  })
  // A line from a box to itself starts above the point where it ends.
  return from === to
    ? [port(from, FROM_CORNER, middle - 4), port(to, middle + 4, boxHeight - FROM_CORNER)]
    : [port(from, FROM_CORNER, boxHeight - FROM_CORNER), port(to, FROM_CORNER, boxHeight - FROM_CORNER)]
}

/** The ranges of a route as straight stretches, which continue straight where they can. */
function stretchesOf({ start, ranges }: Route, from: Port, to: Port): Stretch[] {
  const stretches: Stretch[] = []
  const all = [from.heights, ...ranges, to.heights]
  for (let place = 0; place < all.length; place++) {
    const range = all[place]
    const before = stretches.at(-2)
    const first = place % 2 === 1 ? start : Math.round((range.low + range.high) / 2)
    const at = entered(before?.at ?? first, range)
    if (before?.at === at) {
      // The stretch between the two has no length.
      stretches.pop()
      stretches[stretches.length - 1] = { at, range: common(before.range, range) }
    } else stretches.push({ at, range })
  }
  return stretches
}

function common(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

/** The position of each stretch, next to those that are drawn already. */
function inLanes(stretches: readonly Stretch[], { start, end }: Route, { down, across }: AllLanes): number[] {
  const at = stretches.map((stretch) => stretch.at)
  const ends = (place: number): [number, number] => [at[place - 1] ?? start, at[place + 1] ?? end]
  for (let place = 0; place < at.length; place += 2) {
    const apart = place === 0 || place === at.length - 1 ? PORT_APART : APART
    at[place] = across.choose(at[place], stretches[place].range, ...ends(place), apart)
  }
  // Vertical stretches come second, since their ends are known then.
  for (let place = 1; place < at.length; place += 2) {
    at[place] = down.choose(at[place], stretches[place].range, ...ends(place), APART)
  }
  for (const [place, taken] of at.entries()) (place % 2 === 0 ? across : down).take(taken, ...ends(place))
  return at
}

function pointsOf(places: readonly number[], { start, end }: Route): Point[] {
  const ends = [start, ...places, end]
  return ends.slice(1).map((at, place) => {
    const before = ends[place]
    // The first and the last stretch are horizontal: the positions are alternately an x and a y.
    return place % 2 === 0 ? { x: before, y: at } : { x: at, y: before }
  })
}

/** A path with rounded corners. */
function rounded(points: readonly Point[]): string {
  const xy = ({ x, y }: Point): string => `${String(x)} ${String(y)}`
  let d = `M${xy(points[0])}`
  for (const [place, corner] of points.entries()) {
    const [before, after] = [points[place - 1], points[place + 1]]
    if (place === 0) continue
    if (place === points.length - 1) {
      d += `L${xy(corner)}`
      continue
    }
    const [back, on] = [towards(corner, before), towards(corner, after)]
    d += `L${xy(back)}Q${xy(corner)} ${xy(on)}`
  }
  return d
}

/** A point near a corner, towards a neighbouring corner, at most halfway. */
function towards(corner: Point, { x, y }: Point): Point {
  const step = (distance: number): number =>
    Math.sign(distance) * Math.min(ROUNDED, Math.floor(Math.abs(distance) / 2))
  return { x: corner.x + step(x - corner.x), y: corner.y + step(y - corner.y) }
}
