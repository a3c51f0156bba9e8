import { FIRST_HASH, hashWith, mixedHash } from '../kernel/fnv-hash.js'

/** What each non-ASCII letter seen so far folds to, by code point. A letter folds to the same whatever is next to it. */
export type LetterFolds = Map<number, string>

/**
 * A name as it is compared: without case, accents and width. White space becomes a space, and non-ASCII punctuation a
 * full stop. Case is folded before and after normalization, which turns some symbols into letters (`㎒` is "MHz").
 */
export function foldedName(name: string, folds: LetterFolds): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < name.length; at++) {
    if (name.charCodeAt(at) < 0x80) continue
    const code = name.codePointAt(at) ?? 0
    folded += name.slice(from, at) + foldedLetter(code, folds)
    if (code > 0xffff) at++
    from = at + 1
  }
  return (from === 0 ? name : folded + name.slice(from)).toUpperCase()
}

function foldedLetter(code: number, folds: LetterFolds): string {
  let fold = folds.get(code)
  if (fold === undefined) {
    const plain = String.fromCodePoint(code)
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
    fold = plain.replace(/\s/g, ' ').replace(/[^\p{ASCII}\p{L}\p{N}\p{Cs}\p{Co}\p{Cn}]/gu, '.')
    folds.set(code, fold)
  }
  return fold
}

export function isAscii(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) >= 0x80) return false
  return true
}

const SPACE = 0x20

/** Whether a unit of a folded name is part of a letter or a digit. */
function isWordUnit(unit: number): boolean {
  return unit >= 0x41 ? unit <= 0x5a || unit >= 0x80 : unit >= 0x30 && unit <= 0x39
}

const NOT_WORD = /[^0-9A-Z\u0080-\uffff]+/g

/** The letters and digits of a folded name: two names are the same if these are equal. */
export function lettersOf(folded: string): string {
  return folded.replace(NOT_WORD, '')
}

/** A name as its letters and words are read: folded, but for the case. An ASCII name is read in place, without a string of its own. */
export function readableName(name: string, folds: LetterFolds): string {
  return isAscii(name) ? name : foldedName(name, folds)
}

/**
 * Passes the words of a {@link readableName} to `visit`, each as a range of a text in any case: whatever is between spaces, without its
 * punctuation, and each part of it between punctuation ("Co-ordinator" is COORDINATOR, CO and ORDINATOR). Returns how
 * many are between spaces. There is no string for a word without punctuation.
 */
export function eachWord(text: string, visit: (text: string, from: number, to: number) => void): number {
  let count = 0
  let first = -1
  let last = -1
  let units = 0
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? SPACE : upperUnit(text.charCodeAt(at))
    if (isWordUnit(unit)) {
      if (units++ === 0) first = at
      last = at
    } else if (unit <= SPACE && units > 0) {
      count++
      if (units === last + 1 - first) visit(text, first, last + 1)
      else visitParts(text.slice(first, last + 1).toUpperCase(), visit)
      units = 0
    }
  }
  return count
}

function visitParts(word: string, visit: (text: string, from: number, to: number) => void): void {
  for (const part of [lettersOf(word), ...partsOf(word)]) visit(part, 0, part.length)
}

function partsOf(word: string): string[] {
  return word.split(NOT_WORD).filter((part) => part !== '')
}

/**
 * The words of a search, each once, in one or two readings: whatever is between spaces as one word, and its parts as
 * words.
 */
export function readingsOf(folded: string): readonly (readonly string[])[] {
  const between = folded.split(/[\0-\x20]+/).filter((word) => lettersOf(word) !== '')
  if (between.length === 0) return []
  const whole = [...new Set(between.map(lettersOf))]
  const parts = [...new Set(between.flatMap(partsOf))]
  return parts.length === whole.length && parts.every((part, at) => part === whole[at])
    ? [whole]
    : [whole, parts]
}

/** A unit of an ASCII text or of a folded name, in upper case. */
export function upperUnit(unit: number): number {
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit
}

/** A hash of the letters and digits of a name. ASCII is read in place, without a folded string. */
export function lettersHash(name: string, folds: LetterFolds): number {
  const text = readableName(name, folds)
  let hash = FIRST_HASH
  for (let at = 0; at < text.length; at++) {
    const unit = upperUnit(text.charCodeAt(at))
    if (isWordUnit(unit)) hash = hashWith(hash, unit)
  }
  return mixedHash(hash)
}

/** A hash of a word. */
export function wordHash(text: string, from: number, to: number): number {
  let hash = FIRST_HASH
  for (let at = from; at < to; at++) hash = hashWith(hash, upperUnit(text.charCodeAt(at)))
  return mixedHash(hash)
}

/** A hash of a text as written: of its last units, in which most titles differ, and every fourth one before. */
export function textHash(text: string): number {
  let hash = FIRST_HASH
  const last = text.length - 8
  for (let at = 0; at < text.length; at += at < last ? 4 : 1) hash = hashWith(hash, text.charCodeAt(at))
  return mixedHash(hash ^ text.length)
}

export type NameTest = (text: string) => boolean

/** A test for the same name. A name without letters and digits is compared as written. */
export function nameTest(name: string, folds: LetterFolds = new Map()): NameTest {
  const letters = lettersOf(foldedName(name, folds))
  if (letters === '') return (text) => text === name
  return (text) => {
    let next = 0
    for (let at = 0; at < text.length; at++) {
      const unit = upperUnit(text.charCodeAt(at))
      // A non-ASCII letter can fold to several letters, or to none.
      if (unit >= 0x80) return lettersOf(foldedName(text, folds)) === letters
      if (isWordUnit(unit) && unit !== letters.charCodeAt(next++)) return false
    }
    return next === letters.length
  }
}
