import type { Place } from '../../kernel/issue.js'
import type { RoleAttributes } from '../../model/role.js'
import type { PlaceOfRecord } from '../record-fields.js'
import type { EndReading } from '../row-ends.js'
import type { PersonPart } from '../row-people.js'
import type { ByteSet } from './byte-set.js'
import type { RowIds } from './row-ids.js'
import { type ByteCells, ByteTexts } from './byte-texts.js'

/** In a column of handles: the role names a manager that is not the id of any row. The org has an issue for it. */
export const UNKNOWN_ROLE = -2
/** In a column of handles: the role names a manager that is not known, and the importer reports it. */
export const REPORTED_ROLE = -3

/** Managers that are looked up: the handle of a role, `NONE`, {@link UNKNOWN_ROLE} or {@link REPORTED_ROLE}. */
export interface HandleColumn {
  readonly handles: Int32Array
  /** What the input has instead of a known id, by the index in the column. */
  readonly textOf: (index: number) => string
}

/** Edges out of rows, in ascending order of the rows. */
export interface EdgeCells {
  /** The row that each edge comes from. */
  readonly from: Int32Array
  /** Where each edge leads: an id, or a handle. */
  readonly to: ByteCells | HandleColumn
  /** The name of the line of an edge, by its index; absent if no line has one. */
  readonly as?: ((edge: number) => string | undefined) | undefined
  /** Where an edge is in the input, by its index. Default: the field of its row. */
  readonly placeOf?: ((edge: number) => Place) | undefined
}

/** Who fills the role of each row, and on which terms. A row without an id says that nobody does. */
export interface PersonCells {
  readonly person: ByteCells
  readonly name?: ByteCells | undefined
  readonly email?: ByteCells | undefined
  /** `NaN` for a row without one. */
  readonly share?: Float64Array | undefined
  /** The place in {@link ASSIGNMENT_KINDS}, from 1; 0 for a row without one. */
  readonly kind?: Uint8Array | undefined
  readonly from?: ByteCells | undefined
  readonly to?: ByteCells | undefined
  /** How `to` is read. */
  readonly ends: EndReading
}

/** Lists of texts: the list of a row has the items from `first[row]` up to `first[row + 1]`. */
export interface ListCells {
  /** One number more than there are rows. */
  readonly first: Int32Array
  readonly items: ByteCells
  /** 1 for a row that has no list, not even an empty one. */
  readonly missing?: Uint8Array | undefined
}

/** The attributes that are a text. A unit is one too. */
type TextName = 'title' | 'family' | 'note'
/** The attributes that are a number. */
export type NumberName = 'grade' | 'fte' | 'cost' | 'minYears'
/** The attributes that are a list of texts. */
type ListName = 'aliases' | 'alsoIn' | 'holders' | 'certifications' | 'skills' | 'sources'
/** The parts of a role that can have other values than bytes. */
export type OddName = 'manager' | 'managerAs' | 'dotted' | 'moves' | PersonPart | keyof RoleAttributes

/**
 * The rows of an input in columns of bytes, which are valid UTF-8: one row per role; if several have the same id, the
 * first is the role. Columns of numbers and handles are not copied.
 */
export type ByteRows = {
  /** Texts in bytes of their own, one per role, are not copied. */
  readonly [Name in TextName]?: ByteCells | ByteTexts | undefined
} & {
  /** `NaN` for a row without one. */
  readonly [Name in NumberName]?: Float64Array | undefined
} & {
  /** A column of texts stands for lists of one text. */
  readonly [Name in ListName]?: ByteCells | ListCells | undefined
} & {
  readonly ids: RowIds
  readonly unit?: ByteCells | undefined
  /**
   * The rows that repeat an id and may be further holders of the role, each with the fields in which it differs from the
   * first row: a row without such fields is one. Absent if job shares are not read.
   */
  readonly jobShares?: ReadonlyMap<number, readonly string[]> | undefined
  readonly manager?: ByteCells | HandleColumn | undefined
  /** The names of the solid lines. */
  readonly managerAs?: ByteCells | undefined
  readonly dotted?: EdgeCells | undefined
  /** Moves without years, conditions or evidence, to ids; others are {@link odd} values. */
  readonly moves?: EdgeCells | undefined
  /** A prefix for the names of units, including further ones. */
  readonly unitPrefix?: string | undefined
  /** Instead of {@link holders}. */
  readonly people?: PersonCells | undefined
  /** The place in {@link ROLE_STATUSES}, from 1; 0 for a row without one. */
  readonly status?: Uint8Array | undefined
  /** 1 for a vacant role, 2 for one that is not, 0 if the input does not say. */
  readonly vacant?: Uint8Array | undefined
  /** Makes the data of a row, plain and frozen, when it is first read. */
  readonly data?: ((row: number) => unknown) | undefined
  /**
   * Values of any kind instead of the bytes of a row, by part and row: they are checked as `orgFromRecords` checks them. A
   * row with odd lines or moves has none in `dotted` or `moves`.
   */
  readonly odd?: ReadonlyMap<OddName, ReadonlyMap<number, unknown>> | undefined
  /** The place of an item of an {@link odd} list, if it is not directly below that of the field. */
  readonly placeOfItem?: ((row: number, field: string, item: number) => Place | undefined) | undefined
  /** The place of a row, or of one of its fields, in the input. */
  readonly placeOf?: PlaceOfRecord | undefined
}

/** The column with one row per role: rows that repeat an id are left out. */
export function ofRoles(column: ByteCells, { rows }: RowIds): ByteCells {
  if (rows === undefined) return column
  return {
    ...column,
    starts: rows.map((row) => column.starts[row]),
    ends: rows.map((row) => column.ends[row]),
  }
}

/** A text of a column, without its escapes. */
export function cellText({ bytes, starts, ends, unescape }: ByteCells, row: number): string {
  return (
    ByteTexts.copyOf({
      bytes,
      unescape,
      starts: starts.subarray(row, row + 1),
      ends: ends.subarray(row, row + 1),
    }).all[0] ?? ''
  )
}

/** The odd values of a part by handle, in order, without those that mean "none". */
export function* oddOf(
  { odd, ids }: ByteRows,
  name: 'manager' | 'dotted' | 'moves',
): Generator<[number, unknown]> {
  const values = odd?.get(name)
  if (values === undefined) return
  for (const row of [...values.keys()].sort((a, b) => a - b)) {
    const handle = ids.handles[row]
    const value = values.get(row)
    if (!ids.isRepeat(row) && (name === 'manager' || (value !== undefined && value !== null)))
      yield [handle, value]
  }
}

/** The column with a handle for each text. */
export function lookedUp(column: ByteCells | HandleColumn, ids: ByteSet): HandleColumn {
  if ('handles' in column) return column
  return {
    handles: ids.findAll(ByteTexts.plain(column), UNKNOWN_ROLE),
    textOf: (index) => cellText(column, index),
  }
}
