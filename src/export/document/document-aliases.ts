import type { Alias, Role, Unit } from '../../internal.js'

/** The aliases of a role or unit as a spec writes them, each with its warning; `undefined` where there are none. */
export function documentAliases({
  aliases,
  warnedAliases = [],
}: Pick<Role | Unit, 'aliases' | 'warnedAliases'>): readonly Alias[] | undefined {
  if (aliases.length === 0) return undefined
  // Both lists are in the order in which the aliases were given.
  let next = 0
  return aliases.map((name) => (warnedAliases.at(next)?.name === name ? { ...warnedAliases[next++] } : name))
}
