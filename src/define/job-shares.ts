import type { Place } from '../kernel/issue.js'
import type { HolderSpec } from '../model/person.js'
import type { RoleNames } from './role-rows.js'

// Combines what several rows with the id of one role, each for one of its holders, say about the role.

/** The holders that the rows name, in order; `undefined` if no row says anything. */
export function joinedHolders(
  lists: readonly (readonly HolderSpec[] | undefined)[],
): readonly HolderSpec[] | undefined {
  const given = lists.filter((list) => list !== undefined)
  return given.length === 0 ? undefined : Object.freeze(given.flat())
}

/** The people who fill a role according to the rows. The role is vacant only if every row says so. */
export function joinedPeople(
  lists: readonly (readonly HolderSpec[] | undefined)[],
): readonly HolderSpec[] | undefined {
  const joined = joinedHolders(lists)
  return joined?.length === 0 && lists.includes(undefined) ? undefined : joined
}

/** Whether a role is vacant: `true` if every row says so, `false` if any row says that it is not. */
export function joinedVacancy(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(false)) return false
  return flags.includes(undefined) ? undefined : true
}

/** The ids and places for the issues of a row that is not the first of its role. */
export function rolesAtRow(
  { ids, handles, issues }: RoleNames,
  placeOf: (field?: string) => Place,
): RoleNames {
  return { ids, handles, issues, placeOf: (_, field) => placeOf(field) }
}
