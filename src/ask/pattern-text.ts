import { quote } from '../internal.js'
import { PHRASES } from './vocabulary.js'

// The notation of patterns: `word`, `{slot}`, `(a|b c)`, `[a]` and `:phrase`.

/** What is left of a pattern: from a place in its text to another. */
export interface Rest {
  readonly text: string
  readonly at: number
  readonly to: number
  /** The number of the pattern. */
  readonly index: number
}

/** What a phrase stands for. */
export function phraseOf(piece: string): string {
  const phrase = PHRASES.get(piece.slice(1))
  if (phrase === undefined) throw new Error(`No phrase ${piece}`)
  return phrase
}

// The first question reads thousands of pieces, before any of this code is compiled. So texts without nested brackets are searched
// by indexOf, and only others sign by sign.

/** The parts of a text that `|` separates, outside of brackets. */
export function alternativesIn(text: string, from: number, to: number, index: number): Rest[] {
  const found: Rest[] = []
  let at = from
  for (let bar = nextBar(text, from, to); bar < to; bar = nextBar(text, at, to)) {
    found.push({ text, at, to: bar, index })
    at = bar + 1
  }
  found.push({ text, at, to, index })
  return found
}

/** The next `|` outside of brackets, or the end. */
function nextBar(text: string, from: number, to: number): number {
  let at = from
  for (;;) {
    const bar = placeOf('|', text, at, to)
    const opening = nextOpening(text, at, bar)
    if (opening === bar) return bar
    at = closingOf(text, opening, to)
  }
}

/** The end of the word, slot or choice that begins at a place. */
export function endOfPiece(text: string, from: number, to: number): number {
  if (text[from] === '(' || text[from] === '[') return closingOf(text, from, to)
  return nextOpening(text, from, placeOf(' ', text, from, to))
}

/** The place behind the bracket that closes the one at a place. */
function closingOf(text: string, from: number, to: number): number {
  const closing = placeOf(text[from] === '(' ? ')' : ']', text, from, to)
  if (nextOpening(text, from + 1, closing) === closing && closing < to) return closing + 1
  let depth = 0
  for (let at = from; at < to; at++) {
    const sign = text[at]
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  throw new Error('A bracket of a pattern is not closed')
}

function nextOpening(text: string, from: number, to: number): number {
  return placeOf('(', text, from, placeOf('[', text, from, to))
}

/** Where a sign is in a part of a text, or the end of the part. */
function placeOf(sign: string, text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf(sign)
  return at < 0 ? to : from + at
}

/** What is wrong with a pattern: brackets that do not match, or an unknown phrase. */
export function faultOfPattern(pattern: string): string | undefined {
  const open: string[] = []
  for (const sign of pattern) {
    if ('([{'.includes(sign)) open.push(sign)
    else if (')]}'.includes(sign) && open.pop() !== '([{'[')]}'.indexOf(sign)])
      return `It has a “${sign}” without its opening bracket`
  }
  if (open.length > 0) return `It has a “${open[open.length - 1]}” without its closing bracket`
  const unknown = pieces(pattern).find((piece) => piece.startsWith(':') && !PHRASES.has(piece.slice(1)))
  return unknown && `It has the unknown phrase ${quote(unknown)}`
}

/** The words, slots and phrases in a text, without brackets. */
export function pieces(text: string): string[] {
  return text.match(/[^\s()[\]|]+/g) ?? []
}

/** The patterns that `|` separates in a pattern, outside of brackets. */
export function dividedPattern(pattern: string): string[] {
  return alternativesIn(pattern, 0, pattern.length, 0).map(({ at, to }) => pattern.slice(at, to))
}
