import { quote } from '../kernel/quote.js'

const LISTED = 8

/** The members of a cycle and the first once more: `'a' → 'b' → 'a'`; a long one is cut before it closes. */
export function cycleText(ids: readonly string[]): string {
  const route = ids.slice(0, LISTED).map(quote)
  if (ids.length > LISTED) route.push('…')
  return [...route, quote(ids[0])].join(' → ')
}
