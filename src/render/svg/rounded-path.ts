import { type Behind, withStroke } from './behind.js'
import { meets, type Rect } from './box-index.js'
import { pathElement, xy } from './elements.js'

/** A line across the tree, of horizontal and vertical stretches in turn, and what it looks like. */
export interface RoundedLine {
  /**
   * Alternately an x and a y: the first two are its start, and each further one is where a stretch ends. They are numbers, since a chart has
   * hundreds of thousands, which as points would be collected several times before they are drawn.
   */
  readonly turns: readonly number[]
  /** Whether x and y are exchanged, for a chart from left to right. */
  readonly turned: boolean
  readonly classes: string
}

const ROUNDED = 6

/** A line over a halo. It is drawn whole in every part that it runs through, so that its dashes and its arrowhead are the same everywhere. */
export function roundedPath(line: RoundedLine): Behind {
  let drawn: string | undefined
  return (part) => {
    if (part !== undefined && !runsThrough(line, part)) return ''
    return (drawn ??= elements(line))
  }
}

function elements(line: RoundedLine): string {
  const d = rounded(line)
  return pathElement('rg-halo', d) + pathElement(line.classes, d)
}

/** Whether some straight stretch of a line is in a part of the drawing, its stroke and its arrowhead included. */
function runsThrough({ turns, turned }: RoundedLine, part: Rect): boolean {
  for (let place = 1; place < turns.length - 1; place++) {
    const [from, to] = [turns[place - 1], turns[place + 1]]
    const low = Math.min(from, to)
    const high = Math.max(from, to)
    const at = turns[place]
    const stretch =
      (place % 2 === 1) === turned
        ? { left: at, top: low, right: at, bottom: high }
        : { left: low, top: at, right: high, bottom: at }
    if (meets(withStroke(stretch), part)) return true
  }
  return false
}

/** The data of a path with rounded corners, joined once: a text that is built up piece by piece takes three times as long. */
function rounded({ turns, turned }: RoundedLine): string {
  const last = turns.length - 2
  const pieces = [`M${point(turns[0], turns[1], turned)}`]
  for (let place = 1; place < last; place++) {
    const exchanged = (place % 2 === 1) !== turned
    const here = turns[place]
    const next = turns[place + 1]
    const start = towards(next, turns[place - 1])
    const end = towards(here, turns[place + 2])
    pieces.push(
      `L${point(here, start, exchanged)}Q${point(here, next, exchanged)} ${point(end, next, exchanged)}`,
    )
  }
  pieces.push(`L${point(turns[last], turns[last + 1], (last % 2 === 1) !== turned)}`)
  return pieces.join('')
}

/** Two positions as an x and a y, exchanged if the first is the y. */
function point(first: number, second: number, exchanged: boolean): string {
  return exchanged ? xy(second, first) : xy(first, second)
}

/** A position near a corner, towards a neighbouring corner, at most halfway. */
function towards(corner: number, other: number): number {
  const distance = other - corner
  return corner + Math.sign(distance) * Math.min(ROUNDED, Math.floor(Math.abs(distance) / 2))
}
