import type { GrowingInts } from '../input/growing-ints.js'

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** Where the reading of a table is. */
export interface RowStart {
  readonly at: number
  /** The line of the text, from 1. */
  readonly line: number
}

/**
 * Reads rows from the beginning of one on, as long as nothing is the matter with them: each has a cell a column, and
 * no quoted cell has a line end in it. Gives where it stopped: at the beginning of another row, at the end of the text,
 * or where there are as many rows as allowed, the header line not counted.
 *
 * Nearly every row of nearly every file is like this. One loop over characters with nothing but numbers in it
 * stays as fast as it is however often it runs; methods and fields here cost three times as much.
 */
export function readPlainRows(
  text: string,
  delimiter: number,
  width: number,
  mostRows: number,
  start: RowStart,
  cells: GrowingInts,
  rowLines: GrowingInts,
): RowStart {
  const { length } = text
  let { at, line } = start
  let rows = rowLines.length
  let taken = cells.length
  let places = cells.values
  let lines = rowLines.values
  while (at < length && rows <= mostRows) {
    let code = text.charCodeAt(at)
    if (code === CR || code === LF) {
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
      line++
      continue
    }
    if (taken + 2 * width > places.length) places = cells.widened(taken + 2 * width)
    if (rows === lines.length) lines = rowLines.widened(rows + 1)
    let reading = at
    let place = taken
    let count = 0
    let isPlain = true
    for (;;) {
      if (++count > width) break
      // Reading a character behind the end gives NaN, which is none of those that are looked for.
      code = text.charCodeAt(reading)
      if (code === QUOTE) {
        const begin = ++reading
        let doubled = false
        for (code = text.charCodeAt(reading); ; code = text.charCodeAt(++reading)) {
          if (code === QUOTE) {
            if (text.charCodeAt(reading + 1) !== QUOTE) break
            doubled = true
            reading++
          } else if (code === CR || code === LF || reading >= length) {
            isPlain = false
            break
          }
        }
        places[place++] = doubled ? ~begin : begin
        places[place++] = reading
        code = text.charCodeAt(++reading)
        if (code !== delimiter && code !== CR && code !== LF && reading < length) isPlain = false
        if (!isPlain) break
      } else {
        places[place++] = reading
        while (code !== delimiter && code !== LF && code !== CR && reading < length) {
          code = text.charCodeAt(++reading)
        }
        places[place++] = reading
      }
      if (reading >= length || code !== delimiter) break
      reading++
    }
    if (!isPlain || count !== width) break
    lines[rows++] = line
    taken = place
    at = reading
    if (at < length) {
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
      line++
    }
  }
  cells.length = taken
  rowLines.length = rows
  return { at, line }
}
