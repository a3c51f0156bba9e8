import { type ByteColumn, type EdgeCells, textAt, UNKNOWN_ROLE } from '../../internal.js'
import type { CsvMatch } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'

/** A column of dotted managers. */
export interface DottedColumn {
  readonly column: number
  readonly match: CsvMatch
  /** The name of the lines. */
  readonly as: string | undefined
  readonly cells: ByteColumn
  /** The bytes that separate several managers in a cell. */
  readonly separators: Uint8Array
}

/** Dotted lines from rows to roles, or to ranges of bytes that are not the id of one. */
export class DottedEdges {
  readonly #from: number[] = []
  readonly #handles: number[] = []
  readonly #columns: number[] = []
  readonly #rows: CsvRows
  /** The texts of cells that are not the id of a role, by edge. */
  readonly #texts = new Map<number, () => string>()
  /** The names of lines, by edge; absent if no column has one. */
  readonly #names: (string | undefined)[] | undefined

  constructor(hasNames: boolean, rows: CsvRows) {
    this.#rows = rows
    this.#names = hasNames ? [] : undefined
  }

  add(
    row: number,
    handle: number,
    column: number,
    as: string | undefined,
    bytes: Uint8Array,
    begin: number,
    end: number,
  ): void {
    this.#from.push(row)
    this.#handles.push(handle)
    this.#columns.push(column)
    this.#names?.push(as)
    if (handle === UNKNOWN_ROLE) this.#texts.set(this.#from.length - 1, () => textAt(bytes, begin, end))
  }

  get cells(): EdgeCells {
    const names = this.#names
    return {
      from: Int32Array.from(this.#from),
      to: {
        handles: Int32Array.from(this.#handles),
        textOf: (edge) => this.#texts.get(edge)?.() ?? '',
      },
      as: names && ((edge) => names[edge]),
      placeOf: (edge) => this.#rows.placeOf(this.#from[edge], this.#columns[edge]),
    }
  }
}

/** What separates several managers in a cell. Names contain commas. */
export function separatorsFor(known: string | undefined, match: CsvMatch): Uint8Array {
  const others = match === 'name' || match === 'nameWithId' ? ';|' : ';|,'
  return new TextEncoder().encode(`${known ?? others}\r\n`)
}

export function hasOneOf(bytes: Uint8Array, begin: number, end: number, wanted: Uint8Array): boolean {
  for (let at = begin; at < end; at++) if (bytes[at] < 0x80 && wanted.includes(bytes[at])) return true
  return false
}
