import type { ByteColumn } from 'rolegraph'

/** Texts as bytes among other bytes, some shared, in another order than the rows. */
export function byteColumn(texts: readonly (string | undefined)[]): ByteColumn {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let length = 0
  const append = (bytes: Uint8Array): number => {
    pieces.push(bytes)
    length += bytes.length
    return length - bytes.length
  }
  const starts = new Int32Array(texts.length).fill(-1)
  const ends = new Int32Array(texts.length).fill(-1)
  append(encoder.encode('not a cell €'))
  for (let row = texts.length - 1; row >= 0; row--) {
    const text = texts[row]
    if (text === undefined) continue
    const bytes = encoder.encode(text)
    starts[row] = append(bytes)
    ends[row] = starts[row] + bytes.length
    append(Uint8Array.of(0xe2))
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { bytes, starts, ends }
}
