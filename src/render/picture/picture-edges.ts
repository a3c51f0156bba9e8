import { NO_HANDLE, type OrgState } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'
import type { PictureLine, PictureMove } from './picture.js'
import type { PlacedBox } from './reporting-boxes.js'
import type { ReportingTree } from './reporting-tree.js'

/** The reporting lines of a tree between the placed boxes, in the order of the boxes that they start at. */
export function linesBetween(
  placed: readonly PlacedBox[],
  { managers, parent, firstGhost }: ReportingTree,
  highlighted: ReadonlySet<number>,
  isDrawn: CheckedOptions['dotted'],
): PictureLine[] {
  const boxOf = boxesByRole(placed, managers.length)
  const lines: PictureLine[] = []
  for (const [from, { role, parent: above }] of placed.entries()) {
    if (role === NO_HANDLE) {
      if (above !== undefined) {
        lines.push(Object.freeze({ from, to: above, kind: 'solid', tree: true, highlighted: false }))
      }
      continue
    }
    let placedBelow = false
    for (const { manager, kind, as } of managers[role]) {
      const to = boxOf[manager]
      if (to === NO_HANDLE) continue
      // Of two lines to the same manager, the first one places the role below it.
      const tree: boolean = !placedBelow && above !== undefined && parent[role] === manager
      placedBelow ||= tree
      if (!tree && kind === 'dotted' && !isDrawn(as)) continue
      const both = highlighted.has(role) && highlighted.has(manager)
      const ghost = role >= firstGhost && { ghost: true as const }
      lines.push(
        Object.freeze({ from, to, kind, ...(as !== undefined && { as }), tree, ...ghost, highlighted: both }),
      )
    }
  }
  return lines
}

/** The names of all dotted lines, in the order in which the orgs first have them. */
export function dottedNames(states: readonly OrgState[]): readonly string[] {
  const names = new Set<string>()
  for (const { columns } of states) {
    for (let edge = 0; edge < columns.dotted.to.length; edge++) {
      const name = columns.dotted.evidence.get(edge)?.as
      if (name !== undefined) names.add(name)
    }
  }
  return Object.freeze([...names])
}

/** The career moves between the placed boxes, in the order of the boxes that they start at. */
export function movesBetween(
  placed: readonly PlacedBox[],
  { columns }: OrgState,
  { roles, inOrder }: CheckedOptions['highlight'],
): PictureMove[] {
  const { start, to: targets, kind, years } = columns.moves
  const boxOf = boxesByRole(placed, columns.count)
  const highlighted = new Set(roles)
  const steps = new Set(roles.slice(1).map((role, step) => `${String(roles[step])} ${String(role)}`))
  const moves: PictureMove[] = []
  if (targets.length === 0) return moves
  for (const [from, { role }] of placed.entries()) {
    // A ghost has no moves.
    if (role === NO_HANDLE || role >= columns.count) continue
    for (let move = start[role]; move < start[role + 1]; move++) {
      const target = targets[move]
      const to = boxOf[target]
      if (to === NO_HANDLE) continue
      const own = years[move]
      moves.push(
        Object.freeze({
          from,
          to,
          kind: kind[move],
          ...(own !== undefined && { years: Object.freeze(own) }),
          highlighted: inOrder
            ? steps.has(`${String(role)} ${String(target)}`)
            : highlighted.has(role) && highlighted.has(target),
        }),
      )
    }
  }
  return moves
}

function boxesByRole(placed: readonly PlacedBox[], roles: number): Int32Array {
  const boxOf = new Int32Array(roles).fill(NO_HANDLE)
  for (const [box, { role }] of placed.entries()) if (role !== NO_HANDLE && role < roles) boxOf[role] = box
  return boxOf
}
