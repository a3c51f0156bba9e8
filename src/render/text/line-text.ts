import { escaped, visibleText } from '../picture/visible-text.js'

/**
 * What would break a line of a terminal or turn its direction round: tabs, line ends, and bidirectional controls. A
 * joiner, which emoji and some scripts are written with, stays.
 */
const BREAKS_A_LINE = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** A text as one line of a terminal: a line end stands as `\n`, an escape character as `\u{1b}`. */
export function lineText(text: string): string {
  return visibleText(text)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(BREAKS_A_LINE, escaped)
}
