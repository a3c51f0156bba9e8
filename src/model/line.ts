import type { Evidence } from './evidence.js'

/** A reporting line is `solid` (at most one per role) or `dotted` (any number: matrix, functional). */
export type LineKind = 'solid' | 'dotted'

/** Lines of one kind, or of both. */
export type LineKinds = LineKind | 'all'

/** The solid and dotted lines with this name, or with any of these names. A name that no line has selects no lines. */
export interface NamedLines {
  readonly as: string | readonly string[]
}

/** Which reporting lines a query follows. Every reporting query takes it; the default is `'solid'`. */
export type Lines = LineKinds | NamedLines

/** The option that every reporting query takes. */
export interface LinesOption {
  /** Which reporting lines to follow: `'solid'` (the default), `'dotted'`, `'all'`, or those of a name, `{ as: 'project' }`. */
  readonly lines?: Lines
}

/** The default names of staff lines. */
export const STAFF_NAMES: readonly string[] = Object.freeze(['assistant', 'adviser'])

/** The options of queries for spans of control: which direct reports count. */
export interface StaffOption {
  /**
   * Whether direct reports by staff lines count: solid lines named `'assistant'` or `'adviser'`, or the names in
   * `{ exclude: ['assistant', 'secretary'] }`. Default: `'include'`.
   */
  readonly staff?: 'include' | 'exclude' | { readonly exclude: string | readonly string[] }
  /** Whether planned roles count as reports. Default: `'exclude'`. */
  readonly planned?: 'include' | 'exclude'
}

/** The options of queries for the span of control of a role. */
export interface SpanOptions extends LinesOption, StaffOption {}

/** What a line says besides its two ends. */
export interface LineFacts extends Evidence {
  /**
   * The name of the line, in your own words: `'project'`, `'functional'`. Solid lines named `'assistant'` or `'adviser'` are
   * staff lines.
   */
  readonly as?: string
}

/** A reporting line in a spec: the manager, the name of the line, and what it is based on. */
export interface LineSpec<Id extends string = string> extends LineFacts {
  readonly to: Id
}

/** A reporting line returned by a query: `from` reports to `to`. */
export interface Line<Id extends string = string> extends LineFacts {
  readonly from: Id
  readonly to: Id
  readonly kind: LineKind
}
