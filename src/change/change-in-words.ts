import { stateOf } from '../engine/org-state.js'
import { titleOf } from '../engine/role-record.js'
import { quote } from '../kernel/quote.js'
import type { Change } from '../model/change.js'
import type { Org } from '../model/org.js'
import { managerOf } from '../query/managers.js'
import { isRole } from '../query/roles.js'
import { describeChange } from './describe-change.js'
import { namedAddition, namedChange, roleNames } from './named-change.js'

/** The names of the roles of two orgs; what a role was called before counts. */
export function namesInDiff(before: Org, after: Org): ReadonlyMap<string, string> {
  return roleNames(titlesIn([before, after]))
}

function* titlesIn(orgs: readonly Org[]): Generator<readonly [id: string, title: string]> {
  for (const org of orgs) {
    const state = stateOf(org)
    // Of all roles: ids and titles are read as columns.
    for (const [handle, id] of state.columns.ids.entries()) yield [id, titleOf(state, handle)]
  }
}

/**
 * A change from one org to another in words, with names, and with the manager before: `'Analyst' reports to 'Lead' instead of 'Head'`. An added role has
 * its id, which its title does not tell.
 */
export function changeInWords(change: Change, before: Org, names: ReadonlyMap<string, string>): string {
  const named = change.do === 'add-role' ? namedAddition(change, names) : namedChange(change, names)
  const text = describeChange(named)
  if (change.do !== 'set-manager' || !isRole(before, change.role)) return text
  const manager = managerOf(before, change.role)
  const isSame =
    typeof change.manager === 'object' ? change.manager?.to === manager : change.manager === manager
  return manager === undefined || isSame ? text : `${text} instead of ${quote(names.get(manager) ?? manager)}`
}
