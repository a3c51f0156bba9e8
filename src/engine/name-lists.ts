import { type Edges, edgesFrom } from './edges.js'
import { eachWord, type LetterFolds, readableName, textHash, upperUnit, wordHash } from './name-letters.js'

// Plain objects: V8 optimizes the code for a class again after each garbage collection that finds no instance of it.

/** The most slots in which an equal text is looked for, so that texts chosen to collide cost no more. */
const PROBES = 32

/** Numbers from 0 up by hashes. It may lose a number: what must not be stored twice needs another check. */
interface HashSlots {
  readonly hashes: number[]
  /** The numbers plus one, at or after the slot of their hash. */
  table: Int32Array
}

function hashSlots(): HashSlots {
  return { hashes: [], table: new Int32Array(1024) }
}

/** The number `probe` slots after that of a hash; -1 if there is none. */
function numberAt({ table }: HashSlots, hash: number, probe: number): number {
  return table[(hash + probe) & (table.length - 1)] - 1
}

/** Adds the next number. */
function addHash(slots: HashSlots, hash: number): void {
  const count = slots.hashes.push(hash)
  if (count * 2 < slots.table.length) {
    putNumber(slots, count - 1)
    return
  }
  slots.table = new Int32Array(slots.table.length * 4)
  for (let number = 0; number < count; number++) putNumber(slots, number)
}

function putNumber({ hashes, table }: HashSlots, number: number): void {
  const hash = hashes[number]
  for (let probe = 0; probe < PROBES; probe++) {
    const slot = (hash + probe) & (table.length - 1)
    if (table[slot] !== 0) continue
    table[slot] = number + 1
    return
  }
}

/** The things that have each name, ascending, with the place of the name among theirs. */
export interface NameOwners extends Edges {
  readonly place: Int32Array
}

/** The distinct names, as they are collected; one that the slots have lost is stored again. */
export interface NameList {
  readonly names: string[]
  readonly slots: HashSlots
  readonly starts: Int32Array
  /** The names of each thing, by their places. */
  readonly ofThings: number[]
}

export function nameList(things: number): NameList {
  return { names: [], slots: hashSlots(), starts: new Int32Array(things + 1), ofThings: [] }
}

/** Adds the next name of a thing; things must come in order. */
export function addName(list: NameList, text: string, thing: number): void {
  list.starts[thing + 1] = list.ofThings.push(nameNumber(list, text))
}

function nameNumber({ names, slots }: NameList, text: string): number {
  const hash = textHash(text)
  for (let probe = 0; probe < PROBES; probe++) {
    const name = numberAt(slots, hash, probe)
    if (name === -1) break
    if (slots.hashes[name] === hash && names[name] === text) return name
  }
  addHash(slots, hash)
  return names.push(text) - 1
}

export function ownersOf({ names, starts, ofThings }: NameList): NameOwners {
  const things = new Int32Array(ofThings.length)
  const places = new Int32Array(ofThings.length)
  for (let thing = 0; thing + 1 < starts.length; thing++) {
    for (let at = starts[thing]; at < starts[thing + 1]; at++) {
      things[at] = thing
      places[at] = at - starts[thing]
    }
  }
  const { start, to } = edgesFrom(names.length, ofThings, things)
  return { start, to, place: edgesFrom(names.length, ofThings, places).to }
}

/** The distinct words, as they are collected. */
export interface WordList {
  readonly words: string[]
  readonly numbers: Map<string, number>
  readonly slots: HashSlots
  readonly lastName: number[]
  readonly starts: number[]
  readonly ofNames: number[]
}

export function wordList(): WordList {
  return {
    words: [],
    numbers: new Map(),
    slots: hashSlots(),
    lastName: [],
    starts: [0],
    ofNames: [],
  }
}

/** Adds the words of the next name; returns how many words it has. */
export function addWords(list: WordList, name: string, folds: LetterFolds): number {
  const length = eachWord(readableName(name, folds), (text, from, to) => {
    addWord(list, text, from, to)
  })
  list.starts.push(list.ofNames.length)
  return length
}

function addWord(list: WordList, text: string, from: number, to: number): void {
  const word = wordNumber(list, text, from, to)
  const name = list.starts.length
  if (list.lastName[word] === name) return
  list.lastName[word] = name
  list.ofNames.push(word)
}

function wordNumber(list: WordList, text: string, from: number, to: number): number {
  const { words, numbers, slots } = list
  const hash = wordHash(text, from, to)
  for (let probe = 0; probe < PROBES; probe++) {
    const word = numberAt(slots, hash, probe)
    if (word === -1) break
    if (slots.hashes[word] === hash && isPart(words[word], text, from, to)) return word
  }
  const written = text.slice(from, to).toUpperCase()
  const lost = numbers.get(written)
  if (lost !== undefined) return lost
  addHash(slots, hash)
  list.lastName.push(-1)
  numbers.set(written, words.length)
  return words.push(written) - 1
}

export function wordsOfNames({ starts, ofNames }: WordList): Edges {
  return { start: new Int32Array(starts), to: new Int32Array(ofNames) }
}

/** Whether a range of a text is a word, in any case. */
function isPart(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== upperUnit(text.charCodeAt(from + at))) return false
  }
  return true
}
