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

/**
 * Turns paths from one role, which are given by the positions of their moves, into what users read. Paths that come
 * one after the other mostly begin alike: what a path shares with the one before is not made again.
 */
export class PathRecords<Id extends string> {
  readonly #state: OrgState<Id>
  /** The moves of the last path. It begins these lists, which are overwritten: to shorten them would be slow. */
  #length = 0
  readonly #positions: number[] = []
  readonly #handles: number[]
  readonly #roles: Id[]
  readonly #moves: Move<Id>[] = []
  /** The years up to each role, and how many moves up to there say nothing of years. */
  readonly #min = [0]
  readonly #max = [0]
  readonly #unknown = [0]

  constructor(state: OrgState<Id>, from: number) {
    this.#state = state
    this.#handles = [from]
    this.#roles = [state.columns.ids[from]]
  }

  of(positions: readonly number[]): CareerPath<Id> {
    const last = this.#positions
    const length = positions.length
    const most = Math.min(length, this.#length)
    let same = 0
    while (same < most && last[same] === positions[same]) same++
    for (let at = same; at < length; at++) this.#put(at, positions[at])
    this.#length = length
    const yearsUnknown = this.#unknown[length]
    const isKnown = yearsUnknown < length || length === 0
    return {
      roles: this.#roles.slice(0, length + 1),
      moves: this.#moves.slice(0, length),
      years: isKnown ? [rounded(this.#min[length]), rounded(this.#max[length])] : undefined,
      yearsUnknown,
    }
  }

  #put(at: number, position: number): void {
    const { ids, moves } = this.#state.columns
    const to = moves.to[position]
    const years = moves.years[position]
    this.#positions[at] = position
    this.#moves[at] = this.#moveAt(position, this.#handles[at])
    this.#handles[at + 1] = to
    this.#roles[at + 1] = ids[to]
    this.#min[at + 1] = this.#min[at] + (years === undefined ? 0 : years[0])
    this.#max[at + 1] = this.#max[at] + (years === undefined ? 0 : years[1])
    this.#unknown[at + 1] = this.#unknown[at] + (years === undefined ? 1 : 0)
  }

  #moveAt(position: number, from: number): Move<Id> {
    const known = this.#state.kept(movesOnPaths)
    const move = known.get(position)
    if (move !== undefined) return move as Move<Id>
    const made = Object.freeze(moveRecord(this.#state, from, position))
    known.set(position, made)
    return made
  }
}

/** The moves of all paths so far, by position: to freeze an object takes longer than all else about it. */
function movesOnPaths(): Map<number, Move> {
  return new Map()
}

/** Without the dust of adding up fractions: 0.1 and 0.2 years are 0.3 years. */
function rounded(years: number): number {
  return years < 1e9 ? Math.round(years * 1e6) / 1e6 : years
}
