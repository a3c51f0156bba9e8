import { quote } from './quote.js'

const LISTED = 8
const LONGEST_ROUTE = 12
const ENDS = 5

/** Joins the parts of a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], last = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`
}

/**
 * Ids in a message: `'a', 'b' and 'c'`; only the first ones of a long list: `'a', … and 5 more`; `none` for an empty
 * list. `count` is the full number if `ids` holds only the first ones.
 */
export function quotedList(ids: readonly string[], none = 'none', count = ids.length): string {
  if (count === 0) return none
  const parts = ids.slice(0, LISTED).map(quote)
  if (count > parts.length) parts.push(`${String(count - parts.length)} more`)
  return listed(parts)
}

/** The roles along a path: `'a' → 'b' → 'c'`; only both ends of a long path. */
export function routeText(ids: readonly string[]): string {
  if (ids.length <= LONGEST_ROUTE) return ids.map(quote).join(' → ')
  const between = `(${String(ids.length - 2 * ENDS)} more)`
  return [...ids.slice(0, ENDS).map(quote), between, ...ids.slice(-ENDS).map(quote)].join(' → ')
}

/** The members of a cycle, with the first one repeated at the end: `'a' → 'b' → 'a'`. */
export function cycleText(ids: readonly string[]): string {
  return routeText([...ids, ids[0]])
}

/** A message and what to do about it, as sentences. A message may end with a question. */
export function withAdvice(message: string, advice: string): string {
  return `${message}${message.endsWith('?') ? '' : '.'} ${advice}`
}

/** A number and its noun: `1 role`, `3 roles`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
