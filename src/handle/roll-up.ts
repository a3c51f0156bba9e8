import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { sumInPlace } from '../engine/subtree-sums.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/**
 * Sums figures over every role and its transitive reports, by handles.
 *
 * Same as `rollUp` by ids with a function: each role counts once, the members of a cycle have one sum, and numbers are
 * added in a fixed order with JavaScript's rounding. The figures are read once and not kept.
 *
 * Complexity: O(roles) along solid lines, else the sum over all roles of O(roles and lines below).
 *
 * @param org The org.
 * @param figures A finite figure for each role, at the index of its handle.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of the sums, each at the index of the role's handle.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a `Float64Array` of that length, `INVALID_MEASURE` for a
 * figure that is not finite, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, rollUp } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: { director: {}, manager: { reportsTo: 'director' }, analyst: { reportsTo: 'manager' } },
 * })
 * const sums = rollUp(org, Float64Array.of(1, 2, 4))
 * console.log(sums[handleOf(org, 'director')], sums[handleOf(org, 'manager')]) // => 7 6
 * ```
 * @see {@link organizationSizeOf}, {@link transitiveReportsOf}.
 */
export function rollUp(org: Org, figures: Float64Array, options?: LinesOption): Float64Array {
  const state = stateOf(org)
  const along = alongLines(state, 'rollUp', options)
  const sums = checkedCopy(state, figures)
  sumInPlace(along, sums)
  return sums
}

function checkedCopy(state: OrgState, figures: Float64Array): Float64Array {
  const { count } = state.columns
  const received: unknown = figures
  if (!(received instanceof Float64Array) || received.length !== count) {
    const shown = received instanceof Float64Array ? `one of ${String(received.length)}` : quote(received)
    throw new OrgError(
      'INVALID_ARGUMENT',
      `rollUp expects a Float64Array with one figure for each of the ${String(count)} roles, received ${shown}.`,
      { argument: 'figures', received },
    )
  }
  const copy = new Float64Array(count)
  for (let handle = 0; handle < count; handle++) {
    copy[handle] = received[handle]
    if (!Number.isFinite(copy[handle])) throw notFinite(state.columns.ids[handle], handle, copy[handle])
  }
  return copy
}

function notFinite(role: string, handle: number, figure: number): OrgError<'INVALID_MEASURE'> {
  return new OrgError(
    'INVALID_MEASURE',
    `The figure of the role ${quote(role)}, at the handle ${String(handle)}, is ${String(figure)}; it must be a ` +
      'finite number. Use 0 for a role that has none.',
    { role, received: figure },
  )
}
