import { escaped, visibleText } from '../picture/visible-text.js'

/**
 * What would break a line of a terminal or reverse its direction: line separators and bidirectional controls. Joiners
 * stay, since emoji and some scripts are written with them.
 */
const BREAKS_A_LINE = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu
/** Marks written over the character before them, and joiners. */
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]/u
/** Scripts and symbols that take two columns of a terminal. */
const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const ASCII = /^[ -~]*$/

/** A text as one line of a terminal: a line break is written as `\n`, an escape character as `\u{1b}`. */
export function lineText(text: string): string {
  return visibleText(text)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(BREAKS_A_LINE, escaped)
}

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (!NO_WIDTH.test(character)) columns += TWO_COLUMNS.test(character) ? 2 : 1
  }
  return columns
}
