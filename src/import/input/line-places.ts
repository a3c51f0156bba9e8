import type { Issue } from '../../internal.js'
import { GrowingInts } from './growing-ints.js'

const LF = 0x0a
const CR = 0x0d

/** A place in a text, both numbers from 1. A column counts UTF-16 units, as editors do. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** The state of reading a text up to an offset: the lines before it, and the units of its own line. */
interface Position {
  lines: number
  units: number
}

/** How far apart the kept positions are: from the one before, the text is read again for each place. */
const STEP = 1 << 10

/**
 * The lines and columns of offsets into one text, or into its bytes in UTF-8. Lines end with `\r\n`, `\n` or `\r`; they
 * are counted on first use, and little is kept, since a text may be nothing but line ends, or a single line.
 */
export class LinePlaces {
  readonly #text: string | Uint8Array
  /** The lines and the units at each multiple of {@link STEP} so far. */
  readonly #lines = new GrowingInts()
  readonly #units = new GrowingInts()
  #last: Position = { lines: 0, units: 0 }

  constructor(text: string | Uint8Array) {
    this.#text = text
  }

  at(offset: number): LinePlace {
    const step = Math.floor(offset / STEP)
    for (let known = this.#lines.length; known <= step; known++) {
      if (known > 0) this.#last = this.#advanced(this.#last, (known - 1) * STEP, known * STEP)
      this.#lines.push(this.#last.lines)
      this.#units.push(this.#last.units)
    }
    const before = { lines: this.#lines.values[step], units: this.#units.values[step] }
    const { lines, units } = this.#advanced(before, step * STEP, offset)
    return { line: lines + 1, column: units + 1 }
  }

  #advanced(position: Position, from: number, to: number): Position {
    return typeof this.#text === 'string'
      ? afterText(this.#text, position, from, to)
      : afterBytes(this.#text, position, from, to)
  }
}

function afterText(text: string, { lines, units }: Position, from: number, to: number): Position {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    units++
    if (code !== LF && (code !== CR || text.charCodeAt(at + 1) === LF)) continue
    lines++
    units = 0
  }
  return { lines, units }
}

function afterBytes(bytes: Uint8Array, { lines, units }: Position, from: number, to: number): Position {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    // A character has one byte that does not continue another; from four bytes on it has two units.
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    if (byte !== LF && (byte !== CR || bytes[at + 1] === LF)) continue
    lines++
    units = 0
  }
  return { lines, units }
}

/** The number of line ends in a text. */
export function linesBefore(text: string): number {
  return new LinePlaces(text).at(text.length).line - 1
}

/** A place in the words with which a message begins: `Line 3, column 14`. */
export function placeWords({ line, column }: LinePlace): string {
  return `Line ${String(line)}, column ${String(column)}`
}

/** The issue, or its parts, with a message that begins with the line and column of the place, if it has them. */
export function withPlaceWords<Placed extends Pick<Issue, 'place' | 'message'>>(issue: Placed): Placed {
  const { line, column } = issue.place
  if (line === undefined || column === undefined) return issue
  return { ...issue, message: `${placeWords({ line, column })}: ${issue.message}` }
}
