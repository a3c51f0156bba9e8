import type { Evidence } from './evidence.js'

/** A reporting line is `solid` (at most one per role) or `dotted` (any number: matrix, functional). */
export type LineKind = 'solid' | 'dotted'

/** Which reporting lines a query follows. Every reporting query takes it; the default is `'solid'`. */
export type Lines = LineKind | 'all'

/** The option that every reporting query takes. */
export interface LinesOption {
  /** Which reporting lines to follow: `'solid'` (the default), `'dotted'` or `'all'`. */
  readonly lines?: Lines
}

/** A reporting line in a spec: the manager, and what the line is based on. */
export interface LineSpec<Id extends string = string> extends Evidence {
  readonly to: Id
}

/** A reporting line returned by a query: `from` reports to `to`. */
export interface Line<Id extends string = string> extends Evidence {
  readonly from: Id
  readonly to: Id
  readonly kind: LineKind
}
