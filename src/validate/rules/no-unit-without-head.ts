import { type OrgState, stateOf } from '../../engine/org-state.js'
import { membersOfUnit, unitIndexOf } from '../../engine/unit-index.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/**
 * A policy: every unit has a head.
 *
 * Gives an issue `UNIT_WITHOUT_HEAD` for each unit without one, in input order; the witness has its members. It is not a
 * default rule, because units that are only named by records have no heads.
 *
 * Complexity: O(roles + units).
 *
 * @returns A rule for {@link checkOrg}.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noUnitWithoutHead } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { analyst: { unit: 'pmo' } }, units: { pmo: {} } })
 * const { issues } = checkOrg(org, { rules: [noUnitWithoutHead()] })
 * console.log(issues[0]?.message) // => The unit 'pmo' has no head
 * console.log(issues[0]?.witness) // => [ 'analyst' ]
 * ```
 * @see {@link noRoleWithoutUnit}, {@link headOf}.
 */
export function noUnitWithoutHead(): Rule<'UNIT_WITHOUT_HEAD'> {
  return Object.freeze({
    codes: Object.freeze(['UNIT_WITHOUT_HEAD'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      for (const { id, heads } of state.units.values()) {
        if (heads.length > 0) continue
        yield deferredIssue('UNIT_WITHOUT_HEAD', 'error', () => ({
          units: [id],
          witness: membersOfUnit(state.kept(unitIndexOf), id, false).map(
            (handle) => state.columns.ids[handle],
          ),
          message: `The unit ${quote(id)} has no head`,
          suggestion: 'Name the role that leads it.',
        }))
      }
    },
  } satisfies Rule<'UNIT_WITHOUT_HEAD'>)
}
