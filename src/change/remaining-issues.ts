import { NONE } from '../engine/columns.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import type { AnyIssueCode, Issue } from '../kernel/issue.js'

/**
 * The issues of an org that its changes leave: all but those about roles and units that are gone or were so in between
 * (`left`), and about managers who are not what they were.
 */
export function remainingIssues(
  before: OrgState,
  after: OrgRecord,
  left: ReadonlySet<string> = new Set(),
): readonly Issue<AnyIssueCode>[] {
  const remain = before.issues.filter((issue) => {
    const { roles, units } = issue
    const isGone = (id: string): boolean =>
      left.has(id) || (before.columns.handles.has(id) && !after.columns.handles.has(id))
    if (roles.some(isGone)) return false
    if (units.some((id) => left.has(id) || (before.units.has(id) && !after.units.has(id)))) return false
    const code: string = issue.code
    switch (code) {
      case 'REPORTING_CYCLE':
        return roles.every((role, at) => managerId(after, role) === roles[(at + 1) % roles.length])
      case 'SELF_REPORT':
        return roles.every((role) => managerId(before, role) !== role || managerId(after, role) === role)
      case 'UNKNOWN_MANAGER':
        return roles.every((role) => isUnknown(before, role) === isUnknown(after, role))
      case 'UNIT_CYCLE':
        return units.every((unit, at) => after.units.get(unit)?.partOf === units[(at + 1) % units.length])
      default:
        return true
    }
  })
  return Object.freeze(remain)
}

type Managed = Pick<OrgRecord, 'columns' | 'unknownManagers'>

function managerId({ columns }: Managed, role: string): string | undefined {
  const handle = columns.handles.get(role)
  if (handle === undefined || columns.manager[handle] === NONE) return undefined
  return columns.ids[columns.manager[handle]]
}

function isUnknown({ columns, unknownManagers }: Managed, role: string): boolean {
  const handle = columns.handles.get(role)
  return handle !== undefined && unknownManagers?.has(handle) === true
}
