import type { Lines, Role } from '../../internal.js'
import type { DiffMarks } from '../../internal-change.js'
import type { Mark } from './picture.js'

/** Roles to highlight: a chain or a path, whose order counts for moves, or a set. */
export type Highlight<Id extends string = string> = Iterable<Id> | { readonly roles: readonly Id[] }

/** The order in which the reports of one manager are drawn. */
export type SiblingOrder = 'input' | 'title' | 'id' | 'grade'

/** What a picture shows, in every output. */
export interface PictureOptions<Id extends string = string, Unit extends string = string, Data = unknown> {
  /** Draw this role, or the head of this unit, and everything below it. Default: the whole chart. */
  readonly root?: Id | Unit
  /** How many levels below the top to draw: 1 stops at the direct reports. Default: `Infinity`. */
  readonly depth?: number
  /**
   * Which reporting lines to draw; dotted lines are dashed. Default: `'all'`. Each role is placed below its first
   * manager along these lines, the solid one before dotted ones. `{ as: 'project' }` draws the lines of that name.
   */
  readonly lines?: Lines
  /**
   * Which dotted lines to draw across the tree that `lines` gives: `'all'` (the default), `'none'`, or those of some names, such as
   * `['project']`. Boxes stay where they are.
   */
  readonly dotted?: 'all' | 'none' | readonly string[]
  /** Reporting lines (the default), career moves, or a reporting chart with the moves drawn over it. */
  readonly relations?: 'reporting' | 'career' | 'both'
  /** The text on a box. Default: the title of the role. */
  readonly label?: (role: Role<Id, Unit, Data>) => string
  /** Roles to highlight, together with the edges between them. Default: none. */
  readonly highlight?: Highlight<Id>
  /** Keep the roles of one unit together among the reports of one manager. Default: not grouped. */
  readonly groupBy?: 'unit'
  /**
   * How many direct reports of one manager to draw; the others become one box, "+37 more". Reports that are, or have
   * below them, a highlighted or marked role are drawn first. Default: all of them.
   */
  readonly collapse?: number
  /**
   * Default: `'input'`. Titles and ids are compared as text, independent of any language; the highest grade comes
   * first.
   */
  readonly order?: SiblingOrder
  /**
   * What has changed about roles, by id. With `marksOf(diff)` for the org after, the picture also shows what is there no longer, as
   * ghosts: removed roles, and the old places of roles that have moved. They are drawn where they were among the reports of the
   * same manager, and `collapse` neither hides nor counts them. A picture of careers has no ghosts. Default: nothing.
   */
  readonly marks?: ReadonlyMap<Id, Mark> | { readonly [Role in Id]?: Mark } | DiffMarks
}
