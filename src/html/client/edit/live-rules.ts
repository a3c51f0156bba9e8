import type { Org } from '../../../model/org.js'
import type { AnyIssueCode, Issue } from '../../../kernel/issue.js'
import type { Policy } from '../../../validate/policy.js'
import { policyFromDocument } from '../../../validate/policy-document.js'
import { isDeferred, type Rule, type RuleContext } from '../../../validate/rule.js'
import { doubledLine } from '../../../validate/rules/doubled-line.js'
import { headOutsideUnit } from '../../../validate/rules/head-outside-unit.js'
import { isolatedRole } from '../../../validate/rules/isolated-role.js'
import { overFullTime } from '../../../validate/rules/over-full-time.js'
import { repeatedHolder } from '../../../validate/rules/repeated-holder.js'
import type { EditData } from '../../edit-options.js'

/** A broken rule, and whether an edit broke it. */
export interface BrokenRule {
  readonly name: string
  readonly message: string
  readonly because: string
  readonly roles: readonly string[]
  readonly isNew: boolean
}

/** The rules of structure that an edit can break. A draft makes no cycle and leads to no unknown role. */
const STRUCTURE: readonly Rule<AnyIssueCode>[] = [
  headOutsideUnit,
  isolatedRole,
  doubledLine,
  repeatedHolder,
  overFullTime,
]
const MOST_ISSUES = 500

/** Checks the policy of the page, and whether edits have broken the structure of the chart. */
export class LiveRules {
  readonly #policy: Policy<string, AnyIssueCode>
  readonly #before: ReadonlySet<string>

  constructor(org: Org, { policy }: EditData) {
    this.#policy = policyFromDocument(policy, (what) => {
      throw new Error(`The policy ${what}.`)
    })
    this.#before = new Set(this.#issuesOf(org).map(keyOf))
  }

  /** The rules of the policy that the org breaks, and other problems that it did not have at first; new ones come first. */
  check(org: Org): BrokenRule[] {
    const broken = this.#issuesOf(org).flatMap((issue): BrokenRule[] => {
      const isNew = !this.#before.has(keyOf(issue))
      if (!isNew && issue.rule === undefined) return []
      const { rule, message, roles, code } = issue
      return [{ name: rule?.name ?? code, because: rule?.because ?? '', message, roles, isNew }]
    })
    return [...broken.filter(({ isNew }) => isNew), ...broken.filter(({ isNew }) => !isNew)]
  }

  #issuesOf(org: Org): readonly Issue<AnyIssueCode>[] {
    const context: RuleContext = { org, allowSelfManagedTops: false }
    const issues: Issue<AnyIssueCode>[] = []
    for (const rule of [...STRUCTURE, ...this.#policy]) {
      for (const found of rule.check(context)) {
        if (issues.length === MOST_ISSUES) return issues
        issues.push(isDeferred(found) ? found.make() : found)
      }
    }
    return issues
  }
}

function keyOf({ code, roles, message }: Issue<AnyIssueCode>): string {
  return JSON.stringify([code, roles, message])
}
