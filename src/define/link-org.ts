import { attributeColumns, NONE, type RoleColumns } from '../engine/columns.js'
import type { OrgRecord } from '../engine/org-state.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import { quote } from '../kernel/quote.js'
import type { Person } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import { reportingCycleIssue, selfReportIssue } from './cycle-issues.js'
import { linkDotted, linkMoves } from './link-edges.js'
import { linkUnits, linkServices } from './link-units.js'
import { linkHolders } from './read-people.js'
import type { ServiceRow } from './read-units.js'
import type { RoleNames, RoleRows } from './role-rows.js'

/**
 * Looks up every id of the rows and returns the record of an org. An unknown id becomes an issue and is left out
 * of the columns; an unknown manager is remembered, since its report is not a top. O(roles and edges).
 */
export function linkOrg(
  rows: RoleRows,
  units: ReadonlyMap<string, Unit>,
  services: readonly ServiceRow[],
  people?: ReadonlyMap<string, Person>,
): OrgRecord {
  const { manager, unknownManagers } = linkManagers(rows)
  if (people !== undefined) linkHolders(rows, people)
  const columns: RoleColumns = {
    count: rows.ids.length,
    ids: rows.ids,
    handles: rows.handles,
    manager,
    managerEvidence: rows.managerEvidence,
    dotted: linkDotted(rows),
    moves: linkMoves(rows),
    attributes: attributeColumns(rows.attributes),
  }
  addCycles(rows, manager)
  return {
    columns,
    units: linkUnits(rows, units),
    services: linkServices(rows, units, services),
    people,
    issues: rows.issues.all,
    unknownManagers,
  }
}

function linkManagers(rows: RoleRows): {
  readonly manager: Int32Array
  readonly unknownManagers: ReadonlyMap<number, string>
} {
  const { ids, handles, managers } = rows
  const manager = new Int32Array(ids.length)
  const broken: number[] = []
  // Siblings are often adjacent: then the look-up of the previous row is reused.
  let lastId: string | undefined
  let lastHandle = NONE
  for (let handle = 0; handle < manager.length; handle++) {
    const id = managers[handle]
    if (id !== lastId) {
      lastHandle = id === undefined ? NONE : (handles.get(id) ?? NONE)
      lastId = id
    }
    manager[handle] = lastHandle
    if (lastHandle === handle || (lastHandle === NONE && id !== undefined)) broken.push(handle)
  }
  // After all look-ups: what can be suggested depends on who reports to whom.
  const unknownManagers = new Map<number, string>()
  for (const handle of broken) {
    const id = managers[handle]
    addManagerIssue(rows, handle, id ?? ids[handle], manager)
    if (manager[handle] === NONE && id !== undefined) unknownManagers.set(handle, id)
  }
  return { manager, unknownManagers }
}

/** Adds the issue of a manager that is not a role, or that is the role itself. */
export function addManagerIssue(
  rows: RoleNames,
  handle: number,
  manager: string,
  managers: Int32Array,
): void {
  const role = rows.ids[handle]
  const place = rows.placeOf(handle, 'reportsTo')
  if (role === manager) {
    rows.issues.add('SELF_REPORT', selfReportIssue(role, place))
    return
  }
  rows.issues.add('UNKNOWN_MANAGER', {
    roles: [role],
    place,
    witness: [manager],
    message: `The role ${quote(role)} reports to ${quote(manager)}, which is not a role of this org${rows.issues.didYouMean(manager, rows.ids, (candidate) => isAtOrBelow(rows, managers, candidate, handle))}`,
    suggestion:
      manager.trim() === ''
        ? 'A blank is an id like any other: leave the manager out (undefined) for a role at the top.'
        : 'Add the role, correct the id, or leave the manager out for a role at the top.',
  })
}

/** Whether a role is another one or reports up to it. Ends in a cycle too. */
function isAtOrBelow(rows: RoleNames, managers: Int32Array, role: string, upper: number): boolean {
  let handle = rows.handles.get(role) ?? NONE
  for (let steps = 0; handle !== NONE && steps <= managers.length; steps++) {
    if (handle === upper) return true
    handle = managers[handle]
  }
  return false
}

/** Adds an issue for each reporting cycle of two roles or more. */
export function addCycles(rows: RoleNames, manager: Int32Array): void {
  for (const cycle of reportingCycles(manager)) {
    // A role that reports to itself is another issue.
    if (cycle.length === 1) continue
    const roles = cycle.map((handle) => rows.ids[handle])
    rows.issues.add('REPORTING_CYCLE', reportingCycleIssue(roles, rows.placeOf(cycle[0], 'reportsTo')))
  }
}
