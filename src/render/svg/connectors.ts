import type { Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/years-text.js'
import { BOX_WIDTH } from './box-size.js'
import type { LatticePlacement } from './lattice-placement.js'
import type { Placement } from './placement.js'
import { xmlText } from './xml-text.js'

const BEND = 22
/** From this distance on a curve fits between the sides of two boxes. */
const ROOM = 60
/** How far a move that leads back swings out below the boxes. */
const SWING = 44
/** In the order in which they are drawn. */
const ELBOW_CLASSES = ['rg-line rg-dotted', 'rg-line', 'rg-line rg-lit', 'rg-line rg-dotted rg-lit']

interface Drawn {
  readonly picture: Picture
  readonly placement: Placement
  readonly boxHeight: number
}

/**
 * The lines of the tree as elbows, those across it as curves with an arrow at the manager. Elbows of one look are one
 * path, so that where they run together they are no darker; highlighted ones come last, on top.
 */
export function lineConnectors(drawn: Drawn): string[] {
  const elbows = new Map(ELBOW_CLASSES.map((name) => [name, '']))
  const across: string[] = []
  for (const line of drawn.picture.lines) {
    const name = classOf(line)
    if (line.tree) elbows.set(name, (elbows.get(name) ?? '') + elbow(line, drawn))
    else across.push(path(curve(line.from, line.to, 0.72, drawn), `${name} rg-across`))
  }
  return [...[...elbows].filter(([, d]) => d !== '').map(([name, d]) => path(d, name)), ...across]
}

/** Career moves over a reporting chart. */
export function moveCurves(drawn: Drawn): string[] {
  return drawn.picture.moves.map((move) => path(curve(move.from, move.to, 0.28, drawn), moveClass(move)))
}

/** Career moves from left to right, each into a place of its own on the box, with its years there. */
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
  return moves.map((move, index) => {
    if (left[move.to] <= left[move.from]) return path(backwards(move, placement, boxHeight), moveClass(move))
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
    const years = move.years === undefined ? '' : label(yearsText(move.years), end.x - 12, end.y - 4)
    return path(through(stops), moveClass(move)) + years
  })
}

function classOf({ kind, highlighted }: PictureLine): string {
  return `rg-line${kind === 'dotted' ? ' rg-dotted' : ''}${highlighted ? ' rg-lit' : ''}`
}

function moveClass({ kind, highlighted }: PictureMove): string {
  return `rg-move${kind === 'advancement' ? '' : ' rg-dotted'}${highlighted ? ' rg-lit' : ''}`
}

function path(d: string, name: string): string {
  return `<path class="${name}" d="${d}"/>`
}

function label(text: string, x: number, y: number): string {
  return `<text class="rg-years" x="${String(x)}" y="${String(y)}">${xmlText(text)}</text>`
}

function elbow({ from, to }: PictureLine, { placement, boxHeight }: Drawn): string {
  const { left, top, rail } = placement
  const bottom = top[to] + boxHeight
  const beside = rail[from]
  const middle = left[to] + BOX_WIDTH / 2
  if (beside === undefined) {
    const end = left[from] + BOX_WIDTH / 2
    const down = `M${String(middle)} ${String(bottom)}`
    return end === middle
      ? `${down}V${String(top[from])}`
      : `${down}V${String(bottom + BEND)}H${String(end)}V${String(top[from])}`
  }
  const railX = left[from] - beside
  const end = `V${String(top[from] + Math.round(boxHeight / 2))}H${String(left[from])}`
  // A rail that starts under the manager itself needs no way to it.
  if (railX > left[to] && railX < left[to] + BOX_WIDTH / 2) return `M${String(railX)} ${String(bottom)}${end}`
  return `M${String(middle)} ${String(bottom)}V${String(bottom + BEND)}H${String(railX)}${end}`
}

/**
 * From a box to another that it has no elbow to: between the sides that face each other, since the room beside a column
 * is free; round one side where they are in one column, and from edge to edge where they are a little aside.
 */
function curve(from: number, to: number, place: number, drawn: Drawn): string {
  const { placement, boxHeight } = drawn
  const { left, top, rail } = placement
  const aside = Math.abs(left[from] - left[to])
  const inOneRow = Math.abs(top[from] - top[to]) < boxHeight
  // A narrow gap between two rows leaves no room for a curve, unless the way between the rows is barred by a column.
  const room = aside - BOX_WIDTH >= ROOM || rail[from] !== undefined
  if (inOneRow || (aside >= BOX_WIDTH && room)) return besides(from, to, place, drawn)
  if (aside < BOX_WIDTH / 3) return roundTheSide(from, to, place, drawn)
  const [x1, x2] = [from, to].map((box) => left[box] + Math.round(BOX_WIDTH * place))
  const up = top[to] < top[from] ? 1 : -1
  const [y1, y2] = up === 1 ? [top[from], top[to] + boxHeight] : [top[from] + boxHeight, top[to]]
  const reach = up * Math.min(90, Math.round(Math.abs(y1 - y2) / 2) + 12)
  return `M${xy(x1, y1)}C${xy(x1, y1 - reach)} ${xy(x2, y2 + reach)} ${xy(x2, y2)}`
}

function besides(
  from: number,
  to: number,
  place: number,
  { placement: { left, top }, boxHeight }: Drawn,
): string {
  const toTheRight = left[to] > left[from]
  const x1 = left[from] + (toTheRight ? BOX_WIDTH : 0)
  const x2 = left[to] + (toTheRight ? 0 : BOX_WIDTH)
  // What leads there and what leads back run beside each other.
  const height = place > 0.5 ? 0.35 : toTheRight ? 0.55 : 0.75
  const [y1, y2] = [from, to].map((box) => top[box] + Math.round(boxHeight * height))
  const reach = (toTheRight ? 1 : -1) * Math.max(30, Math.round(Math.abs(x2 - x1) / 2))
  return `M${xy(x1, y1)}C${xy(x1 + reach, y1)} ${xy(x2 - reach, y2)} ${xy(x2, y2)}`
}

function roundTheSide(
  from: number,
  to: number,
  place: number,
  { placement: { left, top }, boxHeight }: Drawn,
): string {
  const right = place > 0.5
  const [x1, x2] = [from, to].map((box) => left[box] + (right ? BOX_WIDTH : 0))
  const [y1, y2] = [from, to].map((box) => top[box] + Math.round(boxHeight * (box === from ? 0.4 : 0.6)))
  const out = (right ? 1 : -1) * (24 + Math.min(40, Math.round(Math.abs(y1 - y2) / 16)))
  return `M${xy(x1, y1)}C${xy(x1 + out, y1)} ${xy(x2 + out, y2)} ${xy(x2, y2)}`
}

/** A move that leads back, from lower edge to lower edge. */
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

/** For each move the part of the box's height at which it meets the box: moves that come from above meet it further up. */
function ports(
  moves: readonly PictureMove[],
  box: (move: PictureMove) => number,
  height: (move: PictureMove, index: number) => number,
): number[] {
  const atBox = new Map<number, number[]>()
  for (const [index, move] of moves.entries()) {
    const list = atBox.get(box(move))
    if (list === undefined) atBox.set(box(move), [index])
    else list.push(index)
  }
  const port = moves.map(() => 0.5)
  for (const list of atBox.values()) {
    list.sort((a, b) => height(moves[a], a) - height(moves[b], b))
    for (const [place, index] of list.entries()) port[index] = (place + 1) / (list.length + 1)
  }
  return port
}
