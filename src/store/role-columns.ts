import {
  type ByteColumn,
  ByteSet,
  type ByteTexts,
  type HandleColumn,
  RowIds,
  sameBytes,
  UNKNOWN_ROLE,
} from '../internal.js'
import { numberAt, splitFields } from './joined-text.js'
import type { PieceHead } from './joined-pieces.js'
import { JOINED_ROLES } from './sql/load-statement.js'
import { MORE_BYTES, roomFor, TextColumn } from './text-column.js'

/** The columns that every role has. */
export interface RoleBody {
  readonly ids: RowIds
  readonly manager: HandleColumn | undefined
  readonly managerAt: (row: number) => string | undefined
  readonly title: ByteTexts | undefined
  readonly family: ByteTexts | undefined
  readonly unit: ByteColumn | undefined
  readonly grade: Float64Array | undefined
}

/**
 * The columns of roles, made piece by piece: a piece is of use while it is read, so that the memory of one serves for all. Memory that is
 * touched for the first time costs more than what is done with it.
 */
export class RoleColumns {
  #ids: ByteSet | undefined
  readonly #title = new TextColumn()
  readonly #family = new TextColumn()
  readonly #unit = new TextColumn()
  /** The managers of roles that follow each other, each once where they have the same one, as most do. */
  readonly #managers = new TextColumn()
  /** Per row, its number in the managers. */
  #runs = new Int32Array(0)
  #grade = new Float64Array(0)
  #hasGrade = false
  #count = 0
  #place = -Infinity
  #isSound = true

  /** Adds rows, which are in order. */
  add(head: PieceHead, bytes: Uint8Array): void {
    const { count, pieces, place } = head
    if (count === 0 || !this.#isSound) return
    const columns = splitFields(bytes, [{ begin: 0, end: bytes.length, count }], JOINED_ROLES.body.length)
    this.#isSound = columns !== undefined && place > this.#place
    if (columns === undefined) return
    this.#place = place
    const [id, manager, title, family, unit, grade] = columns
    this.#addIds(id, pieces)
    this.#title.add(title, pieces)
    this.#family.add(family, pieces)
    this.#unit.add(unit, pieces)
    this.#addManagers(manager, pieces)
    this.#addGrades(grade, pieces)
    this.#count += count
  }

  /** Returns `undefined` where a text has escapes, pieces are missing or not in order, or there is no role. */
  get body(): RoleBody | undefined {
    const set = this.#ids
    // Ids are the key of the table.
    if (!this.#isSound || set?.count !== this.#count) return undefined
    const handles = new Int32Array(this.#count)
    for (let row = 0; row < handles.length; row++) handles[row] = row
    const managers = this.#managers.ranges
    const runs = this.#runs.subarray(0, this.#count)
    const texts = this.#managers.texts
    const managerAt = (row: number): string | undefined => texts?.text(runs[row])
    return {
      ids: new RowIds(set, handles),
      manager: managers && {
        handles: handlesOf(runs, set.findAll(managers, UNKNOWN_ROLE)),
        textOf: (row) => managerAt(row) ?? '',
      },
      managerAt,
      title: this.#title.texts,
      family: this.#family.texts,
      unit: this.#unit.ranges,
      grade: this.#hasGrade ? this.#grade.subarray(0, this.#count) : undefined,
    }
  }

  #addIds(column: ByteColumn, pieces: number): void {
    const { starts, ends } = column
    const rows = starts.length
    let length = 0
    for (let row = 0; row < rows; row++) length += ends[row] - starts[row]
    this.#ids ??= new ByteSet(roomFor(rows, rows, pieces, 1), roomFor(length, length, pieces, MORE_BYTES))
    this.#ids.addSome(column, new Int32Array(rows), 0, rows)
  }

  #addManagers({ bytes, starts, ends }: ByteColumn, pieces: number): void {
    const rows = starts.length
    const past = this.#count + rows
    if (past > this.#runs.length) {
      const wider = new Int32Array(roomFor(past, rows, pieces, 1))
      wider.set(this.#runs)
      this.#runs = wider
    }
    const firsts = new Int32Array(rows)
    const lasts = new Int32Array(rows)
    const before = this.#managers.count
    let runs = 0
    for (let row = 0; row < rows; row++) {
      const [begin, end] = [starts[row], ends[row]]
      // A role without a manager is not one whose manager has the empty id.
      const isSame = runs > 0 && begin < 0 === firsts[runs - 1] < 0
      if (!isSame || !sameBytes(bytes, begin, end, bytes, firsts[runs - 1], lasts[runs - 1])) {
        firsts[runs] = begin
        lasts[runs++] = end
      }
      this.#runs[this.#count + row] = before + runs - 1
    }
    this.#managers.add({ bytes, starts: firsts.subarray(0, runs), ends: lasts.subarray(0, runs) }, pieces)
  }

  #addGrades(column: ByteColumn, pieces: number): void {
    const rows = column.starts.length
    const past = this.#count + rows
    if (past > this.#grade.length) {
      const wider = new Float64Array(roomFor(past, rows, pieces, 1))
      wider.set(this.#grade)
      this.#grade = wider
    }
    for (let row = 0; row < rows; row++) {
      if (column.starts[row] >= 0) this.#hasGrade = true
      this.#grade[this.#count + row] = numberAt(column, row)
    }
  }
}

function handlesOf(runs: Int32Array, found: Int32Array): Int32Array {
  const handles = new Int32Array(runs.length)
  for (let row = 0; row < runs.length; row++) handles[row] = found[runs[row]]
  return handles
}
