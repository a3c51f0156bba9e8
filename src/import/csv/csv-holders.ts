import {
  ASSIGNMENT_KINDS,
  type ByteCells,
  type ByteColumn,
  type ByteRows,
  ByteTexts,
  type EndReading,
  type Steps,
} from '../../internal.js'
import { WordSet } from '../input/word-set.js'
import type { CsvPart } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { csvCodes, type OddCells } from './csv-codes.js'

/** Who holds the roles of a table: names, or people with an id. */
export function* csvHolders(
  rows: CsvRows,
  vacantWords: readonly string[] | undefined,
  shareIn: (cells: ByteCells) => Steps<Float64Array>,
  ends: EndReading,
  odd: OddCells,
): Steps<Pick<ByteRows, 'holders' | 'vacant' | 'people'>> {
  const person = rows.cells('person')
  const name = rows.cells('holder') ?? rows.cells('name') ?? rows.firstAndLast
  if (person === undefined) return namedHolders(name, rows.cells('holder') !== undefined, vacantWords)
  const share = rows.cells('share')
  const [ids, names] = withoutVacant([person, name], vacantWords)
  return {
    people: {
      person: ids ?? person,
      name: names,
      email: rows.cells('email'),
      share: share && (yield* shareIn(share)),
      kind: csvCodes(rows, 'kind', ASSIGNMENT_KINDS, odd),
      from: rows.cells('from'),
      to: rows.cells('to'),
      ends,
    },
  }
}

/** The names of holders, and which roles are vacant. */
function namedHolders(
  named: ByteCells | undefined,
  blankIsVacant: boolean,
  vacantWords: readonly string[] | undefined,
): Pick<ByteRows, 'holders' | 'vacant'> {
  if (named === undefined) return {}
  const names = ByteTexts.plain(named)
  if (!blankIsVacant && vacantWords === undefined) return { holders: names }
  const words = new WordSet(vacantWords ?? [])
  const { bytes, ends } = names
  const starts = names.starts.slice()
  const vacant = new Uint8Array(starts.length)
  for (let row = 0; row < starts.length; row++) {
    if (starts[row] < 0) vacant[row] = blankIsVacant ? 1 : 0
    else if (words.hasAt(bytes, starts[row], ends[row])) {
      vacant[row] = 1
      starts[row] = -1
    }
  }
  return { holders: { bytes, starts, ends }, vacant }
}

/** The columns without the cells of rows in which any of them has a word for a vacancy. */
function withoutVacant(
  columns: readonly (ByteCells | undefined)[],
  vacantWords: readonly string[] | undefined,
): readonly (ByteColumn | undefined)[] {
  const plain = columns.map((column) => column && ByteTexts.plain(column))
  if (vacantWords === undefined) return plain
  const words = new WordSet(vacantWords)
  const isVacant = (row: number): boolean =>
    plain.some(
      (column) =>
        column !== undefined &&
        column.starts[row] >= 0 &&
        words.hasAt(column.bytes, column.starts[row], column.ends[row]),
    )
  return plain.map(
    (column) =>
      column && { ...column, starts: column.starts.map((start, row) => (isVacant(row) ? -1 : start)) },
  )
}

/** The parts about the holder of a role, in which the rows of a job share may differ. */
export const OF_HOLDER: ReadonlySet<CsvPart> = new Set<CsvPart>([
  ...(['holder', 'person', 'share', 'kind', 'from', 'to'] as const),
  ...(['name', 'firstName', 'lastName', 'email'] as const),
])
