import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'

/** Units by number, in input order. "Part of" has the same shape as a solid line, so the same indexes work. */
export interface UnitTree {
  readonly ids: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  /** The unit that each unit is part of, or {@link NONE}. */
  readonly larger: Int32Array
}

/** Takes O(units). */
export function unitTree(state: OrgState): UnitTree {
  const ids = [...state.units.keys()]
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const larger = Int32Array.from(state.units.values(), ({ partOf }) => {
    return partOf === undefined ? NONE : (numbers.get(partOf) ?? NONE)
  })
  return { ids, numbers, larger }
}
