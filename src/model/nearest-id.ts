import { quote } from './quote.js'

const FURTHEST = 3
const LONGEST = 64
const MOST_IDS = 20_000

/**
 * Gives the id that looks most like a misspelt one: for a "did you mean" of rules and importers of your own, as the
 * messages of this library have it.
 *
 * Spellings that differ only in case, space or accents win over edits (a letter left out, added, replaced or swapped
 * with its neighbour); among equals the first does. At most a third of the letters may differ, and three. An id of
 * more than 64 characters is near to none. Only the first 20,000 ids are compared, so that a mistake costs
 * milliseconds on a chart of a million as well.
 *
 * @param id The id that is not known; what is no text is near to none.
 * @param ids Those that are.
 * @returns The nearest id, or `undefined` when none is near.
 * Complexity: O(ids), 20,000 at most.
 * @example
 * ```ts
 * import { nearestId } from 'rolegraph'
 *
 * console.log(nearestId('Hanna Brandt', ['Ada Lane', 'Hannah Brandt'])) // => Hannah Brandt
 * console.log(nearestId('Eve', ['Ada Lane', 'Hannah Brandt'])) // => undefined
 * ```
 * @see {@link findRoles} finds roles by title and alias.
 */
export function nearestId(id: unknown, ids: Iterable<string>): string | undefined {
  if (typeof id !== 'string' || id.length > LONGEST) return undefined
  const folded = fold(id)
  let nearest: string | undefined
  let best = Math.min(FURTHEST, Math.floor(id.length / 3)) + 1
  let compared = 0
  for (const candidate of ids) {
    if (++compared > MOST_IDS) break
    if (candidate.length > LONGEST) continue
    // Before the lengths are compared: spaces and decomposed accents make a spelling much longer.
    if (fold(candidate) === folded) return candidate
    if (Math.abs(candidate.length - id.length) > FURTHEST) continue
    const edits = editsBetween(id, candidate, best)
    if (edits < best) {
      best = edits
      nearest = candidate
    }
  }
  return nearest
}

/** The clause that a message ends in: `; did you mean 'analyst'?`, or nothing. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`
}

function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}

/**
 * How many letters were left out, added, replaced or swapped with their neighbour, or `limit` as soon as the
 * number cannot be less.
 */
function editsBetween(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = []
  let leastBefore = 0
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(replaced, previous[j] + 1, current[j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforePrevious[j - 2] + 1)
      }
      current.push(edits)
      if (edits < least) least = edits
    }
    // A swap reaches back two rows, and costs one more than what stands there.
    if (least >= limit && leastBefore >= limit - 1) return limit
    leastBefore = least
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]
}
