import type { Lines, Role } from '../index.js'
import type { RoleMark } from './page-data.js'

/** What the explorer page shows. */
export interface HtmlOptions<Id extends string = string, Unit extends string = string, Data = unknown> {
  /** The heading of the page. Default: `'Org chart'`. */
  readonly title?: string
  /** Show this role, or the head of this unit, and what is below it; the page then holds nothing of other roles. */
  readonly root?: Id | Unit
  /** How many levels below the top are open at first; any box can be opened. Default: as many as fit a screen. */
  readonly depth?: number
  /**
   * Which reporting lines are shown, dotted ones dashed. Default: `'all'`. A role hangs below the first manager
   * that it has along them, the solid one before dotted ones.
   */
  readonly lines?: Lines
  /** What stands on a box. Default: the title of the role. */
  readonly label?: (role: Role<Id, Unit, Data>) => string
  /** Roles to be seen at once, and the edges between them: a chain or a path, whose order counts for moves, or a set. */
  readonly highlight?: Iterable<Id> | { readonly roles: readonly Id[] }
  /** What has changed about roles, by id. Default: nothing. */
  readonly marks?: ReadonlyMap<Id, RoleMark> | { readonly [Role in Id]?: RoleMark }
}
