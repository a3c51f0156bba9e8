import { latinLookOf } from './confusables.js'

/** What may have to be done to a text before it is compared, as bits: none of them is missing, some may change nothing. */
export const FORM = 1
export const INVISIBLE = 2
export const SPACE = 4
export const CASE = 8
export const LETTERS = 16
export const ZEROS = 32
/** Lower case is not one unit for one unit. */
const CASE_IN_CONTEXT = 64

/** Set for each unit of text that was looked at before. */
const KNOWN = 128
const ASCII_END = 0x80
const BLANK = 0x20
const [ZERO, NINE] = [0x30, 0x39]
const FINAL_SIGMA = 'Σ'
const CHANGED_BY_NEIGHBOURS = /[\p{M}\p{Cs}\u1100-\u11ff]/u

/** What is known of each UTF-16 unit that was met so far. */
interface Units {
  readonly needs: Uint8Array
  readonly lower: Uint16Array
  /** The lower case of what it looks like. */
  readonly latin: Uint16Array
}

let knownUnits: Units | undefined

/** The tables, made when the first text is looked at. */
export function unitsOfText(): Units {
  return (knownUnits ??= {
    needs: new Uint8Array(0x10000),
    lower: new Uint16Array(0x10000),
    latin: new Uint16Array(0x10000),
  })
}

/**
 * The needs of a text, in one look at each of its units: a regular expression for each of them takes ten times as long,
 * and most texts need nothing. Marks, parts of Hangul syllables and halves of large code points depend on what stands
 * beside them: those are taken to need whatever can be done to letters.
 */
export function needsOf(text: string): number {
  const units = unitsOfText()
  let needs = 0
  let afterDigit = false
  let leadingZero = false
  let afterBlank = true
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // A single blank between words is as it should be.
    if (unit === BLANK && afterBlank) needs |= SPACE
    afterBlank = unit === BLANK
    const isDigit = unit >= ZERO && unit <= NINE
    if (leadingZero && isDigit) needs |= ZEROS
    leadingZero = unit === ZERO && !afterDigit
    afterDigit = isDigit
    if (units.needs[unit] === 0) learn(units, unit)
    needs |= units.needs[unit]
  }
  if (afterBlank && text.length > 0) needs |= SPACE
  return needs & ~KNOWN
}

function learn({ needs, lower, latin }: Units, unit: number): void {
  const character = String.fromCharCode(unit)
  needs[unit] = KNOWN | needsOfUnit(unit, character)
  lower[unit] = character.toLowerCase().charCodeAt(0)
  latin[unit] = latinLookOf(character).toLowerCase().charCodeAt(0)
}

function needsOfUnit(unit: number, character: string): number {
  const needs = (/[^\S ]/.test(character) ? SPACE : 0) | caseOf(character)
  if (unit < ASCII_END) return needs
  if (CHANGED_BY_NEIGHBOURS.test(character)) return needs | FORM | INVISIBLE | SPACE | CASE | LETTERS
  return (
    needs |
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
