import { invalidArgument } from './invalid-input.js'
import { quote } from './quote.js'

const FURTHEST = 3
const LONGEST = 64
const MOST_IDS = 20_000

/**
 * Returns the known id that is most similar to a misspelt one, for a "did you mean" in your own rules and importers. The
 * messages of this library use it too.
 *
 * A spelling that differs only in case, spaces or accents wins over one with edits (a letter left out, added, replaced or
 * swapped with its neighbour); among equals the first wins. At most three letters may differ, and at most a third of them.
 * An id of more than 64 characters has no nearest id. Only the first 20,000 ids are compared, so that a mistake costs
 * milliseconds even on a chart of a million roles.
 *
 * Complexity: O(ids), 20,000 at most.
 *
 * @param id The unknown id; anything but a string has no nearest id.
 * @param ids The known ids.
 * @returns The nearest id, or `undefined` if none is similar enough.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the ids are not an iterable of strings.
 * @example
 * ```ts
 * import { nearestId } from 'rolegraph'
 *
 * console.log(nearestId('Hanna Brandt', ['Ada Lane', 'Hannah Brandt'])) // => Hannah Brandt
 * console.log(nearestId('Eve', ['Ada Lane', 'Hannah Brandt'])) // => undefined
 * ```
 * @see {@link find} finds roles by title and alias.
 */
export function nearestId(id: unknown, ids: Iterable<string>): string | undefined {
  if (!isIterable(ids)) throw invalidArgument('nearestId', 'ids', ids, 'an iterable of strings')
  if (typeof id !== 'string' || id.length > LONGEST) return undefined
  const folded = fold(id)
  let nearest: string | undefined
  let best = Math.min(FURTHEST, Math.floor(id.length / 3)) + 1
  let compared = 0
  const rows = emptyRows()
  for (const candidate of ids) {
    if (++compared > MOST_IDS) break
    if (!isText(candidate)) throw invalidArgument('nearestId', 'ids', candidate, 'an iterable of strings')
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

function isIterable(value: unknown): boolean {
  if (typeof value === 'string') return true
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, Symbol.iterator) === 'function'
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

/** The clause that ends a message: `; did you mean 'analyst'?`, or nothing. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`
}

/** The same as a sentence: `Did you mean 'analyst'?`, or nothing. */
export function nearestSuggestion(nearest: string | undefined): string {
  return nearest === undefined ? '' : `Did you mean ${quote(nearest)}?`
}

const ASCII = /^[\x00-\x7f]*$/

function fold(text: string): string {
  const folded = text.trim().toLowerCase()
  return ASCII.test(folded) ? folded : folded.normalize('NFKD').replace(/\p{M}/gu, '')
}

/** Three rows of the table of edits, reused by all comparisons of one look-up. */
function emptyRows(): Rows {
  return [new Int32Array(LONGEST + 2), new Int32Array(LONGEST + 2), new Int32Array(LONGEST + 2)]
}

type Rows = readonly [Int32Array, Int32Array, Int32Array]

/**
 * The number of letters left out, added, replaced or swapped with their neighbour (the distance of Damerau and
 * Levenshtein, with adjacent swaps only), or `limit` as soon as the number cannot be less. Only cells less than `limit`
 * from the diagonal are computed: the others need at least `limit` edits, and untrusted input must not make each
 * comparison quadratic.
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
    // The next row reads one cell further.
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
    // A swap refers to the row before the previous one, and costs one more than the cell there.
    if (least >= limit && leastBefore >= limit - 1) return limit
    leastBefore = least
    const free = beforePrevious
    beforePrevious = previous
    previous = current
    current = free
  }
  return previous[b.length]
}
