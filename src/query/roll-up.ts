import { type Figures, measured, type Measure } from '../engine/measured.js'
import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { excludesPlanned } from '../engine/planned.js'
import { ownHandle, unitRecord } from '../engine/role-handle.js'
import { subtreeSums } from '../engine/subtree-sums.js'
import { membersOfUnit, unitIndexOf } from '../engine/unit-index.js'
import { ownOption } from '../kernel/option-check.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import type { PlannedOption } from '../model/role.js'

/** The options of {@link rollUp}. */
export interface RollUpOptions extends LinesOption, PlannedOption {}

/** Sums of a measure over every role and its transitive reports. Iterating gives `[id, sum]` in input order. */
export interface RollUp<Id extends string = string, Unit extends string = string> extends Iterable<
  [Id, number]
> {
  /** The sum over a role and everyone below it; for a unit, the same as {@link RollUp.ofUnit}. */
  of(role: Id | Unit): number
  /** The sum over the members of a unit and of the units that are part of it, each role once. The unit needs no head. */
  ofUnit(unit: Unit): number
  /** The measure of a role alone, or the sum over the members of a unit alone. */
  own(role: Id | Unit): number
  /** The sum over all roles, each once. */
  readonly total: number
  /** The number of roles for which the chart has no figure; they count 0. */
  readonly missing: number
}

/**
 * Sums a measure over every role and its transitive reports.
 *
 * `'headcount'` counts holders: 0 for a vacant role, 2 for a job share of two, 1 if the chart does not say.
 * `'fte'` and `'cost'` add the figures of the chart; a role without one counts 0 and is counted in `missing`. A
 * function is called once per role, in input order, with what {@link roleOf} returns; an error that it throws is passed
 * on unchanged.
 *
 * Planned roles (`status: 'planned'`) count 0, and a function is not called for them; with `planned: 'include'` they count like
 * any other.
 *
 * A unit is summed by membership, with or without a head: its members and those of the units that are part of it, each once, even
 * if a role is a member of several of them. To sum the organization that the head leads, ask for the head:
 * `sums.of(headOf(org, unit))`.
 *
 * A role counts once, however many dotted lines connect it. The members of a cycle are all below each other, so they have one sum,
 * in which each role counts once. Numbers are added in a fixed order with JavaScript's rounding: give money in its smallest unit.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @param measure `'headcount'`, `'fte'`, `'cost'` or a function from a role to a finite number.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default; `planned`: whether planned roles count,
 * `'exclude'` by default.
 * @returns The sums of all roles and units, read-only; its methods throw `UNKNOWN_ROLE` or, from `ofUnit`, `UNKNOWN_UNIT`. Looking up
 * a role is O(1) along solid lines, else O(roles and lines below); a unit is O(m log m) for its m members.
 * @throws {@link OrgError} `INVALID_OPTION` for an unknown measure, `INVALID_MEASURE` when the function returns anything but a
 * finite number, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, rollUp } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { cost: 90, holders: ['Ada'] },
 *     manager: { reportsTo: 'director', cost: 60, vacant: true, unit: 'office' },
 *     analyst: { reportsTo: 'manager', holders: ['Grace', 'Edsger'], unit: 'office' },
 *   },
 *   units: { office: {} },
 * })
 * const cost = rollUp(org, 'cost')
 * console.log(cost.of('director')) // => 150
 * console.log(cost.own('director')) // => 90
 * console.log(cost.missing) // => 1
 * console.log(cost.ofUnit('office')) // => 60
 * console.log([...rollUp(org, 'headcount')]) // => [ [ 'director', 3 ], [ 'manager', 2 ], [ 'analyst', 2 ] ]
 * console.log(rollUp(org, (role) => role.holders.length).total) // => 3
 * ```
 * @see {@link organizationSizeOf} counts roles.
 */
export function rollUp<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  measure: Measure<NoInfer<Id>, NoInfer<Unit>, NoInfer<Data>, NoInfer<Person>>,
  options?: RollUpOptions,
): RollUp<Id, Unit> {
  const state = stateOf(org)
  const along = alongLines(state, 'rollUp', options, ['planned'])
  const own = measured(state, measure, excludesPlanned(ownOption(options, 'planned')))
  const { of: sumOf, total, missing } = subtreeSums(along, own)
  const { handles } = state.columns
  return Object.freeze({
    of: (id: Id | Unit) => {
      const handle = handles.get(id)
      return handle === undefined ? sumOfMembers(state, id, own, true) : sumOf(handle)
    },
    ofUnit: (unit: Unit) => sumOfMembers(state, unitRecord(state, unit).id, own, true),
    own: (id: Id | Unit) => {
      const handle = handles.get(id)
      return handle === undefined ? sumOfMembers(state, id, own, false) : (own[handle] ?? 0)
    },
    total,
    missing,
    *[Symbol.iterator](): Generator<[Id, number]> {
      const { ids } = state.columns
      for (let handle = 0; handle < ids.length; handle++) yield [ids[handle], sumOf(handle)]
    },
  })
}

/** Adds up the members of a unit in input order. Throws `UNKNOWN_ROLE` for an unknown id. */
function sumOfMembers(state: OrgState, id: string, own: Figures, nested: boolean): number {
  if (!state.units.has(id)) ownHandle(state, id)
  let sum = 0
  for (const handle of membersOfUnit(state.kept(unitIndexOf), id, nested)) sum += own[handle] ?? 0
  return sum
}
