import { AS_ID, EXACT_ALIAS, EXACT_TITLE, type FoundThings, orderByWords } from './found-things.js'
import { eachWord, type LetterFolds, nameTest, readableName, upperUnit } from './name-letters.js'
import { isOneTypo } from './one-typo.js'

/** Finds things by comparing a text with all names, without an index. O(letters of all names). */
export function scanNames(
  found: FoundThings,
  text: string,
  readings: readonly (readonly string[])[],
  folds: LetterFolds,
): void {
  const isName = nameTest(text, folds)
  const scans = readings.map((sought) => wordScan(sought, folds))
  found.things.eachName((name, thing, place) => {
    if (isName(name)) {
      found.addExact(thing, place === 0 ? EXACT_TITLE : EXACT_ALIAS, place)
      return
    }
    for (const orderOf of scans) {
      const order = orderOf(name)
      if (order !== undefined) found.add(thing, order, place)
    }
  })
  found.things.eachId((id, thing) => {
    if (isName(id)) found.addExact(thing, EXACT_TITLE, AS_ID)
  })
  found.addRolesOfPeople()
}

/** How the words of one name match those of a text. */
interface WordScan {
  readonly sought: readonly string[]
  whole: number
  prefix: number
  typo: number
  readonly matched: string[]
}

/** Returns a function that returns the order of a name by its words; `undefined` if it does not match. */
function wordScan(sought: readonly string[], folds: LetterFolds): (name: string) => number | undefined {
  // A plain object: V8 optimizes the code for a class again after each garbage collection that finds no instance of it.
  const scan: WordScan = { sought, whole: 0, prefix: 0, typo: 0, matched: [] }
  const all = 2 ** sought.length - 1
  const patterns = sought.map(wordPattern)
  const compare = (text: string, from: number, to: number): void => {
    compareWord(scan, text, from, to)
  }
  return (name) => {
    const text = readableName(name, folds)
    if (!patterns.every((pattern) => pattern.test(text))) return undefined
    scan.whole = scan.prefix = scan.typo = 0
    scan.matched.length = 0
    const length = eachWord(text, compare)
    if (scan.matched.length === 0) return undefined
    const { whole, prefix, typo, matched } = scan
    return orderByWords(all, { whole, prefix, typo, matched: matched.length }, length)
  }
}

/**
 * Matches every folded or ASCII name with a word that may be meant, and few others: a word that begins with the same two
 * letters or ends with them, perhaps with punctuation in between. It takes a fraction of the time of reading all words.
 */
function wordPattern(sought: string): RegExp {
  const [first, last] = [sought.slice(0, 2), sought.slice(-2)].map((pair) => {
    return Array.from(pair, (letter) => `[${letter}${letter.toLowerCase()}]`).join(PUNCTUATION)
  })
  return new RegExp(`(?:^|[^${LETTERS}])${first}|${last}(?![${LETTERS}])`)
}

const LETTERS = '0-9A-Za-z\\x80-\\uffff'
const PUNCTUATION = '[!-/:-@[-`{-\\x7f]*'

function compareWord(scan: WordScan, text: string, from: number, to: number): void {
  let isMatch = false
  for (let bit = 0; bit < scan.sought.length; bit++) {
    const sought = scan.sought[bit]
    if (isStart(sought, text, from, to)) {
      scan.prefix |= 1 << bit
      if (to - from === sought.length) scan.whole |= 1 << bit
      isMatch = true
    } else if (mayBeTypo(sought, text, from, to) && isOneTypo(sought, text.slice(from, to).toUpperCase())) {
      scan.typo |= 1 << bit
      isMatch = true
    }
  }
  // A word that the name has twice counts once, and no more words count than the text has.
  if (!isMatch || scan.matched.length >= scan.sought.length) return
  const word = text.slice(from, to).toUpperCase()
  if (!scan.matched.includes(word)) scan.matched.push(word)
}

/** Whether a range of a text begins with a word. */
function isStart(sought: string, text: string, from: number, to: number): boolean {
  if (to - from < sought.length) return false
  for (let at = 0; at < sought.length; at++) {
    if (sought.charCodeAt(at) !== upperUnit(text.charCodeAt(from + at))) return false
  }
  return true
}

/** One typo affects the first two letters or the last two, never both. */
function mayBeTypo(sought: string, text: string, from: number, to: number): boolean {
  const longer = sought.length - (to - from)
  if (longer > 1 || longer < -1) return false
  const last = sought.length - 1
  return (
    isPairAt(sought, 0, 1, text, from, from + 1) || isPairAt(sought, last, last - 1, text, to - 1, to - 2)
  )
}

function isPairAt(
  sought: string,
  one: number,
  next: number,
  text: string,
  oneInText: number,
  nextInText: number,
): boolean {
  return (
    sought.charCodeAt(one) === upperUnit(text.charCodeAt(oneInText)) &&
    sought.charCodeAt(next) === upperUnit(text.charCodeAt(nextInText))
  )
}
