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

/** The data of a path with rounded corners. */
function rounded(points: readonly Point[]): string {
  const at = ({ x, y }: Point): string => xy(x, y)
  let d = `M${at(points[0])}`
  for (const [place, corner] of points.entries()) {
    const [before, after] = [points[place - 1], points[place + 1]]
    if (place === 0) continue
    if (place === points.length - 1) {
      d += `L${at(corner)}`
      continue
    }
    const [back, on] = [towards(corner, before), towards(corner, after)]
    d += `L${at(back)}Q${at(corner)} ${at(on)}`
  }
  return d
}

/** A point near a corner, towards a neighbouring corner, at most halfway. */
function towards(corner: Point, { x, y }: Point): Point {
  const step = (distance: number): number =>
    Math.sign(distance) * Math.min(ROUNDED, Math.floor(Math.abs(distance) / 2))
  return { x: corner.x + step(x - corner.x), y: corner.y + step(y - corner.y) }
}
