import { type OrgState, stateOf } from '../engine/org-state.js'
import type { AnyIssueCode, Issue, IssueCode } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import type { Rule } from './rule.js'

/** What was found with this code while the org was made, in the order in which it was found. */
export function foundIssues<Code extends IssueCode>(org: Org, code: Code): readonly Issue<Code>[] {
  const issues: readonly Issue<AnyIssueCode>[] = stateOf(org).kept(issuesByCode).get(code) ?? []
  return issues as readonly Issue<Code>[]
}

/**
 * A rule for what shows only while an org is made: the value that was wrong is not in the org, so there is
 * nothing to look for and the issue is handed on.
 */
export function ruleForFound<Code extends IssueCode>(code: Code): Rule<Code> {
  return Object.freeze({
    codes: Object.freeze([code]),
    check: ({ org }: { readonly org: Org }) => foundIssues(org, code),
  })
}

function issuesByCode(state: OrgState): ReadonlyMap<string, readonly Issue<AnyIssueCode>[]> {
  const byCode = new Map<string, Issue<AnyIssueCode>[]>()
  for (const issue of state.issues) {
    const list = byCode.get(issue.code)
    if (list === undefined) byCode.set(issue.code, [issue])
    else list.push(issue)
  }
  return byCode
}
