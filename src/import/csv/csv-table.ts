import { TableBytes } from './table-bytes.js'
import { TextPieces } from './text-pieces.js'

/**
 * A table as it stands in a text. A cell is a place in the text and becomes a string when it is asked for, so that
 * a table of a million rows costs a few numbers a cell, and strings only where they are kept.
 */
export class CsvTable {
  readonly #text: string
  /** Two numbers a cell, row by row: where it begins and ends. The first is `~begin` where quotes are doubled in it. */
  readonly #places: Int32Array
  readonly #lines: Int32Array

  constructor(
    text: string,
    /** How many cells a row has, as the header line says. */
    readonly width: number,
    /** How many rows there are, the header line included, blank lines left out. */
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

  /** Reads one column; cells with the same text are mostly one string, which saves most of their memory. */
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

  #cut(begin: number, end: number): string {
    if (begin >= 0) return this.#text.slice(begin, end)
    return this.#text.slice(~begin, end).replaceAll('""', '"')
  }
}

/** How many texts a reader of a column remembers; a power of two. */
const SEEN = 256
