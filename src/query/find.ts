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
  /** The most matches to return, the best ones: a whole number, 0 or more. Default: all. */
  readonly limit?: number
}

interface NameMatch {
  /** How the words fit the name: they are all of it, or words of it, or prefixes of its words, or one has a typo. */
  readonly fit: 'exact' | 'words' | 'prefix' | 'typo'
  /** The name that matched, as the org spells it. */
  readonly name: string
  /** The warning that the org gives with a misleading alias. */
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
  /** The person, by whose name, alias or id the role was found. */
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

/** One thing that words may mean. */
export type FindMatch<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = RoleMatch<Id> | HolderMatch<Id, Person> | UnitMatch<Unit> | PersonMatch<Person>

const OPTIONS = ['kinds', 'limit']
const KINDS: readonly FindKind[] = ['role', 'unit', 'person']

/**
 * Finds the roles, units and people that words may mean, best first.
 *
 * Each is found by the best of its names, in this order:
 *
 * 1. the exact id;
 * 2. the title of a role or unit, the name of a person, or the id in another spelling;
 * 3. an alias;
 * 4. a holder: a role that is held by a person with this name, alias or id;
 * 5. words: every word is a word of the name, in any order;
 * 6. prefix: every word begins a word of the name;
 * 7. typo: as before, but for one word, which differs from a word of the name by one letter that is left out, added, replaced or
 *    swapped with its neighbour. That word of the name has five letters or more and no digit.
 *
 * The ranks 5 to 7 look at the titles and aliases of roles and units, at the names and aliases of people, and again at the
 * people who hold a role; of an id only where it is the title or the name. There a name with
 * more of the words whole comes first, then one in which fewer of them share a word, then one with fewer words of its own.
 * What is equal so far is in the order of the chart: roles, units, people. If several names of one role are equal, the title
 * comes before the aliases, and its own names before those of holders.
 *
 * Names are compared by their letters and digits, without case, accents, width, spaces and punctuation: `'co-ordinator'` is
 * "Coordinator", and `'obrien'` is "O’Brien". A word is what is between spaces, and if it has punctuation also each part of
 * it. The usual initials of officers also mean the words that they stand for: `'CEO'` finds a "Chief Executive". Text of more than
 * 16 words, and a name without letters or digits, is compared whole only.
 *
 * Complexity: O(letters of all names) for the first few calls on an org, which compare all, and for the next one, which makes an
 * index; then O(names with the rarest word +
 * m log m) for m matches. A prefix or a typo is looked for among the words with the same two letters at the start or the end.
 *
 * @param org The org.
 * @param words A name, some words of it, or the beginnings of words.
 * @param options What to look for, and how many matches to return.
 * @returns A fresh array of fresh matches; empty where nothing fits.
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
  // The index has the ids of this org, and only things of these kinds are wanted.
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
