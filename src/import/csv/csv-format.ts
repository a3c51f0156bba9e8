import { invalidOption } from '../../internal.js'

/** How a text is read as a table. */
export interface CsvFormat {
  /** One character. */
  readonly delimiter: string
  /** Where the table begins: after a line `sep=;` at the top, which spreadsheets write, else at 0. */
  readonly begin: number
}

/** The delimiters that are looked for; of several that are equally frequent, the first. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * The delimiter that the caller names; else that of a line `sep=;` at the top; else the most frequent of comma, semicolon,
 * tab and bar in the first row, outside quotes. O(first row).
 */
export function csvFormatOf(text: string, delimiter: string | undefined): CsvFormat {
  const separator = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(text)
  const begin = separator === null ? 0 : separator[0].length
  return { delimiter: delimiterOption(delimiter) ?? separator?.[1] ?? mostFrequent(text, begin), begin }
}

function delimiterOption(received: unknown): string | undefined {
  if (received === undefined) return undefined
  if (typeof received === 'string' && /^[^"\r\n]$/.test(received)) return received
  throw invalidOption('delimiter', received, 'one character other than a quote or a line end')
}

function mostFrequent(text: string, begin: number): string {
  const counts = DELIMITERS.map(() => 0)
  let quoted = false
  let blank = true
  for (let at = begin; at < text.length; at++) {
    const character = text.charAt(at)
    const isLineEnd = character === '\n' || character === '\r'
    if (isLineEnd && !quoted) {
      if (!blank) break
      continue
    }
    blank = false
    if (character === '"') quoted = !quoted
    const index = quoted ? -1 : DELIMITERS.findIndex((delimiter) => delimiter === character)
    if (index !== -1) counts[index]++
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}

/** Lines above a header line: a title, a date, comments. */
export interface LinesAbove {
  /** Where the header line begins. */
  readonly begin: number
  readonly lines: readonly string[]
}

/** How far down a header line is looked for. */
const MOST_LINES_ABOVE = 20

/**
 * The lines above the header line; `undefined` unless a line that `isHeader` recognises follows ones that it does not, among the
 * first twenty. O(lines read).
 */
export function linesAboveHeader(
  text: string,
  begin: number,
  delimiter: string | undefined,
  isHeader: (cells: readonly string[]) => boolean,
): LinesAbove | undefined {
  const lines: string[] = []
  for (let at = begin; at < text.length && lines.length <= MOST_LINES_ABOVE;) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end)
    const separator = delimiter ?? mostFrequent(line, 0)
    const cells = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    if (isHeader(cells)) return lines.length === 0 ? undefined : { begin: at, lines }
    if (line.trim() !== '') lines.push(line)
    at = end + 1
  }
  return undefined
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || code === 0x0d) return at
  }
  return text.length
}
