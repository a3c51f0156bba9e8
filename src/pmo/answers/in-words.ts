import { roleOf } from '../../internal.js'
import type { PmoRoleId } from '../data/role-ids.js'
import type { PmoOrg } from '../pmo-org.js'

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

/** The titles of roles, as a list. */
export function titled(org: PmoOrg, roles: readonly PmoRoleId[], last?: string): string {
  return listed(
    roles.map((role) => roleOf(org, role).title),
    last,
  )
}
