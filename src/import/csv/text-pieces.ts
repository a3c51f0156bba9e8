/** How long a piece is, unless one cell is longer. */
const PIECE = 1 << 16

/**
 * Cuts strings from copies of pieces of a text: an engine keeps the whole of what a string was cut from, and the text of
 * a file would live as long as one title of it. Cuts that follow each other share a piece.
 */
export class TextPieces {
  readonly #text: string
  #piece = ''
  #begin = 0

  constructor(text: string) {
    this.#text = text
  }

  slice(begin: number, end: number): string {
    if (begin < this.#begin || end > this.#begin + this.#piece.length) {
      const cut = this.#text.slice(begin, Math.max(end, begin + PIECE))
      // What two strings are joined to is a string of its own, once something is cut from it.
      this.#piece = ` ${cut}`.slice(1)
      this.#begin = begin
    }
    return this.#piece.slice(begin - this.#begin, end - this.#begin)
  }
}
