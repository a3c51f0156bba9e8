import { type OrgState, stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Move } from '../model/move.js'
import type { Org } from '../model/org.js'
import { bestCareerPath } from './career-path.js'
import type { CareerPathOptions } from './path-options.js'
import type { CareerPath } from './path-record.js'

/** A requirement, and the first role on the path that has it. */
export interface Needed<Id extends string = string> {
  readonly name: string
  readonly role: Id
}

/** What a career path requires beyond the requirements of its first role. */
export interface CareerGap<Id extends string = string> {
  /** The path that this gap describes. */
  readonly path: CareerPath<Id>
  /** The fewest and the most years of its moves; `undefined` if no move has years. */
  readonly years: CareerPath['years']
  /** The most years of experience that a role on the path requires; `undefined` if the first role requires as many. */
  readonly minYears: number | undefined
  /** Certifications, in the order in which the path first requires them. */
  readonly certifications: readonly Needed<Id>[]
  /** Skills, in the order in which the path first requires them. */
  readonly skills: readonly Needed<Id>[]
  /** The conditions of the moves, in order; each once, with the first move that has it. */
  readonly conditions: readonly { readonly condition: string; readonly move: Move<Id> }[]
}

/**
 * Returns what it takes to get from one role to another: what the best path requires and its first role does not.
 *
 * A certification or skill is in the gap if a role on the path lists it and the first role does not. Each is listed once,
 * with the first role that requires it, and each condition once, with the first move that has it. Names are compared
 * exactly. `minYears` is in the gap if a role on the path requires more years than the first role, whose holder is taken
 * to have just enough. From a role to itself the gap is empty.
 *
 * Complexity: as for {@link careerPath}, plus O(certifications, skills and conditions on the path).
 *
 * @param org The org.
 * @param from The id of a role; a unit has no career.
 * @param to The id of a role.
 * @param options As for {@link careerPath}: how paths are ranked, and which moves they may take.
 * @returns A fresh object; `undefined` when there is no path.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { careerGap, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     analyst: {
 *       skills: ['reporting'],
 *       progressesTo: { to: 'manager', years: [3, 5], conditions: ['led a team'] },
 *     },
 *     manager: { skills: ['reporting', 'coaching'], certifications: ['PMP'], minYears: 5 },
 *   },
 * })
 * const gap = careerGap(org, 'analyst', 'manager')
 * console.log(gap?.years) // => [ 3, 5 ]
 * console.log(gap?.skills) // => [ { name: 'coaching', role: 'manager' } ]
 * console.log(gap?.certifications) // => [ { name: 'PMP', role: 'manager' } ]
 * console.log(gap?.conditions[0]?.condition) // => led a team
 * ```
 * @see {@link careerPath}.
 */
export function careerGap<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  options?: CareerPathOptions<NoInfer<Id>>,
): CareerGap<Id> | undefined {
  const path = bestCareerPath('careerGap', org, from, to, options)
  if (path === undefined) return undefined
  const state = stateOf(org)
  return {
    path,
    years: path.years,
    minYears: moreYears(state, path.roles),
    certifications: needed(state, path.roles, 'certifications'),
    skills: needed(state, path.roles, 'skills'),
    conditions: conditionsOf(path.moves),
  }
}

/** The distinct conditions of moves, each with the first move that has it. */
function conditionsOf<Id extends string>(moves: readonly Move<Id>[]): CareerGap<Id>['conditions'] {
  const first = new Map<string, Move<Id>>()
  for (const move of moves) {
    for (const condition of move.conditions) if (!first.has(condition)) first.set(condition, move)
  }
  return Array.from(first, ([condition, move]) => ({ condition, move }))
}

/** The most years that a role on a path requires, if more than the first role. */
function moreYears(state: OrgState, path: readonly string[]): number | undefined {
  const asked = path.map((role) => state.columns.attributes.minYears?.[ownHandle(state, role)] ?? -1)
  const had = asked[0]
  const most = asked.reduce((so, years) => Math.max(so, years), had)
  return most > had ? most : undefined
}

function needed<Id extends string>(
  state: OrgState<Id>,
  path: readonly Id[],
  attribute: 'certifications' | 'skills',
): Needed<Id>[] {
  const column = state.columns.attributes[attribute]
  const listed = (role: Id): readonly string[] => column?.[ownHandle(state, role)] ?? []
  const had = new Set(listed(path[0]))
  const missing: Needed<Id>[] = []
  for (const role of path) {
    for (const name of listed(role)) {
      if (had.has(name)) continue
      had.add(name)
      missing.push({ name, role })
    }
  }
  return missing
}
