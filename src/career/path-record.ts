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
   * The sums of the least and of the most years of the moves (`Infinity` if one has no upper end), rounded to a millionth
   * of a year. Moves without years add nothing; `undefined` if no move has years, and `[0, 0]` if there are no moves.
   */
  readonly years: readonly [min: number, max: number] | undefined
  /** How many moves have no years. If not 0, the path may take longer than `years` says. */
  readonly yearsUnknown: number
}

/** Turns the positions of moves into the paths that users read. All paths start at the same role. */
export class PathRecords<Id extends string> {
  readonly #state: OrgState<Id>
  readonly #from: number
  readonly #known: (Move<Id> | undefined)[]

  constructor(state: OrgState<Id>, from: number) {
    this.#state = state
    this.#from = from
    // `kept` has one type for all orgs; the moves of this org are between its own ids.
    this.#known = state.kept(movesOnPaths) as (Move<Id> | undefined)[]
  }

  of(positions: readonly number[]): CareerPath<Id> {
    const length = positions.length
    // Allocated at full length: growing an array copies it and leaves spare capacity.
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

/** The moves of all paths so far, by position. They are reused because freezing a move takes longer than making it. */
function movesOnPaths(state: OrgState): (Move | undefined)[] {
  return new Array<Move | undefined>(state.columns.moves.to.length)
}

/** Rounds off floating-point errors: 0.1 and 0.2 years are 0.3 years. */
function rounded(years: number): number {
  return years < 1e9 ? Math.round(years * 1e6) / 1e6 : years
}
