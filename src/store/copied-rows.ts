import { joinBytes } from '../internal.js'
import { storeFailure } from './store-failure.js'

/** What `COPY … (FORMAT binary)` begins with: a signature of eleven bytes, flags, and the length of an extension. */
const HEADER = 19
const SIGNATURE = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00]

/** The values of a row, as bytes that are valid during the call only; `undefined` for NULL. */
export type TakeRow = (values: readonly (Uint8Array | undefined)[]) => void

/** Finds the rows in the bytes of a `COPY … (FORMAT binary)`, which come in pieces of any size. */
export class CopiedRows {
  readonly #take: TakeRow
  /** What has come of a row that is not whole yet. */
  #rest: Uint8Array = new Uint8Array(0)
  #isBegun = false
  #isEnded = false

  constructor(take: TakeRow) {
    this.#take = take
  }

  add(piece: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? piece : joinBytes([this.#rest, piece])
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let at = 0
    if (!this.#isBegun && bytes.length >= HEADER) {
      if (SIGNATURE.some((byte, index) => bytes[index] !== byte))
        throw storeFailure('other', 'it sent other bytes than those of COPY in binary format')
      at = HEADER + view.getInt32(HEADER - 4)
      this.#isBegun = true
    }
    while (this.#isBegun && !this.#isEnded) {
      const end = this.#row(bytes, view, at)
      if (end === undefined) break
      at = end
    }
    // The piece is not ours: what is left of it is copied, which the slice of a Buffer does not do.
    this.#rest = Uint8Array.from(bytes.subarray(at))
  }

  /** Throws where the last row has not come. */
  end(): void {
    if (!this.#isEnded) throw storeFailure('connection', 'a COPY ended before its last row')
  }

  /** Takes the row at a place, and returns where it ends; `undefined` where it is not whole. */
  #row(bytes: Uint8Array, view: DataView, begin: number): number | undefined {
    let at = begin + 2
    if (at > bytes.length) return undefined
    const count = view.getInt16(begin)
    if (count < 0) {
      this.#isEnded = true
      return bytes.length
    }
    const values: (Uint8Array | undefined)[] = []
    for (let index = 0; index < count; index++) {
      if (at + 4 > bytes.length) return undefined
      const length = view.getInt32(at)
      at += 4
      if (length < 0) values.push(undefined)
      else if (at + length > bytes.length) return undefined
      else values.push(bytes.subarray(at, (at += length)))
    }
    this.#take(values)
    return at
  }
}
