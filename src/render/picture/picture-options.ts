import type { Lines, Role } from '../../internal.js'
import type { Mark } from './picture.js'

/** Roles to be seen at once: a chain or a path, whose order counts for moves, or a set. */
export type Highlight<Id extends string = string> = Iterable<Id> | { readonly roles: readonly Id[] }

/** In which order those who report to one manager stand. */
export type SiblingOrder = 'input' | 'title' | 'id' | 'grade'

/** What is drawn, whatever it is drawn as. */
export interface PictureOptions<Id extends string = string, Unit extends string = string, Data = unknown> {
  /** Draw this role, or the head of this unit, and what is below it. Default: the whole chart. */
  readonly root?: Id | Unit
  /** How many levels below the top are drawn: 1 is the direct reports. Default: `Infinity`. */
  readonly depth?: number
  /**
   * Which reporting lines are drawn, dotted ones dashed. Default: `'all'`. A role hangs below the first manager
   * that it has along them, the solid one before dotted ones.
   */
  readonly lines?: Lines
  /** Reporting lines (the default), career moves, or the moves over the reporting lines. */
  readonly relations?: 'reporting' | 'career' | 'both'
  /** What stands on a box. Default: the title of the role. */
  readonly label?: (role: Role<Id, Unit, Data>) => string
  /** Roles to be seen at once, and the edges between them. Default: none. */
  readonly highlight?: Highlight<Id>
  /** Roles of one unit stand together, among those who report to one manager. Default: they do not. */
  readonly groupBy?: 'unit'
  /**
   * How many direct reports of one manager are drawn; the others become one box, "+37 more". Those with a
   * highlight or a mark at or below them are drawn first. Default: all of them.
   */
  readonly collapse?: number
  /** Default: `'input'`. Titles and ids are compared as text without regard to a language, grades highest first. */
  readonly order?: SiblingOrder
  /** What has changed about roles, by id. Default: nothing. */
  readonly marks?: ReadonlyMap<Id, Mark> | { readonly [Role in Id]?: Mark }
}
