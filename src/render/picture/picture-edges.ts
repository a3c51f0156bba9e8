import type { CheckedOptions } from './checked-options.js'
import type { Picture, PictureLine, PictureMove } from './picture.js'
import type { PlacedBox } from './reporting-boxes.js'
import type { ReportingTree } from './reporting-tree.js'
import { NONE, type RoleRows } from './role-rows.js'

interface Placed {
  readonly rows: RoleRows
  /** Absent from a picture of careers. */
  readonly tree: ReportingTree | undefined
  readonly placed: readonly PlacedBox[]
  readonly highlight: readonly number[]
}

/** The lines and moves between the boxes, in the order of the boxes that they come from. */
export function pictureEdges(all: Placed, options: CheckedOptions): Pick<Picture, 'lines' | 'moves'> {
  const boxOf = new Int32Array(all.rows.roles.length).fill(NONE)
  for (const [box, { row }] of all.placed.entries()) if (row !== NONE) boxOf[row] = box
  return {
    lines: Object.freeze(all.tree === undefined ? [] : linesBetween(all, all.tree, boxOf)),
    moves: Object.freeze(options.relations === 'reporting' ? [] : movesBetween(all, options, boxOf)),
  }
}

function linesBetween(
  { placed, highlight }: Placed,
  { managers, parent }: ReportingTree,
  boxOf: Int32Array,
): PictureLine[] {
  const lit = new Set(highlight)
  const lines: PictureLine[] = []
  for (const [from, { row, parent: above }] of placed.entries()) {
    if (row === NONE) {
      if (above !== undefined)
        lines.push(Object.freeze({ from, to: above, kind: 'solid', tree: true, highlighted: false }))
      continue
    }
    let hangs = false
    for (const { manager, kind } of managers[row]) {
      const to = boxOf[manager]
      if (to === NONE) continue
      // A manager by both kinds of line has the role hanging below by the first of them.
      const tree: boolean = !hangs && above !== undefined && parent[row] === manager
      hangs ||= tree
      const highlighted = lit.has(row) && lit.has(manager)
      lines.push(Object.freeze({ from, to, kind, tree, highlighted }))
    }
  }
  return lines
}

function movesBetween(
  { rows, placed, highlight }: Placed,
  { highlightInOrder }: CheckedOptions,
  boxOf: Int32Array,
): PictureMove[] {
  const lit = new Set(highlight)
  const steps = new Set(highlight.slice(1).map((row, step) => `${String(highlight[step])} ${String(row)}`))
  const moves: PictureMove[] = []
  for (const [from, { row }] of placed.entries()) {
    if (row === NONE) continue
    for (const { to: id, kind, years } of rows.roles[row].progressesTo) {
      const target = rows.position.get(id)
      const to = target === undefined ? NONE : boxOf[target]
      if (target === undefined || to === NONE) continue
      const highlighted = highlightInOrder
        ? steps.has(`${String(row)} ${String(target)}`)
        : lit.has(row) && lit.has(target)
      moves.push(
        Object.freeze({
          from,
          to,
          kind,
          ...(years !== undefined && { years: Object.freeze(years) }),
          highlighted,
        }),
      )
    }
  }
  return moves
}
