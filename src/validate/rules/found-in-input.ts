import { addToList } from '../../kernel/add-to-list.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import type { AnyIssueCode, Issue, IssueCode } from '../../kernel/issue.js'
import type { Org } from '../../model/org.js'
import type { Rule } from '../rule.js'

/** Two records with one id, or a role and a unit: the witness has both places. */
export const duplicateId = /* @__PURE__ */ ruleForFound('DUPLICATE_ID')

/** A role with several solid managers. The first of them is in the org. */
export const severalManagers = /* @__PURE__ */ ruleForFound('SEVERAL_MANAGERS')

/** A line to a role that does not exist. Its report is in the org, without the line. */
export const unknownManager = /* @__PURE__ */ ruleForFound('UNKNOWN_MANAGER')

/** Codes of the core for which the structure has no rule of their own; importers add their own codes. */
const OTHER_CODES: readonly IssueCode[] = Object.freeze([
  'UNKNOWN_ROLE',
  'UNKNOWN_UNIT',
  'SELF_MOVE',
  'DUPLICATE_LINE',
  'DUPLICATE_MOVE',
  'INVALID_FIELD',
  'UNKNOWN_FIELD',
])

/** Passes on everything that was found while the org was made and that none of the `others` reports. */
export function foundInInput(others: readonly Rule[]): Rule<IssueCode> {
  const codesOfOthers = new Set(others.flatMap((rule) => rule.codes))
  return Object.freeze({
    codes: OTHER_CODES,
    check: ({ org }) => {
      const rest = stateOf(org).issues.filter((issue) => !codesOfOthers.has(issue.code))
      // The type names the codes of the core only, so that editors complete them; an importer's issue passes as well.
      return rest as readonly Issue[]
    },
  } satisfies Rule<IssueCode>)
}

/** The issues of a code that were found while the org was made, in the order in which they were found. */
export function foundIssues<Code extends IssueCode>(org: Org, code: Code): readonly Issue<Code>[] {
  const issues: readonly Issue<AnyIssueCode>[] = stateOf(org).kept(issuesByCode).get(code) ?? []
  return issues as readonly Issue<Code>[]
}

/**
 * A rule for what shows only while an org is made: the wrong value is not in the org, so there is nothing to look for,
 * and the issue is passed on.
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
