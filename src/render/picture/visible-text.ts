/** What no file format carries safely: control characters, halves of characters, and code points that are none. */
const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]/gu

/**
 * A text in which control characters, halves of characters and code points that are none stand as `\u{1b}`; line ends,
 * tabs and everything else are as they were. For an output of your own: all outputs write labels so, and then escape
 * what is special in their format.
 *
 * Complexity: O(length).
 *
 * @param text Any text.
 * @returns The text as any file format can carry it.
 * @example
 * ```ts
 * import { visibleText } from 'rolegraph/render'
 *
 * console.log(visibleText('Head of \u0007 Delivery')) // => Head of \u{7} Delivery
 * ```
 * @see {@link pictureOf} for the labels.
 */
export function visibleText(text: string): string {
  return text.replace(UNWRITABLE, escaped)
}

/** A character as `\u{1b}`. */
export function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
