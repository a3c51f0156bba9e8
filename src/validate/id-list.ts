import { quote } from '../kernel/quote.js'

const LISTED = 8

/** Ids in a message: `'a', 'b' and 'c'`; of a long list the first ones, `'a', … and 5 more`. */
export function idList(ids: readonly string[]): string {
  const shown = ids.slice(0, LISTED).map(quote)
  return inWords(ids.length > LISTED ? [...shown, `${String(ids.length - LISTED)} more`] : shown)
}

/** Parts of a sentence as one: `a, b and c`. */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join()
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}
