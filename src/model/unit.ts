import type { Alias, WarnedAlias } from './alias.js'
import type { Evidence } from './evidence.js'

/** An organisational unit in a spec. */
export interface UnitSpec<Id extends string = string, Unit extends string = string> extends Evidence {
  /** Default: the id of the unit. */
  readonly title?: string
  /** Other names under which `find` finds the unit. */
  readonly aliases?: readonly Alias[]
  /** The kind of unit, in your own words: `'department'`, `'pmo'`. */
  readonly kind?: string
  /**
   * The role that leads it, or several that lead it together. The first counts for reporting: "the unit reports to X" means
   * that the manager of its first head is X. A repeated id counts once.
   */
  readonly head?: Id | readonly Id[]
  /** The larger unit that it is part of. */
  readonly partOf?: Unit
}

/** An organisational unit returned by a query. */
export interface Unit<Id extends string = string, UnitId extends string = string> extends Evidence {
  readonly id: UnitId
  readonly title: string
  readonly aliases: readonly string[]
  /** The aliases with a warning; absent if none has one. */
  readonly warnedAliases?: readonly WarnedAlias[]
  readonly kind: string | undefined
  /** The role that leads it; if several do, the first, which counts for reporting. */
  readonly head: Id | undefined
  /** All roles that lead it, in input order. */
  readonly heads: readonly Id[]
  readonly partOf: UnitId | undefined
}
