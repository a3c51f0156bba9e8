import { type ByteCells, type ByteColumn, ByteTexts } from '../../internal.js'
import { trimmedRange } from '../input/white-space.js'

/** `First Last`, or with a comma `Last, First`; a blank half is left out. */
export function firstAndLast(
  first: ByteCells | undefined,
  last: ByteCells | undefined,
  between: ' ' | ', ',
): ByteColumn | undefined {
  if (first === undefined || last === undefined) {
    const only = first ?? last
    return only && ByteTexts.plain(only)
  }
  const [one, other] = (between === ' ' ? [first, last] : [last, first]).map((cells) =>
    ByteTexts.plain(cells),
  )
  const count = one.starts.length
  let room = between.length * count
  for (const { starts, ends } of [one, other]) {
    for (let row = 0; row < count; row++) if (starts[row] >= 0) room += ends[row] - starts[row]
  }
  const bytes = new Uint8Array(room)
  const starts = new Int32Array(count).fill(-1)
  const ends = new Int32Array(count)
  let to = 0
  for (let row = 0; row < count; row++) {
    const begin = to
    to = copyTrimmed(one, row, bytes, to)
    if (to > begin && other.starts[row] >= 0)
      for (let at = 0; at < between.length; at++) bytes[to++] = between.charCodeAt(at)
    to = copyTrimmed(other, row, bytes, to)
    if (to > begin) starts[row] = begin
    ends[row] = to
  }
  return { bytes, starts, ends }
}

/** Copies a cell without the spaces around it. */
function copyTrimmed(
  { bytes, starts, ends }: ByteColumn,
  row: number,
  target: Uint8Array,
  at: number,
): number {
  let begin = starts[row]
  let end = ends[row]
  if (begin < 0) return at
  if (!isLetter(bytes[begin]) || !isLetter(bytes[end - 1])) [begin, end] = trimmedRange(bytes, begin, end)
  let to = at
  while (begin < end) target[to++] = bytes[begin++]
  return to
}

/** Whether a byte cannot be part of a space. */
function isLetter(byte: number): boolean {
  return byte > 0x20 && byte < 0x80
}
