import type { Mark, Picture } from '../render/index.js'

/** No row, and no number given. */
export const NONE = -1

/** What a fact rests on: its sources, its hedge and a remark, each blank where there is none. */
export type PageEvidence = readonly [sources: readonly string[], hedge: string, note: string]

/** A line between two rows; the kind is 0 for solid, 1 for dotted. */
export type PageLine = readonly [from: number, to: number, kind: 0 | 1, evidence?: PageEvidence]

/** A career move between two rows. The years are `[min]` where there is no upper end, and `[]` where none are known. */
export type PageMove = readonly [
  from: number,
  to: number,
  kind: 0 | 1 | 2,
  years: readonly number[],
  conditions: readonly string[],
  evidence?: PageEvidence,
]

/** The words for the kinds of a move, by their number. */
export const MOVE_KINDS = ['advancement', 'lateral', 'transition'] as const

/**
 * What the page holds of an org: columns by row, in drawing order, and edges between rows. Ids are values in lists and
 * never keys, so that none of them means anything to a reader of JSON. All texts but ids are such as can be written.
 */
export interface PageData {
  readonly title: string
  /** How many levels below the top are open at first; -1 leaves it to the page. */
  readonly depth: number
  /** How many reports of one manager are shown at first; -1 for all. */
  readonly collapse: number
  /** What is shown: one view, or a view of each. */
  readonly relations: Picture['relations']
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  /** The row that each role hangs below, which comes before it; -1 at the top. */
  readonly parents: readonly number[]
  /** The unit of each role; -1 for none. */
  readonly units: readonly number[]
  readonly unitTitles: readonly string[]
  readonly grades: readonly (number | null)[]
  readonly holders: readonly (readonly [row: number, holders: readonly string[]])[]
  readonly vacant: readonly number[]
  readonly facts: readonly (readonly [row: number, evidence: PageEvidence])[]
  readonly lines: readonly PageLine[]
  readonly moves: readonly PageMove[]
  readonly marks: readonly (readonly [row: number, mark: Mark])[]
  readonly highlight: readonly number[]
  /** The highlighted ones of the moves. */
  readonly litMoves: readonly number[]
}
