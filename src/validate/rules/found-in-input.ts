import { addToList } from '../../kernel/add-to-list.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import type { AnyIssueCode, Issue, IssueCode } from '../../kernel/issue.js'
import type { Org } from '../../model/org.js'
import type { Rule } from '../rule.js'

/** Two records, or a role and a unit, with the same id. The witness has both places. */
export const duplicateId = /* @__PURE__ */ ruleForFound('DUPLICATE_ID')

/** A role with several solid managers. The org has only the first. */
export const severalManagers = /* @__PURE__ */ ruleForFound('SEVERAL_MANAGERS')

/** A line to a role that does not exist. The org has the report without the line. */
export const unknownManager = /* @__PURE__ */ ruleForFound('UNKNOWN_MANAGER')

/** Codes of the core without their own structure rule. Importers add their own codes. */
const OTHER_CODES: readonly IssueCode[] = Object.freeze([
  'UNKNOWN_ROLE',
  'UNKNOWN_UNIT',
  'SELF_MOVE',
  'DUPLICATE_LINE',
  'DUPLICATE_MOVE',
  'INVALID_FIELD',
  'UNKNOWN_FIELD',
])

/** Passes on every issue that was found while the org was made and that none of the `others` reports. */
export function foundInInput(others: readonly Rule[]): Rule<IssueCode> {
  const codesOfOthers = new Set(others.flatMap((rule) => rule.codes))
  return Object.freeze({
    codes: OTHER_CODES,
    check: ({ org }) => {
      const rest = stateOf(org).issues.filter((issue) => !codesOfOthers.has(issue.code))
      // The type names only the codes of the core, so that editors complete them; issues of importers are passed on too.
      return rest as readonly Issue[]
    },
  } satisfies Rule<IssueCode>)
}

/** The issues of a code that were found while the org was made, in that order. */
export function foundIssues<Code extends IssueCode>(org: Org, code: Code): readonly Issue<Code>[] {
  const issues: readonly Issue<AnyIssueCode>[] = stateOf(org).kept(issuesByCode).get(code) ?? []
  return issues as readonly Issue<Code>[]
}

/**
 * A rule for a problem that shows only while an org is made. The org does not have the wrong value, so there is nothing to
 * check, and the issue found then is passed on.
 */
function ruleForFound<Code extends IssueCode>(code: Code): Rule<Code> {
  return Object.freeze({
    codes: Object.freeze([code]),
    check: ({ org }: { readonly org: Org }) => foundIssues(org, code),
  })
}

function issuesByCode(state: OrgState): ReadonlyMap<string, readonly Issue<AnyIssueCode>[]> {
  const byCode = new Map<string, Issue<AnyIssueCode>[]>()
  for (const issue of state.issues) {
    addToList(byCode, issue.code, issue)
  }
  return byCode
}
