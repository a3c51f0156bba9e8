import { counted, longer, quotedList, textAt, unitsIn, type Steps } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { LinePlaces, placeWords } from '../input/line-places.js'
import { isBlankAt } from '../input/white-space.js'
import type { CsvFormat } from './csv-format.js'
import { contentEnd, contentStart } from './cell-content.js'
import { CsvTable, MOST_16 } from './csv-table.js'

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** How many bytes are scanned in one step. */
const STEP = 1 << 20
/** Bytes of rows from which the number of all rows is estimated. */
const SAMPLE = 1 << 16

/**
 * Reads bytes of UTF-8 as a table according to RFC 4180, with any mixture of `\r\n`, `\n` and `\r` between rows. The first
 * row sets the number of columns. Blank lines are skipped. A quote inside a cell that does not begin with one is text.
 *
 * A quote that is never closed, text after a closing quote, a row of another length and what exceeds the limits are
 * issues with their line. Missing cells are blank, surplus ones are in the issue. `undefined` if there is no row, or
 * more columns than the limits allow. O(bytes).
 */
export function* scanCsv(
  bytes: Uint8Array,
  format: CsvFormat,
  issues: ImportIssues,
): Steps<CsvTable | undefined> {
  const scanner = new CsvScanner(bytes, format, issues)
  for (let to = format.begin + STEP; !scanner.isAtEnd; to += STEP) {
    scanner.scan(to)
    yield Math.min(1, to / bytes.length)
  }
  return scanner.table
}

class CsvScanner {
  readonly #bytes: Uint8Array
  readonly #delimiter: Uint8Array
  readonly #issues: ImportIssues
  /** Where each row begins. */
  #starts: Int32Array = new Int32Array(256)
  #lines: Int32Array = new Int32Array(256)
  /** Where each cell ends within its row: `~end` for one with doubled or misplaced quotes. */
  #ends: Int16Array | Int32Array = new Int16Array(1024)
  #rows = 0
  /** The number of columns; before the header line has been read, the most that it may have. */
  #width: number
  #at: number
  #line: number
  #isTooWide = false
  /** The offset up to which columns were last counted, and the count there. */
  #counted = 0
  #units = 0
  /** The first surplus cells of the current row. */
  #surplus: string[] = []
  #surplusIsBlank = true

  constructor(bytes: Uint8Array, { delimiter, begin }: CsvFormat, issues: ImportIssues) {
    this.#bytes = bytes
    this.#delimiter = new TextEncoder().encode(delimiter)
    this.#issues = issues
    this.#width = issues.limits.columns
    this.#at = begin
    this.#line = new LinePlaces(bytes).at(begin).line
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  get table(): CsvTable | undefined {
    if (this.#rows === 0 || this.#isTooWide) return undefined
    return new CsvTable(this.#bytes, this.#delimiter.length, this.#width, this.#rows, {
      starts: this.#starts,
      ends: this.#ends,
      lines: this.#lines,
    })
  }

  /**
   * Reads the rows that begin before an offset. One loop over plain numbers stays fast however often it runs; with methods
   * and fields it takes three times as long. So methods are called only for rare cases.
   */
  scan(to: number): void {
    const bytes = this.#bytes
    const { length } = bytes
    const [delimiter] = this.#delimiter
    const gap = this.#delimiter.length
    const mostRows = this.#issues.limits.rows
    const top = Math.max(delimiter, CR)
    let ends = this.#ends
    let most = mostIn(ends)
    let width = this.#width
    let at = this.#at
    let line = this.#line
    let rows = this.#rows
    let taken = rows === 0 ? 0 : rows * width
    while (at < to && at < length) {
      let byte = bytes[at]
      if (byte === CR || byte === LF) {
        at += byte === CR && bytes[at + 1] === LF ? 2 : 1
        line++
        continue
      }
      if (rows > mostRows) {
        this.#issues.exceeded('rows', { line })
        at = length
        break
      }
      const firstLine = line
      let lineStart = at
      let count = 0
      const start = at
      for (;;) {
        const begin = at
        // Where text may follow a closing quote.
        let close = -1
        let isPlain = true
        if (at < length && bytes[at] === QUOTE) {
          const openLine = line
          const openStart = lineStart
          for (at++; at < length; at++) {
            byte = bytes[at]
            if (byte === QUOTE) {
              if (bytes[at + 1] !== QUOTE) break
              at++
              isPlain = false
            } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
              line++
              lineStart = at + 1
            }
          }
          if (at < length) at++
          else {
            isPlain = false
            this.#addUnclosed(openLine, openStart, begin)
          }
          close = at
        }
        for (; at < length; at++) {
          byte = bytes[at]
          if (byte > top) continue
          if (byte === delimiter ? gap === 1 || this.#isDelimiter(at) : byte === LF || byte === CR) break
        }
        if (close !== -1 && at > close) {
          isPlain = false
          this.#addStray(line, lineStart, close, at)
        }
        if (++count > width) this.#takeSurplus(begin, isPlain ? at : ~at)
        else {
          if (taken + count > ends.length || at - start > most) {
            ends = this.#widened(at, taken + count, at - start)
            most = mostIn(ends)
          }
          ends[taken + count - 1] = isPlain ? at - start : ~(at - start)
        }
        if (at >= length || byte === LF || byte === CR) break
        at += gap
      }
      if (at < length) {
        at += byte === CR && bytes[at + 1] === LF ? 2 : 1
        line++
      }
      if (rows === 0) {
        if (count > width) {
          this.#issues.exceeded('columns', { line: firstLine })
          this.#isTooWide = true
          at = length
        }
        width = this.#width = count
      } else if (count !== width) {
        const isRow = this.#padded(start, taken, count, firstLine)
        ends = this.#ends
        most = mostIn(ends)
        if (!isRow) continue
      }
      if (rows === this.#lines.length) {
        this.#lines = longer(this.#lines, 2 * rows)
        this.#starts = longer(this.#starts, 2 * rows)
      }
      this.#starts[rows] = start
      this.#lines[rows++] = firstLine
      taken += width
    }
    this.#at = at
    this.#line = line
    this.#rows = rows
  }

  #isDelimiter(at: number): boolean {
    return this.#delimiter.every((byte, index) => this.#bytes[at + index] === byte)
  }

  /** Makes room for `least` ends up to `number`; room for all rows, estimated from those before `at`. */
  #widened(at: number, least: number, number: number): Int16Array | Int32Array {
    const estimate = at > SAMPLE ? (least / at) * this.#bytes.length * 1.05 : 0
    const room = Math.ceil(Math.max(estimate, 1.5 * least, this.#ends.length))
    const copy =
      number > MOST_16 || this.#ends instanceof Int32Array ? new Int32Array(room) : new Int16Array(room)
    copy.set(this.#ends)
    return (this.#ends = copy)
  }

  /** Reports a row of another length, and adds its missing cells; `false` for a blank row, which is skipped. */
  #padded(start: number, taken: number, count: number, line: number): boolean {
    const width = this.#width
    const present = Math.min(count, width)
    const surplus = this.#surplus
    const surplusIsBlank = this.#surplusIsBlank
    this.#surplus = []
    this.#surplusIsBlank = true
    if (surplusIsBlank && this.#isBlankRow(start, taken, present)) return false
    const last = this.#ends[taken + present - 1]
    let end = last < 0 ? ~last : last
    const past = end + (width - present) * this.#delimiter.length
    if (taken + width > this.#ends.length || past > mostIn(this.#ends))
      this.#widened(start, taken + width, past)
    for (let cell = present; cell < width; cell++) {
      end += this.#delimiter.length
      this.#ends[taken + cell] = end
    }
    // Leaving out empty cells at the end of a row loses nothing.
    this.#issues.addLate('RAGGED_ROW', count > width && surplusIsBlank ? 'warning' : 'error', () => {
      const more = surplus.length === 0 ? '' : `; left out: ${quotedList(surplus)}`
      return {
        place: { line },
        witness: surplus,
        message: `Line ${String(line)} has ${counted(count, 'cell')}, but the header line has ${String(width)}${more}`,
        suggestion: 'Give the row one cell per column, and quote cells that contain a delimiter.',
      }
    })
    return true
  }

  #isBlankRow(start: number, taken: number, cells: number): boolean {
    for (let cell = 0, begin = start; cell < cells; cell++) {
      const end = this.#ends[taken + cell]
      const past = start + (end < 0 ? ~end : end)
      if (!this.#isBlankCell(begin, end < 0 ? ~past : past)) return false
      begin = past + this.#delimiter.length
    }
    return true
  }

  #isBlankCell(begin: number, end: number): boolean {
    const last = contentEnd(this.#bytes, begin, end)
    return last >= 0 && isBlankAt(this.#bytes, contentStart(this.#bytes, begin, end), last)
  }

  #takeSurplus(begin: number, end: number): void {
    const start = contentStart(this.#bytes, begin, end)
    const past = contentEnd(this.#bytes, begin, end)
    const last = past < 0 ? ~past : past
    if (this.#surplus.length < SHOWN) this.#surplus.push(this.#shown(start, last))
    this.#surplusIsBlank &&= this.#isBlankCell(begin, end)
  }

  #addUnclosed(line: number, lineStart: number, opening: number): void {
    const place = { line, column: this.#columnOf(lineStart, opening) }
    this.#issues.add('UNCLOSED_QUOTE', {
      place,
      message: `The quote that opens at line ${String(line)}, column ${String(place.column)} is never closed: the rest of the file would be one cell`,
      suggestion: 'Close the quote; a quote inside a quoted cell is written twice ("").',
    })
  }

  #addStray(line: number, lineStart: number, from: number, to: number): void {
    this.#issues.addLate('STRAY_TEXT', 'error', () => {
      const place = { line, column: this.#columnOf(lineStart, from) }
      return {
        place,
        witness: [this.#shown(from, to)],
        message: `${placeWords(place)} has text after a closing quote`,
        suggestion: 'Quote the whole cell, and write a quote inside it twice ("").',
      }
    })
  }

  /** The column of an offset, counted on from the last one in the same line: a line may have a million issues. */
  #columnOf(lineStart: number, offset: number): number {
    const isSameLine = this.#counted > lineStart && this.#counted <= offset
    const from = isSameLine ? this.#counted : lineStart
    this.#units = (isSameLine ? this.#units : 0) + unitsIn(this.#bytes, from, offset)
    this.#counted = offset
    return this.#units + 1
  }

  /** The beginning of a text, for an issue. */
  #shown(begin: number, end: number): string {
    return textAt(this.#bytes, begin, Math.min(end, begin + 4 * LONGEST)).slice(0, LONGEST)
  }
}

function mostIn(ends: Int16Array | Int32Array): number {
  return ends instanceof Int16Array ? MOST_16 : Infinity
}

const SHOWN = 8
const LONGEST = 60
