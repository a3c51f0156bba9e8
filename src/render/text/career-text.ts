import type { Picture, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/years-text.js'
import type { TextRow } from './text-row.js'
import type { TextSigns } from './text-signs.js'

interface Step {
  readonly box: number
  readonly lead: string
  readonly rail: string
  readonly move: PictureMove | undefined
}

/**
 * Careers as a tree of next steps, from the roles that no move leads into. The steps out of a role stand once, where
 * it comes first; a circle starts at its first role.
 */
export function careerText({ boxes, moves }: Picture, signs: TextSigns): TextRow[] {
  const steps: PictureMove[][] = boxes.map(() => [])
  const entered = new Set<number>()
  for (const move of moves) {
    steps[move.from].push(move)
    entered.add(move.to)
  }
  const rows: TextRow[] = []
  const seen = new Set<number>()
  const startAt = (start: number): void => {
    const open: Step[] = [{ box: start, lead: '', rail: '', move: undefined }]
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const { box, lead, rail, move } = step
      const again = seen.has(box)
      const remark = move?.years === undefined ? '' : yearsText(move.years, signs.dash)
      rows.push({ lead, box: boxes[box], again: again && steps[box].length > 0, remark })
      if (again) continue
      seen.add(box)
      for (const [place, next] of steps[box].toReversed().entries()) {
        const [branch, end] = next.kind === 'advancement' ? signs.solid : signs.dotted
        const below = rail + (place === 0 ? signs.gap : signs.rail)
        open.push({ box: next.to, lead: rail + (place === 0 ? end : branch), rail: below, move: next })
      }
    }
  }
  for (const { index } of boxes) if (!entered.has(index)) startAt(index)
  for (const { index } of boxes) if (!seen.has(index)) startAt(index)
  return rows
}
