import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import { personOfHolder } from '../model/person.js'
import { IssueList } from './issue-list.js'
import { orgOfRecord } from './org-of-record.js'
import { readPeople } from './read-people.js'
import { readServices, readUnits } from './read-units.js'
import { RoleRows } from './role-rows.js'

/** Units, people and services as lists of specs with ids, unchecked. */
export interface EntryLists {
  readonly units: readonly unknown[]
  /** Absent if holders are names. */
  readonly people: readonly unknown[] | undefined
  readonly services: readonly unknown[]
}

/**
 * Adds units, people and services to an org made from rows, which have no place for them. Returns `undefined` if anything
 * is wrong, in the roles too. O(roles + units + people + services).
 */
export function orgWithEntries(org: Org, entries: EntryLists): Org | undefined {
  const state = stateOf(org)
  const { columns } = state
  const issues = new IssueList()
  const units = readUnits(entries.units, new RoleRows(() => ({}), issues), { path: ['units'] })
  const people = entries.people && readPeople(entries.people, issues, { path: ['people'] })
  const services = readServices(entries.services, issues, { path: ['services'] }).map(
    ({ service }) => service,
  )
  if (issues.all.length > 0 || state.issues.length > 0) return undefined
  const isRole = (id: string): boolean => columns.handles.has(id)
  for (const { id, heads, partOf } of units.values())
    if (isRole(id) || !heads.every(isRole) || (partOf !== undefined && !units.has(partOf))) return undefined
  for (const id of state.units.keys()) if (!units.has(id)) return undefined
  for (const { from, to } of services) if (!(isRole(from) || units.has(from)) || !isRole(to)) return undefined
  if (people !== undefined) {
    const holders = columns.attributes.holders ?? []
    for (let handle = 0; handle < holders.length; handle++)
      if (holders[handle]?.every((holder) => people.has(personOfHolder(holder))) === false) return undefined
  }
  return orgOfRecord({ columns, units, people, services: Object.freeze(services), issues: [] })
}
