import type { Alias } from '../model/alias.js'
import type { Unit } from '../model/unit.js'
import type { OrgState } from './org-state.js'

/**
 * A name as it is compared: without case, accents and width, with single spaces. Case is folded before and after
 * normalization, since some letters only appear by compatibility (`㎒` is "MHz").
 */
export function foldName(name: string): string {
  return foldLetters(name).replace(/\s+/g, ' ').trim()
}

function foldLetters(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
}

/** How many questions are answered by comparing all names: together they take less time than the table of names. */
const COMPARED = 8

/** Finds the roles and units that have a name among their titles, aliases and ids. */
export class NameIndex {
  readonly #folds = new LetterFolds()
  readonly #roles: NameColumns
  readonly #units: NameColumns
  readonly unitList: readonly Unit[]
  #asked = 0
  #tables: { readonly roles: NameTable; readonly units: NameTable } | undefined

  constructor(state: OrgState) {
    const { ids, attributes } = state.columns
    this.#roles = { ids, titles: attributes.title, aliases: attributes.aliases }
    this.unitList = [...state.units.values()]
    this.#units = {
      ids: this.unitList.map(({ id }) => id),
      titles: this.unitList.map(({ title }) => title),
      aliases: this.unitList.map(({ aliases }) => aliases),
    }
  }

  /** Tells whether a text is the same name. */
  testOf(name: string): NameTest {
    const folded = foldName(name)
    let at = 0
    const isNext = (unit: number): boolean => folded.charCodeAt(at++) === unit
    const first = folded.charCodeAt(0)
    return (text) => {
      // Most names differ in the first letter.
      const code = text.charCodeAt(0)
      if (code < 0x80 && code > SPACE && code !== first && (code & ~0x20) !== first) return false
      at = 0
      return this.#folds.eachUnit(text, isNext) && at === folded.length
    }
  }

  /**
   * The handles of the roles and the places in the list of units that may have a name, ascending: all that have it, and
   * rarely another. The first questions are O(names), later ones O(matches).
   */
  find(
    name: string,
    isName: NameTest,
  ): { readonly roles: readonly number[]; readonly units: readonly number[] } {
    if (++this.#asked <= COMPARED) {
      return { roles: compared(this.#roles, isName), units: compared(this.#units, isName) }
    }
    this.#tables ??= {
      roles: new NameTable(this.#roles, this.#folds),
      units: new NameTable(this.#units, this.#folds),
    }
    return { roles: this.#tables.roles.find(name), units: this.#tables.units.find(name) }
  }
}

export type NameTest = (text: string) => boolean

/** For {@link OrgState.kept}. */
export function nameIndexOf(state: OrgState): NameIndex {
  return new NameIndex(state)
}

/** The names of roles or units. */
interface NameColumns {
  readonly ids: readonly string[]
  readonly titles: readonly (string | undefined)[] | undefined
  readonly aliases: readonly (readonly Alias[] | undefined)[] | undefined
}

function compared({ ids, titles, aliases }: NameColumns, isName: NameTest): number[] {
  const found: number[] = []
  for (let key = 0; key < ids.length; key++) {
    const title = titles?.[key]
    if (
      isName(ids[key]) ||
      (title !== undefined && isName(title)) ||
      aliases?.[key]?.some((alias) => isName(typeof alias === 'string' ? alias : alias.name)) === true
    ) {
      found.push(key)
    }
  }
  return found
}

/** Roles or units by the hash of their folded names. */
class NameTable {
  readonly #folds: LetterFolds
  /** The entries of a bucket are those from `starts[bucket]` to before `starts[bucket + 1]`. */
  readonly #starts: Int32Array
  readonly #hashes: Int32Array
  readonly #keys: Int32Array

  constructor({ ids, titles, aliases }: NameColumns, folds: LetterFolds) {
    const hashes: number[] = []
    const keys: number[] = []
    const add = (name: string, key: number): void => {
      hashes.push(folds.hashOf(name))
      keys.push(key)
    }
    for (let key = 0; key < ids.length; key++) {
      add(ids[key], key)
      const title = titles?.[key]
      if (title !== undefined) add(title, key)
      for (const alias of aliases?.[key] ?? []) add(typeof alias === 'string' ? alias : alias.name, key)
    }
    // Sorted by bucket, of which there are at least as many: no names, however chosen, make this slow.
    let buckets = 1
    while (buckets < hashes.length) buckets *= 2
    const starts = new Int32Array(buckets + 1)
    for (const hash of hashes) starts[(hash & (buckets - 1)) + 1]++
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] += starts[bucket]
    const next = starts.slice()
    this.#folds = folds
    this.#starts = starts
    this.#hashes = new Int32Array(hashes.length)
    this.#keys = new Int32Array(hashes.length)
    for (let entry = 0; entry < hashes.length; entry++) {
      const place = next[hashes[entry] & (buckets - 1)]++
      this.#hashes[place] = hashes[entry]
      this.#keys[place] = keys[entry]
    }
  }

  /** The keys of all names with the hash of a name, each once. */
  find(name: string): readonly number[] {
    const hash = this.#folds.hashOf(name)
    const bucket = hash & (this.#starts.length - 2)
    const found: number[] = []
    for (let entry = this.#starts[bucket]; entry < this.#starts[bucket + 1]; entry++) {
      // A role that has the name twice follows itself.
      if (this.#hashes[entry] === hash && found.at(-1) !== this.#keys[entry]) found.push(this.#keys[entry])
    }
    return found
  }
}

// FNV-1a; its bits are mixed at the end, since the low ones depend on few of the first letters.
const FIRST_HASH = 0x811c9dc5 | 0
const FACTOR = 0x01000193
const SPACE = 0x20

/** Reads names as {@link foldName} folds them, without making a string of each. Letters other than ASCII are folded once. */
export class LetterFolds {
  readonly #folds = new Map<number, string>()
  #hash = 0
  readonly #addToHash = (unit: number): true => {
    this.#hash = Math.imul(this.#hash ^ unit, FACTOR)
    return true
  }

  hashOf(name: string): number {
    this.#hash = FIRST_HASH
    this.eachUnit(name, this.#addToHash)
    const half = Math.imul(this.#hash ^ (this.#hash >>> 15), 0x85ebca6b)
    return half ^ (half >>> 13)
  }

  /** Passes the UTF-16 units of a folded name to `take`, until it returns false; returns whether all were taken. */
  eachUnit(name: string, take: (unit: number) => boolean): boolean {
    let isFirst = true
    // White space counts once, and where something comes before and after it.
    let space = false
    for (let at = 0; at < name.length; at++) {
      const code = name.charCodeAt(at)
      const fold = code < 0x80 ? undefined : this.#foldAt(name, at)
      if ((code & 0xfc00) === 0xd800 && (name.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++
      for (let next = 0; next < (fold === undefined ? 1 : fold.length); next++) {
        let unit = fold === undefined ? code : fold.charCodeAt(next)
        if (unit === SPACE || (unit >= 0x09 && unit <= 0x0d)) {
          space = true
          continue
        }
        if (unit >= 0x61 && unit <= 0x7a) unit -= 0x20
        if (space && !isFirst && !take(SPACE)) return false
        if (!take(unit)) return false
        space = false
        isFirst = false
      }
    }
    return true
  }

  /** A letter folds to the same whatever is next to it. */
  #foldAt(name: string, at: number): string {
    const code = name.codePointAt(at) ?? 0
    let fold = this.#folds.get(code)
    if (fold === undefined) {
      fold = foldLetters(String.fromCodePoint(code)).replace(/\s/g, ' ')
      this.#folds.set(code, fold)
    }
    return fold
  }
}
