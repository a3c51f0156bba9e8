import { visibleText } from '../picture/visible-text.js'

/**
 * A text as a quoted string of DOT that Graphviz draws exactly. In a label Graphviz reads a backslash as an escape and
 * `&amp;` as an entity, so both are written as what they stand for.
 */
export function dotString(text: string): string {
  const escaped = visibleText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('&', '&amp;')
    .replace(/\r\n?|[\n\u2028\u2029]/g, '\\n')
  return `"${escaped}"`
}
