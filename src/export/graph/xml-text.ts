const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A parser turns a carriage return into a line break, and white space in an attribute into a space.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  // Some parsers take these for line breaks, as in XML 1.1.
  ['\u0085', '&#133;'],
  ['\u2028', '&#8232;'],
])

const PLAIN = /^[ !#-%'-;=?-~]*$/
const ESCAPED = /[&<>"\t\n\r\u0085\u2028]/g
/** What no XML 1.0 text can have, not even escaped. */
const UNHOLDABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** A text in the content or an attribute of XML; `undefined` where it has a character that XML cannot hold. */
export function xmlText(text: string): string | undefined {
  if (PLAIN.test(text)) return text
  return text.search(UNHOLDABLE) === -1 ? escaped(text) : undefined
}

/** The same with U+FFFD for characters that XML cannot hold. */
export function replacedXmlText(text: string): string {
  return escaped(text.replace(UNHOLDABLE, '\uFFFD'))
}

/** The text of a JSON value, in which every character can be escaped. */
export function xmlOfJson(json: string): string {
  return xmlText(json) ?? escaped(json.replace(UNHOLDABLE, unicodeEscape))
}

/** The key of a node; no two keys are written alike, and `keyOfXml` of the readers knows the way back. */
export function xmlKey(key: string): string {
  return (
    xmlText(key) ?? escaped(`~escaped/${key.replaceAll('\\', '\\u005c').replace(UNHOLDABLE, unicodeEscape)}`)
  )
}

function escaped(text: string): string {
  return text.replace(ESCAPED, (character) => ENTITIES.get(character) ?? character)
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
