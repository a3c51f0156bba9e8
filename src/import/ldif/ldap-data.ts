import type { LdapAttributes } from './ldap-options.js'
import type { LdapData, LdapValue } from './ldap-input.js'

/** Values of one entry as its data, frozen: an attribute with several values has a list. `left` are types that are left out. */
export function ldapData(
  values: Iterable<readonly [name: string, value: LdapValue]>,
  left: ReadonlySet<string>,
): LdapData {
  const all = new Map<string, LdapValue | LdapValue[]>()
  for (const [name, value] of values) {
    const [type] = name.split(';', 1)
    if (left.has(type.toLowerCase())) continue
    const known = all.get(name)
    if (known === undefined) all.set(name, value)
    else if (Array.isArray(known)) known.push(value)
    else all.set(name, [known, value])
  }
  for (const value of all.values()) if (Array.isArray(value)) Object.freeze(value)
  // From entries: assigning to __proto__ would set the prototype.
  return Object.freeze(Object.fromEntries(all))
}

/** The types that are no data: the attributes that are lines of the chart, and what LDIF has next to attributes. */
export function linesIn({ manager, dotted }: LdapAttributes): ReadonlySet<string> {
  return new Set([...manager, ...dotted, 'directreports', 'changetype', 'control'])
}
