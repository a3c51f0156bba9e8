import { listed, quotedList } from '../../kernel/in-words.js'
import { stateOf } from '../../engine/org-state.js'
import { confusablesIn } from '../confusables.js'
import { DIFFERENCES, differencesAmong, lookAlikeGroups } from '../look-alike-groups.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

const LISTED = 8

/**
 * Different ids that look alike, one issue per group: '7' and '007', 'pso1' and 'PSO1 ', composed and decomposed accents,
 * a Cyrillic letter among Latin ones. The witness has the ids in input order, roles first.
 */
export const lookAlikeIds: Rule<'LOOK_ALIKE_IDS'> = Object.freeze({
  codes: Object.freeze(['LOOK_ALIKE_IDS'] as const),
  *check({ org }) {
    const state = stateOf(org)
    const { count, handles } = state.columns
    // An id of both a role and a unit has its own issue.
    const units = [...state.units.keys()].filter((id) => !handles.has(id))
    const ids = units.length === 0 ? state.columns.ids : [...state.columns.ids, ...units]
    for (const group of lookAlikeGroups(ids)) {
      yield deferredIssue('LOOK_ALIKE_IDS', 'warning', () => {
        const alike = group.map((position) => ids[position])
        const roles = alike.slice(0, group.filter((position) => position < count).length)
        return {
          roles,
          units: alike.slice(roles.length),
          message: `${String(alike.length)} ids look alike: ${quotedList(alike)}; ${differenceText(alike)}`,
          suggestion: 'If they mean the same role, use one id; otherwise make the ids easier to tell apart.',
        }
      })
    }
  },
} satisfies Rule<'LOOK_ALIKE_IDS'>)

function differenceText(ids: readonly string[]): string {
  const kinds = differencesAmong(ids)
  // If each of two kinds alone explains the difference, neither is needed.
  if (kinds.length === 0) return 'they differ only in characters that look the same'
  const confusables = kinds.includes('letters') ? [...new Set(ids.flatMap(confusablesIn))] : []
  const shown = confusables.slice(0, LISTED).join(', ') + (confusables.length > LISTED ? ', …' : '')
  const names = listed(kinds.map((kind) => DIFFERENCES[kind]))
  return `they differ only in ${names}${shown === '' ? '' : ` (${shown})`}`
}
