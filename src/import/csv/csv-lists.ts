import { type ByteCells, ByteTexts, type ListCells } from '../../internal.js'
import { GrowingInts } from '../input/growing-ints.js'
import { isBlankAt, trimmedRange } from '../input/white-space.js'

const SEPARATORS: readonly number[] = Array.from(';|\r\n', (separator) => separator.charCodeAt(0))

/** Cells with several names in each, between semicolons, bars or line ends. Names contain commas. */
export function csvLists(cells: ByteCells): ListCells {
  const { bytes, starts, ends } = ByteTexts.plain(cells)
  const first = new Int32Array(starts.length + 1)
  const from = new GrowingInts()
  const to = new GrowingInts()
  for (let row = 0; row < starts.length; row++) {
    for (let at = starts[row]; at >= 0 && at <= ends[row];) {
      let past = at
      while (past < ends[row] && !SEPARATORS.includes(bytes[past])) past++
      // A single name is as exact as that of the unit.
      const isOne = at === starts[row] && past === ends[row]
      const [begin, end] = isOne ? [at, past] : trimmedRange(bytes, at, past)
      if (!isBlankAt(bytes, begin, end)) {
        from.push(begin)
        to.push(end)
      }
      at = past + 1
    }
    first[row + 1] = from.length
  }
  const items = { bytes, starts: from.values.slice(0, from.length), ends: to.values.slice(0, to.length) }
  return { first, items, missing: Uint8Array.from(starts, (start) => (start < 0 ? 1 : 0)) }
}
