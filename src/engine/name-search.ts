import { NONE } from './columns.js'
import { targetsOf } from './edges.js'
import { type NameIndex, nameIndexOf } from './name-index.js'
import { foldedName, lettersHash, nameTest, readingsOf } from './name-letters.js'
import { isOneTypo } from './one-typo.js'
import type { OrgState } from './org-state.js'
import { VisitMarks } from './visit-marks.js'

/** The ranks of a match, best first. */
export const EXACT_ID = 1
const EXACT_TITLE = 2
const EXACT_ALIAS = 3
const EXACT_HOLDER = 4
export const WORDS = 5
export const PREFIX = 6
export const TYPO = 7

/**
 * Best first, in one number: by rank, by the words of the text that are not whole, by those that have no word of the name to
 * themselves, and by the words of the name.
 */
const RANK_STEP = 2 ** 24
const PART_STEP = 2 ** 19
const SHARED_STEP = 2 ** 15
const MOST_LENGTH = SHARED_STEP - 1

/** Longer texts are compared whole only. A bit of a number stands for each word. */
const MOST_WORDS = 16

/** The place of the id among the names of a thing with another title: after all others. */
export const AS_ID = 0x7fffffff

/** There are fewer things than this. */
const THINGS = 2 ** 26

/** One thing that has been found, and by which of its names. */
export interface FoundThing {
  /** Its number in the {@link NameIndex}. */
  readonly thing: number
  readonly rank: number
  /** The number of the holder by whose name a role was found, or none: then the name is one of its own. */
  readonly holder: number
  /** The place of the name among those of the thing, or of the holder. */
  readonly place: number
}

/** Finds things by text. Its columns are reused by every search; no function of the caller runs during one. */
export class NameSearch {
  readonly index: NameIndex
  readonly #handles: OrgState['columns']['handles']
  /** By thing: what it was found by, 0 where it has not been found. */
  readonly #keys: Int32Array
  readonly #places: Int32Array
  /** Whether a role was found by the name of a holder. */
  readonly #byHolder: Uint8Array
  #found: number[] = []
  #foundPeople: number[] = []
  readonly #seen: VisitMarks
  /** By word: the words of the text that it is, that it begins with, and that have one typo. A bit for each. */
  readonly #whole: Int32Array
  readonly #prefix: Int32Array
  readonly #typo: Int32Array

  constructor(state: OrgState) {
    const index = state.kept(nameIndexOf)
    this.index = index
    this.#handles = state.columns.handles
    this.#keys = new Int32Array(index.count)
    this.#places = new Int32Array(index.count)
    this.#byHolder = new Uint8Array(index.count)
    this.#seen = new VisitMarks(index.names.length)
    this.#whole = new Int32Array(index.words.length)
    this.#prefix = new Int32Array(index.words.length)
    this.#typo = new Int32Array(index.words.length)
  }

  /** The things that a text may mean and that are wanted, best first, `limit` at most. */
  find(text: string, isWanted: (thing: number) => boolean, limit: number): FoundThing[] {
    const folded = foldedName(text, this.index.folds)
    this.#findExact(text)
    let wanted = this.#found.filter(isWanted)
    if (wanted.length < limit) {
      for (const words of readingsOf(folded)) if (words.length <= MOST_WORDS) this.#findByWords(words)
      this.#passToRoles(WORDS)
      wanted = this.#found.filter(isWanted)
    }
    const list = this.#ordered(wanted, limit)
    for (const thing of this.#found) this.#keys[thing] = 0
    this.#found = []
    this.#foundPeople = []
    return list
  }

  #findExact(text: string): void {
    const { index } = this
    const { owners, firstUnit, firstPerson } = index
    this.#addId(this.#handles.get(text), 0)
    this.#addId(index.unitNumbers.get(text), firstUnit)
    this.#addId(index.people.numbers.get(text), firstPerson)
    const hash = lettersHash(text, index.folds)
    const isName = nameTest(text, index.folds)
    for (const name of index.byLetters.find(hash)) {
      if (!isName(index.names[name])) continue
      for (let owner = owners.start[name]; owner < owners.start[name + 1]; owner++) {
        const place = owners.place[owner]
        this.#add(owners.to[owner], (place === 0 ? EXACT_TITLE : EXACT_ALIAS) * RANK_STEP, place)
      }
    }
    for (const thing of index.thingsWithId(isName, hash)) this.#add(thing, EXACT_TITLE * RANK_STEP, AS_ID)
    this.#passToRoles(EXACT_HOLDER)
  }

  #addId(number: number | undefined, first: number): void {
    if (number !== undefined) this.#add(first + number, EXACT_ID * RANK_STEP, AS_ID)
  }

  /** Keeps the better of two matches of a thing. */
  #add(thing: number, key: number, place: number, byHolder = 0): void {
    const known = this.#keys[thing]
    if (known === 0) {
      this.#found.push(thing)
      if (thing >= this.index.firstPerson) this.#foundPeople.push(thing)
    } else if (key > known) return
    else if (key === known && !(this.#byHolder[thing] === byHolder && place < this.#places[thing])) return
    this.#keys[thing] = key
    this.#places[thing] = place
    this.#byHolder[thing] = byHolder
  }

  /** The roles of the people found so far are found too, by the name of their holder. */
  #passToRoles(least: number): void {
    const { firstPerson, people } = this.index
    for (const person of this.#foundPeople) {
      const key = Math.max(this.#keys[person], least * RANK_STEP)
      for (const role of targetsOf(people.roles, person - firstPerson)) {
        this.#add(role, key, 0, 1)
      }
    }
    this.#foundPeople = []
  }

  #findByWords(sought: readonly string[]): void {
    const { index } = this
    const all = 2 ** sought.length - 1
    const marked = sought.map((word, bit) => this.#mark(word, 1 << bit))
    const rarest = marked.reduce((one, other) => (this.#namesOf(other) < this.#namesOf(one) ? other : one))
    this.#seen.begin()
    for (const word of rarest) {
      for (const name of targetsOf(index.namesOfWord, word))
        if (this.#seen.mark(name)) this.#findByName(name, all)
    }
    for (const word of marked.flat()) this.#whole[word] = this.#prefix[word] = this.#typo[word] = 0
  }

  /** Marks the words of names that a word of the text may mean, and lists them. */
  #mark(sought: string, bit: number): number[] {
    const { words, vocabulary, byStart, byEnd } = this.index
    const marked: number[] = []
    const mark = (column: Int32Array, word: number): void => {
      if (((this.#prefix[word] | this.#typo[word]) & bit) === 0) marked.push(word)
      column[word] |= bit
    }
    const whole = vocabulary.get(sought)
    if (whole !== undefined) {
      mark(this.#prefix, whole)
      this.#whole[whole] |= bit
    }
    const starts = sought.length > 1 ? byStart.find(sought) : words.keys()
    for (const word of starts) if (words[word].startsWith(sought)) mark(this.#prefix, word)
    // A typo is in the first two letters or in the last two, never in all four.
    for (const alike of [byStart.find(sought), byEnd.find(sought)]) {
      for (const word of alike) {
        if ((this.#prefix[word] & bit) === 0 && isOneTypo(sought, words[word])) mark(this.#typo, word)
      }
    }
    return marked
  }

  #namesOf(words: readonly number[]): number {
    const { start } = this.index.namesOfWord
    return words.reduce((sum, word) => sum + start[word + 1] - start[word], 0)
  }

  #findByName(name: number, all: number): void {
    const { wordsOfName, lengths, owners } = this.index
    let whole = 0
    let prefix = 0
    let typo = 0
    let matched = 0
    for (let at = wordsOfName.start[name]; at < wordsOfName.start[name + 1]; at++) {
      const word = wordsOfName.to[at]
      whole |= this.#whole[word]
      prefix |= this.#prefix[word]
      typo |= this.#typo[word]
      if ((this.#prefix[word] | this.#typo[word]) !== 0) matched++
    }
    const missing = all & ~prefix
    const isOne = (missing & (missing - 1)) === 0
    const rank =
      whole === all ? WORDS : missing === 0 ? PREFIX : isOne && (typo & missing) !== 0 ? TYPO : NONE
    if (rank === NONE) return
    const key =
      rank * RANK_STEP +
      bitsOf(all & ~whole) * PART_STEP +
      Math.max(0, bitsOf(all) - matched) * SHARED_STEP +
      Math.min(lengths[name], MOST_LENGTH)
    for (let owner = owners.start[name]; owner < owners.start[name + 1]; owner++) {
      this.#add(owners.to[owner], key, owners.place[owner])
    }
  }

  /** By rank and length of the name, then by number. */
  #ordered(things: readonly number[], limit: number): FoundThing[] {
    const sorted = Float64Array.from(things, (thing) => this.#keys[thing] * THINGS + thing).sort()
    return Array.from(sorted.subarray(0, limit), (each) => this.#foundThing(each % THINGS))
  }

  #foundThing(thing: number): FoundThing {
    const key = this.#keys[thing]
    const rank = Math.floor(key / RANK_STEP)
    if (this.#byHolder[thing] === 0) return { thing, rank, holder: NONE, place: this.#places[thing] }
    const { people, firstPerson } = this.index
    const isIt = (person: number): boolean => {
      const found = this.#keys[firstPerson + person]
      return found !== 0 && Math.max(found, EXACT_HOLDER * RANK_STEP) === key
    }
    const holder = firstPerson + (targetsOf(people.holders, thing).find(isIt) ?? 0)
    return { thing, rank, holder, place: this.#places[holder] }
  }
}

function bitsOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** For {@link OrgState.kept}. */
export function nameSearchOf(state: OrgState): NameSearch {
  return new NameSearch(state)
}
