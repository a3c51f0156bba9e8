import type { RoleRows } from './role-rows.js'
import { SpecReader } from './spec-reader.js'

/**
 * Vacant and held at once, or neither of the two, is a contradiction that no one but the author can resolve:
 * an issue for each.
 */
export function checkVacancies(rows: RoleRows): void {
  const vacant = rows.attributes.get('vacant')
  const holders = rows.attributes.get('holders')
  if (vacant === undefined || holders === undefined) return
  for (let handle = 0; handle < vacant.length; handle++) {
    const names = holders[handle]
    if (vacant[handle] === undefined || !Array.isArray(names)) continue
    if (vacant[handle] === (names.length === 0)) continue
    const expected = vacant[handle]
      ? 'no holders, since the role is vacant'
      : 'one holder or more, since the role is not vacant'
    const reader = new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
    reader.invalid(names, expected, rows.placeOf(handle, 'holders'))
  }
}
