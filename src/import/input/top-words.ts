import { counted, type Place, quote, textAt } from '../../internal.js'
import type { ImportIssues } from './import-issues.js'
import { folded, WordSet } from './word-set.js'

/** What databases and spreadsheets write for "none". It is read as that unless a role has this id. */
const ZERO = '0'

/** The words that mean "no manager" in a manager column. */
export class TopWords {
  readonly #words: WordSet
  /** Whether the caller gave the words. */
  readonly areGiven: boolean
  readonly #isId: (text: string) => boolean
  readonly #issues: ImportIssues
  /** Words that are also ids, and so ambiguous. */
  readonly #refused = new Set<string>()
  #zeros = 0
  #firstZero: Place = {}
  #last: string | undefined
  #lastSays = false

  constructor(
    given: readonly string[] | undefined,
    known: readonly string[] | undefined,
    isId: (text: string) => boolean,
    issues: ImportIssues,
  ) {
    this.#words = new WordSet(given ?? [...(known ?? []), ZERO])
    this.areGiven = given !== undefined
    this.#isId = isId
    this.#issues = issues
  }

  /** Whether a cell means "no manager". */
  says(cell: string, place: () => Place): boolean {
    // Reports of one manager are often in consecutive rows.
    if (cell !== this.#last) {
      this.#lastSays = this.#words.has(cell) && this.#isTop(cell, place)
      this.#last = cell
    }
    if (this.#lastSays && !this.areGiven && folded(cell) === ZERO && this.#zeros++ === 0)
      this.#firstZero = place()
    return this.#lastSays
  }

  /** The same for the cell in a range of bytes, which becomes a string only if it is likely to be a word. */
  saysAt(bytes: Uint8Array, begin: number, end: number, place: () => Place): boolean {
    return this.#words.hasAt(bytes, begin, end) && this.says(textAt(bytes, begin, end), place)
  }

  #isTop(cell: string, place: () => Place): boolean {
    const word = folded(cell)
    if (!this.#isId(cell) && !this.#isId(cell.trim())) return true
    if (this.areGiven && !this.#refused.has(word)) {
      this.#refused.add(word)
      this.#issues.add('OPTION_REFUSED', {
        place: place(),
        witness: ['tops', cell],
        message: `tops: ${quote(cell)} is given as a word for "no manager", but it is also the id of a role`,
        suggestion: 'Remove the word from tops, or give the role another id.',
      })
    }
    return false
  }

  /** Reports the rows in which a default word was read. */
  reportApplied(): void {
    if (this.#zeros === 0) return
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      place: this.#firstZero,
      witness: ['tops', ZERO],
      message: `The manager is '0' in ${counted(this.#zeros, 'row')}, but no role has this id: read as no manager`,
      suggestion:
        "Pass tops: ['0'] to confirm this, or tops: [] to have each reported as an unknown manager.",
    })
  }
}
