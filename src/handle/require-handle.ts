import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** Refuses what is no handle of the org, before anything is read at it. Throws `UNKNOWN_HANDLE`. */
export function requireHandle(state: OrgState, handle: number): void {
  const received: unknown = handle
  const { count } = state.columns
  // One comparison that NaN, fractions, negative and too large numbers all fail.
  if (typeof received === 'number' && received >>> 0 === received && received < count) return
  throw new OrgError('UNKNOWN_HANDLE', messageOf(received, count), { handle: received, roles: count })
}

function messageOf(received: unknown, count: number): string {
  const told = typeof received === 'string' ? `The text ${quote(received)}` : quote(received)
  const none = `${told} is no handle of this org of ${String(count)} roles`
  if (count === 0) return `${none}, which has none.`
  const range = `${none}: its handles are the whole numbers from 0 to ${String(count - 1)}.`
  if (received === NONE) return `${range} -1 is what a query gives for no role: compare with NO_HANDLE first.`
  return `${range} handleOf(org, id) gives the handle of a role.`
}
