import type { AttributeColumns } from '../engine/columns.js'
import type { RoleAttributes } from '../model/role.js'

/** One step above null: V8 keeps the properties of an object with no prototype at all in a slow table. */
const NOWHERE: object = Object.freeze(/* @__PURE__ */ Object.create(null) as object)

/** Inherits from nothing that others can write to: an attribute that no role has must not be found elsewhere. */
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
