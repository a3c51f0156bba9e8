import { foldName, nameIndexOf } from '../engine/name-index.js'
import { stateOf } from '../engine/org-state.js'
import { titleOf } from '../engine/role-record.js'
import { type Alias, writtenAliases } from '../model/alias.js'
import type { Org } from '../model/org.js'
import { invalidArgument } from '../kernel/invalid-input.js'

interface NameMatch {
  /** Which of its names matched. */
  readonly matched: 'title' | 'alias' | 'id'
  /** That name, as the org spells it. */
  readonly name: string
  /** The warning that the org gives with a misleading alias. */
  readonly warning?: string
}

interface NamedRole<Id extends string> extends NameMatch {
  readonly kind: 'role'
  readonly id: Id
}

interface NamedUnit<Unit extends string> extends NameMatch {
  readonly kind: 'unit'
  readonly id: Unit
}

/** One meaning of a name: a role or a unit that has it. */
export type RoleMatch<Id extends string = string, Unit extends string = string> =
  NamedRole<Id> | NamedUnit<Unit>

/**
 * Finds every role and unit that has a name, by title, alias or id.
 *
 * The whole name is compared, ignoring case, accents, width and extra white space: `'pmo ÁNALYST'` finds
 * "PMO Analyst", but `'PMO'` does not. A name with several meanings gives them all: roles first, then units, both
 * in input order, each once. Where several names of one role match, the exact id wins, then the title, then the
 * first alias, then the id in another spelling. A role or unit without a title is found by its id and aliases only.
 *
 * Complexity: O(matches). The first call reads all names once.
 *
 * @param org The org.
 * @param name The name to look up.
 * @returns A fresh array of fresh matches; empty where nothing has the name.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the name is not a string, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, findRoles } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { title: 'PMO Director', aliases: ['Head of PMO'] },
 *     analyst: { title: 'Project Analyst', reportsTo: 'director' },
 *   },
 *   units: { office: { title: 'Project Office', aliases: [{ name: 'PMO', warning: 'not the programme office' }] } },
 * })
 * console.log(findRoles(org, 'head of pmo'))
 * // => [ { kind: 'role', id: 'director', matched: 'alias', name: 'Head of PMO' } ]
 * console.log(findRoles(org, 'pmo').map((match) => match.warning)) // => [ 'not the programme office' ]
 * ```
 * @see {@link isRole} for ids.
 */
export function findRoles<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  name: string,
): RoleMatch<Id, Unit>[] {
  const state = stateOf(org)
  requireText(name)
  const { ids, attributes } = state.columns
  const index = state.kept(nameIndexOf)
  const folded = foldName(name)
  const matches: RoleMatch<Id, Unit>[] = []
  for (const handle of index.roles.find(folded)) {
    const id = ids[handle]
    const aliases = attributes.aliases?.[handle] ?? []
    matches.push({ kind: 'role', id, ...strongest(name, folded, id, titleOf(state, handle), aliases) })
  }
  for (const key of index.units.find(folded)) {
    const unit = state.units.get(key)
    if (unit === undefined) continue
    const aliases = writtenAliases(unit)
    matches.push({ kind: 'unit', id: unit.id, ...strongest(name, folded, unit.id, unit.title, aliases) })
  }
  return matches
}

function requireText(name: unknown): void {
  if (typeof name !== 'string') throw invalidArgument('findRoles', 'name', name, 'text')
}

/** The strongest match among the names; the index guarantees that there is one. */
function strongest(
  name: string,
  folded: string,
  id: string,
  title: string,
  aliases: readonly Alias[],
): NameMatch {
  if (id === name) return { matched: 'id', name: id }
  if (title !== id && foldName(title) === folded) return { matched: 'title', name: title }
  for (const alias of aliases) {
    const { name: spelling, ...warned } = typeof alias === 'string' ? { name: alias } : alias
    if (foldName(spelling) === folded) return { matched: 'alias', name: spelling, ...warned }
  }
  return { matched: 'id', name: id }
}
