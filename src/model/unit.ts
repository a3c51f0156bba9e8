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
  /** The role that leads it. "The unit reports to X" means that its head's manager is X. */
  readonly head?: Id
  /** The larger unit that it is part of. */
  readonly partOf?: Unit
}

/** An organisational unit returned by a query. */
export interface Unit<Id extends string = string, UnitId extends string = string> extends Evidence {
  readonly id: UnitId
  readonly title: string
  readonly aliases: readonly string[]
  /** The aliases with a warning; absent where none has one. */
  readonly warnedAliases?: readonly WarnedAlias[]
  readonly kind: string | undefined
  readonly head: Id | undefined
  readonly partOf: UnitId | undefined
}
