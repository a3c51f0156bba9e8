import { NONE } from '../../engine/columns.js'

/**
 * Beginnings of paths, each one move longer than another: a tree in columns, since there are several for each
 * path that comes out. A stem is its row number.
 */
export class PathStems {
  /** The stem without the last move; {@link NONE} for the start. */
  readonly parent: number[] = [NONE]
  /** The last move; {@link NONE} for the start. */
  readonly move: number[] = [NONE]
  /** The role that the stem ends in. */
  readonly role: number[]
  /** How many moves it has. */
  readonly length: number[] = [0]
  readonly cost: number[] = [0]
  /** What it costs by years, where that counts beside the cost. */
  readonly years: number[] = [0]

  /** Begins with one stem, number 0: a role and no move. */
  constructor(role: number) {
    this.role = [role]
  }

  /** A stem that is one move longer. */
  grow(stem: number, move: number, role: number, cost: number, years: number): number {
    this.move.push(move)
    this.role.push(role)
    this.length.push(this.length[stem] + 1)
    this.cost.push(this.cost[stem] + cost)
    this.years.push(this.years[stem] + years)
    return this.parent.push(stem) - 1
  }

  /** Whether a stem passes a role. */
  passes(stem: number, role: number): boolean {
    for (let at = stem; at !== NONE; at = this.parent[at]) if (this.role[at] === role) return true
    return false
  }

  /** The moves of a stem, in order. */
  movesOf(stem: number): number[] {
    const moves: number[] = []
    for (let at = stem; this.parent[at] !== NONE; at = this.parent[at]) moves.push(this.move[at])
    return moves.reverse()
  }

  /** Whether a stem with one move more comes before another in input order. Neither begins with the other. */
  isBefore(stemA: number, nextA: number, stemB: number, nextB: number): boolean {
    let [a, b, moveA, moveB] = [stemA, stemB, nextA, nextB]
    while (a !== b) {
      const deeper = this.length[a] - this.length[b]
      if (deeper >= 0) {
        moveA = this.move[a]
        a = this.parent[a]
      }
      if (deeper <= 0) {
        moveB = this.move[b]
        b = this.parent[b]
      }
    }
    return moveA < moveB
  }
}
