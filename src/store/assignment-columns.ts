import type { ByteColumn } from '../internal.js'
import type { PieceHead } from './joined-pieces.js'
import { JOINED_ASSIGNMENTS } from './sql/load-statement.js'
import { TextColumn } from './text-column.js'

/** The columns that every assignment has. */
export class AssignmentColumns {
  readonly #columns = JOINED_ASSIGNMENTS.body.map(() => new TextColumn())
  #isSound = true

  /** Adds rows: the joined values of each column. */
  add({ count, pieces }: PieceHead, columns: readonly Uint8Array[]): void {
    if (count === 0 || !this.#isSound) return
    this.#isSound = this.#columns.every((column, index) => column.addJoined(columns[index], count, pieces))
  }

  /** Columns without a row where there is no assignment; `undefined` where a text has escapes. */
  get body(): readonly ByteColumn[] | undefined {
    // No column of them can be without values.
    return this.#isSound ? this.#columns.map((column) => column.ranges ?? NO_ROWS) : undefined
  }
}

const NO_ROWS: ByteColumn = {
  bytes: new Uint8Array(0),
  starts: new Int32Array(0),
  ends: new Int32Array(0),
}
