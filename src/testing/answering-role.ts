import { handleOf, idOfHandle, type Org } from '../internal.js'

/** The role that answers to an id: the role itself, or the head of a unit. Throws `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`. */
export function answeringRole(org: Org, id: string): string {
  return idOfHandle(org, handleOf(org, id))
}
