import type { LineKind, MoveKind } from '../../internal.js'
import type { DiffMark } from '../../internal-change.js'

/** What has changed about a role. */
export type Mark = DiffMark

/** One box of a picture: a role, or the count of a manager's reports that are not drawn. */
export interface Box<Id extends string = string> {
  /** Its position in `boxes`. Outputs build element ids from it, never from your ids. */
  readonly index: number
  /** The id of the role; absent from a box such as "+37 more". */
  readonly role?: Id
  /** The text on it, as given. */
  readonly label: string
  /** The names of its holders, each with the terms of the assignment: `'Ada Lovelace (acting, 60%)'`. */
  readonly holders: readonly string[]
  readonly vacant: boolean
  /** Whether the role is planned: on the chart, and not there yet. */
  readonly planned?: true
  readonly grade?: number
  /** What `fields` of a still picture names, in words: `['FTE 0.8', 'Cost 90,000']`. */
  readonly facts?: readonly string[]
  /** The number of direct reports, where `fields` of a still picture names it and there are some. */
  readonly span?: number
  /** The unit of the role: its position in `units`. */
  readonly unit?: number
  readonly mark?: Mark
  /**
   * Whether it is a ghost, which shows where a role was: a removed role, or the old place of one that has moved. The role of the
   * box is that of the org before.
   */
  readonly ghost?: true
  /** For a role that has moved: the text on the box that it was placed below; absent where it was at the top. */
  readonly was?: string
  /** For the ghost of a role that has moved: the text on the box that the role is placed below now; absent where it is at the top. */
  readonly now?: string
  /** The mark in words, and where the role was or is now: `['~ moved', 'was below PMO Manager']`; absent without a mark. */
  readonly markText?: readonly [mark: string, place?: string]
  readonly highlighted: boolean
  /** The distance from the top of the picture, where the layer is 1. In a picture of careers every box has layer 1. */
  readonly layer: number
  /** The box that it is placed below; absent at the top, and in a picture of careers. */
  readonly parent?: number
  /** The name of the line that places it below `parent`, such as `'assistant'`. */
  readonly as?: string
  /**
   * Whether it is staff: placed by a solid line `as: 'assistant'` or `'adviser'`, with nothing below it. Staff come first among
   * the reports of a manager, and are drawn beside the line down from it.
   */
  readonly staff?: true
  /** How many roles below it are not drawn; on a box such as "+37 more", how many roles it stands for. */
  readonly hidden: number
}

/** A reporting line between two boxes: `from` reports to `to`. */
export interface PictureLine {
  readonly from: number
  readonly to: number
  readonly kind: LineKind
  /** The name of the line. */
  readonly as?: string
  /** Whether this line places `from` below `to`. Any other line is drawn across the tree. */
  readonly tree: boolean
  /** Whether it leads from a ghost, and is there no longer. */
  readonly ghost?: true
  readonly highlighted: boolean
}

/** A career move between two boxes. */
export interface PictureMove {
  readonly from: number
  readonly to: number
  readonly kind: MoveKind
  readonly years?: readonly [min: number, max: number]
  readonly highlighted: boolean
}

/** The unit of some box, or a larger unit around one. */
export interface PictureUnit<Unit extends string = string> {
  readonly id: Unit
  readonly title: string
  /** Its place among the units of the org: the same in every picture, for the colour of the unit. */
  readonly place: number
  /** The larger unit: its position in `units`. In a broken chart, a cycle of units is broken at one of them. */
  readonly partOf?: number
}

/** What every output draws: boxes and edges, in drawing order. */
export interface Picture<Id extends string = string, Unit extends string = string> {
  readonly relations: 'reporting' | 'career' | 'both'
  /** In preorder: each box is followed by everything below it. */
  readonly boxes: readonly Box<Id>[]
  readonly lines: readonly PictureLine[]
  readonly moves: readonly PictureMove[]
  readonly units: readonly PictureUnit<Unit>[]
  /** The names of the lines of the org, in the order in which the org first has them: the same in every picture, for their colours. */
  readonly lineNames: readonly string[]
  /** Whether the roles of a unit are kept together. */
  readonly grouped: boolean
}
