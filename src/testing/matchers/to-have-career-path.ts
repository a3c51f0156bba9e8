import {
  type CareerPath,
  careerPath,
  counted,
  givenOptions,
  invalidOption,
  type MoveOptions,
  nextStepsOf,
  type Org,
  quote,
  quotedList,
  reachableFrom,
  routeText,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'

/** The bounds of a career path, and the moves that it may take. */
export interface CareerPathBounds<Id extends string = string> extends MoveOptions<Id> {
  /** The most moves. */
  readonly steps?: number
  /** The most years, counting the minimum of each move. A move without years counts as 0. */
  readonly years?: number
}

/**
 * Whether career moves lead from one role to another, within the given steps and years.
 *
 * With both bounds, a single path must keep both. A path from a role to itself has no moves.
 *
 * Complexity: as for `careerPath`.
 *
 * @param org The org.
 * @param from The id of a role; a unit has no career.
 * @param to The id of a role.
 * @param within `steps`, `years`; `avoid`, `families` and `moves` as for `careerPath`.
 * @returns Whether it passes, and the message with the best path.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveCareerPath } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { progressesTo: { to: 'analyst', years: [1, 3] } },
 *     analyst: { progressesTo: { to: 'manager', years: [2, 4] } },
 *     manager: {},
 *   },
 * })
 * console.log(toHaveCareerPath(org, 'coordinator', 'manager', { steps: 2, years: 3 }).pass) // => true
 * console.log(toHaveCareerPath(org, 'coordinator', 'manager', { steps: 1 }).message())
 * // => expect(org).toHaveCareerPath('coordinator', 'manager', { steps: 1 })
 * // =>
 * //    No career path from 'coordinator' to 'manager' is that short.
 * //    The shortest has 2 moves and takes 3–7 years: 'coordinator' → 'analyst' → 'manager'
 * ```
 * @see `careerPath`, {@link toProgressTo}.
 */
export function toHaveCareerPath<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  within: CareerPathBounds<NoInfer<Id>> = {},
): MatchResult {
  const given = givenOptions('toHaveCareerPath', within, ['steps', 'years', 'avoid', 'families', 'moves'])
  const { steps = Infinity, years, ...moves } = within
  if (typeof steps !== 'number' || !(steps >= 0)) throw invalidOption('steps', steps, 'a number, 0 or more')
  const bounded = careerPath(org, from, to, { ...moves, ...(years !== undefined && { maxYears: years }) })
  const pass = bounded !== undefined && bounded.moves.length <= steps
  return matchResult(pass, 'toHaveCareerPath', [from, to, given.size > 0 ? within : undefined], () => {
    if (pass) return [`There is a path of ${described(bounded)}`]
    const shortest = careerPath(org, from, to, moves)
    if (shortest === undefined) {
      return [
        `No career moves lead from ${quote(from)} to ${quote(to)}.`,
        `Next steps of ${quote(from)}: ${quotedList(nextStepsOf(org, from).map((move) => move.to))}.`,
        `Reachable from it: ${quotedList(reachableFrom(org, from, moves), 'nothing')}.`,
      ]
    }
    const quickest = careerPath(org, from, to, { ...moves, by: 'years' })
    return [
      `No career path from ${quote(from)} to ${quote(to)} is that short.`,
      `The shortest has ${described(shortest, ' and takes ')}`,
      quickest === undefined || sameRoles(quickest, shortest)
        ? undefined
        : `The quickest has ${described(quickest, ' and takes ')}`,
    ]
  })
}

function described({ roles, moves, years }: CareerPath, takes = ', '): string {
  return `${counted(moves.length, 'move')}${years === undefined ? '' : `${takes}${yearsText(years)}`}: ${routeText(roles)}`
}

function yearsText([min, max]: readonly [number, number]): string {
  if (max === Infinity) return `${String(min)} years or more`
  return min === max ? counted(min, 'year') : `${String(min)}–${String(max)} years`
}

function sameRoles(a: CareerPath, b: CareerPath): boolean {
  return a.roles.length === b.roles.length && a.roles.every((role, index) => role === b.roles[index])
}
