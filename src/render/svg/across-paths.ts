import { addToList } from '../../internal.js'
import { type Channels, channelsOf, entered, type Range } from './channels.js'
import type { Elbow } from './elbow.js'
import { Lanes } from './lanes.js'
import { NO_ROOM, type Room, type TreePlacement } from './placement.js'
import { type Port, type Route, RouteFinder } from './route-finder.js'
import { roomFor, type RoutedLine } from './room-for-lines.js'
import type { Point, RoundedLine } from './rounded-path.js'

/** A line or a move that is not part of the tree. */
export interface Across {
  readonly from: number
  readonly to: number
  /** What it looks like. */
  readonly classes: string
}

const FROM_CORNER = 9
/** Lines that find no free height at a box take turns at those of as many others. */
const MOST_SHARED = 7
/** How often more room is tried while some line finds no free lane; not in a chart of many lines, which is crowded anyway. */
const MOST_TRIES = 4
const MANY = 1000

/** The vertical and the horizontal stretches of all lines. */
interface AllLanes {
  readonly down: Lanes
  readonly across: Lanes
  /** By box and side, the heights at which lines meet it. */
  readonly ports: Map<string, number[]>
}

/** A straight stretch of a line: the first, third and so on are horizontal, at a y; the others are vertical, at an x. */
interface Stretch {
  readonly at: number
  readonly range: Range
  /** Whether the range is that of a box or of a gap, and not of a slot or a band. */
  readonly narrow: boolean
}

/** A tree with room for the lines across it, and these lines. */
export interface AcrossTree {
  readonly placement: TreePlacement
  readonly room: Room
  readonly paths: readonly RoundedLine[]
}

/**
 * Places a tree with lines across it. They are routed between its boxes and then get a lane each in all that they run
 * through, next to each other and off the lines of the tree; where the lanes need more room, the boxes move apart. A box with
 * more lines than fit on its side has some that share their last stretch. Each line is drawn over a halo, so that at a
 * crossing the reader sees which line continues. `turned` exchanges the axes of the paths, for a chart from left to right.
 */
export function acrossTree(
  lines: readonly Across[],
  place: (room?: Room) => TreePlacement,
  treeLines: (placement: TreePlacement) => readonly Elbow[],
  turned: boolean,
): AcrossTree {
  const first = place()
  if (lines.length === 0) return { placement: first, room: NO_ROOM, paths: [] }
  const channels = channelsOf(first, NO_ROOM)
  const finder = new RouteFinder(channels)
  const routed = (from: number, to: number, gaps: boolean): RoutedLine | undefined => {
    const route = finder.find(...portsOf(from, to, first), gaps)
    return route && { route, from: first.top[from], to: first.top[to] }
  }
  const routes = lines.map(({ from, to }): RoutedLine | undefined => {
    return routed(from, to, true)
  })
  for (let tries = 1; ; tries++) {
    const room = roomFor(routes, channels, tries)
    const placement = place(room)
    const wider = channelsOf(placement, room)
    const lanes: AllLanes = { down: new Lanes(), across: new Lanes(), ports: new Map() }
    for (const [x, y, ...further] of treeLines(placement)) takeElbow(x, y, further, lanes)
    const crowded: number[] = []
    const paths = lines.flatMap(({ from, to, classes }, line) => {
      const found = routes[line]
      if (found === undefined) return []
      const ports = portsOf(from, to, placement)
      const places = inLanes(found.route, ports, wider, lanes, lines.length <= MANY)
      if (places.crowded) crowded.push(line)
      return [{ points: pointsOf(places, turned), classes }]
    })
    if (crowded.length === 0 || tries === MOST_TRIES || lines.length > MANY) return { placement, room, paths }
    // A band can be widened, a gap cannot.
    for (const line of crowded) routes[line] = routed(lines[line].from, lines[line].to, false)
  }
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

function portsOf(
  from: number,
  to: number,
  { left, top, box: { width, height } }: TreePlacement,
): [Port, Port] {
  const middle = height / 2
  const port = (box: number, low: number, high: number): Port => ({
    box,
    left: left[box],
    right: left[box] + width,
    heights: { low: top[box] + low, high: top[box] + high },
  })
  // A line from a box to itself starts above the point where it ends.
  return from === to
    ? [port(from, FROM_CORNER, middle - 4), port(to, middle + 4, height - FROM_CORNER)]
    : [port(from, FROM_CORNER, height - FROM_CORNER), port(to, FROM_CORNER, height - FROM_CORNER)]
}

/** Where a line runs: the x of its start, the position of each stretch, the x of its end. */
interface Places {
  readonly start: number
  readonly end: number
  readonly at: readonly number[]
  /** Whether some stretch found no lane of its own. */
  readonly crowded: boolean
}

/** The position of each stretch of a line, in lanes that no other line uses there. */
function inLanes(
  route: Route,
  [from, to]: [Port, Port],
  channels: Channels,
  lanes: AllLanes,
  again: boolean,
): Places {
  const [start, end] = [from[route.start], to[route.end]]
  const ranges = rangesOf(route, [from, to], channels)
  const ports = [`${String(from.box)} ${route.start}`, `${String(to.box)} ${route.end}`] as const
  const choose = (straight: boolean): number[] | undefined =>
    chosen(stretchesOf(start, ranges, straight), start, end, lanes, ports)
  const ownLanes = choose(true) ?? (again ? choose(false) : undefined)
  const at = ownLanes ?? stretchesOf(start, ranges, false).map((stretch) => stretch.at)
  const ends = (place: number): [number, number] => [at[place - 1] ?? start, at[place + 1] ?? end]
  for (const [place, taken] of at.entries())
    (place % 2 === 0 ? lanes.across : lanes.down).take(taken, ...ends(place))
  for (const [port, height] of [[ports[0], at[0]] as const, [ports[1], at[at.length - 1]] as const])
    addToList(lanes.ports, port, height)
  return { start, end, at, crowded: ownLanes === undefined }
}

/** The ranges of a line from box to box: heights, and alternately slots and bands or gaps. */
function rangesOf(
  { through }: Route,
  [from, to]: [Port, Port],
  { low, high, gapLow, gapHigh }: Channels,
): NarrowRange[] {
  const between = through.map((code): NarrowRange => {
    return code < 0
      ? { low: gapLow[-1 - code], high: gapHigh[-1 - code], narrow: true }
      : { low: low[code], high: high[code], narrow: false }
  })
  return [{ ...from.heights, narrow: true }, ...between, { ...to.heights, narrow: true }]
}

type NarrowRange = Range & Pick<Stretch, 'narrow'>

/** The ranges of a route as straight stretches, which continue straight where they can if `straight` is set. */
function stretchesOf(start: number, ranges: readonly NarrowRange[], straight: boolean): Stretch[] {
  const stretches: Stretch[] = []
  for (const [place, range] of ranges.entries()) {
    const { narrow } = range
    const before = stretches.at(-2)
    const first = place % 2 === 1 ? start : Math.round((range.low + range.high) / 2)
    const at = entered(before?.at ?? first, range.low, range.high)
    if (straight && before?.at === at) {
      // The stretch between the two has no length.
      stretches.pop()
      stretches[stretches.length - 1] = {
        at,
        range: common(before.range, range),
        narrow: narrow || before.narrow,
      }
    } else stretches.push({ at, range, narrow })
  }
  return stretches
}

function common(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

/**
 * A free lane for each stretch; `undefined` if one has none. At a box without a free height, a line shares that of another
 * line of the box.
 */
function chosen(
  stretches: readonly Stretch[],
  start: number,
  end: number,
  { down, across, ports: heights }: AllLanes,
  ports: readonly [string, string],
): number[] | undefined {
  const at = stretches.map((stretch) => stretch.at)
  const last = at.length - 1
  for (let place = 2; place < last; place += 2) {
    if (stretches[place].narrow) continue
    // The lanes of the vertical stretches at its ends are not known yet, so it keeps free of all that are possible.
    const [before, after] = [stretches[place - 1].range, stretches[place + 1].range]
    const [low, high] = [Math.min(before.low, after.low), Math.max(before.high, after.high)]
    const lane = across.choose(at[place], stretches[place].range, low, high)
    if (lane === undefined) return undefined
    at[place] = lane
  }
  const heightsAt = (place: number): Range =>
    stretches[place].narrow ? stretches[place].range : { low: at[place], high: at[place] }
  for (let place = 1; place < last; place += 2) {
    const [above, below] = [heightsAt(place - 1), heightsAt(place + 1)]
    const [low, high] = [Math.min(above.low, below.low), Math.max(above.high, below.high)]
    const lane = down.choose(at[place], stretches[place].range, low, high)
    if (lane === undefined) return undefined
    at[place] = lane
  }
  for (let place = 0; place <= last; place += 2) {
    if (!stretches[place].narrow) continue
    const [from, to] = [place === 0 ? start : at[place - 1], place === last ? end : at[place + 1]]
    let lane = across.choose(at[place], stretches[place].range, from, to)
    if (place === 0) lane ??= sharedHeight(heights.get(ports[0]))
    else if (place === last) lane ??= sharedHeight(heights.get(ports[1]))
    if (lane === undefined && place > 0 && place < last) return undefined
    at[place] = lane ?? at[place]
  }
  return at
}

function sharedHeight(others: readonly number[] = []): number | undefined {
  return others.at(others.length % MOST_SHARED) ?? others.at(0)
}

/** The points of a line; turned, with its axes exchanged. */
function pointsOf({ start, end, at }: Places, turned: boolean): Point[] {
  const ends = [start, ...at, end]
  return ends.slice(1).map((at, place) => {
    const before = ends[place]
    // The first and the last stretch are horizontal: the positions are alternately an x and a y.
    return (place % 2 === 0) === turned ? { x: at, y: before } : { x: before, y: at }
  })
}
