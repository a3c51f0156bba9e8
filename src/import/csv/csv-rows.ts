import type { ImportIssues } from '../input/import-issues.js'
import type { Limits } from '../input/limits.js'

/** A table as it stands in a file: its rows, and the line on which each begins. */
export interface CsvTable {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/**
 * Text as rows, by RFC 4180, with any mixture of `\r\n`, `\n` and `\r` between them. Blank lines are passed
 * over. A quote that is never closed and text after a closing quote are issues with their line and column, and
 * so is what exceeds the limits. O(characters).
 */
export function csvRows(text: string, delimiter: string, limits: Limits, issues: ImportIssues): CsvTable {
  return new CsvScanner(text, delimiter, limits, issues).scan()
}

class CsvScanner {
  readonly #delimiter: number
  #at = 0
  #line = 1
  #lineStart = 0

  constructor(
    readonly text: string,
    delimiter: string,
    readonly limits: Limits,
    readonly issues: ImportIssues,
  ) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  scan(): CsvTable {
    const rows: string[][] = []
    const lines: number[] = []
    while (this.#at < this.text.length) {
      const code = this.text.charCodeAt(this.#at)
      if (code === CR || code === LF) {
        this.#endLine()
        continue
      }
      if (rows.length === this.limits.rows) {
        this.issues.exceeded('rows', rows.length + 1, { line: this.#line })
        break
      }
      const line = this.#line
      const row = this.#row()
      if (row.length > this.limits.columns) {
        this.issues.exceeded('columns', row.length, { line })
        break
      }
      rows.push(row)
      lines.push(line)
    }
    return { rows, lines }
  }

  #row(): string[] {
    const row: string[] = []
    for (;;) {
      row.push(this.text.charCodeAt(this.#at) === QUOTE ? this.#quoted() : this.#bare())
      if (this.text.charCodeAt(this.#at) === this.#delimiter) {
        this.#at++
        continue
      }
      if (this.#at < this.text.length) this.#endLine()
      return row
    }
  }

  #bare(): string {
    const start = this.#at
    let at = start
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === this.#delimiter || code === LF || code === CR) break
    }
    this.#at = at
    return this.text.slice(start, at)
  }

  #quoted(): string {
    const opening = { line: this.#line, column: this.#at - this.#lineStart + 1 }
    let value = ''
    let start = ++this.#at
    for (;;) {
      const closing = this.text.indexOf('"', this.#at)
      if (closing === -1) {
        this.#addUnclosed(opening)
        value += this.text.slice(start)
        this.#at = this.text.length
        return value
      }
      this.#countLines(this.#at, closing)
      this.#at = closing + 1
      if (this.text.charCodeAt(this.#at) !== QUOTE) {
        value += this.text.slice(start, closing)
        break
      }
      value += this.text.slice(start, this.#at)
      start = ++this.#at
    }
    const rest = this.#bare()
    if (rest !== '') this.#addStray(rest)
    return value + rest
  }

  /** Moves over one line end of any kind. */
  #endLine(): void {
    const pair = this.text.charCodeAt(this.#at) === CR && this.text.charCodeAt(this.#at + 1) === LF
    this.#at += pair ? 2 : 1
    this.#line++
    this.#lineStart = this.#at
  }

  /** Counts the lines inside a quoted field. */
  #countLines(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = this.text.charCodeAt(at)
      if (code !== LF && code !== CR) continue
      if (code === CR && this.text.charCodeAt(at + 1) === LF) at++
      this.#line++
      this.#lineStart = at + 1
    }
  }

  #addUnclosed(place: { readonly line: number; readonly column: number }): void {
    this.issues.add('UNCLOSED_QUOTE', {
      place,
      message: `The quote that opens at line ${String(place.line)}, column ${String(place.column)} is never closed: all that follows would be one field`,
      suggestion: 'Close the quote; a quote inside a quoted field is written twice ("").',
    })
  }

  #addStray(rest: string): void {
    const place = { line: this.#line, column: this.#at - rest.length - this.#lineStart + 1 }
    this.issues.add('STRAY_TEXT', {
      place,
      witness: [rest.slice(0, 60)],
      message: `Line ${String(place.line)}, column ${String(place.column)} has text after a closing quote`,
      suggestion: 'Quote the whole field, and write a quote inside it twice ("").',
    })
  }
}
