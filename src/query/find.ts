import { AS_ID, EXACT_ID, type FoundThing, PREFIX, TYPO, WORDS } from '../engine/found-things.js'
import { nameSearchOf } from '../engine/name-search.js'
import type { NamedThings } from '../engine/named-things.js'
import { NONE } from '../engine/columns.js'
import { stateOf } from '../engine/org-state.js'
import { invalidArgument, invalidOption } from '../kernel/invalid-input.js'
import { givenOptions, oneOf, upperLimit } from '../kernel/option-check.js'
import type { Org } from '../model/org.js'

/** What {@link find} can find. */
export type FindKind = 'role' | 'unit' | 'person'

/** The options of {@link find}. */
export interface FindOptions<Kind extends FindKind = FindKind> {
  /** What to look for. Default: roles, units and people. */
  readonly kinds?: readonly Kind[]
  /** How many of the best matches to return at most: a whole number, 0 or more. Default: all. */
  readonly limit?: number
}

interface NameMatch {
  /** How the words fit the name: they are all of it, words of it or prefixes of its words, or one has a typo. */
  readonly fit: 'exact' | 'words' | 'prefix' | 'typo'
  /** The name that matched, as the org spells it. */
  readonly name: string
  /** The org's warning about a misleading alias. */
  readonly warning?: string
}

/** A role by one of its names. */
export interface RoleMatch<Id extends string = string> extends NameMatch {
  readonly kind: 'role'
  readonly id: Id
  /** Which of its names matched. */
  readonly matched: 'id' | 'title' | 'alias'
}

/** A role by a name of a person who holds it. */
export interface HolderMatch<Id extends string = string, Person extends string = string> extends NameMatch {
  readonly kind: 'role'
  readonly id: Id
  readonly matched: 'holder'
  /** The person whose name, alias or id matched. */
  readonly person: Person
}

/** A unit by one of its names. */
export interface UnitMatch<Unit extends string = string> extends NameMatch {
  readonly kind: 'unit'
  readonly id: Unit
  /** Which of its names matched. */
  readonly matched: 'id' | 'title' | 'alias'
}

/** A person by one of their names. */
export interface PersonMatch<Person extends string = string> extends NameMatch {
  readonly kind: 'person'
  readonly id: Person
  /** Which of their names matched. */
  readonly matched: 'id' | 'name' | 'alias'
}

/** A role, unit or person that the words may mean. */
export type FindMatch<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = RoleMatch<Id> | HolderMatch<Id, Person> | UnitMatch<Unit> | PersonMatch<Person>

const OPTIONS = ['kinds', 'limit']
const KINDS: readonly FindKind[] = ['role', 'unit', 'person']

/**
 * Returns the roles, units and people that the words may mean, best first.
 *
 * Each is ranked by the best of its names, in this order:
 *
 * 1. the exact id;
 * 2. the title of a role or unit, the name of a person, or the id in another spelling;
 * 3. an alias;
 * 4. a holder: a role held by a person with this name, alias or id;
 * 5. words: every word is a word of the name, in any order;
 * 6. prefix: every word begins a word of the name;
 * 7. typo: as prefix, except for one word, which differs from a word of the name by one letter left out, added, replaced or swapped
 *    with its neighbour. That word of the name has at least five letters and no digit.
 *
 * Ranks 5 to 7 look at the titles and aliases of roles and units, the names and aliases of people, and those of the people who
 * hold a role. They ignore ids, except for an id that is also the title or the name. Within these ranks, a name comes first if more
 * of the words are whole words of it, then if fewer of them match the same word of it, then if it has fewer words. Ties are in the
 * order of the chart: roles, units, people. Among equal names of one role, the title comes first, then aliases, then holders.
 *
 * Names are compared by letters and digits only; case, accents, width, spaces and punctuation are ignored: `'co-ordinator'` is
 * "Coordinator", and `'obrien'` is "O’Brien". Words are separated by spaces; each part of a word with punctuation counts as a word
 * too. The usual initials of officers also match the words they stand for: `'CEO'` finds a "Chief Executive". A text of more than
 * 16 words, and a name without letters or digits, is compared only as a whole.
 *
 * Complexity: O(letters of all names) for each of the first few calls on an org, which compare all names, and for the next one, which
 * builds an index; then O(r + m log m) for r names with the rarest word and m matches. Prefixes and typos are looked for among the
 * words with the same first or last two letters.
 *
 * @param org The org.
 * @param words A name, some of its words, or the beginnings of words.
 * @param options What to look for, and how many matches to return.
 * @returns A fresh array of fresh matches; empty if nothing fits.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when the words are not a string, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, find } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { title: 'PMO Director', aliases: ['Head of PMO'], holders: ['ada'] },
 *     analyst: { title: 'Project Analyst', reportsTo: 'director' },
 *   },
 *   units: { office: { title: 'Project Office', aliases: [{ name: 'PMO', warning: 'not the programme office' }] } },
 *   people: { ada: { name: 'Ada O’Brien' } },
 * })
 * console.log(find(org, 'head of pmo'))
 * // => [ { kind: 'role', id: 'director', fit: 'exact', matched: 'alias', name: 'Head of PMO' } ]
 * console.log(find(org, 'pmo').map(({ id, fit }) => `${id}: ${fit}`)) // => [ 'office: exact', 'director: words' ]
 * console.log(find(org, 'anlayst', { kinds: ['role'], limit: 1 }).map(({ id }) => id)) // => [ 'analyst' ]
 * console.log(find(org, 'obrien').map(({ kind, matched }) => `${kind} by ${matched}`))
 * // => [ 'role by holder', 'person by name' ]
 * ```
 * @see {@link isRole} for ids.
 */
export function find<
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
  Kind extends FindKind = FindKind,
>(
  org: Org<Id, Unit, Data, Person>,
  words: string,
  options?: FindOptions<Kind>,
): Extract<FindMatch<Id, Unit, Person>, { readonly kind: Kind }>[] {
  const state = stateOf(org)
  requireText(words)
  const given = givenOptions('find', options, OPTIONS)
  const kinds = kindsOf(given.get('kinds'))
  const limit = upperLimit('limit', given.get('limit'), 0)
  const search = state.kept(nameSearchOf)
  const { things } = search
  const isWanted = (thing: number): boolean => kinds.includes(things.kindOf(thing))
  const matches = search.find(words, isWanted, limit).map((found) => matchOf(things, found))
  // The index has only ids of this org, and only these kinds were asked for.
  return matches as Extract<FindMatch<Id, Unit, Person>, { readonly kind: Kind }>[]
}

function requireText(words: unknown): void {
  if (typeof words !== 'string') throw invalidArgument('find', 'words', words, 'text')
}

function kindsOf(received: unknown): readonly FindKind[] {
  if (received === undefined) return KINDS
  if (!Array.isArray(received))
    throw invalidOption('kinds', received, "an array of 'role', 'unit' and 'person'")
  return Array.from(received, (kind: unknown) => oneOf('kinds', kind, KINDS))
}

const FITS = new Map<number, NameMatch['fit']>([
  [WORDS, 'words'],
  [PREFIX, 'prefix'],
  [TYPO, 'typo'],
])

function matchOf(things: NamedThings, { thing, rank, holder, place }: FoundThing): FindMatch {
  const kind = things.kindOf(thing)
  const id = things.idOf(thing)
  const fit = FITS.get(rank) ?? 'exact'
  const named = holder === NONE ? thing : holder
  const alias = rank === EXACT_ID || place === AS_ID ? things.idOf(named) : things.nameOf(named, place)
  const name = typeof alias === 'string' ? { name: alias } : { name: alias.name, warning: alias.warning }
  if (kind === 'role' && holder !== NONE)
    return { kind, id, fit, matched: 'holder', ...name, person: things.idOf(holder) }
  const matched = place > 0 && place !== AS_ID ? 'alias' : name.name === id ? 'id' : undefined
  if (kind === 'person') return { kind, id, fit, matched: matched ?? 'name', ...name }
  return { kind, id, fit, matched: matched ?? 'title', ...name }
}
