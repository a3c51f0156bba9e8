import type { Box, Picture, PictureUnit } from './picture.js'

/** How an output writes a box, and what it writes around the boxes of a unit. */
export interface NestedSyntax {
  readonly box: (box: Box) => string
  readonly open: (unit: PictureUnit, index: number) => readonly string[]
  readonly close: string
}

/** Deeper levels are not indented further: the text would grow with the square of the levels. */
const DEEPEST_INDENT = 40

/**
 * The boxes as indented lines. If the picture groups by unit, the boxes of a unit are inside it, and the unit is inside
 * its larger unit.
 */
export function nestedLines({ boxes, units, grouped }: Picture, syntax: NestedSyntax): string[] {
  const indentOf = (depth: number): string => '  '.repeat(Math.min(depth, DEEPEST_INDENT) + 1)
  const line = (box: Box, depth: number): string => indentOf(depth) + syntax.box(box)
  if (!grouped) return boxes.map((box) => line(box, 0))
  const members: Box[][] = units.map(() => [])
  for (const box of boxes) if (box.unit !== undefined) members[box.unit].push(box)
  const parts: number[][] = units.map(() => [])
  const outer: number[] = []
  for (const [unit, { partOf }] of units.entries()) (partOf === undefined ? outer : parts[partOf]).push(unit)

  const lines = boxes.filter(({ unit }) => unit === undefined).map((box) => line(box, 0))
  const stack = outer.toReversed().map((unit) => ({ unit, depth: 0, closes: false }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { unit, depth, closes } = next
    const indent = indentOf(depth)
    if (closes) {
      lines.push(indent + syntax.close)
      continue
    }
    const [first, ...rest] = syntax.open(units[unit], unit)
    lines.push(indent + first, ...rest.map((each) => `${indent}  ${each}`))
    lines.push(...members[unit].map((box) => line(box, depth + 1)))
    stack.push({ unit, depth, closes: true })
    stack.push(...parts[unit].toReversed().map((part) => ({ unit: part, depth: depth + 1, closes: false })))
  }
  return lines
}
