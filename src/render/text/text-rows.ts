import type { Box, Picture, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/texts.js'
import type { TextSigns } from './text-signs.js'

/** One line of a drawn tree, before its columns are known. */
export interface TextRow {
  /** The rails and the branch before the label. */
  readonly lead: string
  readonly box: Box
  /** Whether the row refers to a row above that has the next steps of the role. */
  readonly again: boolean
  /** The years of the move that leads here; empty where there are none. */
  readonly years: string
}

/** The boxes of a reporting tree, each behind its rails. */
export function reportingRows({ boxes, lines }: Picture, signs: TextSigns): TextRow[] {
  const dotted = new Set(lines.filter(({ tree, kind }) => tree && kind === 'dotted').map(({ from }) => from))
  const lastChild = new Map<number, number>()
  for (const { parent, index } of boxes) if (parent !== undefined) lastChild.set(parent, index)
  const last = new Set(lastChild.values())
  // The rails below each box on the path from the top to the current box.
  const rails: string[] = []
  return boxes.map((box) => {
    const { index, layer, parent } = box
    const isLast = last.has(index) ? 1 : 0
    const branch = parent === undefined ? '' : (dotted.has(index) ? signs.dotted : signs.solid)[isLast]
    const before = layer > 1 ? rails[layer - 2] : ''
    rails.length = layer - 1
    rails.push(parent === undefined ? '' : railsOf(before, isLast ? signs.gap : signs.rail, signs))
    return { lead: before + branch, box, again: false, years: '' }
  })
}

/** How many layers have rails: the text of a chain of many thousand layers would be longer than a string can be. */
const MOST_RAILS = 200

/** The rails of a layer after those of the layer above; of a deep one, without those furthest to the left. */
function railsOf(above: string, rail: string, { gap, cut }: TextSigns): string {
  const rails = above + rail
  const most = MOST_RAILS * gap.length
  return rails.length <= most ? rails : cut + rails.slice(rails.length - most + cut.length)
}

interface Step {
  readonly box: number
  readonly lead: string
  readonly rail: string
  readonly move: PictureMove | undefined
}

/**
 * Careers as a tree of next steps, starting at the roles that no move leads into. The steps out of a role are written
 * once, at its first row; a cycle starts at its first role.
 */
export function careerRows({ boxes, moves }: Picture, signs: TextSigns): TextRow[] {
  const steps: PictureMove[][] = boxes.map(() => [])
  const entered = new Set<number>()
  for (const move of moves) {
    steps[move.from].push(move)
    entered.add(move.to)
  }
  const rows: TextRow[] = []
  const seen = new Set<number>()
  const startAt = (start: number): void => {
    const stack: Step[] = [{ box: start, lead: '', rail: '', move: undefined }]
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      const { box, lead, rail, move } = step
      const again = seen.has(box)
      const years = move?.years === undefined ? '' : yearsText(move.years, signs.dash)
      rows.push({ lead, box: boxes[box], again: again && steps[box].length > 0, years })
      if (again) continue
      seen.add(box)
      for (const [place, next] of steps[box].toReversed().entries()) {
        const [branch, end] = next.kind === 'advancement' ? signs.solid : signs.dotted
        const below = railsOf(rail, place === 0 ? signs.gap : signs.rail, signs)
        stack.push({ box: next.to, lead: rail + (place === 0 ? end : branch), rail: below, move: next })
      }
    }
  }
  for (const { index } of boxes) if (!entered.has(index)) startAt(index)
  for (const { index } of boxes) if (!seen.has(index)) startAt(index)
  return rows
}
