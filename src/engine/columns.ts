import type { LineFacts } from '../model/line.js'
import type { Move } from '../model/move.js'
import type { RoleAttributes } from '../model/role.js'
import { type EvidencedEdges, NO_EDGES } from './edges.js'

/** The value in a column of handles where there is no role. */
export const NONE = -1

/** One sparse column per attribute; a column is absent where no role has the attribute. */
export type AttributeColumns<UnitId extends string = string, Data = unknown> = {
  readonly [Name in keyof RoleAttributes<UnitId, Data>]?: Name extends 'alsoIn'
    ? // One further unit is a list of one here.
      readonly (readonly UnitId[] | undefined)[]
    : readonly RoleAttributes<UnitId, Data>[Name][] | (Name extends NumberAttribute ? NumberColumn : never)
}

type NumberAttribute = 'grade' | 'fte' | 'cost' | 'minYears'
/** Numbers that are all given, each in its own bytes. */
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

/**
 * The record of an org: its roles in columns, in input order. The handle of a role is its row number.
 * Nothing here changes after it is built, and no query returns any of it.
 */
export interface RoleColumns<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly count: number
  /** May be decoded from bytes when it is first read: read it where ids are returned, and not earlier. */
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
}

/**
 * The prototype of columns, which inherits nothing that other code can write to: an attribute that no role has must not be
 * found elsewhere. One step above null: V8 keeps the properties of an object without any prototype in a slow table.
 */
const NOWHERE: object = Object.freeze(/* @__PURE__ */ Object.create(null) as object)

/** Shorter columns are left as they are: there is nothing to gain. */
const NARROWED = 10_000

/** A long column of whole numbers in half of the bytes; any other column as it is. */
export function narrowed<Column extends ArrayLike<unknown>>(column: Column): Column | Int32Array {
  if (column.length < NARROWED || typeof column[0] !== 'number') return column
  const numbers = new Int32Array(column.length)
  for (let handle = 0; handle < numbers.length; handle++) {
    const value = column[handle]
    if (typeof value !== 'number') return column
    numbers[handle] = value
    // Fractions, large numbers and -0 are not the same in 32 bits.
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

/** The same, with columns that are made when they are read; `list` is read at every reading. */
export function lateAttributeColumns(
  columns: Iterable<readonly [name: keyof RoleAttributes, column: { readonly list: ArrayLike<unknown> }]>,
): AttributeColumns {
  const late = Object.create(NOWHERE) as object
  for (const [name, column] of columns) {
    Object.defineProperty(late, name, { enumerable: true, get: () => column.list })
  }
  return late
}

/** The same columns but for some; `undefined` takes one away. Columns that are made late stay so. */
export function withAttributeColumns(
  base: AttributeColumns,
  changed: ReadonlyMap<keyof RoleAttributes, readonly unknown[] | undefined>,
): AttributeColumns {
  if (changed.size === 0) return base
  const made = Object.create(NOWHERE) as object
  const names = new Set<keyof RoleAttributes>([
    ...(Object.keys(base) as (keyof RoleAttributes)[]),
    ...changed.keys(),
  ])
  for (const name of names) {
    if (!changed.has(name)) {
      Object.defineProperty(made, name, Object.getOwnPropertyDescriptor(base, name) ?? {})
      continue
    }
    const column = changed.get(name)
    if (column === undefined) continue
    Object.defineProperty(made, name, { value: narrowed(column), enumerable: true })
  }
  return made
}
