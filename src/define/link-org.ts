import { attributeColumns, NO_MOVES, NONE, type RoleColumns } from '../engine/columns.js'
import { NO_EDGES } from '../engine/edges.js'
import type { OrgRecord } from '../engine/org-state.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import { quote } from '../kernel/quote.js'
import type { Service } from '../model/service.js'
import type { Person } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import { reportingCycleIssue, selfReportIssue } from './cycle-issues.js'
import { handlesOf, linkDotted, linkMoves } from './link-edges.js'
import { linkUnits, linkServices } from './link-units.js'
import { linkHolders } from './read-people.js'
import type { ServiceRow } from './read-units.js'
import type { RoleNames, RoleRows, SolidLines } from './role-rows.js'

/**
 * Looks up every id of the rows and returns the record of an org. An unknown id becomes an issue and is left out
 * of the columns; a manager that is unknown or cannot be read is remembered, since its report is not a top.
 * O(roles + edges).
 */
export function linkOrg(
  rows: RoleRows,
  units: ReadonlyMap<string, Unit>,
  services: readonly ServiceRow[],
  people?: ReadonlyMap<string, Person>,
): OrgRecord {
  const { ids, handles, managers, dotted, moves } = rows
  const { manager, unknown } = rows.solid ?? linkManagers(handles, managers)
  const cycles = reportingCycles(manager)
  const unknownManagers = new Map<number, string>()
  if (unknown.length > 0 || cycles.length > 0 || rows.unreadManagers.size > 0)
    addManagerIssues(rows, manager, unknown, cycles, unknownManagers)
  if (people !== undefined) linkHolders(rows, people)
  const columns: RoleColumns = {
    count: ids.length,
    ids,
    handles,
    manager,
    managerEvidence: rows.managerEvidence,
    dotted: dotted.to.length === 0 ? NO_EDGES : linkDotted(rows),
    moves: moves.to.length === 0 ? NO_MOVES : linkMoves(rows),
    attributes: attributeColumns(rows.attributes),
  }
  if (cycles.length > 0) addCycles(rows, cycles)
  return {
    columns,
    units: units.size === 0 && !namesUnits(rows) ? units : linkUnits(rows, units),
    services: services.length === 0 ? NO_SERVICES : linkServices(rows, units, services),
    people,
    issues: rows.issues.all,
    unknownManagers,
  }
}

function namesUnits({ attributes }: RoleRows): boolean {
  return attributes.has('unit') || attributes.has('alsoIn')
}

const NO_SERVICES: readonly Service[] = Object.freeze([])

function linkManagers(
  handles: ReadonlyMap<string, number>,
  managers: readonly (string | undefined)[],
): SolidLines {
  const manager = handlesOf(handles, managers)
  const unknown: number[] = []
  for (const [handle, id] of managers.entries()) {
    if (manager[handle] === NONE && id !== undefined) unknown.push(handle)
  }
  return { manager, unknown }
}

/**
 * Adds the issues of roles that report to themselves or to an unknown manager. Runs after all look-ups, since suggestions
 * depend on who reports to whom.
 */
function addManagerIssues(
  rows: RoleRows,
  manager: Int32Array,
  unknown: readonly number[],
  cycles: readonly (readonly number[])[],
  unknownManagers: Map<number, string>,
): void {
  const themselves = cycles.flatMap((cycle) => (cycle.length === 1 ? cycle : []))
  for (const handle of [...unknown, ...themselves].sort((a, b) => a - b)) {
    const id = rows.managers[handle]
    addManagerIssue(rows, handle, id ?? rows.ids[handle], manager)
    if (manager[handle] === NONE && id !== undefined) unknownManagers.set(handle, id)
  }
  // A document states a manager that cannot be read too, which must not have the id of a role.
  for (const [handle, text] of rows.unreadManagers) {
    if (rows.managers[handle] === undefined) unknownManagers.set(handle, unusedId(rows, text))
  }
}

/** The text, extended if necessary so that it is not the id of a role. */
export function unusedId(rows: RoleNames, text: string): string {
  let id = text
  while (rows.handles.has(id)) id += '?'
  return id
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
        ? 'A blank string counts as an id: leave the manager out (undefined) for a role at the top.'
        : 'Add the role, correct the id, or leave the manager out for a role at the top.',
  })
}

/** Whether a role is `upper` or below it. Terminates on a cycle too. */
function isAtOrBelow(rows: RoleNames, managers: Int32Array, role: string, upper: number): boolean {
  let handle = rows.handles.get(role) ?? NONE
  for (let steps = 0; handle !== NONE && steps <= managers.length; steps++) {
    if (handle === upper) return true
    handle = managers[handle]
  }
  return false
}

/** Adds an issue for each reporting cycle of two roles or more. */
export function addCycles(rows: RoleNames, cycles: readonly (readonly number[])[]): void {
  for (const cycle of cycles) {
    // A role that reports to itself has its own issue.
    if (cycle.length === 1) continue
    const roles = cycle.map((handle) => rows.ids[handle])
    rows.issues.add('REPORTING_CYCLE', reportingCycleIssue(roles, rows.placeOf(cycle[0], 'reportsTo')))
  }
}
