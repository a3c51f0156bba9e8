/** An alias that is known to mislead: `find` returns the warning with the match. */
export interface WarnedAlias {
  readonly name: string
  /** What to know before relying on the name: "also used for the programme office". */
  readonly warning: string
}

/** Another name by which `find` knows a role or a unit. */
export type Alias = string | WarnedAlias

/** The names alone, in order. */
export function aliasNames(aliases: readonly Alias[]): readonly string[] {
  return Object.freeze(aliases.map((alias) => (typeof alias === 'string' ? alias : alias.name)))
}

/** The aliases with a warning, in order; `undefined` if there are none. */
export function warnedAliases(aliases: readonly Alias[]): readonly WarnedAlias[] | undefined {
  const warned = aliases.filter((alias) => typeof alias !== 'string')
  return warned.length === 0 ? undefined : Object.freeze(warned)
}

/** The aliases of a record as a spec writes them, each with its warning. */
export function writtenAliases({
  aliases,
  warnedAliases: warned = [],
}: {
  readonly aliases: readonly string[]
  readonly warnedAliases?: readonly WarnedAlias[]
}): readonly Alias[] {
  // Both lists are in input order.
  let next = 0
  return Object.freeze(aliases.map((name) => (warned.at(next)?.name === name ? warned[next++] : name)))
}
