/**
 * Texts as a database holds them. No database takes every string of JavaScript: PostgreSQL refuses U+0000, and a half of a surrogate pair
 * is not UTF-8. These, and the two characters with a meaning here, are written as U+001A and four hexadecimal digits.
 */
export const ESCAPE = '\u001a'
/** Between the values of a column that are read as one text. */
export const SEPARATOR = '\u001f'
/** In such a text: the row has no value. */
export const NO_VALUE = '\u001d'

const UNSTORED =
  /[\u0000\u001a\u001d\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const ALL_UNSTORED = new RegExp(UNSTORED, 'g')
const ESCAPED = /\u001a([0-9a-f]{4})/g

/** The stored form of a text: nearly always the text itself. */
export function stored(text: string): string {
  return UNSTORED.test(text)
    ? text.replaceAll(ALL_UNSTORED, (unit) => ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, '0'))
    : text
}

/** The text of a stored form. */
export function unstored(text: string): string {
  return text.includes(ESCAPE)
    ? text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
}
