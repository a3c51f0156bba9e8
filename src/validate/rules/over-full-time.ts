import { addToList } from '../../kernel/add-to-list.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { isPlanned } from '../../engine/planned.js'
import { quotedList } from '../../kernel/in-words.js'
import type { Place } from '../../kernel/issue.js'
import { quote } from '../../kernel/quote.js'
import type { AssignmentSpec } from '../../model/person.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { byFirstDay, type Days } from '../terms-of-holders.js'

/** Sums of decimal fractions are not exact. */
const TOLERANCE = 1e-9

/** An assignment with a share, and its place among the holders of its role. */
interface Share extends Days {
  readonly handle: number
  readonly index: number
  readonly share: number
}

/**
 * A person whose shares of full time add up to more than 1 on some day. Only stated shares count: an assignment without one
 * says nothing about time. One issue per person, with the assignments of the first day with the highest sum. Planned roles do
 * not count.
 */
export const overFullTime: Rule<'OVER_FULL_TIME'> = Object.freeze({
  codes: Object.freeze(['OVER_FULL_TIME'] as const),
  *check({ org }) {
    const state = stateOf(org)
    const { ids } = state.columns
    for (const [person, shares] of sharesByPerson(state)) {
      // Most people are not over even if all their shares are added up.
      if (!isOver(shares.reduce((sum, { share }) => sum + share, 0))) continue
      const { sum, from, active } = busiestDay(shares)
      if (!isOver(sum)) continue
      yield deferredIssue('OVER_FULL_TIME', 'warning', () => {
        const places = active.map(({ handle, index }): Place => ({
          path: ['roles', ids[handle], 'holders', index],
        }))
        const roles = [...new Set(active.map(({ handle }) => ids[handle]))]
        const since = from === undefined ? '' : ` from ${from}`
        return {
          roles,
          place: places[0],
          witness: places,
          message: `The shares of ${quote(person)} add up to ${String(Number(sum.toFixed(4)))} of full time${since}, in ${quotedList(roles)}`,
          suggestion: 'Correct the shares, or give the assignments dates that do not overlap.',
        }
      })
    }
  },
} satisfies Rule<'OVER_FULL_TIME'>)

function isOver(sum: number): boolean {
  return sum > 1 + TOLERANCE
}

function sharesByPerson(state: OrgState): ReadonlyMap<string, readonly Share[]> {
  const people = new Map<string, Share[]>()
  for (const [handle, holders = []] of (state.columns.attributes.holders ?? []).entries()) {
    for (const [index, holder] of holders.entries()) {
      if (typeof holder === 'string' || !hasShare(holder) || isPlanned(state, handle)) continue
      const { person, share, from, to } = holder
      const entry = {
        handle,
        index,
        share,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      }
      addToList(people, person, entry)
    }
  }
  return people
}

function hasShare(assignment: AssignmentSpec): assignment is AssignmentSpec & { readonly share: number } {
  return assignment.share !== undefined
}

function byLastDay({ to: one = '' }: Days, { to: other = '' }: Days): number {
  return one < other ? -1 : one > other ? 1 : 0
}

interface BusiestDay {
  readonly sum: number
  readonly from: string | undefined
  readonly active: readonly Share[]
}

/** Sweeps over the first and the last days. Takes O(n log n) for n shares. */
function busiestDay(shares: readonly Share[]): BusiestDay {
  const starts = [...shares].sort(byFirstDay)
  const ends = shares.filter(({ to }) => to !== undefined).sort(byLastDay)
  let [sum, highest, ended] = [0, 0, 0]
  let from: string | undefined
  for (const [index, start] of starts.entries()) {
    while (ended < ends.length && (ends[ended].to ?? '') <= (start.from ?? '')) sum -= ends[ended++].share
    sum += start.share
    // Shares that begin on the same day count together.
    if (index + 1 < starts.length && starts[index + 1].from === start.from) continue
    if (sum <= highest + TOLERANCE) continue
    highest = sum
    from = start.from
  }
  const day = from ?? ''
  const active = shares.filter(({ from: first = '', to }) => first <= day && (to === undefined || day < to))
  return { sum: highest, from, active }
}
