import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** Refuses anything but a list of two or more roles. Throws `INVALID_ARGUMENT`. */
export function requireSeveralRoles(roles: readonly string[], query: string): void {
  const received: unknown = roles
  if (Array.isArray(received) && received.length >= 2) return
  throw new OrgError(
    'INVALID_ARGUMENT',
    `${query} expects an array of two or more roles, received ${quote(received)}.`,
    { argument: 'roles', received },
  )
}
