import { quotedList } from '../../kernel/in-words.js'
import { stateOf } from '../../engine/org-state.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A policy: the chart has one top.
 *
 * Gives one issue `SEVERAL_TOPS` with all roles that report to nobody, in input order. A chart without a top has the issue
 * `NO_TOP` of {@link structureRules} instead. A role that is its own manager counts as a top if {@link checkOrg} allows it.
 *
 * Complexity: O(tops).
 *
 * @returns A rule for {@link checkOrg}.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, oneTop } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { ceo: {}, chair: {}, director: { reportsTo: 'ceo' } } })
 * const { issues } = checkOrg(org, { rules: [oneTop()] })
 * console.log(issues[0]?.message) // => The chart has 2 tops: 'ceo' and 'chair'
 * ```
 * @see `topRolesOf`.
 */
export function oneTop(): Rule<'SEVERAL_TOPS'> {
  return Object.freeze({
    codes: Object.freeze(['SEVERAL_TOPS'] as const),
    *check(context) {
      const {
        columns: { ids },
        unknownManagers,
      } = stateOf(context.org)
      const roots = Array.from(solidLinesOf(context).hierarchy.roots)
      // A role whose manager is unknown has another issue.
      const tops = roots.filter((root) => !unknownManagers.has(root)).map((top) => ids[top])
      if (tops.length < 2) return
      yield deferredIssue('SEVERAL_TOPS', 'error', () => ({
        roles: tops,
        place: { path: ['roles'] },
        message: `The chart has ${String(tops.length)} tops: ${quotedList(tops)}`,
        suggestion: 'Give all but one of them a manager.',
      }))
    },
  } satisfies Rule<'SEVERAL_TOPS'>)
}
