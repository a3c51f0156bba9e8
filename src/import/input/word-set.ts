import { textAt } from '../../internal.js'
import { trimmedRange } from './white-space.js'

/** Words that a cell may have, compared without case and surrounding spaces. */
export class WordSet {
  readonly #words: ReadonlySet<string>
  readonly #longest: number
  /** 1 for each byte that the spelling of a word can begin with. */
  readonly #firstBytes = new Uint8Array(256).fill(1, 0x80)

  constructor(words: readonly string[]) {
    this.#words = new Set(words.map(folded))
    this.#longest = Math.max(0, ...Array.from(this.#words, (word) => word.length))
    for (const word of this.#words) {
      for (const spelling of [word, word.toLowerCase()]) this.#firstBytes[spelling.charCodeAt(0) & 0xff] = 1
    }
  }

  has(cell: string): boolean {
    return this.#words.size > 0 && cell.trim().length <= this.#longest && this.#words.has(folded(cell))
  }

  /** Whether the cell in a range of bytes is a word. It becomes a string only if that is likely. */
  hasAt(bytes: Uint8Array, begin: number, end: number): boolean {
    const [first, past] = trimmedRange(bytes, begin, end)
    if (first === past) return this.has('')
    // No UTF-16 unit has more than three bytes.
    if (past - first > 3 * this.#longest || this.#firstBytes[bytes[first]] === 0) return false
    return this.has(textAt(bytes, first, past))
  }
}

export function folded(text: string): string {
  return text.trim().toUpperCase()
}
