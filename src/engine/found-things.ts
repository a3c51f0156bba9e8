import { NONE } from './columns.js'
import { targetsOf } from './edges.js'
import type { NamedThings } from './named-things.js'

/** The ranks of a match, best first. */
export const EXACT_ID = 1
export const EXACT_TITLE = 2
export const EXACT_ALIAS = 3
const EXACT_HOLDER = 4
export const WORDS = 5
export const PREFIX = 6
export const TYPO = 7

/**
 * The order of a match as one number, the lowest best: by rank, then by how many words of the text match only in part, by
 * how many share a word of the name, and by the number of words in the name.
 */
const RANK_STEP = 2 ** 24
const PART_STEP = 2 ** 19
const SHARED_STEP = 2 ** 15
const MOST_LENGTH = SHARED_STEP - 1

/** The place of the id among the names of a thing that has a title: after all others. */
export const AS_ID = 0x7fffffff

/** There are fewer things than this. */
const THINGS = 2 ** 26

/** Which words of a text the words of a name equal, begin with, or equal but for one typo: a bit for each. */
export interface WordsFound {
  readonly whole: number
  readonly prefix: number
  readonly typo: number
  /** How many words of the name do. */
  readonly matched: number
}

/** The order of a name among matches; `undefined` if it does not match all words of the text. */
export function orderByWords(all: number, found: WordsFound, length: number): number | undefined {
  const rank = rankByWords(all, found)
  if (rank === undefined) return undefined
  return (
    rank * RANK_STEP +
    bitsOf(all & ~found.whole) * PART_STEP +
    Math.max(0, bitsOf(all) - found.matched) * SHARED_STEP +
    Math.min(length, MOST_LENGTH)
  )
}

function rankByWords(all: number, { whole, prefix, typo }: WordsFound): number | undefined {
  if (whole === all) return WORDS
  const missing = all & ~prefix
  if (missing === 0) return PREFIX
  return (missing & (missing - 1)) === 0 && (typo & missing) !== 0 ? TYPO : undefined
}

function bitsOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** A thing that was found, and the name that matched. */
export interface FoundThing {
  /** Its number among the {@link NamedThings}. */
  readonly thing: number
  readonly rank: number
  /** The number of the holder by whose name a role was found; `NONE` if it was found by its own. */
  readonly holder: number
  /** The place of the name among those of the thing, or of the holder. */
  readonly place: number
}

/** What one search finds. The next search reuses the columns; no function given by the caller may run during a search. */
export class FoundThings {
  readonly things: NamedThings
  /** The order of each thing; 0 if it was not found. */
  readonly #orders: Int32Array
  readonly #places: Int32Array
  /** Whether a role was found by the name of a holder. */
  readonly #byHolder: Uint8Array
  #found: number[] = []
  #people: number[] = []

  constructor(things: NamedThings) {
    this.things = things
    this.#orders = new Int32Array(things.count)
    this.#places = new Int32Array(things.count)
    this.#byHolder = new Uint8Array(things.count)
  }

  /** Adds a thing whose whole name matches. */
  addExact(thing: number, rank: number, place: number): void {
    this.add(thing, rank * RANK_STEP, place)
  }

  /** Keeps the better of two matches of a thing. */
  add(thing: number, order: number, place: number, byHolder = 0): void {
    const known = this.#orders[thing]
    if (known === 0) {
      this.#found.push(thing)
      if (thing >= this.things.firstPerson) this.#people.push(thing)
    } else if (order > known) return
    else if (order === known && !(this.#byHolder[thing] === byHolder && place < this.#places[thing])) return
    this.#orders[thing] = order
    this.#places[thing] = place
    this.#byHolder[thing] = byHolder
  }

  /** Adds the roles of the people found since the last call. */
  addRolesOfPeople(): void {
    const { firstPerson, people } = this.things
    for (const person of this.#people) {
      const order = orderOfHolder(this.#orders[person])
      for (const role of targetsOf(people.roles, person - firstPerson)) this.add(role, order, 0, 1)
    }
    this.#people = []
  }

  wanted(isWanted: (thing: number) => boolean): number[] {
    return this.#found.filter(isWanted)
  }

  /** The best `limit` of the things, in order; ties by number. */
  ordered(things: readonly number[], limit: number): FoundThing[] {
    const sorted = Float64Array.from(things, (thing) => this.#orders[thing] * THINGS + thing).sort()
    return Array.from(sorted.subarray(0, limit), (each) => this.#foundThing(each % THINGS))
  }

  #foundThing(thing: number): FoundThing {
    const order = this.#orders[thing]
    const rank = Math.floor(order / RANK_STEP)
    if (this.#byHolder[thing] === 0) return { thing, rank, holder: NONE, place: this.#places[thing] }
    const { people, firstPerson } = this.things
    const isIt = (person: number): boolean => {
      const found = this.#orders[firstPerson + person]
      return found !== 0 && orderOfHolder(found) === order
    }
    const holder = firstPerson + (targetsOf(people.holders, thing).find(isIt) ?? 0)
    return { thing, rank, holder, place: this.#places[holder] }
  }

  clear(): void {
    for (const thing of this.#found) this.#orders[thing] = 0
    this.#found = []
    this.#people = []
  }
}

/** The order of a role that is found through a holder of this order. */
function orderOfHolder(order: number): number {
  return Math.max(order, EXACT_HOLDER * RANK_STEP)
}
