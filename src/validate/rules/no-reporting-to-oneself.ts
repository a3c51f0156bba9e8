import { targetsOf } from '../../engine/edges.js'
import { type HierarchyIndex, positionOf, runEndOf } from '../../engine/hierarchy-index.js'
import { NONE } from '../../engine/columns.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { peopleIndexOf } from '../../engine/people-index.js'
import { isPlanned } from '../../engine/planned.js'
import { routeText } from '../../kernel/in-words.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { datedHolders, haveDayInCommon } from '../terms-of-holders.js'

/** The most roles above another role of the same person to check: beyond the nearest, they matter only if their dates differ. */
const MOST_ABOVE = 100

/**
 * A policy: nobody is above themselves.
 *
 * Gives an issue `REPORTS_TO_ONESELF` for each role of a person that is below another role of theirs along solid lines, if the
 * two assignments have a day in common. The issues are ordered by person; each names the nearest such role above. The witness is
 * the whole chain from the lower role to the upper one. Planned roles do not count. If a role is in or below a cycle, the cycle
 * has to be broken first.
 *
 * It is not a default rule, because many people hold two posts on purpose, and because in published charts one name often stands
 * for many people (`TBC`, `N/A`). Give people ids if names are not enough.
 *
 * Complexity: O(roles + holders), plus O(length of the chain) for each issue that is listed.
 *
 * @returns A rule for {@link checkOrg}.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noReportingToOneself } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { holders: ['Ada'] },
 *     manager: { reportsTo: 'director', holders: ['Joe'] },
 *     analyst: { reportsTo: 'manager', holders: ['Ada'] },
 *   },
 * })
 * const { issues } = checkOrg(org, { rules: [noReportingToOneself()] })
 * console.log(issues[0]?.message) // => 'Ada' is in their own management chain: 'analyst' → 'manager' → 'director'
 * ```
 * @see {@link isPersonAbove}, {@link rolesHeldBy}.
 */
export function noReportingToOneself(): Rule<'REPORTS_TO_ONESELF'> {
  return Object.freeze({
    codes: Object.freeze(['REPORTS_TO_ONESELF'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      const { ids, attributes } = state.columns
      if (attributes.holders === undefined) return
      const people = state.kept(peopleIndexOf)
      for (const [number, person] of people.ids.entries()) {
        const held = targetsOf(people.roles, number)
        if (held.length < 2) continue
        for (const [lower, upper] of rolesAboveOthers(state, person, held)) {
          yield deferredIssue('REPORTS_TO_ONESELF', 'error', () => {
            const chain = chainBetween(state, lower, upper)
            return {
              roles: [ids[lower], ids[upper]],
              place: { path: ['roles', ids[lower], 'holders'] },
              witness: chain,
              message: `${quote(person)} is in their own management chain: ${routeText(chain)}`,
              suggestion:
                'Give the lower role another manager, or give the assignments dates that do not overlap. If two people share a name, give them different ids.',
            }
          })
        }
      }
    },
  } satisfies Rule<'REPORTS_TO_ONESELF'>)
}

/** Yields each role with the nearest of the other roles above it on a common day, in preorder. */
function* rolesAboveOthers(
  state: OrgState,
  person: string,
  held: Iterable<number>,
): Generator<readonly [lower: number, upper: number]> {
  const { hierarchy } = state
  const numbered = Array.from(held).filter(
    (handle) => positionOf(hierarchy, handle) !== NONE && !isPlanned(state, handle),
  )
  numbered.sort((a, b) => positionOf(hierarchy, a) - positionOf(hierarchy, b))
  const above: number[] = []
  for (const handle of numbered) {
    while (above.length > 0 && !isInRunOf(hierarchy, handle, above[above.length - 1])) above.pop()
    const upper = nearestOnCommonDay(state, person, handle, above)
    if (upper !== undefined) yield [handle, upper]
    above.push(handle)
  }
}

function isInRunOf(hierarchy: HierarchyIndex, lower: number, upper: number): boolean {
  return positionOf(hierarchy, lower) < runEndOf(hierarchy, upper)
}

function nearestOnCommonDay(
  state: OrgState,
  person: string,
  lower: number,
  above: readonly number[],
): number | undefined {
  if (above.length === 0) return undefined
  const days = state.kept(datedHolders).get(person)
  const nearest = above.slice(-MOST_ABOVE).reverse()
  return nearest.find((upper) => haveDayInCommon(days?.get(lower), days?.get(upper)))
}

function chainBetween({ columns: { ids, manager } }: OrgState, lower: number, upper: number): string[] {
  const chain = [ids[lower]]
  for (let handle = lower; handle !== upper; handle = manager[handle]) chain.push(ids[manager[handle]])
  return chain
}
