import { addToList } from '../kernel/add-to-list.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { OrgState } from '../engine/org-state.js'

/** The roles of each family; families and roles in input order. */
function familyIndex(state: OrgState): ReadonlyMap<string, readonly number[]> {
  const families = new Map<string, number[]>()
  for (const [role, family] of (state.columns.attributes.family ?? []).entries()) {
    if (family === undefined) continue
    addToList(families, family, role)
  }
  return families
}

/** The roles of a family, in input order. Throws `UNKNOWN_FAMILY`. */
export function rolesOfFamily(state: OrgState, family: string): readonly number[] {
  const families = state.kept(familyIndex)
  const roles = families.get(family)
  if (roles !== undefined) return roles
  const nearest = nearestId(family, families.keys())
  throw new OrgError(
    'UNKNOWN_FAMILY',
    `No role has the family ${quote(family)}; this org has ${String(families.size)} families${didYouMean(nearest)}`,
    { family, nearest },
  )
}
