/** A place in a text, both from 1; a column counts UTF-16 units, as editors do. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** Where the offsets of a text stand: lines end with `\r\n`, `\n` or `\r`. The lines are counted when first asked for. */
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

/** A place as a message begins: `Line 3, column 14`. */
export function placeWords({ line, column }: LinePlace): string {
  return `Line ${String(line)}, column ${String(column)}`
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1)
  }
  return starts
}
