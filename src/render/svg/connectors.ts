import { addToList } from '../../internal.js'
import type { Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/texts.js'
import { type Across, acrossTree, type Elbow } from './across-paths.js'
import { BOX_WIDTH } from './box-size.js'
import { pathElement, rectElement, textElement } from './elements.js'
import type { Stretch, TreeLine } from './frame-regions.js'
import type { LatticePlacement } from './lattice-placement.js'
import type { Placement, Room, TreePlacement } from './placement.js'
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
  readonly edges: readonly string[]
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
  { lines, moves, lineNames }: Picture,
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
  const { placement, room, paths } = acrossTree(across, place, elbowsOf, turned)
  const bends = elbowsOf(placement)
  const elbows = STYLES.map(() => new Map<string, string>())
  for (const [index, line] of inTree.entries()) {
    const style = styleOf(line)
    const name = named(line)
    const classes = name === '' ? STYLES[style] : `${STYLES[style]} rg-inside${name}`
    elbows[style].set(classes, (elbows[style].get(classes) ?? '') + pathOf(bends[index], turned))
  }
  const all = elbows.flatMap((ofStyle) => [...ofStyle])
  const drawn = all.map(([classes, d]) => pathElement(classes, d))
  const halo = paths.length === 0 ? [] : [pathElement('rg-halo rg-trunks', all.map(([, d]) => d).join(''))]
  const atBox = new Map<number, number[]>()
  for (const [index, { from, to }] of inTree.entries())
    for (const box of [from, to]) addToList(atBox, box, index)
  const linesAt = new Map<number, readonly TreeLine[]>()
  return {
    ...inDrawing(placement, room, turned),
    edges: [...paths, ...halo, ...drawn],
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

/** The straight stretches of an elbow. */
function stretchesOf([x, y, ...further]: Elbow, turned: boolean): Stretch[] {
  return further.map((next, place) => {
    const [x1, y1] = [x, y]
    if (place % 2 === 0) y = next
    else x = next
    return turned ? { x1: y1, y1: x1, x2: y, y2: x } : { x1, y1, x2: x, y2: y }
  })
}

/** Career moves from left to right, each ending at its own point of the box, with its years there. */
export function latticeMoves({ moves }: Picture, placement: LatticePlacement, boxHeight: number): string[] {
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
  const years: { patch: string; label: string }[] = []
  const paths = moves.map((move, index) => {
    if (left[move.to] <= left[move.from])
      return pathElement(moveClasses(move), backwards(move, placement, boxHeight))
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
    return pathElement(moveClasses(move), through(stops))
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
function yearsAt(text: string, x: number, y: number): { patch: string; label: string } {
  const width = Math.ceil(textWidth(text) * YEARS_SIZE) + 2
  return {
    patch: rectElement('rg-paper', x + 1 - width, y - 10, width, 13, 3),
    label: textElement('rg-years', x, y, text),
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

function pathOf(bends: Elbow, turned: boolean): string {
  let d = turned ? `M${xy(bends[1], bends[0])}` : `M${xy(bends[0], bends[1])}`
  const [down, across] = turned ? ['H', 'V'] : ['V', 'H']
  for (let place = 2; place < bends.length; place++)
    d += `${place % 2 === 0 ? down : across}${String(bends[place])}`
  return d
}

/** A move that leads back: a curve between the lower edges of its boxes. */
function backwards({ from, to }: PictureMove, { left, top }: Placement, boxHeight: number): string {
  const [x1, x2] = [from, to].map((box) => left[box] + BOX_WIDTH / 2)
  const [y1, y2] = [from, to].map((box) => top[box] + boxHeight)
  return `M${xy(x1, y1)}C${xy(x1, y1 + SWING)} ${xy(x2, y2 + SWING)} ${xy(x2, y2)}`
}

function through(stops: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = stops
  let last = first
  let d = `M${xy(first.x, first.y)}`
  for (const stop of rest) {
    const reach = Math.max(40, Math.round(Math.abs(stop.x - last.x) / 2))
    d +=
      last.y === stop.y && stop.x > last.x
        ? `H${String(stop.x)}`
        : `C${xy(last.x + reach, last.y)} ${xy(stop.x - reach, stop.y)} ${xy(stop.x, stop.y)}`
    last = stop
  }
  return d
}

function xy(x: number, y: number): string {
  return `${String(x)} ${String(y)}`
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
