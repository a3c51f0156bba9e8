const LONGEST = 60
const LONGEST_SAID = 200

/** A value from outside as part of one line of a message: text is quoted, invisible characters show, long text is cut. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? `'${plain(value)}'` : describe(value)
}

/** The same for text, without quotation marks. */
export function plain(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, cutAt(text, LONGEST))}…` : text
  return visible(JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"'))
}

/** What another program says, which may hold text from a file, as part of one line of a message. */
export function oneLine(text: string): string {
  return visible(text.length > LONGEST_SAID ? `${text.slice(0, cutAt(text, LONGEST_SAID))}…` : text)
}

/** What a function of the caller threw, as part of one line of a message: an error by its name and message. */
export function reasonText(cause: unknown): string {
  return cause instanceof Error ? oneLine(`${cause.name}: ${cause.message}`) : quote(cause)
}

/** Bidirectional and other invisible controls could make a message read as something else. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}

/** Where to cut so that no character is cut in half. */
function cutAt(text: string, longest: number): number {
  return (text.codePointAt(longest - 1) ?? 0) > 0xffff ? longest - 1 : longest
}

function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `an array of ${String(value.length)}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
