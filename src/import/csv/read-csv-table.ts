import { quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { GrowingInts } from '../input/growing-ints.js'
import { linesBefore } from '../input/line-places.js'
import type { CsvFormat } from './csv-format.js'
import { CsvTable } from './csv-table.js'
import { readPlainRows } from './plain-rows.js'

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/**
 * Reads a text as a table, by RFC 4180, with any mixture of `\r\n`, `\n` and `\r` between rows. The first row has the
 * number of columns. Blank lines are skipped. A quote inside a cell that does not begin with one is text.
 *
 * A quote that is never closed, text after a closing quote, a row of another length and what exceeds the limits are
 * issues with their line. Missing cells are blank, surplus ones are in the issue. `undefined` if there is no row, or
 * more columns than the limits allow. O(characters).
 */
export function readCsvTable(text: string, format: CsvFormat, issues: ImportIssues): CsvTable | undefined {
  return new CsvScanner(text, format, issues).scan()
}

class CsvScanner {
  readonly #text: string
  readonly #delimiter: string
  readonly #issues: ImportIssues
  readonly #places = new GrowingInts()
  readonly #lines = new GrowingInts()
  /** The surplus cells of the current row. */
  #surplus: string[] = []
  #surplusIsBlank = true
  #width = Infinity
  #at: number
  #line: number
  #lineStart: number
  // The first of each kind at or after #at, kept so that no part of the text is searched twice.
  #nextDelimiter = -1
  #nextCr = -1
  #nextLf = -1

  constructor(text: string, { delimiter, begin }: CsvFormat, issues: ImportIssues) {
    this.#text = text
    this.#delimiter = delimiter
    this.#issues = issues
    this.#at = begin
    this.#line = 1 + linesBefore(text.slice(0, begin))
    this.#lineStart = begin
  }

  scan(): CsvTable | undefined {
    if (!this.#nextRow() || !this.#header()) return undefined
    this.#plainRows()
    while (this.#nextRow()) {
      // The header line does not count.
      if (this.#lines.length > this.#issues.limits.rows) {
        this.#issues.exceeded('rows', { line: this.#line })
        break
      }
      this.#row()
      this.#plainRows()
    }
    return new CsvTable(this.#text, this.#width, this.#lines.length, this.#places.values, this.#lines.values)
  }

  /** Reads rows up to the next one that readPlainRows cannot read. */
  #plainRows(): void {
    const start = { at: this.#at, line: this.#line }
    const delimiter = this.#delimiter.charCodeAt(0)
    const end = readPlainRows(
      this.#text,
      delimiter,
      this.#width,
      this.#issues.limits.rows,
      start,
      this.#places,
      this.#lines,
    )
    this.#at = end.at
    this.#line = end.line
    this.#lineStart = end.at
  }

  /** Skips blank lines; returns whether a row follows. */
  #nextRow(): boolean {
    while (this.#at < this.#text.length && this.#at === this.#lineEnd()) this.#endLine()
    return this.#at < this.#text.length
  }

  #header(): boolean {
    const line = this.#line
    this.#lines.push(line)
    const width = this.#cells(this.#issues.limits.columns)
    if (width > this.#issues.limits.columns) {
      this.#issues.exceeded('columns', { line })
      return false
    }
    this.#width = width
    return true
  }

  #row(): void {
    const line = this.#line
    this.#lines.push(line)
    const count = this.#cells(Infinity)
    if (count === this.#width) return
    if (this.#isBlankRow(Math.min(count, this.#width))) {
      this.#lines.length--
      this.#places.length -= 2 * Math.min(count, this.#width)
      this.#surplus = []
      return
    }
    for (let missing = count; missing < this.#width; missing++) {
      this.#places.push(0)
      this.#places.push(0)
    }
    this.#addRagged(line, count)
  }

  /** Whether the cells of the last row are blank, surplus ones too. */
  #isBlankRow(cells: number): boolean {
    const { values, length } = this.#places
    for (let at = length - 2 * cells; at < length; at += 2) {
      const begin = values[at] < 0 ? ~values[at] : values[at]
      if (!BLANK.test(this.#text.slice(begin, values[at + 1]))) return false
    }
    return this.#surplus.every((cell) => BLANK.test(cell)) && this.#surplusIsBlank
  }

  /** Reads one row and its line end, and returns the number of its cells. Stops after `most` of them. */
  #cells(most: number): number {
    for (let count = 1; ; count++) {
      if (this.#text.charCodeAt(this.#at) === QUOTE) this.#quoted(count)
      else this.#bare(count)
      if (count > most) return count
      if (this.#at === this.#nextDelimiter && this.#at < this.#text.length) {
        this.#at++
        continue
      }
      this.#endLine()
      return count
    }
  }

  #take(count: number, begin: number, end: number): void {
    if (count <= this.#width) {
      this.#places.push(begin)
      this.#places.push(end)
      return
    }
    const first = begin < 0 ? ~begin : begin
    if (this.#surplus.length < SHOWN)
      this.#surplus.push(this.#text.slice(first, Math.min(end, first + LONGEST)))
    if (this.#surplusIsBlank && first < end) this.#surplusIsBlank = BLANK.test(this.#text.slice(first, end))
  }

  #bare(count: number): void {
    const end = this.#cellEnd()
    this.#take(count, this.#at, end)
    this.#at = end
  }

  #quoted(count: number): void {
    const text = this.#text
    const opening = { line: this.#line, column: this.#at - this.#lineStart + 1 }
    const begin = this.#at + 1
    let end = begin
    let doubled = false
    for (this.#at = begin; ; this.#at += 2, doubled = true) {
      end = text.indexOf('"', this.#at)
      if (end === -1) {
        this.#addUnclosed(opening)
        this.#countLines(begin, text.length)
        this.#at = end = text.length
        break
      }
      this.#at = end
      if (text.charCodeAt(end + 1) !== QUOTE) {
        this.#countLines(begin, end)
        this.#at = end + 1
        break
      }
    }
    const rest = this.#cellEnd()
    if (rest > this.#at) {
      this.#addStray(this.#at, rest)
      this.#at = end = rest
    }
    this.#take(count, doubled ? ~begin : begin, end)
  }

  /** The end of a cell that is not quoted. */
  #cellEnd(): number {
    if (this.#nextDelimiter < this.#at) this.#nextDelimiter = this.#find(this.#delimiter)
    return Math.min(this.#nextDelimiter, this.#lineEnd())
  }

  #lineEnd(): number {
    if (this.#nextLf < this.#at) this.#nextLf = this.#find('\n')
    if (this.#nextCr < this.#at) this.#nextCr = this.#find('\r')
    return Math.min(this.#nextLf, this.#nextCr)
  }

  #find(what: string): number {
    const found = this.#text.indexOf(what, this.#at)
    return found === -1 ? this.#text.length : found
  }

  /** Moves past one line end of any kind. */
  #endLine(): void {
    const pair = this.#text.charCodeAt(this.#at) === CR && this.#text.charCodeAt(this.#at + 1) === LF
    this.#at = Math.min(this.#at + (pair ? 2 : 1), this.#text.length)
    this.#line++
    this.#lineStart = this.#at
  }

  /** Counts the lines inside a quoted cell. */
  #countLines(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = this.#text.charCodeAt(at)
      if (code !== LF && code !== CR) continue
      if (code === CR && this.#text.charCodeAt(at + 1) === LF) at++
      this.#line++
      this.#lineStart = at + 1
    }
  }

  #addUnclosed(place: { readonly line: number; readonly column: number }): void {
    this.#issues.add('UNCLOSED_QUOTE', {
      place,
      message: `The quote that opens at line ${String(place.line)}, column ${String(place.column)} is never closed: the rest of the file would be one cell`,
      suggestion: 'Close the quote; a quote inside a quoted cell is written twice ("").',
    })
  }

  #addStray(from: number, to: number): void {
    const place = { line: this.#line, column: from - this.#lineStart + 1 }
    this.#issues.add('STRAY_TEXT', {
      place,
      witness: [this.#text.slice(from, Math.min(to, from + LONGEST))],
      message: `Line ${String(place.line)}, column ${String(place.column)} has text after a closing quote`,
      suggestion: 'Quote the whole cell, and write a quote inside it twice ("").',
    })
  }

  #addRagged(line: number, count: number): void {
    const surplus = this.#surplus
    const nothingLost = count > this.#width && this.#surplusIsBlank
    this.#surplus = []
    this.#surplusIsBlank = true
    const more = surplus.length === 0 ? '' : `; left out: ${quotedList(surplus)}`
    this.#issues.add('RAGGED_ROW', {
      // Nothing is lost with empty cells at the end of a row.
      severity: nothingLost ? 'warning' : 'error',
      place: { line },
      witness: surplus,
      message: `Line ${String(line)} has ${String(count)} cells, and the header line has ${String(this.#width)}${more}`,
      suggestion: 'Give the row one cell per column, and quote cells that contain a delimiter.',
    })
  }
}

const SHOWN = 8
const BLANK = /^\s*$/
const LONGEST = 60
