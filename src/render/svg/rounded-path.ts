import { type Behind, withStroke } from './behind.js'
import { meets, type Rect } from './box-index.js'
import { pathElement, xy } from './elements.js'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line across the tree: its points along the axes of the drawing, and what it looks like. */
export interface RoundedLine {
  readonly points: readonly Point[]
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

function elements({ points, classes }: RoundedLine): string {
  const d = rounded(points)
  return pathElement('rg-halo', d) + pathElement(classes, d)
}

/** Whether some straight stretch of a line is in a part of the drawing, its stroke and its arrowhead included. */
function runsThrough({ points }: RoundedLine, part: Rect): boolean {
  return points.some(({ x, y }, place) => {
    const before = points[Math.max(0, place - 1)]
    const stretch = {
      left: Math.min(x, before.x),
      top: Math.min(y, before.y),
      right: Math.max(x, before.x),
      bottom: Math.max(y, before.y),
    }
    return meets(withStroke(stretch), part)
  })
}

/** The data of a path with rounded corners, joined once: a text that is built up piece by piece takes three times as long. */
function rounded(points: readonly Point[]): string {
  const last = points.length - 1
  let before = points[0]
  const pieces = [`M${xy(before.x, before.y)}`]
  for (let place = 1; place < last; place++) {
    const corner = points[place]
    pieces.push(`L${towards(corner, before)}Q${xy(corner.x, corner.y)} ${towards(corner, points[place + 1])}`)
    before = corner
  }
  pieces.push(`L${xy(points[last].x, points[last].y)}`)
  return pieces.join('')
}

/** A point near a corner, towards a neighbouring corner, at most halfway. */
function towards(corner: Point, { x, y }: Point): string {
  return xy(corner.x + step(x - corner.x), corner.y + step(y - corner.y))
}

function step(distance: number): number {
  return Math.sign(distance) * Math.min(ROUNDED, Math.floor(Math.abs(distance) / 2))
}
