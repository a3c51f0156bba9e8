import { NONE } from '../../engine/columns.js'
import {
  type HierarchyIndex,
  hierarchyIndexOf,
  isNumberedAbove,
  positionOf,
} from '../../engine/hierarchy-index.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { quotedList } from '../../kernel/in-words.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { unitTree } from '../unit-tree.js'

/**
 * A unit whose head is a member only of other units, none of which is part of it. A head that names no unit passes, because
 * the chart does not say. If both units are in or below a cycle of units, the cycle has to be broken first.
 */
export const headOutsideUnit: Rule<'HEAD_OUTSIDE_UNIT'> = Object.freeze({
  codes: Object.freeze(['HEAD_OUTSIDE_UNIT'] as const),
  *check({ org }) {
    const state = stateOf(org)
    const tree = state.kept(unitTree)
    const parts = hierarchyIndexOf(tree.larger)
    for (const [own, id] of tree.ids.entries()) {
      for (const head of state.units.get(id)?.heads ?? []) {
        const named = unitsNamedBy(state, head)
        const inside = named.some((unit) => {
          const other = tree.numbers.get(unit)
          return other !== undefined && (other === own || mayBePart(parts, own, other))
        })
        if (named.length === 0 || inside) continue
        yield deferredIssue('HEAD_OUTSIDE_UNIT', 'warning', () => ({
          roles: [head],
          units: [id, ...named],
          place: { path: ['units', id, 'head'] },
          witness: [head, ...named],
          message: `The head of the unit ${quote(id)}, the role ${quote(head)}, is not a member of it but of the ${named.length === 1 ? 'unit' : 'units'} ${quotedList(named)}`,
          suggestion: 'Make the head a member of the unit, or name another head.',
        }))
      }
    }
  },
} satisfies Rule<'HEAD_OUTSIDE_UNIT'>)

function unitsNamedBy(state: OrgState, role: string): readonly string[] {
  const handle = state.columns.handles.get(role)
  if (handle === undefined) return []
  const { unit, alsoIn } = state.columns.attributes
  const own = unit?.[handle]
  return [...(own === undefined ? [] : [own]), ...(alsoIn?.[handle] ?? [])]
}

/** Whether a unit is part of a larger one; also true if a cycle of units leaves that open. */
function mayBePart(parts: HierarchyIndex, larger: number, part: number): boolean {
  const numbered = [larger, part].filter((unit) => positionOf(parts, unit) !== NONE).length
  // Units above a numbered unit are numbered; units below an unnumbered one are not.
  return numbered === 0 || (numbered === 2 && isNumberedAbove(parts, larger, part))
}
