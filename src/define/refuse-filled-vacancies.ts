import type { RoleRows } from './role-rows.js'
import { SpecReader } from './spec-reader.js'

/** Vacant and held at once is a contradiction that no one but the author can resolve: an issue for each. */
export function refuseFilledVacancies(rows: RoleRows): void {
  const vacant = rows.attributes.get('vacant')
  const holders = rows.attributes.get('holders')
  if (vacant === undefined || holders === undefined) return
  for (let handle = 0; handle < vacant.length; handle++) {
    const names = holders[handle]
    if (vacant[handle] !== true || !Array.isArray(names) || names.length === 0) continue
    const reader = new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
    reader.invalid(names, 'no holders, since the role is vacant', rows.placeOf(handle, 'holders'))
  }
}
