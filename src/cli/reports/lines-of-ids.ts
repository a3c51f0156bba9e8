import type { ChartRead } from '../reading/read-chart.js'

/** In larger files an issue without a place is reported on the first line, so that a report stays fast. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * The lines of a file on which ids are defined, for issues that are about a role and not about a place in the file. A line is found by
 * its text: the key or the `id` of a document, the first cell of a row. An id that has none is on the first line that names it.
 */
export class LinesOfIds {
  readonly #defined = new Map<string, number>()
  readonly #named = new Map<string, number>()

  constructor({ bytes, format }: Pick<ChartRead, 'bytes' | 'format'>, ids: readonly string[]) {
    const wanted = new Set(ids)
    if (wanted.size === 0 || bytes.length > MOST_BYTES) return
    const isTable = format === 'csv' || format === 'organogram'
    let number = 0
    for (const line of new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)) {
      number++
      if (isTable) this.#readRow(line, number, wanted)
      else this.#readText(line, number, wanted)
    }
  }

  /** The line of the first of some ids that has one; else the first line of the file. */
  lineOf(ids: readonly string[]): number {
    for (const id of ids) {
      const line = this.#defined.get(id) ?? this.#named.get(id)
      if (line !== undefined) return line
    }
    return 1
  }

  #readRow(line: string, number: number, wanted: ReadonlySet<string>): void {
    const cells = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    for (const [index, cell] of cells.entries()) {
      if (wanted.has(cell)) add(index === 0 ? this.#defined : this.#named, cell, number)
    }
  }

  #readText(line: string, number: number, wanted: ReadonlySet<string>): void {
    let before = ''
    for (const match of line.matchAll(TOKEN)) {
      const token = match.at(1) ?? match.at(2) ?? match[3].trimEnd()
      const isKey = match[0].endsWith(':')
      if (wanted.has(token)) add(isKey || before === 'id' ? this.#defined : this.#named, token, number)
      before = isKey ? token : ''
    }
  }
}

/** A quoted or bare word, with the colon that makes it a key. */
const TOKEN = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'{}[\],:#-][^{}[\],:#"]*))\s*:?/g

function add(lines: Map<string, number>, id: string, line: number): void {
  if (!lines.has(id)) lines.set(id, line)
}
