import { addToList } from '../../internal.js'
import type { Role } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'

/** Sorts the roles below one manager; equal ones keep their input order. */
export function inOrder(
  rows: readonly number[],
  roles: readonly Role[],
  { order, groupBy }: Pick<CheckedOptions, 'order' | 'groupBy'>,
): readonly number[] {
  if ((order === 'input' && !groupBy) || rows.length < 2) return rows
  const ordered = order === 'input' ? [...rows] : rows.toSorted((a, b) => BY[order](roles[a], roles[b]))
  return groupBy ? unitsTogether(ordered, roles) : ordered
}

const BY = {
  // Independent of the language of the machine, so that every machine draws the same picture.
  title: (a: Role, b: Role) => compared(a.title.toLowerCase(), b.title.toLowerCase()),
  id: (a: Role, b: Role) => compared(a.id, b.id),
  grade: (a: Role, b: Role) => compared(b.grade ?? -Infinity, a.grade ?? -Infinity),
}

function compared<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function unitsTogether(rows: readonly number[], roles: readonly Role[]): readonly number[] {
  const byUnit = new Map<string | undefined, number[]>()
  for (const row of rows) {
    addToList(byUnit, roles[row].unit, row)
  }
  return [...byUnit.values()].flat()
}
