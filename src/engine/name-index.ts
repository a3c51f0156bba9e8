import { type Alias, writtenAliases } from '../model/alias.js'
import { type Edges, edgesFrom, reversed } from './edges.js'
import { eachWord, foldedName, type LetterFolds, lettersHash } from './name-letters.js'
import type { OrgState } from './org-state.js'
import { type PeopleIndex, peopleIndexOf, personRecord } from './people-index.js'

/** The ids and other names of one kind of thing. The first name is the title, or the id where there is none. */
interface Named {
  readonly count: number
  readonly idOf: (number: number) => string
  readonly titleOf: (number: number) => string
  readonly aliasesOf: (number: number) => readonly Alias[]
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
  /** The things whose id is not their first name. */
  readonly idsByLetters: LetterTable
  readonly vocabulary: ReadonlyMap<string, number>
  readonly words: readonly string[]
  /** The words of each name. */
  readonly wordsOfName: Edges
  /** The names with each word. */
  readonly namesOfWord: Edges
  readonly byStart: WordBuckets
  readonly byEnd: WordBuckets
  readonly #kinds: readonly Named[]

  constructor(state: OrgState) {
    const { folds } = this
    this.people = state.kept(peopleIndexOf)
    const units = [...state.units.values()]
    this.unitNumbers = new Map(units.map(({ id }, number) => [id, number]))
    this.#kinds = [rolesOf(state), unitsOf(units), peopleOf(state, this.people)]
    this.firstUnit = state.columns.count
    this.firstPerson = this.firstUnit + units.length
    this.count = this.firstPerson + this.people.ids.length

    const names = new NameList()
    const ids = new LetterTableList()
    this.#eachThing((thing, kind, number) => {
      const id = kind.idOf(number)
      const title = kind.titleOf(number)
      if (title !== id) ids.add(lettersHash(id, folds), thing)
      names.add(title, thing, 0)
      const aliases = kind.aliasesOf(number)
      for (let place = 0; place < aliases.length; place++) names.add(textOf(aliases[place]), thing, place + 1)
    })
    this.names = names.names
    this.owners = names.owners()
    this.idsByLetters = ids.table()

    const words = new WordList()
    const letters = new LetterTableList()
    this.lengths = new Int32Array(this.names.length)
    for (let name = 0; name < this.names.length; name++) {
      const folded = foldedName(this.names[name], folds)
      this.lengths[name] = words.addName(folded)
      letters.add(lettersHash(folded, folds), name)
    }
    this.byLetters = letters.table()
    this.vocabulary = words.numbers
    this.words = words.words
    this.wordsOfName = words.wordsOfName()
    this.namesOfWord = reversed(this.names.length, this.wordsOfName, this.words.length)
    this.byStart = new WordBuckets(this.words, startOf)
    this.byEnd = new WordBuckets(this.words, endOf)
  }

  #eachThing(visit: (thing: number, kind: Named, number: number) => void): void {
    let thing = 0
    for (const kind of this.#kinds) {
      for (let number = 0; number < kind.count; number++) visit(thing++, kind, number)
    }
  }

  kindOf(thing: number): 'role' | 'unit' | 'person' {
    if (thing < this.firstUnit) return 'role'
    return thing < this.firstPerson ? 'unit' : 'person'
  }

  idOf(thing: number): string {
    const [kind, number] = this.#placeOf(thing)
    return kind.idOf(number)
  }

  /** A name of a thing by its place: 0 is the title, and the aliases follow. */
  aliasOf(thing: number, place: number): Alias {
    const [kind, number] = this.#placeOf(thing)
    return place === 0 ? kind.titleOf(number) : kind.aliasesOf(number)[place - 1]
  }

  #placeOf(thing: number): readonly [kind: Named, number: number] {
    const [roles, units, people] = this.#kinds
    if (thing < this.firstUnit) return [roles, thing]
    return thing < this.firstPerson ? [units, thing - this.firstUnit] : [people, thing - this.firstPerson]
  }
}

/** For {@link OrgState.kept}. */
export function nameIndexOf(state: OrgState): NameIndex {
  return new NameIndex(state)
}

const NO_ALIASES: readonly Alias[] = Object.freeze([])

function rolesOf({ columns: { count, ids, attributes } }: OrgState): Named {
  return {
    count,
    idOf: (handle) => ids[handle],
    titleOf: (handle) => attributes.title?.[handle] ?? ids[handle],
    aliasesOf: (handle) => attributes.aliases?.[handle] ?? NO_ALIASES,
  }
}

function unitsOf(
  units: readonly (Parameters<typeof writtenAliases>[0] & { id: string; title: string })[],
): Named {
  const aliases = units.map(writtenAliases)
  return {
    count: units.length,
    idOf: (number) => units[number].id,
    titleOf: (number) => units[number].title,
    aliasesOf: (number) => aliases[number],
  }
}

function peopleOf(state: OrgState, { ids }: PeopleIndex): Named {
  return {
    count: ids.length,
    idOf: (number) => ids[number],
    titleOf: (number) => state.people?.get(ids[number])?.name ?? ids[number],
    aliasesOf: (number) =>
      state.people === undefined ? NO_ALIASES : writtenAliases(personRecord(state, ids[number])),
  }
}

function textOf(alias: Alias): string {
  return typeof alias === 'string' ? alias : alias.name
}

/** The things that have each name, ascending, and as which of their names: its place. */
export interface NameOwners extends Edges {
  readonly place: Int32Array
}

/** The distinct names, as they are collected. */
class NameList {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #lastOwner: number[] = []
  readonly #name: number[] = []
  readonly #thing: number[] = []
  readonly #place: number[] = []

  add(text: string, thing: number, place: number): void {
    let name = this.#numbers.get(text)
    if (name === undefined) {
      name = this.names.length
      this.#numbers.set(text, name)
      this.names.push(text)
      this.#lastOwner.push(-1)
    }
    // A thing that has the name twice has it by its first place.
    if (this.#lastOwner[name] === thing) return
    this.#lastOwner[name] = thing
    this.#name.push(name)
    this.#thing.push(thing)
    this.#place.push(place)
  }

  owners(): NameOwners {
    const { start, to } = edgesFrom(this.names.length, this.#name, this.#thing)
    return { start, to, place: edgesFrom(this.names.length, this.#name, this.#place).to }
  }
}

/** The distinct words, as they are collected. */
class WordList {
  readonly words: string[] = []
  readonly numbers = new Map<string, number>()
  readonly #lastName: number[] = []
  readonly #starts: number[] = [0]
  readonly #of: number[] = []
  readonly #add = (text: string): void => {
    let word = this.numbers.get(text)
    if (word === undefined) {
      word = this.words.length
      this.numbers.set(text, word)
      this.words.push(text)
      this.#lastName.push(-1)
    }
    const name = this.#starts.length
    if (this.#lastName[word] === name) return
    this.#lastName[word] = name
    this.#of.push(word)
  }

  /** Adds the words of the next name; returns how many words it has. */
  addName(folded: string): number {
    const length = eachWord(folded, this.#add)
    this.#starts.push(this.#of.length)
    return length
  }

  wordsOfName(): Edges {
    return { start: Int32Array.from(this.#starts), to: Int32Array.from(this.#of) }
  }
}

class LetterTableList {
  readonly #hashes: number[] = []
  readonly #keys: number[] = []

  add(hash: number, key: number): void {
    this.#hashes.push(hash)
    this.#keys.push(key)
  }

  table(): LetterTable {
    return new LetterTable(this.#hashes, this.#keys)
  }
}

/** Keys by the hash of the letters of a name. */
class LetterTable {
  readonly #buckets: Edges
  readonly #mask: number

  constructor(hashes: readonly number[], keys: readonly number[]) {
    // Sorted by bucket, of which there are at least as many: no names, however chosen, make this slow.
    let buckets = 1
    while (buckets < hashes.length) buckets *= 2
    this.#mask = buckets - 1
    const places = Int32Array.from(hashes, (hash) => hash & this.#mask)
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

const BUCKETS = 0x1000

/** The words by their first or last two units. */
class WordBuckets {
  readonly #buckets: Edges
  readonly #keyOf: (word: string) => number

  constructor(words: readonly string[], keyOf: (word: string) => number) {
    this.#keyOf = keyOf
    const numbers = Int32Array.from({ length: words.length }, (_, number) => number)
    this.#buckets = edgesFrom(BUCKETS, Int32Array.from(words, keyOf), numbers)
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
