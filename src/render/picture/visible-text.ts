import { invalidArgument } from '../../internal.js'

/** What no file format carries safely: control characters, lone surrogates and noncharacters. */
const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]/gu

/**
 * Returns a text with control characters, lone surrogates and noncharacters written as `\u{1b}`; line breaks, tabs
 * and everything else stay as they are. Every output writes labels this way before it escapes what is special in its
 * format. Use it in an output of your own.
 *
 * Complexity: O(length).
 *
 * @param text Any text.
 * @returns The text in a form that every file format can carry.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a string.
 * @example
 * ```ts
 * import { visibleText } from 'rolegraph/render'
 *
 * console.log(visibleText('Head of \u0007 Delivery')) // => Head of \u{7} Delivery
 * ```
 * @see {@link pictureOf} for the labels.
 */
export function visibleText(text: string): string {
  const received: unknown = text
  if (typeof received !== 'string') throw invalidArgument('visibleText', 'the text', received, 'a string')
  return received.replace(UNWRITABLE, escaped)
}

/** A character as `\u{1b}`. */
export function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
