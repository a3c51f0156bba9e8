import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import { idAt } from '../engine/role-reader.js'
import type { Org } from '../model/org.js'
import { NONE } from '../engine/columns.js'
import { counted } from '../kernel/in-words.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/**
 * Returns the handle of a role: its row number in input order, from 0 to one less than the number of roles.
 *
 * A handle is a plain number, so that millions of them fit into an `Int32Array`. It is valid only for the org that
 * returned it: another org, or the same chart read in another order, has other handles. A unit answers through its
 * head.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns A whole number from 0.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, idOf } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager' },
 *     adviser: { dottedTo: 'manager' },
 *   },
 * })
 * console.log(handleOf(org, 'manager')) // => 2
 * console.log(idOf(org, 2)) // => manager
 * ```
 * @see {@link idOf} for the opposite direction.
 */
export function handleOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): number {
  return roleHandle(stateOf(org), role)
}

/**
 * Returns the id of the role at a handle.
 *
 * The roles are in input order: `idOf(org, 0)` is the first of `rolesOf(org)`.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @returns The id.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, idOf, managerOf } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager' },
 *     adviser: { dottedTo: 'manager' },
 *   },
 * })
 * console.log(idOf(org, managerOf(org, handleOf(org, 'analyst')))) // => manager
 * ```
 * @see {@link handleOf} for the opposite direction.
 */
export function idOf<Id extends string>(org: Org<Id>, handle: number): Id {
  const state = stateOf(org)
  requireHandle(state, handle)
  return idAt(state, handle)
}

/**
 * Returns the number of roles of an org. Its handles are the whole numbers below it, from 0.
 *
 * A loop over all handles therefore needs no list of them, and an array of figures by handle has this length.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @returns A whole number, 0 for an empty org.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { managerOf, NO_HANDLE, roleCountOf } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager' },
 *     adviser: { dottedTo: 'manager' },
 *   },
 * })
 * let tops = 0
 * for (let handle = 0; handle < roleCountOf(org); handle++) if (managerOf(org, handle) === NO_HANDLE) tops++
 * console.log(roleCountOf(org), tops) // => 5 2
 * ```
 * @see {@link handleOf}, {@link idOf}.
 */
export function roleCountOf(org: Org): number {
  return stateOf(org).columns.count
}

/**
 * What a query by handle returns if there is no role: −1, which is never the handle of a role. It is a number so that all
 * answers are whole numbers, which fit into an `Int32Array` and need no allocation.
 */
export const NO_HANDLE = -1 as const

/** Refuses anything but a handle of the org, before anything is read at it. Throws `UNKNOWN_HANDLE`. */
export function requireHandle(state: OrgState, handle: number): void {
  const { count } = state.columns
  if (!isHandleBelow(count, handle)) throw unknownHandle(handle, count, `org of ${counted(count, 'role')}`)
}

/** A copy of a list of two or more handles, each of them checked: the caller's list may return another number when it is read again. */
export function severalHandles(received: unknown, check: (handle: number) => void): number[] {
  // A DataView is refused because it has no length.
  const list = Array.isArray(received) || ArrayBuffer.isView(received) ? (received as ArrayLike<number>) : []
  if (!(list.length >= 2))
    throw invalidArgument('lowestCommonManagerOf', 'handles', received, 'an array of two or more handles')
  const handles: number[] = []
  for (let next = 0; next < list.length; next++) {
    const handle = list[next]
    check(handle)
    handles.push(handle)
  }
  return handles
}

/** Whether a value is a whole number from 0 that is less than `count`. */
export function isHandleBelow(count: number, handle: unknown): handle is number {
  // The first comparison fails for NaN, fractions, negative and very large numbers alike.
  return typeof handle === 'number' && handle >>> 0 === handle && handle < count
}

/** The error for what is not a handle of something that had `count` of them and is described in words. */
export function unknownHandle(received: unknown, count: number, owner: string): OrgError {
  return new OrgError('UNKNOWN_HANDLE', messageOf(received, count, owner), {
    handle: received,
    roles: count,
  })
}

function messageOf(received: unknown, count: number, owner: string): string {
  const shown = typeof received === 'string' ? `The string ${quote(received)}` : quote(received)
  const none = `${shown} is not a handle of this ${owner}`
  if (count === 0) return `${none}, which has none.`
  const range = `${none}: its handles are the whole numbers from 0 to ${String(count - 1)}.`
  if (received === NONE) return `${range} A query returns -1 for "no role": compare with NO_HANDLE first.`
  return `${range} handleOf(org, id) gives the handle of a role.`
}
