import { textAt } from '../../internal.js'

const QUOTE = 0x22
const EQUALS = 0x3d
const APOSTROPHE = 0x27
/** A formula begins with one of these: `=`, `+`, `-`, `@`, a tab or a carriage return. */
const FORMULA: readonly number[] = [EQUALS, 0x2b, 0x2d, 0x40, 0x09, 0x0d]

/** The range of the text of a cell. `~past` where its quotes are doubled. */
export interface Content {
  readonly start: number
  readonly past: number
}

/** The text of a cell. With `excelText`, that of `="007"` is `007`. */
export function contentOf(bytes: Uint8Array, begin: number, end: number, excelText = false): Content {
  const start = contentStart(bytes, begin, end)
  const past = contentEnd(bytes, begin, end)
  return excelText ? withoutFormula(bytes, start, past, bytes[begin] === QUOTE) : { start, past }
}

export function contentText(bytes: Uint8Array, { start, past }: Content): string {
  if (past >= 0) return textAt(bytes, start, past)
  const cell = new Uint8Array(~past - start)
  return textAt(cell, 0, withoutDoubledQuotes(bytes, start, ~past, cell, 0))
}

/**
 * Where the text of a cell begins: after its quote, and after the apostrophe that keeps a spreadsheet from reading the
 * cell as a formula. A text that itself begins with apostrophes and a formula is guarded by one more.
 */
export function contentStart(bytes: Uint8Array, begin: number, end: number): number {
  const past = end < 0 ? ~end : end
  const start = begin < past && bytes[begin] === QUOTE ? begin + 1 : begin
  if (bytes[start] !== APOSTROPHE) return start
  let at = start
  while (at < past && bytes[at] === APOSTROPHE) at++
  return at < past && FORMULA.includes(bytes[at]) ? start + 1 : start
}

/** Where the text of a cell ends: `~end` if it has doubled quotes. */
export function contentEnd(bytes: Uint8Array, begin: number, end: number): number {
  if (end >= 0) return begin < end && bytes[begin] === QUOTE ? end - 1 : end
  // Quotes are doubled, text follows the closing one, or there is no closing one.
  const past = ~end
  let hasDoubled = false
  let close = bytes.indexOf(QUOTE, begin + 1)
  while (close !== -1 && close < past && bytes[close + 1] === QUOTE && close + 1 < past) {
    hasDoubled = true
    close = bytes.indexOf(QUOTE, close + 2)
  }
  const last = close === past - 1 ? close : past
  return hasDoubled ? ~last : last
}

/** Writes a text with each doubled quote as one. */
export function withoutDoubledQuotes(
  bytes: Uint8Array,
  begin: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  // In a quoted formula, after `"=""`, the quotes of the text are doubled twice.
  const surplus = bytes[begin - 1] === QUOTE && bytes[begin - 2] === QUOTE ? 3 : 1
  let to = at
  for (let from = begin; from < end; from++) {
    target[to++] = bytes[from]
    if (bytes[from] === QUOTE && bytes[from + 1] === QUOTE && from + 1 < end) from += surplus
  }
  return to
}

/** Whether a cell is a formula that is only a text, `="007"`. */
export function isTextFormula(bytes: Uint8Array, begin: number, end: number): boolean {
  return contentOf(bytes, begin, end, true).start > contentStart(bytes, begin, end)
}

/** The range of the text in a formula that is only a text, `="007"`; the range itself for any other. */
function withoutFormula(bytes: Uint8Array, start: number, past: number, isQuoted: boolean): Content {
  // How many characters each quote of the formula takes.
  const quotes = isQuoted ? 2 : 1
  const first = start + 1 + quotes
  const last = (past < 0 ? ~past : past) - quotes
  if (bytes[start] !== EQUALS || last < first) return { start, past }
  for (let quote = 0; quote < quotes; quote++) {
    if (bytes[start + 1 + quote] !== QUOTE || bytes[last + quote] !== QUOTE) return { start, past }
  }
  let hasQuotes = false
  for (let at = first; at < last; at++) {
    if (bytes[at] !== QUOTE) continue
    const from = at
    while (at < last && bytes[at] === QUOTE) at++
    // Quotes in the text are doubled.
    if ((at - from) % (2 * quotes) !== 0) return { start, past }
    hasQuotes = true
  }
  return { start: first, past: hasQuotes ? ~last : last }
}
