import { type Place, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'

/** What databases and spreadsheets write for "none". It is only ever taken for that where it is the id of no role. */
const ZERO = '0'

/** The words by which a manager column says that there is no manager. */
export class TopWords {
  readonly #words: ReadonlySet<string>
  readonly #longest: number
  readonly #given: boolean
  readonly #isId: (text: string) => boolean
  readonly #issues: ImportIssues
  /** Words that are ids as well, so that nobody can tell what they mean. */
  readonly #refused = new Set<string>()
  #zeros = 0
  #firstZero: Place = {}
  #last = ''
  #lastSays = false

  constructor(
    given: readonly string[] | undefined,
    known: readonly string[] | undefined,
    isId: (text: string) => boolean,
    issues: ImportIssues,
  ) {
    const words = (given ?? [...(known ?? []), ZERO]).map(folded)
    this.#words = new Set(words)
    this.#longest = Math.max(0, ...words.map((word) => word.length))
    this.#given = given !== undefined
    this.#isId = isId
    this.#issues = issues
  }

  /** Whether a cell says that there is no manager. */
  says(cell: string, place: () => Place): boolean {
    // Siblings often stand side by side.
    if (cell !== this.#last) {
      this.#lastSays = cell.trim().length <= this.#longest && this.#isTop(cell, place)
      this.#last = cell
    }
    if (this.#lastSays && !this.#given && folded(cell) === ZERO && this.#zeros++ === 0)
      this.#firstZero = place()
    return this.#lastSays
  }

  #isTop(cell: string, place: () => Place): boolean {
    const word = folded(cell)
    if (!this.#words.has(word)) return false
    if (!this.#isId(cell) && !this.#isId(cell.trim())) return true
    if (this.#given && !this.#refused.has(word)) {
      this.#refused.add(word)
      this.#issues.add('OPTION_REFUSED', {
        place: place(),
        witness: ['tops', cell],
        message: `tops: ${quote(cell)} is to mean that there is no manager, and it is the id of a role`,
        suggestion: 'Leave the word out of tops, or give the role another id.',
      })
    }
    return false
  }

  addWhatWasApplied(): void {
    if (this.#zeros === 0) return
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      place: this.#firstZero,
      witness: ['tops', ZERO],
      message: `The manager is written as '0' in ${String(this.#zeros)} rows, and no role has this id: they are read as tops`,
      suggestion:
        "Say tops: ['0'] if this is meant, or tops: [] to have each reported as an unknown manager.",
    })
  }
}

function folded(text: string): string {
  return text.trim().toUpperCase()
}
