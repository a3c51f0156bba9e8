import { visibleText } from '../picture/visible-text.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a carriage return into a line break, and white space in an attribute into a space.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

const PLAIN = /^[ !#-%(-;=?-~]*$/

/** A text escaped for XML content and attributes. Characters that XML cannot hold are written as `\u{1b}`. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return visibleText(text).replace(/[&<>"'\r\n\t]/g, (character) => ENTITIES[character] ?? character)
}
