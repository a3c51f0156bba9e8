import type { Evidence } from './evidence.js'

/** A career move goes up (`advancement`), sideways (`lateral`) or into another family (`transition`). */
export type MoveKind = 'advancement' | 'lateral' | 'transition'

/** A career move as it is written in a spec. */
export interface MoveSpec<Id extends string = string> extends Evidence {
  readonly to: Id
  /** Default: `'advancement'`. */
  readonly kind?: MoveKind
  /** Years usually spent before the move, from at least to at most; `[4]` is "4 or more". */
  readonly years?: readonly [min: number, max?: number]
  /** What else must hold: an opening, a certificate, an experience. */
  readonly conditions?: readonly string[]
}

/** A career move as it is read: `from` progresses to `to`. */
export interface Move<Id extends string = string> extends Evidence {
  readonly from: Id
  readonly to: Id
  readonly kind: MoveKind
  /** Years, from at least to at most (`Infinity` where there is no upper end); absent when nothing is known. */
  readonly years?: readonly [min: number, max: number]
  readonly conditions: readonly string[]
}
