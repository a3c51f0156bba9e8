import {
  careerPath,
  invalidArgument,
  type Move,
  type MoveKind,
  nextStepsOf,
  type Org,
  quote,
  roleOf,
  routeText,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'

const KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']

/**
 * Whether one career move leads from a role to another.
 *
 * Complexity: O(moves out of the role).
 *
 * @param org The org.
 * @param role The id of a role; a unit has no career.
 * @param next The id of the role that should be a next step.
 * @param kind The expected kind of move. Default: any kind.
 * @returns Whether it passes, and the message with the next steps of the role.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toProgressTo } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     analyst: { progressesTo: ['manager', { to: 'planner', kind: 'lateral' }] },
 *     planner: {},
 *     manager: { progressesTo: 'director' },
 *     director: {},
 *   },
 * })
 * console.log(toProgressTo(org, 'analyst', 'manager').pass) // => true
 * console.log(toProgressTo(org, 'analyst', 'director').message())
 * // => expect(org).toProgressTo('analyst', 'director')
 * // =>
 * //    Next steps of 'analyst': 'manager' (advancement), 'planner' (lateral)
 * //    It takes 2 moves: 'analyst' → 'manager' → 'director'
 * ```
 * @see `nextStepsOf`, {@link toHaveCareerPath}.
 */
export function toProgressTo<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id>,
  next: NoInfer<Id>,
  kind?: MoveKind,
): MatchResult {
  roleOf(org, next)
  if (kind !== undefined && !KINDS.includes(kind))
    throw invalidArgument('toProgressTo', 'kind', kind, "'advancement', 'lateral' or 'transition'")
  const moves = nextStepsOf(org, role)
  const pass = moves.some((move) => move.to === next && (kind === undefined || move.kind === kind))
  return matchResult(pass, 'toProgressTo', [role, next, kind], () => {
    const path = pass ? undefined : careerPath(org, role, next)
    return [
      `Next steps of ${quote(role)}: ${moves.length === 0 ? 'none' : moves.map(stepText).join(', ')}`,
      path !== undefined && path.moves.length > 1
        ? `It takes ${String(path.moves.length)} moves: ${routeText(path.roles)}`
        : undefined,
    ]
  })
}

function stepText({ to, kind }: Move): string {
  return `${quote(to)} (${kind})`
}
