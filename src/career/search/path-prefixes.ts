import { NONE } from '../../engine/columns.js'

/**
 * A tree of path prefixes in columns; each prefix is one move longer than its parent. A prefix is identified by its row
 * number.
 */
export class PathPrefixes {
  /** The prefix without its last move; {@link NONE} for the start. */
  readonly parent: number[] = [NONE]
  /** The last move; {@link NONE} for the start. */
  readonly move: number[] = [NONE]
  /** The last role. */
  readonly role: number[]
  /** The number of moves. */
  readonly length: number[] = [0]
  readonly cost: number[] = [0]
  /** The cost by years, if that counts in addition to the cost. */
  readonly years: number[] = [0]

  /** Starts with one prefix, number 0: a role without moves. */
  constructor(role: number) {
    this.role = [role]
  }

  /** Adds a prefix that is one move longer than another; returns its number. */
  extend(prefix: number, move: number, role: number, cost: number, years: number): number {
    this.move.push(move)
    this.role.push(role)
    this.length.push(this.length[prefix] + 1)
    this.cost.push(this.cost[prefix] + cost)
    this.years.push(this.years[prefix] + years)
    return this.parent.push(prefix) - 1
  }

  /** Whether a prefix passes a role. Takes O(length of the prefix). */
  passes(prefix: number, role: number): boolean {
    for (let at = prefix; at !== NONE; at = this.parent[at]) if (this.role[at] === role) return true
    return false
  }

  /** The moves of a prefix, in order. */
  movesOf(prefix: number): number[] {
    const moves: number[] = []
    for (let at = prefix; this.parent[at] !== NONE; at = this.parent[at]) moves.push(this.move[at])
    return moves.reverse()
  }

  /** Whether prefix A with one more move comes before prefix B with one more, in input order. Neither may begin with the other. */
  isBefore(prefixA: number, nextA: number, prefixB: number, nextB: number): boolean {
    let [a, b, moveA, moveB] = [prefixA, prefixB, nextA, nextB]
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
