import { invalidOption, textAt } from '../../internal.js'

/** How bytes are read as a table. */
export interface CsvFormat {
  /** One character. */
  readonly delimiter: string
  /** Where the table begins: after a line `sep=;` at the top, which spreadsheets write, otherwise at 0. */
  readonly begin: number
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** The delimiters that are looked for; if several are equally frequent, the first is taken. */
const DELIMITERS = [',', ';', '\t', '|'] as const
/** More bytes than a line `sep=;` has with its line end. */
const SEPARATOR_LINE = 12

/**
 * The delimiter that the caller names, otherwise that of a line `sep=;` at the top, otherwise the most frequent of comma,
 * semicolon, tab and bar in the first row, outside quotes. O(length of the first row).
 */
export function csvFormatOf(bytes: Uint8Array, delimiter: string | undefined): CsvFormat {
  const top = textAt(bytes, 0, Math.min(SEPARATOR_LINE, bytes.length))
  const separator = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(top)
  const begin = separator === null ? 0 : new TextEncoder().encode(separator[0]).length
  return {
    delimiter: delimiterOption(delimiter) ?? separator?.[1] ?? mostFrequent(bytes, begin, bytes.length),
    begin,
  }
}

function delimiterOption(received: unknown): string | undefined {
  if (received === undefined) return undefined
  if (typeof received === 'string' && /^[^"\r\n\p{Surrogate}]$/u.test(received) && received.length === 1)
    return received
  throw invalidOption('delimiter', received, 'one character other than a quote or a line end')
}

function mostFrequent(bytes: Uint8Array, begin: number, end: number): string {
  const codes = DELIMITERS.map((delimiter) => delimiter.charCodeAt(0))
  const counts = codes.map(() => 0)
  let quoted = false
  let blank = true
  for (let at = begin; at < end; at++) {
    const byte = bytes[at]
    if ((byte === LF || byte === CR) && !quoted) {
      if (!blank) break
      continue
    }
    blank = false
    if (byte === QUOTE) quoted = !quoted
    const index = quoted ? -1 : codes.indexOf(byte)
    if (index !== -1) counts[index]++
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}

/** Lines above a header line: a title, a date, comments. */
export interface LinesAbove {
  /** The table from the header line on. */
  readonly format: CsvFormat
  readonly lines: readonly string[]
}

/** How far down a header line is looked for. */
const MOST_LINES_ABOVE = 20

/**
 * The lines above the header line, of which there may be up to twenty. `undefined` if there are none, or if `isHeader`
 * recognises no line. O(length of the lines read).
 */
export function linesAboveHeader(
  bytes: Uint8Array,
  begin: number,
  delimiter: string | undefined,
  isHeader: (cells: readonly string[]) => boolean,
): LinesAbove | undefined {
  const lines: string[] = []
  for (let at = begin; at < bytes.length && lines.length <= MOST_LINES_ABOVE;) {
    const end = lineEnd(bytes, at)
    const line = textAt(bytes, at, end)
    const separator = delimiter ?? mostFrequent(bytes, at, end)
    const cells = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    if (isHeader(cells)) {
      const format = { delimiter: delimiter ?? mostFrequent(bytes, at, bytes.length), begin: at }
      return lines.length === 0 ? undefined : { format, lines }
    }
    if (line.trim() !== '') lines.push(line)
    at = end + 1
  }
  return undefined
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++
  return at
}
