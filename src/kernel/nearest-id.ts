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
 * Complexity: O(ids), 20,000 at most.
 *
 * @param id The id that is not known; what is no text is near to none.
 * @param ids Those that are.
 * @returns The nearest id, or `undefined` when none is near.
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
  const rows = emptyRows()
  for (const candidate of ids) {
    if (++compared > MOST_IDS) break
    if (candidate.length > LONGEST) continue
    // Before the lengths are compared: spaces and decomposed accents make a spelling much longer.
    if (fold(candidate) === folded) return candidate
    if (Math.abs(candidate.length - id.length) > FURTHEST) continue
    const edits = editsBetween(id, candidate, best, rows)
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

/** Room for three rows of the table of edits, for all comparisons of one look-up. */
function emptyRows(): Rows {
  return [new Int32Array(LONGEST + 2), new Int32Array(LONGEST + 2), new Int32Array(LONGEST + 2)]
}

type Rows = readonly [Int32Array, Int32Array, Int32Array]

/**
 * How many letters were left out, added, replaced or swapped with their neighbour, or `limit` as soon as the
 * number cannot be less. Only cells less than `limit` from the diagonal are computed: any other stands for as many
 * letters too many or too few, and a file of others could make every comparison one of all letters with all.
 */
function editsBetween(a: string, b: string, limit: number, [first, second, third]: Rows): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforePrevious = third
  let previous = first
  let current = second
  let leastBefore = 0
  for (let j = 0; j <= Math.min(b.length, limit); j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit + 1)
    const to = Math.min(b.length, i + limit - 1)
    current[from - 1] = from === 1 ? Math.min(i, limit) : limit
    // The row below looks one cell further.
    current[to + 1] = limit
    let least = current[from - 1]
    for (let j = from; j <= to; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(replaced, previous[j] + 1, current[j - 1] + 1, limit)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforePrevious[j - 2] + 1)
      }
      current[j] = edits
      if (edits < least) least = edits
    }
    // A swap reaches back two rows, and costs one more than what stands there.
    if (least >= limit && leastBefore >= limit - 1) return limit
    leastBefore = least
    const free = beforePrevious
    beforePrevious = previous
    previous = current
    current = free
  }
  return previous[b.length]
}
