import type { Place } from '../kernel/issue.js'
import type { HolderSpec } from '../model/person.js'
import type { RoleNames } from './role-rows.js'

// What several rows with the id of one role say of it together, where each is one of its holders.

/** The holders that rows name, in order. A row that names none says nothing, unless all do. */
export function joinedHolders(
  lists: readonly (readonly HolderSpec[] | undefined)[],
): readonly HolderSpec[] | undefined {
  const given = lists.filter((list) => list !== undefined)
  return given.length === 0 ? undefined : Object.freeze(given.flat())
}

/** The people who rows say fill a role. It is vacant only if each row says so. */
export function joinedPeople(
  lists: readonly (readonly HolderSpec[] | undefined)[],
): readonly HolderSpec[] | undefined {
  const joined = joinedHolders(lists)
  return joined?.length === 0 && lists.includes(undefined) ? undefined : joined
}

/** A role is vacant if each row says so, and is not if any says that. */
export function joinedVacancy(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(false)) return false
  return flags.includes(undefined) ? undefined : true
}

/** The roles for the issues of one row, which is not the first of its role. */
export function rolesAtRow(
  { ids, handles, issues }: RoleNames,
  placeOf: (field?: string) => Place,
): RoleNames {
  return { ids, handles, issues, placeOf: (_, field) => placeOf(field) }
}
