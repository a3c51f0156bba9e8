import { stateOf } from '../../engine/org-state.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/**
 * A policy: every role is a member of a unit.
 *
 * Gives an issue `ROLE_WITHOUT_UNIT` for each role that names no unit, in input order. It is not a default rule, because most
 * charts leave some roles outside of units, above all the top.
 *
 * Complexity: O(roles).
 *
 * @returns A rule for {@link checkOrg}.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noRoleWithoutUnit } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead', unit: 'pmo' } }, units: { pmo: {} } })
 * const { issues } = checkOrg(org, { rules: [noRoleWithoutUnit()] })
 * console.log(issues[0]?.message) // => The role 'lead' is not in a unit
 * ```
 * @see {@link noUnitWithoutHead}, {@link membersOf}.
 */
export function noRoleWithoutUnit(): Rule<'ROLE_WITHOUT_UNIT'> {
  return Object.freeze({
    codes: Object.freeze(['ROLE_WITHOUT_UNIT'] as const),
    *check({ org }) {
      const { ids, attributes } = stateOf(org).columns
      for (const [handle, id] of ids.entries()) {
        if (attributes.unit?.[handle] !== undefined || attributes.alsoIn?.[handle] !== undefined) continue
        yield deferredIssue('ROLE_WITHOUT_UNIT', 'error', () => ({
          roles: [id],
          message: `The role ${quote(id)} is not in a unit`,
          suggestion: 'Name the unit that it is a member of.',
        }))
      }
    },
  } satisfies Rule<'ROLE_WITHOUT_UNIT'>)
}
