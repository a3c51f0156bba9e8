import {
  type ByteColumn,
  type ColumnData,
  type Org,
  type OrgColumns,
  orgFromColumns,
} from '../../internal.js'
import { decimalColumn } from './decimal-column.js'

const QUICK_NUMBERS = ['grade', 'fte', 'cost', 'minYears'] as const
/** The parts of a role that can be read by their bytes. */
export const QUICK_PARTS = ['id', 'manager', 'title', 'family', 'unit', ...QUICK_NUMBERS] as const

export type QuickPart = (typeof QUICK_PARTS)[number]

/** Whether the bytes of a part are those of a number. */
export function isQuickNumber(part: QuickPart): boolean {
  return QUICK_NUMBERS.some((number) => number === part)
}

/** Gives the column of a part; `'none'` where the input has no such column, `'unusual'` where bytes do not tell all. */
export type QuickReader = (part: QuickPart) => ByteColumn | 'none' | 'unusual'

/**
 * The org of columns of bytes, in a third of the time that strings take. `undefined` where anything is the matter
 * or out of the ordinary: the input is then to be read in the general way, which says what it is.
 */
export function quickOrg<Value = never>(
  read: QuickReader,
  idLength: number,
  others: Pick<OrgColumns<Value>, 'holder' | 'vacant' | 'data'>,
): Org<string, string, ColumnData<Value>> | undefined {
  const cells = new QuickCells(read)
  const id = cells.texts('id')
  if (id?.starts.every((start, row) => start >= 0 && id.ends[row] - start <= idLength) !== true) {
    return undefined
  }
  const columns = {
    ...others,
    id,
    manager: cells.texts('manager'),
    title: cells.texts('title'),
    family: cells.texts('family'),
    unit: cells.texts('unit'),
    grade: cells.numbers('grade'),
    fte: cells.numbers('fte'),
    cost: cells.numbers('cost'),
    minYears: cells.numbers('minYears'),
  }
  return cells.isUnusual ? undefined : orgFromColumns(columns)
}

class QuickCells {
  isUnusual = false
  readonly #read: QuickReader

  constructor(read: QuickReader) {
    this.#read = read
  }

  texts(part: QuickPart): ByteColumn | undefined {
    const column = this.isUnusual ? 'none' : this.#read(part)
    if (column === 'unusual') this.isUnusual = true
    return typeof column === 'string' ? undefined : column
  }

  numbers(part: QuickPart): Float64Array | undefined {
    const texts = this.texts(part)
    const numbers = texts && decimalColumn(texts)
    if (numbers === undefined && texts !== undefined) this.isUnusual = true
    return numbers
  }
}
