import { NONE } from '../../engine/columns.js'
import {
  type HierarchyIndex,
  hierarchyIndexOf,
  isNumberedAbove,
  positionOf,
} from '../../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { unitTree } from '../unit-tree.js'

/**
 * A unit whose head is a member of another unit that is not part of it. A head that names no unit passes: the chart
 * does not say. Where both units are in or below a cycle of units, the cycle has to be broken first.
 */
export const headOutsideUnit: Rule<'HEAD_OUTSIDE_UNIT'> = Object.freeze({
  codes: Object.freeze(['HEAD_OUTSIDE_UNIT'] as const),
  *check({ org }) {
    const state = stateOf(org)
    const tree = state.kept(unitTree)
    const parts = hierarchyIndexOf(tree.larger)
    for (const [own, id] of tree.ids.entries()) {
      const head = state.units.get(id)?.head
      const named = head === undefined ? undefined : unitNamedBy(state, head)
      const other = named === undefined ? undefined : tree.numbers.get(named)
      if (head === undefined || named === undefined || other === undefined) continue
      if (other === own || mayBePart(parts, own, other)) continue
      yield deferredIssue('HEAD_OUTSIDE_UNIT', 'warning', () => ({
        roles: [head],
        units: [id, named],
        place: { path: ['units', id, 'head'] },
        witness: [head, named],
        message: `The head of the unit ${quote(id)}, the role ${quote(head)}, is a member of the unit ${quote(named)}`,
        suggestion: 'Make the head a member of the unit, or name another head.',
      }))
    }
  },
} satisfies Rule<'HEAD_OUTSIDE_UNIT'>)

function unitNamedBy(state: OrgState, role: string): string | undefined {
  const handle = state.columns.handles.get(role)
  return handle === undefined ? undefined : state.columns.attributes.unit?.[handle]
}

/** Whether a unit is part of a larger one; also true where a cycle of units leaves that open. */
function mayBePart(parts: HierarchyIndex, larger: number, part: number): boolean {
  const numbered = [larger, part].filter((unit) => positionOf(parts, unit) !== NONE).length
  // What is above a numbered unit is numbered; what is below an unnumbered one is not.
  return numbered === 0 || (numbered === 2 && isNumberedAbove(parts, larger, part))
}
