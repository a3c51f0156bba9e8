import type { GrowingInts } from '../input/growing-ints.js'

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** A position between two rows of a table. */
export interface RowStart {
  readonly at: number
  /** The line of the text, from 1. */
  readonly line: number
}

/**
 * Reads rows as long as they are plain: one cell per column, and no line end in a quoted cell. Returns where it stopped:
 * at the beginning of another row, at the end of the text, or after `mostRows` rows without the header line.
 *
 * Nearly every row of nearly every file is plain. One loop over characters with only numbers in it stays fast however
 * often it runs; with methods and fields it takes three times as long.
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
      // Beyond the end the code is NaN, which equals none of those that are compared.
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
