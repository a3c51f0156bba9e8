import { reportingCycleIssue, selfReportIssue } from '../define/cycle-issues.js'
import { NONE } from '../engine/columns.js'
import { quote } from '../kernel/quote.js'
import { NOBODY, type LineFacts, type OpenManager, type OpenRole } from './open-role.js'
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
  const manager = id === role.id ? role : step.managerOf(id, field, role)
  const linked: OpenManager =
    manager === undefined ? { to: NONE, unknown: id, facts } : { to: manager.node, facts }
  if (linked.to !== NONE) addCycleIssue(step, role, linked.to, field)
  step.open.setManager(role, linked)
}

function addCycleIssue(step: Step, role: OpenRole, manager: number, field: string): void {
  const { open } = step
  if (manager === role.node) {
    step.issues.add('SELF_REPORT', selfReportIssue(role.id, step.placeOf(field)))
    return
  }
  const limit = open.nodeCount
  let length = 1
  let next = manager
  // The chain above may be a cycle already, without the role.
  while (next !== NONE && next !== role.node && length <= limit) {
    next = open.managerOf(next)
    length++
  }
  if (next !== role.node) return
  const cycle = [role.id]
  for (let node = manager; node !== role.node; node = open.managerOf(node)) cycle.push(open.idOf(node))
  const issue = reportingCycleIssue(cycle, step.placeOf(field))
  step.issues.add('REPORTING_CYCLE', {
    ...issue,
    message: `The role ${quote(role.id)} would report to its own report: ${issue.message}`,
    suggestion: `Let ${quote(cycle[1])} report elsewhere by an earlier change, or choose another manager.`,
  })
}
