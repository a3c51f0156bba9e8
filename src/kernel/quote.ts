const LONGEST = 60
const LONGEST_LINE = 200

/** A value from outside, on one line of a message: text is quoted, invisible characters are escaped, long text is cut. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? `'${plain(value)}'` : describe(value)
}

/** The same for text, without the quotation marks. */
export function plain(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, cutAt(text, LONGEST))}…` : text
  return visible(JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"'))
}

/** The message of another program, which may contain text from a file, on one line of a message. */
export function oneLine(text: string): string {
  return visible(text.length > LONGEST_LINE ? `${text.slice(0, cutAt(text, LONGEST_LINE))}…` : text)
}

/** What a function given by the caller threw, on one line of a message: an error by its name and message. */
export function reasonText(cause: unknown): string {
  return cause instanceof Error ? oneLine(`${cause.name}: ${cause.message}`) : quote(cause)
}

/** Text with invisible characters escaped: bidirectional and other controls could make it look like something else. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}

/** Where to cut without splitting a surrogate pair. */
function cutAt(text: string, longest: number): number {
  return (text.codePointAt(longest - 1) ?? 0) > 0xffff ? longest - 1 : longest
}

function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `an array of ${String(value.length)}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
