import { linesOf, type Org, rolesOf } from '../internal.js'

const NAMES = new WeakMap<Org, ReadonlyMap<string, string>>()

/** The names of the lines of an org as it spells them, by their lower case. */
export function lineNamesOf(org: Org): ReadonlyMap<string, string> {
  let names = NAMES.get(org)
  if (names === undefined) {
    const spelt = rolesOf(org).flatMap((role) => linesOf(org, role, { lines: 'all' }))
    // The first spelling counts.
    names = new Map(
      spelt.flatMap(({ as }) => (as === undefined ? [] : [[as.toLowerCase(), as] as const])).reverse(),
    )
    NAMES.set(org, names)
  }
  return names
}
