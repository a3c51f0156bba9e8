import { brokenLines } from '../../internal.js'

const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\ufe00-\ufe0f]/u
const FULL =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]|[\u{20000}-\u{3fffd}]|\p{Extended_Pictographic}/u

const WORDS = /^\S+(?: \S+)*$/

/** Letter widths relative to the font size: those of DejaVu Sans, which is wider than most fonts. */
const NARROW = 0.39
const LOWER = 0.64
const UPPER = 0.77
const WIDE = 1.02
const WIDEST = 1.05

const ASCII_WIDTHS = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if ("iljI.,:;'|!()[]{} ftr-/\\`".includes(character)) return NARROW
  if ('mwMW@%&'.includes(character)) return WIDE
  return /[A-Z#<>=+~]/.test(character) ? UPPER : LOWER
})

/** The estimated width of a text relative to its font size; nothing is measured. */
export function textWidth(text: string): number {
  let width = 0
  // By index: most texts are ASCII, and a string per letter would cost more than its width.
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    width += codeWidth(code)
    if (code > 0xffff) at++
  }
  return width
}

function fits(text: string, width: number): boolean {
  return text.length * WIDEST <= width || textWidth(text) <= width
}

/** A text that is likely to fit, cut with `…` if it is too long. */
export function fitted(text: string, width: number): string {
  if (fits(text, width)) return text
  let used = textWidth('…')
  let end = 0
  for (const character of text) {
    used += codeWidth(character.codePointAt(0) ?? 0)
    if (used > width) break
    end += character.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/** A text in lines that are likely to fit; the last line is cut if there is more. */
export function wrapped(text: string, width: number, most: number): string[] {
  // Most texts fit on one line.
  if (WORDS.test(text) && fits(text, width)) return [text]
  return brokenLines(text, most, (line) => fits(line, width)).map((line) => fitted(line.trimEnd(), width))
}

function codeWidth(code: number): number {
  if (code < ASCII_WIDTHS.length) return ASCII_WIDTHS[code]
  const character = String.fromCodePoint(code)
  if (NO_WIDTH.test(character)) return 0
  return FULL.test(character) ? WIDEST : UPPER
}
