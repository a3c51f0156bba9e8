import type { Issue } from '../../internal.js'

const LF = 0x0a
const CR = 0x0d

/** A place in a text, both numbers from 1. A column counts UTF-16 units, as editors do. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** The lines and columns of offsets into one text. Lines end with `\r\n`, `\n` or `\r`; they are counted on first use. */
export class LinePlaces {
  readonly #text: string
  #starts: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  at(offset: number): LinePlace {
    const starts = (this.#starts ??= lineStarts(this.#text))
    let line = 0
    let past = starts.length
    while (line + 1 < past) {
      const middle = (line + past) >>> 1
      if (starts[middle] <= offset) line = middle
      else past = middle
    }
    return { line: line + 1, column: offset - starts[line] + 1 }
  }
}

/** How many lines end in a text. */
export function linesBefore(text: string): number {
  return lineStarts(text).length - 1
}

/** A place as a message begins: `Line 3, column 14`. */
export function placeWords({ line, column }: LinePlace): string {
  return `Line ${String(line)}, column ${String(column)}`
}

/** The issue with the line and column of its place at the beginning of its message. */
export function withPlaceWords(issue: Issue): Issue {
  const { line, column } = issue.place
  if (line === undefined || column === undefined) return issue
  return { ...issue, message: `${placeWords({ line, column })}: ${issue.message}` }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1)
  }
  return starts
}
