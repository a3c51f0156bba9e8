import type { MoveKind } from '../../model/move.js'
import type { OrgState } from '../../engine/org-state.js'

/** Which moves a search may take; all of them if nothing is set. */
export interface MoveLimits {
  readonly avoid?: ReadonlySet<number> | undefined
  readonly families?: ReadonlySet<string> | undefined
  readonly kinds?: ReadonlySet<MoveKind> | undefined
  /** A role that may be entered whatever its family. */
  readonly goal?: number | undefined
}

/** Tells which moves a search may take, by their position. */
export class MoveFilter {
  readonly #limits: MoveLimits
  readonly admitsAll: boolean
  readonly #to: Int32Array
  readonly #kind: readonly MoveKind[]
  readonly #family: readonly (string | undefined)[]

  constructor(state: OrgState, limits: MoveLimits) {
    const { moves, attributes } = state.columns
    this.#limits = limits
    this.admitsAll = limits.avoid === undefined && limits.families === undefined && limits.kinds === undefined
    this.#to = moves.to
    this.#kind = moves.kind
    this.#family = attributes.family ?? []
  }

  admits(move: number): boolean {
    return this.admitsAll || this.#check(move)
  }

  #check(move: number): boolean {
    const { avoid, families, kinds, goal } = this.#limits
    const to = this.#to[move]
    if (kinds?.has(this.#kind[move]) === false || avoid?.has(to) === true) return false
    if (families === undefined || to === goal) return true
    const family = this.#family[to]
    return family !== undefined && families.has(family)
  }
}
