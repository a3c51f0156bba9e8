import { addToList } from '../../internal.js'
import { rangesOf } from './channel-ranges.js'
import { channelsOf } from './channels.js'
import type { Elbow } from './elbow.js'
import { Lanes } from './lanes.js'
import { LineStretches } from './line-stretches.js'
import { NO_ROOM, type Room, type TreePlacement } from './placement.js'
import { type Port, type Route, RouteFinder } from './route-finder.js'
import { roomFor, type RoutedLine } from './room-for-lines.js'
import type { RoundedLine } from './rounded-path.js'

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
  /** The heights at which lines meet the left side of each box, then its right side. */
  readonly ports: Map<number, number[]>
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
 * Lines meet a box before the place where `freeTo` says that something else is on its edge.
 */
export function acrossTree(
  lines: readonly Across[],
  place: (room?: Room) => TreePlacement,
  treeLines: (placement: TreePlacement) => readonly Elbow[],
  turned: boolean,
  freeTo: (box: number) => number = () => Infinity,
): AcrossTree {
  const first = place()
  if (lines.length === 0) return { placement: first, room: NO_ROOM, paths: [] }
  const channels = channelsOf(first)
  const ranges = rangesOf(channels, first, NO_ROOM)
  const finder = new RouteFinder(channels, ranges)
  const routed = (from: number, to: number, gaps: boolean): RoutedLine | undefined => {
    const [start, end] = portsOf(from, to, first, freeTo)
    const route = finder.find(start, end, gaps)
    return route && { route, from: first.top[from], to: first.top[to] }
  }
  const routes = lines.map(({ from, to }): RoutedLine | undefined => {
    return routed(from, to, true)
  })
  for (let tries = 1; ; tries++) {
    const room = roomFor(routes, channels, ranges, tries)
    const placement = place(room)
    const stretches = new LineStretches(rangesOf(channels, placement, room))
    const lanes: AllLanes = { down: new Lanes(), across: new Lanes(), ports: new Map() }
    for (const bends of treeLines(placement)) takeElbow(bends, lanes)
    const crowded: number[] = []
    const paths: RoundedLine[] = []
    for (const [line, { from, to, classes }] of lines.entries()) {
      const found = routes[line]
      if (found === undefined) continue
      const ports = portsOf(from, to, placement, freeTo)
      if (!takeLanes(stretches, found.route, ports, lanes, lines.length <= MANY)) crowded.push(line)
      paths.push({ turns: stretches.turns(), turned, classes })
    }
    if (crowded.length === 0 || tries === MOST_TRIES || lines.length > MANY) return { placement, room, paths }
    // A band can be widened, a gap cannot.
    for (const line of crowded) routes[line] = routed(lines[line].from, lines[line].to, false)
  }
}

function takeElbow(bends: Elbow, { down, across }: AllLanes): void {
  let [x, y] = bends
  for (let place = 2; place < bends.length; place++) {
    const next = bends[place]
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
  freeTo: (box: number) => number,
): [Port, Port] {
  const port = (box: number, low: number, high: number): Port => ({
    box,
    left: left[box],
    right: left[box] + width,
    heights: { low: top[box] + low, high: top[box] + high },
  })
  const highest = (box: number): number => Math.min(height, Math.max(4 * FROM_CORNER, freeTo(box)))
  if (from !== to)
    return [
      port(from, FROM_CORNER, highest(from) - FROM_CORNER),
      port(to, FROM_CORNER, highest(to) - FROM_CORNER),
    ]
  // A line from a box to itself starts above the point where it ends.
  const middle = Math.floor(highest(from) / 2)
  return [port(from, FROM_CORNER, middle - 4), port(to, middle + 4, highest(to) - FROM_CORNER)]
}

/**
 * Puts the stretches of a line into lanes that no other line uses there, and takes these. Returns whether it has; otherwise the line
 * runs in lanes of others. `again` tries a second time, with more bends.
 */
function takeLanes(
  stretches: LineStretches,
  route: Route,
  [from, to]: [Port, Port],
  lanes: AllLanes,
  again: boolean,
): boolean {
  const ports = [
    2 * from.box + (route.start === 'left' ? 0 : 1),
    2 * to.box + (route.end === 'left' ? 0 : 1),
  ] as const
  stretches.lay(route, from, to, true)
  let isFree = choose(stretches, lanes, ports)
  if (!isFree && again) {
    stretches.lay(route, from, to, false)
    isFree = choose(stretches, lanes, ports)
  }
  if (!isFree) stretches.lay(route, from, to, false)
  const { at, count } = stretches
  for (let place = 0; place < count; place++) {
    const side = place % 2 === 0 ? lanes.across : lanes.down
    side.take(at[place], stretches.before(place), stretches.after(place))
  }
  addToList(lanes.ports, ports[0], at[0])
  addToList(lanes.ports, ports[1], at[count - 1])
  return isFree
}

/**
 * Chooses a free lane for each stretch; returns `false` if one has none. At a box without a free height, a line shares that of another
 * line of the box.
 */
function choose(
  stretches: LineStretches,
  { down, across, ports: heights }: AllLanes,
  ports: readonly [number, number],
): boolean {
  const { at, low, high, isNarrow, count } = stretches
  const last = count - 1
  for (let place = 2; place < last; place += 2) {
    if (isNarrow[place]) continue
    // The lanes of the vertical stretches at its ends are not known yet, so it keeps free of all that are possible.
    const from = Math.min(low[place - 1], low[place + 1])
    const to = Math.max(high[place - 1], high[place + 1])
    const lane = across.choose(at[place], low[place], high[place], from, to)
    if (lane === undefined) return false
    at[place] = lane
  }
  const lowest = (place: number): number => (isNarrow[place] ? low[place] : at[place])
  const highest = (place: number): number => (isNarrow[place] ? high[place] : at[place])
  for (let place = 1; place < last; place += 2) {
    const from = Math.min(lowest(place - 1), lowest(place + 1))
    const to = Math.max(highest(place - 1), highest(place + 1))
    const lane = down.choose(at[place], low[place], high[place], from, to)
    if (lane === undefined) return false
    at[place] = lane
  }
  for (let place = 0; place <= last; place += 2) {
    if (!isNarrow[place]) continue
    let lane = across.choose(
      at[place],
      low[place],
      high[place],
      stretches.before(place),
      stretches.after(place),
    )
    if (place === 0) lane ??= sharedHeight(heights.get(ports[0]))
    else if (place === last) lane ??= sharedHeight(heights.get(ports[1]))
    if (lane === undefined && place > 0 && place < last) return false
    at[place] = lane ?? at[place]
  }
  return true
}

function sharedHeight(others: readonly number[] = []): number | undefined {
  return others.at(others.length % MOST_SHARED) ?? others.at(0)
}
