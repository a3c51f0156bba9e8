import { targetsOf } from './edges.js'
import {
  AS_ID,
  EXACT_ALIAS,
  EXACT_ID,
  EXACT_TITLE,
  type FoundThing,
  FoundThings,
  orderByWords,
} from './found-things.js'
import { NameIndex } from './name-index.js'
import { foldedName, type LetterFolds, lettersHash, nameTest, readingsOf } from './name-letters.js'
import { scanNames } from './name-scan.js'
import { NamedThings, type Names, namesOf } from './named-things.js'
import { spelledOut } from './officer-initials.js'
import { isOneTypo } from './one-typo.js'
import type { OrgState } from './org-state.js'
import { VisitMarks } from './visit-marks.js'

/** How many searches compare all names: together they take less time than making the index. */
const SCANNED = 4

/** Longer texts are only compared as a whole: each word is a bit of a number. */
const MOST_WORDS = 16

/** Finds things by text. */
export class NameSearch {
  readonly things: NamedThings
  readonly #folds: LetterFolds = new Map()
  readonly #found: FoundThings
  #asked = 0
  #indexed: IndexedSearch | undefined

  constructor(names: Names) {
    this.things = new NamedThings(names)
    this.#found = new FoundThings(this.things)
  }

  /** Makes the index now, for a caller that will search more than a few times and has time before the first search. */
  makeIndex(): void {
    this.#indexed ??= new IndexedSearch(this.#found, this.#folds)
    this.#asked = SCANNED
  }

  /** The wanted things that a text may mean, best first, `limit` at most. */
  find(text: string, isWanted: (thing: number) => boolean, limit: number): FoundThing[] {
    const found = this.#found
    for (const thing of this.things.withId(text)) found.addExact(thing, EXACT_ID, AS_ID)
    const read = readingsOf(foldedName(text, this.#folds))
    const readings = [...read, ...read.flatMap(spelledOut)].filter(({ length }) => length <= MOST_WORDS)
    if (++this.#asked <= SCANNED) scanNames(found, text, readings, this.#folds)
    else {
      this.#indexed ??= new IndexedSearch(found, this.#folds)
      this.#indexed.findExact(text)
      if (found.wanted(isWanted).length < limit) this.#indexed.findByWords(readings)
    }
    const list = found.ordered(found.wanted(isWanted), limit)
    found.clear()
    return list
  }
}

/** Finds things by the index of their names. Each search reuses the columns. */
class IndexedSearch {
  readonly #found: FoundThings
  readonly #folds: LetterFolds
  readonly #index: NameIndex
  readonly #seen: VisitMarks
  /** By word of the index: which words of the text it equals, begins with, or equals but for one typo. A bit for each. */
  readonly #whole: Int32Array
  readonly #prefix: Int32Array
  readonly #typo: Int32Array

  constructor(found: FoundThings, folds: LetterFolds) {
    this.#found = found
    this.#folds = folds
    this.#index = new NameIndex(found.things, folds)
    this.#seen = new VisitMarks(this.#index.names.length)
    this.#whole = new Int32Array(this.#index.words.length)
    this.#prefix = new Int32Array(this.#index.words.length)
    this.#typo = new Int32Array(this.#index.words.length)
  }

  findExact(text: string): void {
    const { names, owners, byLetters, idsByLetters } = this.#index
    const { things } = this.#found
    const hash = lettersHash(text, this.#folds)
    const isName = nameTest(text, this.#folds)
    for (const name of byLetters.find(hash)) {
      if (!isName(names[name])) continue
      for (let owner = owners.start[name]; owner < owners.start[name + 1]; owner++) {
        const place = owners.place[owner]
        this.#found.addExact(owners.to[owner], place === 0 ? EXACT_TITLE : EXACT_ALIAS, place)
      }
    }
    for (const thing of idsByLetters.find(hash)) {
      if (isName(things.idOf(thing))) this.#found.addExact(thing, EXACT_TITLE, AS_ID)
    }
    this.#found.addRolesOfPeople()
  }

  findByWords(readings: readonly (readonly string[])[]): void {
    for (const sought of readings) this.#findReading(sought)
    this.#found.addRolesOfPeople()
  }

  #findReading(sought: readonly string[]): void {
    const all = 2 ** sought.length - 1
    const marked = sought.map((word, bit) => this.#mark(word, 1 << bit))
    const rarest = marked.reduce((one, other) => (this.#namesOf(other) < this.#namesOf(one) ? other : one))
    this.#seen.begin()
    for (const word of rarest) {
      for (const name of targetsOf(this.#index.namesOfWord, word))
        if (this.#seen.mark(name)) this.#findByName(name, all)
    }
    for (const word of marked.flat()) this.#whole[word] = this.#prefix[word] = this.#typo[word] = 0
  }

  /** Marks the words of names that a word of the text may mean, and lists them. */
  #mark(sought: string, bit: number): number[] {
    const { words, vocabulary, byStart, byEnd } = this.#index
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
    // One typo affects the first two letters or the last two, never both.
    for (const alike of [byStart.find(sought), byEnd.find(sought)]) {
      for (const word of alike) {
        if ((this.#prefix[word] & bit) === 0 && isOneTypo(sought, words[word])) mark(this.#typo, word)
      }
    }
    return marked
  }

  #namesOf(words: readonly number[]): number {
    const { start } = this.#index.namesOfWord
    return words.reduce((sum, word) => sum + start[word + 1] - start[word], 0)
  }

  #findByName(name: number, all: number): void {
    const { wordsOfName, lengths, owners } = this.#index
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
    const order = orderByWords(all, { whole, prefix, typo, matched }, lengths[name])
    if (order === undefined) return
    for (let owner = owners.start[name]; owner < owners.start[name + 1]; owner++) {
      this.#found.add(owners.to[owner], order, owners.place[owner])
    }
  }
}

/** For {@link OrgState.kept}. */
export function nameSearchOf(state: OrgState): NameSearch {
  return new NameSearch(namesOf(state))
}
