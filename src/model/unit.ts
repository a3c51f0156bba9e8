import type { Alias, WarnedAlias } from './alias.js'
import type { Evidence } from './evidence.js'

/** An organisational unit, as it is written in a spec. */
export interface UnitSpec<Id extends string = string, Unit extends string = string> extends Evidence {
  /** Default: the unit's id. */
  readonly title?: string
  /** Other names by which `findRoles` knows the unit. */
  readonly aliases?: readonly Alias[]
  /** What kind of unit it is, in the user's own words: `'department'`, `'pmo'`. */
  readonly kind?: string
  /** The role that leads it. "The unit reports to X" means that its head's manager is X. */
  readonly head?: Id
  /** The larger unit that it is a part of. */
  readonly partOf?: Unit
}

/** An organisational unit, as it is read. */
export interface Unit<Id extends string = string, UnitId extends string = string> extends Evidence {
  readonly id: UnitId
  readonly title: string
  readonly aliases: readonly string[]
  /** Those of the aliases that carry a warning; absent where none does. */
  readonly warnedAliases?: readonly WarnedAlias[]
  readonly kind: string | undefined
  readonly head: Id | undefined
  readonly partOf: UnitId | undefined
}
