import { reportingCycleIssue, selfReportIssue } from '../define/cycle-issues.js'
import type { IssueList } from '../define/issue-list.js'
import { NONE } from '../engine/columns.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { LineFacts } from '../model/line.js'
import type { OpenOrg } from './open-org.js'
import { NOBODY, type OpenManager, type OpenRole } from './open-role.js'
import type { Step } from './step.js'

/** Sets the manager of a role, by id. A line that closes a cycle, and one to an unknown manager, are issues. */
export function linkManager(
  step: Step,
  role: OpenRole,
  id: string | undefined,
  facts: LineFacts | undefined,
  field: string,
): void {
  if (id === undefined) {
    step.open.setManager(role, NOBODY)
    return
  }
  const manager = id === role.id ? role.node : step.managerOf(id, field, role)
  const linked: OpenManager =
    manager === undefined ? { to: NONE, unknown: id, facts } : { to: manager, facts }
  if (linked.to !== NONE) addCycleIssue(step, role, linked.to, field)
  step.open.setManager(role, linked)
}

/** The node of an id, {@link NONE} of null; `undefined` for an unknown id, and for a line that is more than an id. */
export function nodeGiven(ids: Pick<OpenOrg, 'nodeOf'>, id: unknown): number | undefined {
  if (id === null) return NONE
  return typeof id === 'string' ? ids.nodeOf(id) : undefined
}

/** Whether a line from a role to a manager would close a cycle. */
export function closesCycle(open: OpenOrg, node: number, manager: number): boolean {
  const limit = open.nodeCount
  let length = 1
  let next = manager
  // The chain above may be a cycle already, without the role.
  while (next !== NONE && next !== node && length <= limit) {
    next = open.managerOf(next)
    length++
  }
  return next === node
}

function addCycleIssue(step: Step, role: OpenRole, manager: number, field: string): void {
  const { open } = step
  if (!closesCycle(open, role.node, manager)) return
  const cycle = [role.id]
  for (let node = manager; node !== role.node; node = open.managerOf(node)) cycle.push(open.idOf(node))
  addClosedCycle(step.issues, cycle, step.placeOf(field))
}

/** Adds the issue of a line from the first role to the second, each of which reports to the next, and the last to the first. */
export function addClosedCycle(issues: IssueList, cycle: readonly string[], place: Place): void {
  if (cycle.length === 1) {
    issues.add('SELF_REPORT', selfReportIssue(cycle[0], place))
    return
  }
  const issue = reportingCycleIssue(cycle, place)
  issues.add('REPORTING_CYCLE', {
    ...issue,
    message: `The role ${quote(cycle[0])} would report to one of its own reports: ${issue.message}`,
    suggestion: `Give ${quote(cycle[1])} another manager in an earlier change, or choose a different manager here.`,
  })
}
