import type { LineKind, MoveKind } from '../../internal.js'

/** What a later chart has changed about a role. */
export type Mark = 'added' | 'removed' | 'moved'

/** One box of a picture: a role, or the count of the reports that a manager has beside those that are drawn. */
export interface Box<Id extends string = string> {
  /** Its position in `boxes`: what outputs make their own ids of, never of the user's. */
  readonly index: number
  /** The id of the role; absent from a box such as "+37 more". */
  readonly role?: Id
  /** What stands on it, as the user gave it. */
  readonly label: string
  readonly holders: readonly string[]
  readonly vacant: boolean
  readonly grade?: number
  /** The unit of the role: its position in `units`. */
  readonly unit?: number
  readonly mark?: Mark
  readonly highlighted: boolean
  /** The distance from the top of the picture, whose layer is 1. On a picture of careers all boxes have 1. */
  readonly layer: number
  /** The box that it hangs below; absent at the top, and on a picture of careers. */
  readonly parent?: number
  /** How many roles below are not drawn; on a box such as "+37 more", how many it stands for. */
  readonly hidden: number
}

/** A reporting line between two boxes: `from` reports to `to`. */
export interface PictureLine {
  readonly from: number
  readonly to: number
  readonly kind: LineKind
  /** Whether `from` hangs below `to` by it. Any other line is drawn across the tree. */
  readonly tree: boolean
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

/** A unit that some box is in, or that such a unit is part of. */
export interface PictureUnit<Unit extends string = string> {
  readonly id: Unit
  readonly title: string
  /** The larger unit: its position in `units`. Units in a circle of a broken chart are part of none. */
  readonly partOf?: number
}

/** What is drawn, before it is known as what: boxes and edges, in the order in which they are drawn. */
export interface Picture<Id extends string = string, Unit extends string = string> {
  readonly relations: 'reporting' | 'career' | 'both'
  /** Each after the box that it hangs below, with everything below that box next to it. */
  readonly boxes: readonly Box<Id>[]
  readonly lines: readonly PictureLine[]
  readonly moves: readonly PictureMove[]
  readonly units: readonly PictureUnit<Unit>[]
  /** Whether roles of a unit are to stand together. */
  readonly grouped: boolean
}
