import type { Role } from '../../internal.js'
import type { CheckedOptions } from './checked-options.js'

/** Puts roles that stand beside each other into their order; among equals input order remains. */
export function inOrder(
  rows: readonly number[],
  roles: readonly Role[],
  { order, grouped }: Pick<CheckedOptions, 'order' | 'grouped'>,
): readonly number[] {
  if ((order === 'input' && !grouped) || rows.length < 2) return rows
  const ordered = order === 'input' ? [...rows] : rows.toSorted((a, b) => BY[order](roles[a], roles[b]))
  return grouped ? unitsTogether(ordered, roles) : ordered
}

const BY = {
  // Not by a language, since that of the machine would decide.
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
    const members = byUnit.get(roles[row].unit)
    if (members === undefined) byUnit.set(roles[row].unit, [row])
    else members.push(row)
  }
  return [...byUnit.values()].flat()
}
