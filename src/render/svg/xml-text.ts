import { visibleText } from '../picture/visible-text.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would make a line end of it, and of both a space where they stand in an attribute.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

const PLAIN = /^[ !#-%(-;=?-~]*$/

/** A text as XML reads it, between tags and in attributes. What XML cannot hold stands as `\u{1b}`. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  return visibleText(text).replace(/[&<>"'\r\n\t]/g, (character) => ENTITIES[character] ?? character)
}
