import { Late } from '../kernel/late.js'
import type { Evidence } from '../model/evidence.js'
import type { LineFacts } from '../model/line.js'
import type { Move } from '../model/move.js'
import type { HolderSpec } from '../model/person.js'
import type { RoleAttributes } from '../model/role.js'
import { type EvidencedEdges, NO_EDGES } from './edges.js'

/** The value for "no role" in a column of handles. */
export const NONE = -1

/** One sparse column per attribute; a column is absent if no role has the attribute. */
export type AttributeColumns<UnitId extends string = string, Data = unknown> = {
  readonly [Name in keyof RoleAttributes<UnitId, Data>]?: Name extends 'alsoIn'
    ? // One further unit is a list of one here, and so is one holder.
      readonly (readonly UnitId[] | undefined)[]
    : Name extends 'holders'
      ? readonly (readonly HolderSpec[] | undefined)[]
      : readonly RoleAttributes<UnitId, Data>[Name][] | (Name extends NumberAttribute ? NumberColumn : never)
}

type NumberAttribute = 'grade' | 'fte' | 'cost' | 'minYears'
/** A number for every role, in a typed array. */
type NumberColumn = Int32Array | Float64Array

/** Career moves as compressed rows; the other fields of a move are at the position of its edge. */
export interface MoveColumns extends EvidencedEdges {
  readonly kind: readonly Move['kind'][]
  readonly years: readonly Move['years'][]
  readonly conditions: readonly (readonly string[])[]
}

export const NO_MOVES: MoveColumns = Object.freeze({ ...NO_EDGES, kind: [], years: [], conditions: [] })

/** Finds the handle of an id. */
interface HandleLookup {
  get(id: string): number | undefined
  has(id: string): boolean
}

/** The other end of a dotted line, and what the line says. */
export interface LineEnd {
  readonly to: number
  readonly facts: LineFacts | undefined
}

/** The other end of a career move, and what the move says. */
export interface MoveEnd extends Pick<Move, 'kind' | 'conditions'> {
  readonly to: number
  readonly years: Move['years']
  readonly facts: Evidence | undefined
}

/** Where the attributes of one role are: at one index in each column, which need not be its handle. */
export interface AttributeRow<UnitId extends string = string, Data = unknown> {
  readonly attributes: AttributeColumns<UnitId, Data>
  readonly at: number
}

/**
 * Reads single roles of an org whose columns are made when they are first read. A query about a few roles uses it, so
 * that it makes no column.
 */
export interface RoleReader {
  idAt(handle: number): string
  /** The solid manager of a role, or {@link NONE}. */
  managerAt(handle: number): number
  managerFactsAt(handle: number): LineFacts | undefined
  dottedAt(handle: number): readonly LineEnd[]
  movesAt(handle: number): readonly MoveEnd[]
  attributesAt(handle: number): AttributeRow
}

/**
 * The record of an org: its roles in columns, in input order. The handle of a role is its row number.
 * Nothing here changes after it is built, and no query returns any of it.
 */
export interface RoleColumns<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly count: number
  /** May be decoded from bytes when it is first read: read it only where ids are returned. */
  readonly ids: readonly Id[]
  readonly handles: HandleLookup
  /** The solid manager of each role, or {@link NONE}. */
  readonly manager: Int32Array
  /** The name of a solid line and what it is based on, by the handle of the report. */
  readonly managerEvidence: ReadonlyMap<number, LineFacts>
  /** Dotted lines, from report to manager. */
  readonly dotted: EvidencedEdges
  readonly moves: MoveColumns
  readonly attributes: AttributeColumns<UnitId, Data>
  /** Reads single roles; present if reading a column may have to make it. */
  readonly reader?: RoleReader
}

/**
 * The prototype of columns, which inherits nothing that other code can write to: an attribute that no role has must not
 * be found elsewhere. It is not null, since V8 keeps the properties of an object without a prototype in a slow table.
 */
const NOWHERE: object = Object.freeze(/* @__PURE__ */ Object.create(null) as object)

/** Shorter columns stay as they are: there is little to gain. */
const NARROWED = 10_000

/** A long column of whole numbers in half the bytes; any other column as it is. */
export function narrowed<Column extends ArrayLike<unknown>>(column: Column): Column | Int32Array {
  if (column.length < NARROWED || typeof column[0] !== 'number') return column
  const numbers = new Int32Array(column.length)
  for (let handle = 0; handle < numbers.length; handle++) {
    const value = column[handle]
    if (typeof value !== 'number') return column
    numbers[handle] = value
    // Fractions, large numbers and -0 change in 32 bits.
    if (!Object.is(numbers[handle], value)) return column
  }
  return numbers
}

/** The columns of the attributes that some role has. */
export function attributeColumns(
  columns: Iterable<readonly [name: keyof RoleAttributes, column: readonly unknown[]]>,
): AttributeColumns {
  const made = Object.create(NOWHERE) as Partial<Record<keyof RoleAttributes, ArrayLike<unknown>>>
  for (const [name, column] of columns) made[name] = narrowed(column)
  // Each column is under the name of its attribute.
  return made as AttributeColumns
}

/** The same, with late columns: every read of a column reads its `list`. */
export function lateAttributeColumns(
  columns: Iterable<readonly [name: keyof RoleAttributes, column: { readonly list: ArrayLike<unknown> }]>,
): AttributeColumns {
  const late = Object.create(NOWHERE) as object
  for (const [name, column] of columns) {
    Object.defineProperty(late, name, { enumerable: true, get: () => column.list })
  }
  return late
}

type AttributeName = keyof RoleAttributes

/** The columns with some replaced; `undefined` removes one. Late columns stay late. */
export function withAttributeColumns(
  base: AttributeColumns,
  changed: ReadonlyMap<AttributeName, readonly unknown[] | undefined>,
): AttributeColumns {
  return withColumns(base, changed.keys(), (name) => {
    const column = changed.get(name)
    return column && { enumerable: true, value: narrowed(column) }
  })
}

/** The columns with some replaced by late ones, which are made when they are first read. */
export function withLateColumns(
  base: AttributeColumns,
  names: ReadonlySet<AttributeName>,
  make: (name: AttributeName) => ArrayLike<unknown>,
): AttributeColumns {
  return withColumns(base, names, (name) => {
    const column = new Late(() => make(name))
    return { enumerable: true, get: () => column.value }
  })
}

function withColumns(
  base: AttributeColumns,
  changed: Iterable<AttributeName>,
  columnOf: (name: AttributeName) => PropertyDescriptor | undefined,
): AttributeColumns {
  const columns = new Map<AttributeName, PropertyDescriptor | undefined>()
  for (const name of Object.keys(base) as AttributeName[])
    columns.set(name, Object.getOwnPropertyDescriptor(base, name))
  let isChanged = false
  for (const name of changed) {
    columns.set(name, columnOf(name))
    isChanged = true
  }
  if (!isChanged) return base
  const made = Object.create(NOWHERE) as object
  for (const [name, column] of columns) if (column !== undefined) Object.defineProperty(made, name, column)
  return made
}
