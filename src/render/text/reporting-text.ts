import type { Picture } from '../picture/picture.js'
import type { TextRow } from './text-row.js'
import type { TextSigns } from './text-signs.js'

/** The boxes of a reporting tree, each with the rails that lead to it. */
export function reportingText({ boxes, lines }: Picture, signs: TextSigns): TextRow[] {
  const dotted = new Set(lines.filter(({ tree, kind }) => tree && kind === 'dotted').map(({ from }) => from))
  const last = new Set<number>()
  const lastChild = new Map<number, number>()
  for (const { parent, index } of boxes) if (parent !== undefined) lastChild.set(parent, index)
  for (const child of lastChild.values()) last.add(child)
  // The rails under each box of the way down to the current one.
  const rails: string[] = []
  return boxes.map((box) => {
    const { index, layer, parent } = box
    const isLast = last.has(index) ? 1 : 0
    const branch = parent === undefined ? '' : (dotted.has(index) ? signs.dotted : signs.solid)[isLast]
    const before = layer > 1 ? rails[layer - 2] : ''
    rails.length = layer - 1
    rails.push(parent === undefined ? '' : before + (isLast ? signs.gap : signs.rail))
    return { lead: before + branch, box, again: false, remark: '' }
  })
}
