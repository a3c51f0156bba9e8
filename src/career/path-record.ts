import type { OrgState } from '../engine/org-state.js'
import { moveRecord } from '../engine/role-record.js'
import type { Move } from '../model/move.js'

/** A way from one role to another along career moves. */
export interface CareerPath<Id extends string = string> {
  /** Every role on the way, both ends included. */
  readonly roles: readonly Id[]
  /** The moves between them: one fewer than roles. */
  readonly moves: readonly Move<Id>[]
  /**
   * The years of the moves added up, from at least to at most (`Infinity` where one has no upper end). Moves
   * without years add nothing; absent years of all moves leave it `undefined`. No moves take `[0, 0]`.
   */
  readonly years: readonly [min: number, max: number] | undefined
  /** How many of the moves say nothing of years. When it is not 0, the way takes longer than `years` says. */
  readonly yearsUnknown: number
}

/** A path from a role along moves, which are given by their positions, as users read it. */
export function pathRecord<Id extends string>(
  state: OrgState<Id>,
  from: number,
  positions: readonly number[],
): CareerPath<Id> {
  const { ids, moves: columns } = state.columns
  const roles = [ids[from]]
  const moves: Move<Id>[] = []
  let role = from
  let min = 0
  let max = 0
  let yearsUnknown = 0
  for (const position of positions) {
    moves.push(moveRecord(state, role, position))
    role = columns.to[position]
    roles.push(ids[role])
    const years = columns.years[position]
    if (years === undefined) {
      yearsUnknown++
    } else {
      min += years[0]
      max += years[1]
    }
  }
  const isKnown = yearsUnknown < moves.length || moves.length === 0
  return { roles, moves, years: isKnown ? [rounded(min), rounded(max)] : undefined, yearsUnknown }
}

/** Without the dust of adding up fractions: 0.1 and 0.2 years are 0.3 years. */
function rounded(years: number): number {
  return years < 1e9 ? Math.round(years * 1e6) / 1e6 : years
}
