import { addToList } from '../kernel/add-to-list.js'
import type { OrgState } from './org-state.js'

/** The members and parts of units. */
export interface UnitIndex {
  /** The handles of the members of each unit, ascending: those that name it as their unit, or are also in it. */
  readonly members: ReadonlyMap<string, readonly number[]>
  /** The units that are directly part of each unit, in input order. */
  readonly parts: ReadonlyMap<string, readonly string[]>
}

/** Built in O(roles + units). */
export function unitIndexOf(state: OrgState): UnitIndex {
  const members = new Map<string, number[]>()
  const { unit, alsoIn } = state.columns.attributes
  const rows = Math.max(unit?.length ?? 0, alsoIn?.length ?? 0)
  for (let handle = 0; handle < rows; handle++) {
    append(members, unit?.[handle], handle)
    // `alsoIn` does not repeat `unit`.
    for (const other of alsoIn?.[handle] ?? []) append(members, other, handle)
  }
  const parts = new Map<string, string[]>()
  for (const { id, partOf } of state.units.values()) append(parts, partOf, id)
  return { members, parts }
}

function append<Value>(lists: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key === undefined) return
  addToList(lists, key, value)
}

/** A unit and all units that are part of it, at any depth, each once, even if they form a cycle. */
function nestedUnits(index: UnitIndex, unit: string): ReadonlySet<string> {
  const reached = new Set([unit])
  // The loop also visits what is added to the set while it runs.
  for (const larger of reached) for (const part of index.parts.get(larger) ?? []) reached.add(part)
  return reached
}

/** The handles of the members of a unit, ascending; with `nested`, of the units that are part of it too, each once. */
export function membersOfUnit(index: UnitIndex, unit: string, nested: boolean): readonly number[] {
  if (!nested) return index.members.get(unit) ?? []
  const handles = [...nestedUnits(index, unit)].flatMap((each) => index.members.get(each) ?? [])
  return [...new Set(handles)].sort((a, b) => a - b)
}
