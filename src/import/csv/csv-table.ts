import { TableBytes } from './table-bytes.js'

/**
 * The cells of a table as ranges of its text. A cell becomes a string when it is read, so that a table of a million rows
 * takes two numbers per cell, and strings only for what is kept.
 */
export class CsvTable {
  readonly #text: string
  /** Two numbers per cell, row by row: begin and end. The first is `~begin` for a cell with doubled quotes. */
  readonly #places: Int32Array
  readonly #lines: Int32Array

  constructor(
    text: string,
    /** The number of columns, that of the header line. */
    readonly width: number,
    /** The number of rows with the header line, without blank lines. */
    readonly height: number,
    places: Int32Array,
    lines: Int32Array,
  ) {
    this.#text = text
    this.#places = places
    this.#lines = lines
  }

  /** The line of the text on which a row begins, from 1. */
  lineOf(row: number): number {
    return this.#lines[row]
  }

  /** The same cells as ranges of bytes, from a row on. */
  bytesFrom(row: number): TableBytes {
    return new TableBytes(this.#text, this.#places, this.width, this.height, row)
  }

  cell(row: number, column: number): string {
    const at = 2 * (row * this.width + column)
    return this.#cut(this.#places[at], this.#places[at + 1])
  }

  /** All cells of a row. */
  row(row: number): string[] {
    return Array.from({ length: this.width }, (_, column) => this.cell(row, column))
  }

  /** Returns a reader of one column. Equal cells mostly share one string, which saves most of the memory. */
  reader(column: number): (row: number) => string {
    const text = this.#text
    const places = this.#places
    const stride = 2 * this.width
    const offset = 2 * column
    const seen = new Array<string>(SEEN).fill('')
    const pieces = new TextPieces(text)
    return (row) => {
      const at = row * stride + offset
      const begin = places[at]
      const end = places[at + 1]
      if (begin < 0) return this.#cut(begin, end)
      const slot = (31 * text.charCodeAt(end - 1) + end - begin) & (SEEN - 1)
      const before = seen[slot]
      if (before.length === end - begin && text.startsWith(before, begin)) return before
      return (seen[slot] = pieces.slice(begin, end))
    }
  }

  /** The rows from `from` on whose cell in a column ends like a number in scientific notation: `1E+11`. */
  rowsWithExponent(column: number, from: number): number[] {
    const rows: number[] = []
    for (let row = from; row < this.height; row++) {
      const end = this.#places[2 * (row * this.width + column) + 1]
      if (this.#text.charCodeAt(end - 3) !== PLUS) continue
      if (EXPONENT.test(this.cell(row, column))) rows.push(row)
    }
    return rows
  }

  /** The rows from `from` on with a cell in one column and none in any other. `blank` is a column that is mostly filled. */
  rowsWithOnly(column: number, blank: number | undefined, from: number): number[] {
    const rows: number[] = []
    const first = blank ?? (column === 0 ? 1 : 0)
    for (let row = from; row < this.height; row++) {
      const at = 2 * (row * this.width + first)
      if (this.#places[at] !== this.#places[at + 1]) continue
      if (this.row(row).every((cell, index) => (cell.trim() === '') !== (index === column))) rows.push(row)
    }
    return rows
  }

  #cut(begin: number, end: number): string {
    if (begin >= 0) return this.#text.slice(begin, end)
    return this.#text.slice(~begin, end).replaceAll('""', '"')
  }
}

const PLUS = 0x2b
const EXPONENT = /^\d(?:[.,]\d+)?[eE]\+\d\d$/

/** How many strings a reader of a column remembers; a power of two. */
const SEEN = 256

/** The length of a piece, unless one cell is longer. */
const PIECE = 1 << 16

/**
 * Cuts strings from copies of pieces of a text. Engines keep the whole string that a slice was cut from, so that the text
 * of a file would stay in memory as long as one title from it. Cuts in succession share a piece.
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
      // A concatenation is copied into a new string when it is first sliced.
      this.#piece = ` ${cut}`.slice(1)
      this.#begin = begin
    }
    return this.#piece.slice(begin - this.#begin, end - this.#begin)
  }
}
