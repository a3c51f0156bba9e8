import type { Evidence } from '../model/evidence.js'
import type { Move } from '../model/move.js'
import type { RoleAttributes } from '../model/role.js'
import type { EvidencedEdges } from './edges.js'

/** The value in a column of handles where there is no role. */
export const NONE = -1

/** One sparse column per attribute; a column is absent where no role has the attribute. */
export type AttributeColumns<UnitId extends string = string, Data = unknown> = {
  // One unit is a list of one here.
  readonly [Name in keyof RoleAttributes<UnitId, Data>]?: readonly (Name extends 'alsoIn'
    ? readonly UnitId[] | undefined
    : RoleAttributes<UnitId, Data>[Name])[]
}

/** Career moves as compressed rows; the other fields of a move are at the position of its edge. */
export interface MoveColumns extends EvidencedEdges {
  readonly kind: readonly Move['kind'][]
  readonly years: readonly Move['years'][]
  readonly conditions: readonly (readonly string[])[]
}

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
  /** What a solid line is based on, by the handle of the report. */
  readonly managerEvidence: ReadonlyMap<number, Evidence>
  /** Dotted lines, from report to manager. */
  readonly dotted: EvidencedEdges
  readonly moves: MoveColumns
  readonly attributes: AttributeColumns<UnitId, Data>
}

/** One step above null: V8 keeps the properties of an object without any prototype in a slow table. */
const NOWHERE: object = Object.freeze(/* @__PURE__ */ Object.create(null) as object)

/** Inherits nothing that other code can write to: an attribute that no role has must not be found elsewhere. */
function noColumns(): object {
  return Object.create(NOWHERE) as object
}

/** The columns of the attributes that some role has. */
export function attributeColumns(
  columns: Iterable<readonly [name: keyof RoleAttributes, column: readonly unknown[]]>,
): AttributeColumns {
  return Object.assign(noColumns(), Object.fromEntries(columns))
}

/** The same, with columns that are made when they are first read. */
export function lateAttributeColumns(
  columns: Iterable<readonly [name: keyof RoleAttributes, make: () => readonly unknown[]]>,
): AttributeColumns {
  const late = noColumns()
  for (const [name, make] of columns) {
    let made: readonly unknown[] | undefined
    Object.defineProperty(late, name, { enumerable: true, get: () => (made ??= make()) })
  }
  return late
}
