import { addToList } from '../../internal.js'
import type { Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/texts.js'
import { type Across, acrossTree } from './across-paths.js'
import { around, type Behind, wholeElement } from './behind.js'
import { BOX_WIDTH } from './box-size.js'
import { edgesFreeTo } from './drawn-box.js'
import { type Elbow, elbowPath, stretchesOf } from './elbow.js'
import { pathElement, rectElement, textElement, xy } from './elements.js'
import type { TreeLine } from './frame-regions.js'
import type { LatticePlacement } from './lattice-placement.js'
import type { Placement, Room, TreePlacement } from './placement.js'
import { roundedPath } from './rounded-path.js'
import { lineNameClasses } from './svg-style.js'
import { textWidth } from './text-width.js'

/** How far a move that leads back curves below the boxes. */
const SWING = 44
const YEARS_SIZE = 10.5
/** The styles of elbows, in drawing order. */
const STYLES = [
  'rg-line rg-ghost',
  'rg-line rg-dotted',
  'rg-line',
  'rg-line rg-highlighted',
  'rg-line rg-dotted rg-highlighted',
]

/** A placed tree with its lines, along the axes of the drawing. */
export interface ConnectedTree {
  readonly placement: Placement
  /** How far lines may run beyond the boxes. */
  readonly around: Around
  readonly edges: readonly Behind[]
  /** The lines of the tree that start or end at a box. */
  readonly linesAt: (box: number) => readonly TreeLine[]
}

/** The room on each side of a drawing. */
export interface Around {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The lines of the tree as elbows, over the lines across it and the career moves, with arrowheads. Elbows of one style are
 * one path, so that they are no darker where they overlap; highlighted ones are drawn last, on top. No line across the tree
 * interrupts a line of the tree. A chart that runs from left to right is `turned`.
 */
export function connectedTree(
  { boxes, lines, moves, lineNames }: Picture,
  place: (room?: Room) => TreePlacement,
  turned: boolean,
): ConnectedTree {
  const places = new Map(lineNames.map((name, place) => [name, place]))
  const named = ({ as, kind }: PictureLine): string => {
    const place = as === undefined || kind === 'solid' ? undefined : places.get(as)
    return place === undefined ? '' : lineNameClasses(place)
  }
  const across = [
    ...lines
      .filter(({ tree }) => !tree)
      .map((line): Across => {
        return { from: line.from, to: line.to, classes: `${STYLES[styleOf(line)]} rg-across${named(line)}` }
      }),
    ...moves.map((move): Across => ({ from: move.from, to: move.to, classes: moveClasses(move) })),
  ]
  const inTree = lines.filter(({ tree }) => tree)
  const elbowsOf = (placed: TreePlacement): readonly Elbow[] => inTree.map((line) => elbow(line, placed))
  // Flags are on the upper and the lower edges of boxes, where lines arrive in a chart from left to right.
  const freeTo = turned ? (box: number): number => edgesFreeTo(boxes[box]) : undefined
  const { placement, room, paths } = acrossTree(across, place, elbowsOf, turned, freeTo)
  const bends = elbowsOf(placement)
  const elbows = STYLES.map(() => new Map<string, Elbow[]>())
  for (const [index, line] of inTree.entries()) {
    const style = styleOf(line)
    const name = named(line)
    const classes = name === '' ? STYLES[style] : `${STYLES[style]} rg-inside${name}`
    addToList(elbows[style], classes, bends[index])
  }
  const all = elbows.flatMap((ofStyle) => [...ofStyle])
  const drawn = all.map(([classes, some]) => elbowPath(classes, some, turned))
  const trunks = all.flatMap(([, some]) => some)
  const halo = paths.length === 0 ? [] : [elbowPath('rg-halo rg-trunks', trunks, turned)]
  const atBox = new Map<number, number[]>()
  for (const [index, { from, to }] of inTree.entries())
    for (const box of [from, to]) addToList(atBox, box, index)
  const linesAt = new Map<number, readonly TreeLine[]>()
  return {
    ...inDrawing(placement, room, turned),
    edges: [...paths.map(roundedPath), ...halo, ...drawn],
    linesAt: (box) => {
      const known = linesAt.get(box)
      if (known !== undefined) return known
      const found = (atBox.get(box) ?? []).map((index): TreeLine => {
        const { from, to } = inTree[index]
        return { from, to, stretches: stretchesOf(bends[index], turned) }
      })
      linesAt.set(box, found)
      return found
    },
  }
}

/** A placement, and the room around it, along the axes of the drawing. */
function inDrawing(
  { left, top, width, height }: TreePlacement,
  { sides, above }: Room,
  turned: boolean,
): Pick<ConnectedTree, 'placement' | 'around'> {
  const [before, after] = sides
  const [over, under] = [above[0] ?? 0, above.at(-1) ?? 0]
  return turned
    ? {
        placement: { left: top, top: left, width: height, height: width },
        around: { left: over, top: before, right: under, bottom: after },
      }
    : {
        placement: { left, top, width, height },
        around: { left: before, top: over, right: after, bottom: under },
      }
}

/** Career moves from left to right, each ending at its own point of the box, with its years there. */
export function latticeMoves({ moves }: Picture, placement: LatticePlacement, boxHeight: number): Behind[] {
  const { left, top, passes } = placement
  const middle = (box: number): number => top[box] + boxHeight / 2
  const leaving = ports(
    moves,
    ({ from }) => from,
    ({ to }, move) => passes[move][0]?.middle ?? middle(to),
  )
  const entering = ports(
    moves,
    ({ to }) => to,
    ({ from }, move) => passes[move].at(-1)?.middle ?? middle(from),
  )
  const years: { patch: Behind; label: Behind }[] = []
  const paths = moves.map((move, index) => {
    if (left[move.to] <= left[move.from])
      return curve(moveClasses(move), backwards(move, placement, boxHeight))
    const start = {
      x: left[move.from] + BOX_WIDTH,
      y: top[move.from] + Math.round(boxHeight * leaving[index]),
    }
    const end = { x: left[move.to], y: top[move.to] + Math.round(boxHeight * entering[index]) }
    const stops = [
      start,
      ...passes[index].flatMap(({ left: x, middle: y }) => [
        { x, y },
        { x: x + BOX_WIDTH, y },
      ]),
      end,
    ]
    if (move.years !== undefined) years.push(yearsAt(yearsText(move.years), end.x - 12, end.y - 4))
    return curve(moveClasses(move), through(stops))
  })
  // After all moves, so that no move crosses out the years of another.
  return [...paths, ...years.map(({ patch }) => patch), ...years.map(({ label }) => label)]
}

function styleOf({ kind, ghost, highlighted }: PictureLine): number {
  if (ghost) return 0
  if (highlighted) return kind === 'dotted' ? 4 : 3
  return kind === 'dotted' ? 1 : 2
}

function moveClasses({ kind, highlighted }: PictureMove): string {
  return `rg-move${kind === 'advancement' ? '' : ' rg-dotted'}${highlighted ? ' rg-highlighted' : ''}`
}

/** The years of a move, ending at a point, on a patch that hides the lines behind them. */
function yearsAt(text: string, x: number, y: number): { patch: Behind; label: Behind } {
  const width = Math.ceil(textWidth(text) * YEARS_SIZE) + 2
  const rect = around(x + 1 - width, y - 10, x + 1, y + 3)
  return {
    patch: wholeElement(rectElement('rg-paper', x + 1 - width, y - 10, width, 13, 3), rect),
    label: wholeElement(textElement('rg-years', x, y, text), rect),
  }
}

function elbow({ from, to }: PictureLine, { left, top, rail, bus, stem, box }: TreePlacement): Elbow {
  const [bottom, start] = [top[to] + box.height, stem[to]]
  const beside = rail[from]
  if (beside === undefined) {
    const end = left[from] + box.width / 2
    return end === start ? [start, bottom, top[from]] : [start, bottom, bus[to], end, top[from]]
  }
  const railX = left[from] - beside
  const end = top[from] + Math.round(box.height / 2)
  // A rail below the stem itself needs no connection to it.
  return railX === start ? [railX, bottom, end, left[from]] : [start, bottom, bus[to], railX, end, left[from]]
}

/** The data of a curve, and its points: each an x, then a y. */
interface Curve {
  readonly d: string
  readonly points: readonly number[]
}

function curve(classes: string, { d, points }: Curve): Behind {
  return wholeElement(pathElement(classes, d), around(...points))
}

/** A move that leads back: a curve between the lower edges of its boxes. */
function backwards({ from, to }: PictureMove, { left, top }: Placement, boxHeight: number): Curve {
  const [x1, x2] = [from, to].map((box) => left[box] + BOX_WIDTH / 2)
  const [y1, y2] = [from, to].map((box) => top[box] + boxHeight)
  return curveTo(`M${xy(x1, y1)}`, [x1, y1], [x1, y1 + SWING, x2, y2 + SWING, x2, y2])
}

function through(stops: readonly { readonly x: number; readonly y: number }[]): Curve {
  const [first, ...rest] = stops
  let last = first
  let all: Curve = { d: `M${xy(first.x, first.y)}`, points: [first.x, first.y] }
  for (const stop of rest) {
    const reach = Math.max(40, Math.round(Math.abs(stop.x - last.x) / 2))
    all =
      last.y === stop.y && stop.x > last.x
        ? { d: `${all.d}H${String(stop.x)}`, points: [...all.points, stop.x, stop.y] }
        : curveTo(all.d, all.points, [last.x + reach, last.y, stop.x - reach, stop.y, stop.x, stop.y])
    last = stop
  }
  return all
}

/** A curve that goes on by three points, which it stays between. */
function curveTo(d: string, points: readonly number[], next: readonly number[]): Curve {
  const [x1, y1, x2, y2, x, y] = next
  return { d: `${d}C${xy(x1, y1)} ${xy(x2, y2)} ${xy(x, y)}`, points: [...points, ...next] }
}

/** For each move, where it meets the box as a fraction of the box's height: moves from above meet it further up. */
function ports(
  moves: readonly PictureMove[],
  box: (move: PictureMove) => number,
  height: (move: PictureMove, index: number) => number,
): number[] {
  const atBox = new Map<number, number[]>()
  for (const [index, move] of moves.entries()) {
    addToList(atBox, box(move), index)
  }
  const port = moves.map(() => 0.5)
  for (const list of atBox.values()) {
    list.sort((a, b) => height(moves[a], a) - height(moves[b], b))
    for (const [place, index] of list.entries()) port[index] = (place + 1) / (list.length + 1)
  }
  return port
}
