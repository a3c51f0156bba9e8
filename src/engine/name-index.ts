import { type Edges, edgesFrom, reversed } from './edges.js'
import { type LetterFolds, lettersHash } from './name-letters.js'
import {
  addName,
  addWords,
  nameList,
  type NameOwners,
  ownersOf,
  wordList,
  wordsOfNames,
} from './name-lists.js'
import type { NamedThings } from './named-things.js'

/** All names by their words. Each distinct name is stored once, however many things have it. */
export class NameIndex {
  readonly names: readonly string[]
  /** How many words each name has. */
  readonly lengths: Int32Array
  readonly owners: NameOwners
  readonly byLetters: LetterTable
  /** The things with a title, by the letters of their ids. */
  readonly idsByLetters: LetterTable
  readonly vocabulary: ReadonlyMap<string, number>
  readonly words: readonly string[]
  /** The words of each name. */
  readonly wordsOfName: Edges
  /** The names with each word. */
  readonly namesOfWord: Edges
  readonly byStart: WordBuckets
  readonly byEnd: WordBuckets

  constructor(things: NamedThings, folds: LetterFolds) {
    const names = nameList(things.count)
    things.eachName((name, thing) => {
      addName(names, name, thing)
    })
    this.names = names.names
    this.owners = ownersOf(names)

    const words = wordList()
    const hashes = new Int32Array(this.names.length)
    this.lengths = new Int32Array(this.names.length)
    for (let name = 0; name < this.names.length; name++) {
      this.lengths[name] = addWords(words, this.names[name], folds)
      hashes[name] = lettersHash(this.names[name], folds)
    }
    this.byLetters = new LetterTable(hashes, numbersTo(this.names.length))
    this.vocabulary = words.numbers
    this.words = words.words
    this.wordsOfName = wordsOfNames(words)
    this.namesOfWord = reversed(this.names.length, this.wordsOfName, this.words.length)
    this.byStart = new WordBuckets(this.words, startOf)
    this.byEnd = new WordBuckets(this.words, endOf)

    const ids: number[] = []
    const titled: number[] = []
    things.eachId((id, thing) => {
      ids.push(lettersHash(id, folds))
      titled.push(thing)
    })
    this.idsByLetters = new LetterTable(ids, titled)
  }
}

/** Keys by the hash of the letters of a name. */
class LetterTable {
  readonly #buckets: Edges
  readonly #mask: number

  constructor(hashes: ArrayLike<number>, keys: ArrayLike<number>) {
    // Sorted into at least as many buckets as keys: no choice of names makes this slow.
    let buckets = 1
    while (buckets < hashes.length) buckets *= 2
    this.#mask = buckets - 1
    const places = new Int32Array(hashes.length)
    for (let at = 0; at < places.length; at++) places[at] = hashes[at] & this.#mask
    this.#buckets = edgesFrom(buckets, places, keys)
  }

  /** The keys with this hash, ascending, and rarely one with another hash. */
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
