import { nameIndexOf, type NameTest } from '../engine/name-index.js'
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
 * Complexity: O(names) for the first few calls on an org, then O(matches).
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
  const isName = index.testOf(name)
  const found = index.find(name, isName)
  const matches: RoleMatch<Id, Unit>[] = []
  for (const handle of found.roles) {
    const id = ids[handle]
    const aliases = attributes.aliases?.[handle] ?? []
    const match = strongest(name, isName, id, titleOf(state, handle), aliases)
    if (match !== undefined) matches.push({ kind: 'role', id, ...match })
  }
  for (const number of found.units) {
    const unit = index.unitList[number]
    const match = strongest(name, isName, unit.id, unit.title, writtenAliases(unit))
    // The units of the index are those of this org.
    if (match !== undefined) matches.push({ kind: 'unit', id: unit.id as Unit, ...match })
  }
  return matches
}

function requireText(name: unknown): void {
  if (typeof name !== 'string') throw invalidArgument('findRoles', 'name', name, 'text')
}

/** The strongest match among the names; `undefined` where only the hash of one is the same. */
function strongest(
  name: string,
  isName: NameTest,
  id: string,
  title: string,
  aliases: readonly Alias[],
): NameMatch | undefined {
  if (id === name) return { matched: 'id', name: id }
  if (title !== id && isName(title)) return { matched: 'title', name: title }
  for (const alias of aliases) {
    const { name: spelling, ...warned } = typeof alias === 'string' ? { name: alias } : alias
    if (isName(spelling)) return { matched: 'alias', name: spelling, ...warned }
  }
  return isName(id) ? { matched: 'id', name: id } : undefined
}
