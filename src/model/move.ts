import type { Evidence } from './evidence.js'

/** A career move goes up (`advancement`), sideways (`lateral`) or into another family (`transition`). */
export type MoveKind = 'advancement' | 'lateral' | 'transition'

/** A career move in a spec. */
export interface MoveSpec<Id extends string = string> extends Evidence {
  readonly to: Id
  /** Default: `'advancement'`. */
  readonly kind?: MoveKind
  /**
   * Years usually spent before the move, at least and at most. `[4]` is "4 or more", as are `[4, Infinity]` and its JSON
   * form, `[4, null]`.
   */
  readonly years?: readonly [min: number, max?: number | null]
  /** Other conditions: an opening, a certificate, experience in a field. */
  readonly conditions?: readonly string[]
}

/** A career move returned by a query: `from` progresses to `to`. */
export interface Move<Id extends string = string> extends Evidence {
  readonly from: Id
  readonly to: Id
  readonly kind: MoveKind
  /**
   * Years, at least and at most (`Infinity` if there is no upper bound, which JSON writes as `null`); absent if unknown.
   */
  readonly years?: readonly [min: number, max: number]
  readonly conditions: readonly string[]
}
