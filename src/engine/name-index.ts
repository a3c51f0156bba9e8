import { type Alias, writtenAliases } from '../model/alias.js'
import { type Edges, edgesFrom, reversed } from './edges.js'
import { type LetterFolds, lettersHash, type NameTest } from './name-letters.js'
import {
  addName,
  addWords,
  nameList,
  type NameOwners,
  ownersOf,
  wordList,
  wordsOfNames,
} from './name-lists.js'
import type { OrgState } from './org-state.js'
import { type PeopleIndex, peopleIndexOf } from './people-index.js'

/** How many questions compare all ids: together they take less time than a table of them. */
const COMPARED = 8

/** The names of one kind of thing. The first name is the title, or the id where there is none. */
interface NameColumns {
  readonly ids: readonly string[]
  readonly titles: readonly (string | undefined)[]
  readonly aliases: readonly (readonly Alias[] | undefined)[]
}

/**
 * All names of an org by their words. Roles, units and people are numbered one after the other, in their order; each
 * distinct name is stored once, whatever number of them have it.
 */
export class NameIndex {
  readonly folds: LetterFolds = new Map()
  readonly people: PeopleIndex
  readonly unitNumbers: ReadonlyMap<string, number>
  /** The number of the first unit, of the first person, and of all things. */
  readonly firstUnit: number
  readonly firstPerson: number
  readonly count: number
  readonly names: readonly string[]
  /** How many words each name has. */
  readonly lengths: Int32Array
  readonly owners: NameOwners
  readonly byLetters: LetterTable
  readonly vocabulary: ReadonlyMap<string, number>
  readonly words: readonly string[]
  /** The words of each name. */
  readonly wordsOfName: Edges
  /** The names with each word. */
  readonly namesOfWord: Edges
  readonly byStart: WordBuckets
  readonly byEnd: WordBuckets
  readonly #kinds: readonly NameColumns[]
  #asked = 0
  #ids: LetterTable | undefined

  constructor(state: OrgState) {
    const { folds } = this
    this.people = state.kept(peopleIndexOf)
    const units = [...state.units.values()]
    this.unitNumbers = new Map(units.map(({ id }, number) => [id, number]))
    const { ids, attributes } = state.columns
    this.#kinds = [
      { ids, titles: attributes.title ?? NONE, aliases: attributes.aliases ?? NONE },
      columnsOf(units),
      columnsOf([...(state.people?.values() ?? [])], this.people.ids),
    ]
    this.firstUnit = ids.length
    this.firstPerson = this.firstUnit + units.length
    this.count = this.firstPerson + this.people.ids.length

    const names = nameList(this.count)
    let thing = 0
    for (const { ids, titles, aliases } of this.#kinds) {
      for (let number = 0; number < ids.length; number++, thing++) {
        addName(names, titles[number] ?? ids[number], thing)
        const others = aliases[number]
        if (others !== undefined) for (const alias of others) addName(names, textOf(alias), thing)
      }
    }
    this.names = names.names
    this.owners = ownersOf(names)

    const words = wordList()
    const hashes = new Int32Array(this.names.length)
    this.lengths = new Int32Array(this.names.length)
    for (let name = 0; name < this.names.length; name++) {
      this.lengths[name] = addWords(words, this.names[name], folds)
      hashes[name] = words.lettersHash
    }
    this.byLetters = new LetterTable(hashes, numbersTo(this.names.length))
    this.vocabulary = words.numbers
    this.words = words.words
    this.wordsOfName = wordsOfNames(words)
    this.namesOfWord = reversed(this.names.length, this.wordsOfName, this.words.length)
    this.byStart = new WordBuckets(this.words, startOf)
    this.byEnd = new WordBuckets(this.words, endOf)
  }

  /** The things with a title whose id is the same name. The first questions compare all ids. */
  thingsWithId(isName: NameTest, hash: number): number[] {
    const found: number[] = []
    if (++this.#asked <= COMPARED) {
      this.#eachId((id, thing) => isName(id) && found.push(thing))
      return found
    }
    this.#ids ??= this.#tableOfIds()
    for (const thing of this.#ids.find(hash)) if (isName(this.idOf(thing))) found.push(thing)
    return found
  }

  #tableOfIds(): LetterTable {
    const hashes: number[] = []
    const things: number[] = []
    this.#eachId((id, thing) => {
      hashes.push(lettersHash(id, this.folds))
      things.push(thing)
    })
    return new LetterTable(hashes, things)
  }

  /** The ids of the things with a title, which may be the same as the id. */
  #eachId(visit: (id: string, thing: number) => void): void {
    let thing = 0
    for (const { ids, titles } of this.#kinds) {
      for (let number = 0; number < ids.length; number++, thing++) {
        if (titles[number] !== undefined) visit(ids[number], thing)
      }
    }
  }

  kindOf(thing: number): 'role' | 'unit' | 'person' {
    if (thing < this.firstUnit) return 'role'
    return thing < this.firstPerson ? 'unit' : 'person'
  }

  idOf(thing: number): string {
    const [{ ids }, number] = this.#placeOf(thing)
    return ids[number]
  }

  /** A name of a thing by its place: 0 is the title, and the aliases follow. */
  aliasOf(thing: number, place: number): Alias {
    const [{ ids, titles, aliases }, number] = this.#placeOf(thing)
    return (place === 0 ? titles[number] : aliases[number]?.[place - 1]) ?? ids[number]
  }

  #placeOf(thing: number): readonly [kind: NameColumns, number: number] {
    const [roles, units, people] = this.#kinds
    if (thing < this.firstUnit) return [roles, thing]
    return thing < this.firstPerson ? [units, thing - this.firstUnit] : [people, thing - this.firstPerson]
  }
}

/** For {@link OrgState.kept}. */
export function nameIndexOf(state: OrgState): NameIndex {
  return new NameIndex(state)
}

const NONE: readonly never[] = Object.freeze([])

/** The names of units or people; without records they have only the ids. */
function columnsOf(
  records: readonly (Parameters<typeof writtenAliases>[0] & {
    readonly id: string
    readonly title?: string
    readonly name?: string
  })[],
  ids: readonly string[] = records.map(({ id }) => id),
): NameColumns {
  return {
    ids,
    titles: records.map(({ title, name }) => title ?? name),
    aliases: records.map(writtenAliases),
  }
}

function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.name
}

/** Keys by the hash of the letters of a name. */
class LetterTable {
  readonly #buckets: Edges
  readonly #mask: number

  constructor(hashes: ArrayLike<number>, keys: ArrayLike<number>) {
    // Sorted by bucket, of which there are at least as many: no names, however chosen, make this slow.
    let buckets = 1
    while (buckets < hashes.length) buckets *= 2
    this.#mask = buckets - 1
    const places = new Int32Array(hashes.length)
    for (let at = 0; at < places.length; at++) places[at] = hashes[at] & this.#mask
    this.#buckets = edgesFrom(buckets, places, keys)
  }

  /** The keys of this hash, ascending, and rarely one of another. */
  find(hash: number): Int32Array {
    const { start, to } = this.#buckets
    if (to.length === 0) return to
    const bucket = hash & this.#mask
    return to.subarray(start[bucket], start[bucket + 1])
  }
}

function numbersTo(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let number = 0; number < count; number++) numbers[number] = number
  return numbers
}

const BUCKETS = 0x1000

/** The words by their first or last two units. */
class WordBuckets {
  readonly #buckets: Edges
  readonly #keyOf: (word: string) => number

  constructor(words: readonly string[], keyOf: (word: string) => number) {
    this.#keyOf = keyOf
    const keys = new Int32Array(words.length)
    for (let word = 0; word < keys.length; word++) keys[word] = keyOf(words[word])
    this.#buckets = edgesFrom(BUCKETS, keys, numbersTo(words.length))
  }

  find(word: string): Int32Array {
    const { start, to } = this.#buckets
    if (to.length === 0) return to
    const key = this.#keyOf(word)
    return to.subarray(start[key], start[key + 1])
  }
}

function startOf(word: string): number {
  return pairOf(word.charCodeAt(0), word.charCodeAt(1))
}

function endOf(word: string): number {
  return pairOf(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2))
}

function pairOf(one: number, other: number): number {
  return (one * 61 + other) & (BUCKETS - 1)
}
