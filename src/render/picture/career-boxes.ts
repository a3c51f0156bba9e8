import { type OrgState, type Role, targetsOf } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'
import type { PlacedBox } from './reporting-boxes.js'
import { inOrder } from './sibling-order.js'

/**
 * The boxes of a picture of careers: every role with a move into or out of it, or the root and the roles that it can
 * reach within `depth` moves.
 */
export function careerBoxes(
  { columns }: OrgState,
  roles: readonly Role[],
  options: Pick<CheckedOptions, 'root' | 'depth' | 'order' | 'groupBy'>,
): PlacedBox[] {
  const { root, depth } = options
  const drawn = new Set<number>()
  if (root === undefined) {
    for (const role of roles.keys()) {
      for (const target of targetsOf(columns.moves, role)) drawn.add(role).add(target)
    }
  } else {
    drawn.add(root)
    let reached = [root]
    for (let step = 0; step < depth && reached.length > 0; step++) {
      const targets = reached.flatMap((role) => [...targetsOf(columns.moves, role)])
      reached = [...new Set(targets)].filter((role) => !drawn.has(role))
      for (const role of reached) drawn.add(role)
    }
  }
  const inInputOrder = [...drawn].sort((a, b) => a - b)
  return inOrder(inInputOrder, roles, options).map((role) => {
    return { role, parent: undefined, layer: 1, as: undefined, staff: false, hidden: 0, leftOut: 0 }
  })
}
