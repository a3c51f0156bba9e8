import { ByteSet } from './byte-set.js'
import { type ByteCells, ByteTexts } from './byte-texts.js'
import { finished, inSlices, type Steps } from './steps.js'

/** The ids of rows; every row has one. */
export class RowIds {
  /** The distinct ids; the number of an id is the handle of its role. */
  readonly set: ByteSet
  /** The handle of each row. A row that repeats an id has that of the first one. */
  readonly handles: Int32Array
  /** The row of each role; absent if no id is repeated, since the row is then the handle. */
  readonly rows: Int32Array | undefined

  constructor(set: ByteSet, handles: Int32Array) {
    this.set = set
    this.handles = handles
    if (set.count === handles.length) return
    this.rows = new Int32Array(set.count)
    for (let row = handles.length - 1; row >= 0; row--) this.rows[handles[row]] = row
  }

  static of(column: ByteCells): RowIds {
    return finished(rowIdSteps(column))
  }

  rowOf(handle: number): number {
    return this.rows?.[handle] ?? handle
  }

  /** The first row with an id. */
  rowWith(id: string): number | undefined {
    const handle = this.set.get(id)
    return handle === undefined ? undefined : this.rowOf(handle)
  }

  /** Whether an earlier row has the id of a row. */
  isRepeat(row: number): boolean {
    return this.rowOf(this.handles[row]) !== row
  }

  /** The rows that repeat an id, in order. */
  *repeats(): Generator<number> {
    if (this.rows === undefined) return
    for (let row = 0; row < this.handles.length; row++) if (this.isRepeat(row)) yield row
  }
}

/** The ids of a column, in steps. */
export function* rowIdSteps(column: ByteCells): Steps<RowIds> {
  const plain = ByteTexts.plain(column)
  const { starts, ends } = plain
  let bytes = 0
  for (let row = 0; row < starts.length; row++) bytes += ends[row] - starts[row]
  const set = new ByteSet(starts.length, bytes)
  const handles = new Int32Array(starts.length)
  yield* inSlices(starts.length, (from, to) => {
    set.addSome(plain, handles, from, to)
  })
  return new RowIds(set, handles)
}
