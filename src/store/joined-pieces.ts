import { type ByteColumn, longer } from '../internal.js'
import { type JoinedRange, splitFields } from './joined-text.js'
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

interface Piece extends JoinedRange {
  readonly place: number
}

/** The joined rows with rarer columns of a table, as bytes one after the other. */
export class JoinedPieces {
  readonly #pieces: Piece[] = []
  #bytes: Uint8Array = new Uint8Array(0)
  #length = 0

  add({ place, pieces, rare }: PieceHead, bytes: Uint8Array): void {
    const begin = this.#length
    const end = begin + bytes.length
    if (end > this.#bytes.length) {
      this.#bytes = longer(this.#bytes, roomFor(end, bytes.length, pieces, MORE_BYTES))
    }
    this.#bytes.set(bytes, begin)
    this.#length = end
    this.#pieces.push({ place, begin, end, count: rare })
  }

  /** The columns, as many as `width`; see {@link splitFields}. */
  columns(width: number): readonly ByteColumn[] | undefined {
    // A server may join pieces in parallel.
    return splitFields(
      this.#bytes,
      this.#pieces.sort((a, b) => a.place - b.place),
      width,
    )
  }
}
