import { stateOf } from '../../engine/org-state.js'
import type { Issue, IssueCode } from '../../kernel/issue.js'
import type { Rule } from '../rule.js'

/** Codes of the core that no rule of the structure has; readers of files add codes of their own. */
const CODES: readonly IssueCode[] = Object.freeze([
  'UNKNOWN_ROLE',
  'UNKNOWN_UNIT',
  'SELF_MOVE',
  'DUPLICATE_LINE',
  'DUPLICATE_MOVE',
  'INVALID_FIELD',
  'UNKNOWN_FIELD',
])

/** Hands on whatever was found while the org was made and has no rule among the others: nothing is lost. */
export function foundInInput(others: readonly Rule[]): Rule<IssueCode> {
  const codesOfOthers = new Set(others.flatMap((rule) => rule.codes))
  return Object.freeze({
    codes: CODES,
    check: ({ org }) => {
      const others = stateOf(org).issues.filter((issue) => !codesOfOthers.has(issue.code))
      // The type names the codes of the core only, so that editors complete them; an importer's issue passes as well.
      return others as readonly Issue[]
    },
  } satisfies Rule<IssueCode>)
}
