import { type Change, type ChangeEffect, directReportsOf, feedersOf, isRole, type Org } from '../internal.js'

/** The ids that changes touch, before them or after them. */
export interface Touched {
  readonly roles: ReadonlySet<string>
  /** Roles whose place in the order may be another one. */
  readonly placedRoles: ReadonlySet<string>
  readonly placedUnits: ReadonlySet<string>
  readonly placedPeople: ReadonlySet<string>
}

/** What applied changes and their effects touch. O(changes), and what refers to roles that are renamed. */
export function touchedBy(
  before: Org,
  after: Org,
  changes: readonly Change[],
  effects: readonly ChangeEffect[],
): Touched {
  const roles = new Set<string>()
  const placedRoles = new Set<string>()
  const placedUnits = new Set<string>()
  const placedPeople = new Set<string>()
  for (const change of [...changes, ...effects.map((effect) => effect.change)]) {
    if (change.do === 'add-role' || (change.do === 'set-manager' && change.before !== undefined))
      placedRoles.add(change.role)
    else if (change.do === 'add-unit') placedUnits.add(change.unit)
    else if (change.do === 'add-person') placedPeople.add(change.person)
    else if (change.do === 'reorder') {
      if ('role' in change) placedRoles.add(change.role)
      else if ('unit' in change) placedUnits.add(change.unit)
      else placedPeople.add(change.person)
    } else if (change.do === 'rename-role') {
      placedRoles.add(change.to)
      roles.add(change.to)
      for (const org of [before, after])
        for (const id of [change.role, change.to]) addReferrers(roles, org, id)
    }
    if ('role' in change) roles.add(change.role)
  }
  return { roles, placedRoles, placedUnits, placedPeople }
}

/** Adds the roles whose rows name a role: its reports along all lines, and those that progress to it. */
function addReferrers(roles: Set<string>, org: Org, id: string): void {
  if (!isRole(org, id)) return
  for (const report of directReportsOf(org, id, { lines: 'all' })) roles.add(report)
  for (const { from } of feedersOf(org, id)) roles.add(from)
}
