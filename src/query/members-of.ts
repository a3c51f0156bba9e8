import { stateOf } from '../engine/org-state.js'
import { unitRecord } from '../engine/role-handle.js'
import { nestedUnits, unitIndexOf } from '../engine/unit-index.js'
import type { Org } from '../model/org.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** Which members of a unit are asked for. */
export interface MembersOption {
  /** Also the members of the units that are part of it, at whatever distance. Default: `false`. */
  readonly nested?: boolean
}

/**
 * The roles that are members of a unit, in input order.
 *
 * A role is a member of the one unit that it names. The head of the unit is among them only if it names the
 * unit too. With `nested`, the members of the units that are part of it are among them, each once, also where
 * units are part of each other in a circle.
 *
 * Complexity: O(length of the answer); nested O(units below + m log m) for an answer of m. The first call
 * reads all roles once.
 *
 * @param org The org.
 * @param unit The id of a unit.
 * @param options `nested`: also the members of smaller units, `false` by default.
 * @returns A fresh array of role ids.
 * @throws {@link OrgError} `UNKNOWN_UNIT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, membersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { unit: 'delivery' },
 *     manager: { reportsTo: 'director', unit: 'pmo' },
 *     analyst: { reportsTo: 'manager', unit: 'pmo' },
 *   },
 *   units: { delivery: { head: 'director' }, pmo: { partOf: 'delivery', head: 'manager' } },
 * })
 * console.log(membersOf(org, 'delivery')) // => [ 'director' ]
 * console.log(membersOf(org, 'delivery', { nested: true })) // => [ 'director', 'manager', 'analyst' ]
 * ```
 * @see {@link unitOf}, {@link headOf}.
 */
export function membersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  unit: NoInfer<Unit>,
  options?: MembersOption,
): Id[] {
  const state = stateOf(org)
  const nested = nestedOption(options)
  const { id } = unitRecord(state, unit)
  const index = state.kept(unitIndexOf)
  const units = nested ? [...nestedUnits(index, id)] : [id]
  const handles = units.flatMap((each) => index.members.get(each) ?? [])
  if (nested) handles.sort((a, b) => a - b)
  return handles.map((handle) => state.columns.ids[handle])
}

function nestedOption(options: MembersOption | undefined): boolean {
  const received: unknown = options?.nested
  if (received === undefined || typeof received === 'boolean') return received ?? false
  throw new OrgError('INVALID_OPTION', `The option nested is ${quote(received)}; it can be true or false.`, {
    option: 'nested',
    received,
    allowed: 'boolean',
  })
}
