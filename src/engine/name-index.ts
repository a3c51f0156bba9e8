import { aliasNames } from '../model/alias.js'
import { titleOf } from './role-record.js'
import type { OrgState } from './org-state.js'

/**
 * A name as it is compared: without case, accents and width, with single spaces. Case is folded before and after
 * normalization, since some letters only appear by compatibility (`㎒` is "MHz").
 */
export function foldName(name: string): string {
  const bare = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return bare.toUpperCase().replace(/\s+/g, ' ').trim()
}

/** Roles and units by the names among their titles, aliases and ids. */
export interface NameIndex {
  /** Handles, ascending. */
  readonly roles: NameList<number>
  /** Unit ids, in input order. */
  readonly units: NameList<string>
}

/** Keys by folded name. A name with a single key needs no list. */
class NameList<Key extends string | number> {
  readonly #keys = new Map<string, Key | Key[]>()

  /** Keys must be added in order, so that a key with the same name twice follows itself. */
  add(name: string, key: Key): void {
    const folded = foldName(name)
    const known = this.#keys.get(folded)
    if (known === undefined) this.#keys.set(folded, key)
    else if (!Array.isArray(known)) {
      if (known !== key) this.#keys.set(folded, [known, key])
    } else if (known.at(-1) !== key) known.push(key)
  }

  /** The keys of a folded name. */
  find(folded: string): readonly Key[] {
    const known = this.#keys.get(folded) ?? []
    return Array.isArray(known) ? known : [known]
  }
}

/** Built in O(names); look up in O(matches). */
export function nameIndexOf(state: OrgState): NameIndex {
  const { count, ids, attributes } = state.columns
  const roles = new NameList<number>()
  for (let handle = 0; handle < count; handle++) {
    const title = titleOf(state, handle)
    roles.add(ids[handle], handle)
    if (title !== ids[handle]) roles.add(title, handle)
    for (const alias of aliasNames(attributes.aliases?.[handle] ?? [])) roles.add(alias, handle)
  }
  const units = new NameList<string>()
  for (const { id, title, aliases } of state.units.values()) {
    for (const name of [id, title, ...aliases]) units.add(name, id)
  }
  return { roles, units }
}
