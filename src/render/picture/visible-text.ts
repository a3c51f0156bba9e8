/** What no file format carries safely: control characters, halves of characters, and code points that are none. */
const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]/gu

/** A text in which what cannot be written stands as `\u{1b}`; everything else is as it was. */
export function visibleText(text: string): string {
  return text.replace(UNWRITABLE, escaped)
}

/** A character as `\u{1b}`. */
export function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
