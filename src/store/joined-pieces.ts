import { type ByteColumn, encodeUtf8 } from '../internal.js'
import { type JoinedRange, splitFields } from './joined-text.js'
import type { JoinedTable } from './sql/load-statement.js'
import { MORE_BYTES, roomFor } from './text-column.js'

/** What a row of a load says about the rows that are joined in it. */
export interface PieceHead {
  /** Their table. */
  readonly table: string
  /** Where they are in the order of the table. */
  readonly place: number
  /** How many pieces the table has, about. */
  readonly pieces: number
  /** How many rows there are, and how many of them have rarer columns. */
  readonly count: number
  readonly rare: number
}

interface Piece extends PieceHead {
  readonly body: JoinedRange
  readonly rest: JoinedRange
}

/** The joined rows of all tables, as bytes one after the other. */
export class JoinedPieces {
  readonly #pieces: Piece[] = []
  #bytes: Uint8Array = new Uint8Array(0)
  #length = 0

  add(head: PieceHead, body: string | Uint8Array | null, rest: string | Uint8Array | null): void {
    const { count, rare } = head
    const first = this.#append(body, head)
    const second = this.#append(rest, head)
    this.#pieces.push({ ...head, body: { ...first, count }, rest: { ...second, count: rare } })
  }

  /** The columns that every row of a table has, or the rarer ones; see {@link splitFields}. */
  columnsOf(joined: JoinedTable, part: 'body' | 'rest'): readonly ByteColumn[] | undefined {
    // A server may join pieces in parallel.
    const pieces = this.#pieces.filter((piece) => piece.table === joined.table.name)
    const ranges = pieces.sort((a, b) => a.place - b.place).map((piece) => piece[part])
    return splitFields(this.#bytes, ranges, joined[part].length)
  }

  #append(text: string | Uint8Array | null, { pieces }: PieceHead): Omit<JoinedRange, 'count'> {
    const bytes = typeof text === 'string' ? encodeUtf8(text) : (text ?? new Uint8Array(0))
    const begin = this.#length
    const end = begin + bytes.length
    if (end > this.#bytes.length) {
      const wider = new Uint8Array(roomFor(end, bytes.length, pieces, MORE_BYTES))
      wider.set(this.#bytes.subarray(0, begin))
      this.#bytes = wider
    }
    this.#bytes.set(bytes, begin)
    this.#length = end
    return { begin, end }
  }
}
