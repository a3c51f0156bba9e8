import { ByteTexts, type OddName, textAt } from '../../internal.js'
import { folded } from '../input/word-set.js'
import type { CsvRows } from './csv-rows.js'

/** Cells that a part cannot have, by row; they are reported when the org is made. */
export type OddCells = Map<OddName, Map<number, unknown>>

/** A column of words as their places in `words`, from 1; 0 for a blank cell. Case is ignored. */
export function csvCodes(
  rows: CsvRows,
  part: 'kind' | 'status',
  words: readonly string[],
  odd: OddCells,
): Uint8Array | undefined {
  const cells = rows.cells(part)
  if (cells === undefined) return undefined
  const { bytes, starts, ends } = ByteTexts.plain(cells)
  const codes = new Uint8Array(starts.length)
  const known = words.map(folded)
  const other = new Map<number, unknown>()
  for (let row = 0; row < starts.length; row++) {
    if (starts[row] < 0) continue
    const cell = textAt(bytes, starts[row], ends[row])
    codes[row] = known.indexOf(folded(cell)) + 1
    if (codes[row] === 0) other.set(row, cell)
  }
  if (other.size > 0) odd.set(part, other)
  return codes
}
