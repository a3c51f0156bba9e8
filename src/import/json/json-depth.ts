import type { ImportIssues } from '../input/import-issues.js'
import type { Place } from '../../internal.js'

/**
 * The value of a JSON text within another format; `undefined`, with an issue, if it is nested more deeply than the limit.
 * Throws a `SyntaxError` for anything but JSON.
 */
export function parsedWithin(text: string, issues: ImportIssues, placeOf: () => Place): unknown {
  return isTooDeep(text, issues, placeOf) ? undefined : JSON.parse(text)
}

/** Whether a JSON text is nested more deeply than the limit; if so, reports it. O(characters). */
export function isTooDeep(text: string, issues: ImportIssues, placeOf: () => Place): boolean {
  const { depth } = issues.limits
  // Each level takes at least one character.
  if (text.length <= depth || !isDeeper(text, depth)) return false
  issues.exceeded('depth', placeOf())
  return true
}

/** Whether a text has more than `most` brackets open at once, outside strings. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isString) {
      if (sign === '\\') at++
      else if (sign === '"') isString = false
    } else if (sign === '"') isString = true
    else if (sign === '{' || sign === '[') {
      if (++depth > most) return true
    } else if (sign === '}' || sign === ']') depth--
  }
  return false
}
