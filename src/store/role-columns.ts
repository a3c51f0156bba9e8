import {
  type ByteColumn,
  ByteSet,
  type ByteTexts,
  type HandleColumn,
  longer,
  RowIds,
  sameBytes,
  UNKNOWN_ROLE,
} from '../internal.js'
import { isBlank, numberAt, splitValues } from './joined-text.js'
import type { PieceHead } from './joined-pieces.js'
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
  readonly #scratch = [new Int32Array(0), new Int32Array(0), new Int32Array(0)]

  /** Adds rows, which are in order: the joined values of each column. */
  add({ count, pieces, place }: PieceHead, columns: readonly Uint8Array[]): void {
    if (count === 0 || !this.#isSound) return
    const [id, manager, title, family, unit, grade] = columns
    this.#isSound =
      place > this.#place &&
      this.#addIds(id, count, pieces) &&
      this.#addManagers(manager, count, pieces) &&
      this.#title.addJoined(title, count, pieces) &&
      this.#family.addJoined(family, count, pieces) &&
      this.#unit.addJoined(unit, count, pieces) &&
      this.#addGrades(grade, count, pieces)
    this.#place = place
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

  #addIds(bytes: Uint8Array, rows: number, pieces: number): boolean {
    const column = this.#rangesFor(bytes, rows)
    if (!splitValues(bytes, column)) return false
    const length = bytes.length - rows + 1
    this.#ids ??= new ByteSet(roomFor(rows, rows, pieces, 1), roomFor(length, length, pieces, MORE_BYTES))
    this.#ids.addSome(column, this.#scratchOf(2, rows), 0, rows)
    return true
  }

  #addManagers(bytes: Uint8Array, rows: number, pieces: number): boolean {
    const past = this.#count + rows
    if (past > this.#runs.length) this.#runs = longer(this.#runs, roomFor(past, rows, pieces, 1))
    const { starts, ends } = this.#rangesFor(bytes, rows)
    if (!splitValues(bytes, { starts, ends })) return false
    const before = this.#managers.count
    let runs = 0
    for (let row = 0; row < rows; row++) {
      if (runs === 0 || !isSameText(bytes, starts[row], ends[row], starts[runs - 1], ends[runs - 1])) {
        // The runs take the place of the rows, of which there are no fewer.
        starts[runs] = starts[row]
        ends[runs++] = ends[row]
      }
      this.#runs[this.#count + row] = before + runs - 1
    }
    this.#managers.addRanges(
      { bytes, starts: starts.subarray(0, runs), ends: ends.subarray(0, runs) },
      pieces,
    )
    return true
  }

  #addGrades(bytes: Uint8Array, rows: number, pieces: number): boolean {
    const past = this.#count + rows
    if (past > this.#grade.length) this.#grade = longer(this.#grade, roomFor(past, rows, pieces, 1))
    if (isBlank(bytes, rows)) {
      this.#grade.fill(NaN, this.#count, past)
      return true
    }
    this.#hasGrade = true
    const column = this.#rangesFor(bytes, rows)
    if (!splitValues(bytes, column)) return false
    for (let row = 0; row < rows; row++) this.#grade[this.#count + row] = numberAt(column, row)
    return true
  }

  #rangesFor(bytes: Uint8Array, rows: number): ByteColumn {
    return { bytes, starts: this.#scratchOf(0, rows), ends: this.#scratchOf(1, rows) }
  }

  #scratchOf(number: 0 | 1 | 2, rows: number): Int32Array {
    if (this.#scratch[number].length < rows) this.#scratch[number] = new Int32Array(rows)
    return this.#scratch[number].subarray(0, rows)
  }
}

function handlesOf(runs: Int32Array, found: Int32Array): Int32Array {
  const handles = new Int32Array(runs.length)
  for (let row = 0; row < runs.length; row++) handles[row] = found[runs[row]]
  return handles
}

/** A role without a manager is not one whose manager has the empty id. */
function isSameText(
  bytes: Uint8Array,
  begin: number,
  end: number,
  otherBegin: number,
  otherEnd: number,
): boolean {
  return begin < 0 === otherBegin < 0 && sameBytes(bytes, begin, end, bytes, otherBegin, otherEnd)
}
