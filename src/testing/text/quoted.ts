const LONGEST = 60
const SHOWN = 8

/** Text of a chart as a part of one line: escaped where it would not show, cut when long. */
export function plain(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, cutAt(text))}…` : text
  const escaped = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"')
  // Bidirectional and other invisible controls could make a message read as something else.
  return escaped.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}

/** Where to cut, so that no character is cut in half. */
function cutAt(text: string): number {
  return (text.codePointAt(LONGEST - 1) ?? 0) > 0xffff ? LONGEST - 1 : LONGEST
}

/** An id in a message. */
export function quoted(id: string): string {
  return `'${plain(id)}'`
}

/** Ids in a message: `'a', 'b' and 'c'`; of many the first ones, `'a', … and 5 more`; of none `nobody`. */
export function quotedList(ids: readonly string[], none = 'nobody'): string {
  if (ids.length === 0) return none
  const parts = ids.slice(0, SHOWN).map(quoted)
  if (ids.length > SHOWN) parts.push(`${String(ids.length - SHOWN)} more`)
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}

const LONGEST_ROUTE = 12
const ENDS = 5

/** Roles in the order in which one passes them: `'a' → 'b' → 'c'`; of a long way both ends. */
export function route(ids: readonly string[]): string {
  if (ids.length <= LONGEST_ROUTE) return ids.map(quoted).join(' → ')
  const between = `(${String(ids.length - 2 * ENDS)} more)`
  return [...ids.slice(0, ENDS).map(quoted), between, ...ids.slice(-ENDS).map(quoted)].join(' → ')
}

/** A number and its noun: `1 role`, `3 roles`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
