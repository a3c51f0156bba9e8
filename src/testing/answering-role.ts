import { handleOf, idOfHandle, type Org } from '../internal.js'

/** The role that an id stands for: the role itself, or the head of the unit. Throws `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`. */
export function answeringRole(org: Org, id: string): string {
  return idOfHandle(org, handleOf(org, id))
}
