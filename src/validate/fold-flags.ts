import { latinLookOf } from './confusables.js'

/** The steps that may change a text when it is folded, as bits. A step whose bit is not set leaves the text unchanged. */
export const FORM = 1
export const INVISIBLE = 2
export const SPACE = 4
export const CASE = 8
export const LETTERS = 16
export const ZEROS = 32
/** Set if the lower case of a letter has several units or depends on its neighbours. */
const CASE_IN_CONTEXT = 64

/** Set for each UTF-16 unit whose flags are known. */
const KNOWN = 128
const ASCII_END = 0x80
const BLANK = 0x20
const [ZERO, NINE] = [0x30, 0x39]
const FINAL_SIGMA = 'Σ'
const CHANGED_BY_NEIGHBOURS = /[\p{M}\p{Cs}\u1100-\u11ff]/u

/** The flags and foldings of each UTF-16 unit seen so far. */
interface FoldTables {
  readonly flags: Uint8Array
  readonly lower: Uint16Array
  /** The lower case of the Latin letter that the unit looks like. */
  readonly latin: Uint16Array
}

let tables: FoldTables | undefined

/** The tables, made on first use. */
export function foldTables(): FoldTables {
  return (tables ??= {
    flags: new Uint8Array(0x10000),
    lower: new Uint16Array(0x10000),
    latin: new Uint16Array(0x10000),
  })
}

/**
 * The flags of a text, found in one pass over its units: a regular expression per step would take ten times as long, and
 * most texts need no step. Marks, parts of Hangul syllables and surrogates depend on their neighbours, so they set every
 * flag for letters.
 */
export function foldFlagsOf(text: string): number {
  const known = foldTables()
  let flags = 0
  let afterDigit = false
  let leadingZero = false
  let afterBlank = true
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // A single blank between words needs no folding.
    if (unit === BLANK && afterBlank) flags |= SPACE
    afterBlank = unit === BLANK
    const isDigit = unit >= ZERO && unit <= NINE
    if (leadingZero && isDigit) flags |= ZEROS
    leadingZero = unit === ZERO && !afterDigit
    afterDigit = isDigit
    if (known.flags[unit] === 0) learn(known, unit)
    flags |= known.flags[unit]
  }
  if (afterBlank && text.length > 0) flags |= SPACE
  return flags & ~KNOWN
}

function learn({ flags, lower, latin }: FoldTables, unit: number): void {
  const character = String.fromCharCode(unit)
  flags[unit] = KNOWN | flagsOfUnit(unit, character)
  lower[unit] = character.toLowerCase().charCodeAt(0)
  latin[unit] = latinLookOf(character).toLowerCase().charCodeAt(0)
}

function flagsOfUnit(unit: number, character: string): number {
  const flags = (/[^\S ]/.test(character) ? SPACE : 0) | caseOf(character)
  if (unit < ASCII_END) return flags
  if (CHANGED_BY_NEIGHBOURS.test(character)) return flags | FORM | INVISIBLE | SPACE | CASE | LETTERS
  return (
    flags |
    (character.normalize('NFKC') === character ? 0 : FORM) |
    (/\p{Cf}/u.test(character) ? INVISIBLE : 0) |
    (latinLookOf(character) === character ? 0 : LETTERS)
  )
}

function caseOf(character: string): number {
  const lower = character.toLowerCase()
  if (lower === character) return 0
  return lower.length > 1 || character === FINAL_SIGMA ? CASE | CASE_IN_CONTEXT : CASE
}
