import { addToList } from '../../kernel/add-to-list.js'
import { stateOf } from '../../engine/org-state.js'
import type { Place } from '../../kernel/issue.js'
import { quote } from '../../kernel/quote.js'
import { type HolderSpec, personOfHolder } from '../../model/person.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { beginsBeforeEnd, byFirstDay, daysOf, laterEnd } from '../terms-of-holders.js'

/**
 * A person who holds one role twice on the same day. Consecutive assignments are legal. One issue per person and role, with the
 * first two assignments that overlap.
 */
export const repeatedHolder: Rule<'REPEATED_HOLDER'> = Object.freeze({
  codes: Object.freeze(['REPEATED_HOLDER'] as const),
  *check({ org }) {
    const { ids, attributes } = stateOf(org).columns
    for (const [handle, holders = []] of (attributes.holders ?? []).entries()) {
      if (holders.length < 2) continue
      for (const [person, indexes] of indexesByPerson(holders)) {
        const pair = firstOverlap(holders, indexes)
        if (pair === undefined) continue
        const role = ids[handle]
        yield deferredIssue('REPEATED_HOLDER', 'warning', () => {
          const places = pair.map((index): Place => ({ path: ['roles', role, 'holders', index] }))
          return {
            roles: [role],
            place: places[1],
            witness: places,
            message: `The role ${quote(role)} lists the holder ${quote(person)} twice for the same time`,
            suggestion: 'Keep one of the two, or give them dates that do not overlap.',
          }
        })
      }
    }
  },
} satisfies Rule<'REPEATED_HOLDER'>)

/** The indexes of the assignments of each person who is listed more than once. */
function indexesByPerson(holders: readonly HolderSpec[]): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>()
  for (const [index, holder] of holders.entries()) {
    const person = personOfHolder(holder)
    addToList(indexes, person, index)
  }
  for (const [person, list] of indexes) if (list.length === 1) indexes.delete(person)
  return indexes
}

/** Two assignments with a day in common, in input order. Takes O(n log n) for n assignments. */
function firstOverlap(holders: readonly HolderSpec[], indexes: readonly number[]): number[] | undefined {
  const sorted = indexes
    .map((index) => ({ index, days: daysOf(holders[index]) }))
    .sort((a, b) => byFirstDay(a.days, b.days))
  let [last] = sorted
  for (const next of sorted.slice(1)) {
    if (beginsBeforeEnd(next.days, last.days)) return [last.index, next.index].sort((a, b) => a - b)
    if (laterEnd(last.days, next.days) === next.days) last = next
  }
  return undefined
}
