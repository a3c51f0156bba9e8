import type { Mark, Picture } from '../render/index.js'

/** No row, or no number given. */
export const NONE = -1

/** The evidence for a fact: its sources, its hedge and a note, each empty if there is none. */
export type PageEvidence = readonly [sources: readonly string[], hedge: string, note: string]

/** A reporting line between two rows; the kind is 0 for solid, 1 for dotted, 2 for that of a ghost, which is there no longer. A line with a name has null where it has no evidence. */
export type PageLine = readonly [
  from: number,
  to: number,
  kind: 0 | 1 | 2,
  evidence?: PageEvidence | null,
  as?: string,
]

/** A career move between two rows. The years are `[min]` without an upper limit, and `[]` if none are given. */
export type PageMove = readonly [
  from: number,
  to: number,
  kind: 0 | 1 | 2,
  years: readonly number[],
  conditions: readonly string[],
  evidence?: PageEvidence,
]

/** A marked row: the mark in words, and where the role was or is now, if it has moved. */
export type PageMark = readonly [row: number, mark: Mark, label: string, place?: string]

/** A person who holds a role: the id and the names. */
export type PagePerson = readonly [id: string, name: string, ...aliases: string[]]

/** An attribute of roles: its name in the model (`fte`, `data.site`), its label, and the values of the rows that have one. */
export interface PageField {
  readonly name: string
  readonly label: string
  readonly rows: readonly number[]
  readonly values: readonly (number | string | readonly string[])[]
}

/** One person in one role: the position in `people`, and the terms in words, such as `acting, 60%, from 2026-01-01`. */
export type PageAssignment = readonly [person: number, terms: string]

/** A service that a role gets: from a role, or from a unit, which has a title instead of a row. */
export type PageService = readonly [
  from: number,
  to: number,
  name: string,
  unit: string,
  evidence?: PageEvidence,
]

/** A figure before and after the changes. */
export type PageFigure = readonly [label: string, before: number, after: number]

/** What differs between two orgs. */
export interface PageComparison {
  readonly figures: readonly PageFigure[]
  /** The figures of managers that differ. */
  readonly byManager: readonly (readonly [row: number, figures: readonly PageFigure[]])[]
  /** The changes in words, each with the row of its role; -1 for none. */
  readonly changes: readonly (readonly [text: string, row: number])[]
}

/** The kinds of a move, by their number. */
export const MOVE_KINDS = ['advancement', 'lateral', 'transition'] as const

/**
 * What the page holds of an org: columns by row, in drawing order, and edges between rows. Ids are values in lists, never
 * keys, so that no id has a special meaning to a JSON parser. All texts except ids have passed through `visibleText`.
 */
export interface PageData {
  readonly title: string
  /** How many levels below the top are open at first; -1 lets the page decide. */
  readonly depth: number
  /** How many reports of one manager are shown at first; -1 for all. */
  readonly collapse: number
  /** What the page shows: one view, or both. */
  readonly relations: Picture['relations']
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  /** The row that each role is placed below, which comes before it; -1 at the top. */
  readonly parents: readonly number[]
  /** The unit of each role; -1 for none. */
  readonly units: readonly number[]
  readonly unitTitles: readonly string[]
  /** The place of each unit among those of the org, for its look. */
  readonly unitPlaces: readonly number[]
  /** The larger unit of each unit; -1 for none. */
  readonly unitParents: readonly number[]
  /** The id and the other names of each unit, by which it is found. */
  readonly unitNames: readonly (readonly [id: string, ...aliases: string[]])[]
  readonly grades: readonly (number | null)[]
  /** The holders of each role as they are shown, and the positions of these people in `people`. */
  readonly holders: readonly (readonly [row: number, shown: readonly string[], people: readonly number[]])[]
  readonly people: readonly PagePerson[]
  /** The assignments to each role where one of them has terms. */
  readonly assignments: readonly (readonly [row: number, assignments: readonly PageAssignment[]])[]
  readonly emails: readonly (readonly [person: number, email: string])[]
  /** Photos as `data:` URLs; null for a page without. */
  readonly photos: readonly (readonly [person: number, photo: string])[] | null
  /** The data of people: names and values. */
  readonly personData: readonly (readonly [person: number, data: readonly (readonly [string, string])[]])[]
  readonly fields: readonly PageField[]
  /** The further units of roles, as positions in `unitTitles`. */
  readonly alsoIn: readonly (readonly [row: number, units: readonly number[]])[]
  /** How many layers of the chart are above the top of the page. */
  readonly layersAbove: number
  /** The rows in the order of the org, in which an edited page keeps the reports of a manager; null for the order of the rows. */
  readonly order: readonly number[] | null
  /** For a page that compares two orgs. */
  readonly comparison: PageComparison | null
  /** Other names of roles, by which they are found. */
  readonly aliases: readonly (readonly [row: number, aliases: readonly string[]])[]
  /** The roles whose manager the org does not have. */
  readonly unknownManagers: readonly number[]
  readonly vacant: readonly number[]
  readonly planned: readonly number[]
  /** The roles that are drawn beside the line down from their manager; they come first among its reports. */
  readonly staff: readonly number[]
  /** The rows that show where a role was. */
  readonly ghosts: readonly number[]
  readonly facts: readonly (readonly [row: number, evidence: PageEvidence])[]
  readonly lines: readonly PageLine[]
  /** The names of dotted lines, in the order of their looks. */
  readonly lineNames: readonly string[]
  readonly services: readonly PageService[]
  /** What the boxes are coloured by at first; empty for nothing. */
  readonly colorBy: string
  readonly moves: readonly PageMove[]
  readonly marks: readonly PageMark[]
  readonly highlight: readonly number[]
  /** The positions of the highlighted moves. */
  readonly highlightedMoves: readonly number[]
}
