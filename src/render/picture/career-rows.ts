import type { CheckedOptions } from './checked-options.js'
import type { RoleRows } from './role-rows.js'
import { inOrder } from './sibling-order.js'

/**
 * The roles of a picture of careers: those that some move leads out of or into, or the root and what can be
 * reached from it in as many steps as the depth says.
 */
export function careerRows(
  { roles, position }: RoleRows,
  root: number | undefined,
  options: Pick<CheckedOptions, 'depth' | 'order' | 'grouped'>,
): readonly number[] {
  const steps = roles.map((role) => role.progressesTo.map(({ to }) => position.get(to) ?? 0))
  const drawn = new Set<number>()
  if (root === undefined) {
    for (const [row, targets] of steps.entries()) {
      for (const target of targets) drawn.add(row).add(target)
    }
  } else {
    drawn.add(root)
    let reached = [root]
    for (let depth = 0; depth < options.depth && reached.length > 0; depth++) {
      reached = [...new Set(reached.flatMap((row) => steps[row]))].filter((row) => !drawn.has(row))
      for (const row of reached) drawn.add(row)
    }
  }
  const inInputOrder = [...drawn].sort((a, b) => a - b)
  return inOrder(inInputOrder, roles, options)
}
