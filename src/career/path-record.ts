import type { OrgState } from '../engine/org-state.js'
import { moveRecord } from '../engine/role-record.js'
import type { Move } from '../model/move.js'

/** A path from one role to another along career moves. */
export interface CareerPath<Id extends string = string> {
  /** Every role on the path, both ends included. */
  readonly roles: readonly Id[]
  /** The moves between them: one fewer than roles. */
  readonly moves: readonly Move<Id>[]
  /**
   * The years of the moves added up, from at least to at most (`Infinity` where one has no upper end), rounded to a
   * millionth of a year. Moves without years add nothing; `undefined` where no move has years, and `[0, 0]` where there is
   * no move.
   */
  readonly years: readonly [min: number, max: number] | undefined
  /** How many of the moves have no years. When it is not 0, the path takes longer than `years` tells. */
  readonly yearsUnknown: number
}

/** Makes paths that users read from the positions of their moves. All paths start at one role. */
export class PathRecords<Id extends string> {
  readonly #state: OrgState<Id>
  readonly #from: number
  readonly #known: (Move<Id> | undefined)[]

  constructor(state: OrgState<Id>, from: number) {
    this.#state = state
    this.#from = from
    // All orgs share one type here; the moves of this one are between its own ids.
    this.#known = state.kept(movesOnPaths) as (Move<Id> | undefined)[]
  }

  of(positions: readonly number[]): CareerPath<Id> {
    const length = positions.length
    // Allocated at full length: a list that grows is copied, and keeps room that it does not need.
    const roles = new Array<Id>(length + 1)
    const moves = new Array<Move<Id>>(length)
    roles[0] = this.#state.columns.ids[this.#from]
    let [min, max, yearsUnknown] = [0, 0, 0]
    for (let at = 0; at < length; at++) {
      const move = this.#known[positions[at]] ?? this.#moveAt(positions, at)
      moves[at] = move
      roles[at + 1] = move.to
      if (move.years === undefined) {
        yearsUnknown++
      } else {
        min += move.years[0]
        max += move.years[1]
      }
    }
    const isKnown = yearsUnknown < length || length === 0
    return { roles, moves, years: isKnown ? [rounded(min), rounded(max)] : undefined, yearsUnknown }
  }

  #moveAt(positions: readonly number[], at: number): Move<Id> {
    const from = at === 0 ? this.#from : this.#state.columns.moves.to[positions[at - 1]]
    const move = Object.freeze(moveRecord(this.#state, from, positions[at]))
    this.#known[positions[at]] = move
    return move
  }
}

/** The moves of all paths so far, by position: to freeze a move takes longer than all else about it. */
function movesOnPaths(state: OrgState): (Move | undefined)[] {
  return new Array<Move | undefined>(state.columns.moves.to.length)
}

/** Without the error of floating-point sums: 0.1 and 0.2 years are 0.3 years. */
function rounded(years: number): number {
  return years < 1e9 ? Math.round(years * 1e6) / 1e6 : years
}
