const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])

/** The character of a reference such as `&amp;` or `&#10;`; `undefined` for what is none, or names an entity. */
export function characterOf(reference: string): string | undefined {
  const entity = ENTITIES.get(reference)
  if (entity !== undefined) return entity
  const digits = /^&#(x[0-9a-f]{1,6}|[0-9]{1,7});$/i.exec(reference)?.[1] ?? ''
  // Number reads 0x41 and 65. It reads an empty text as 0, which is not a character of XML.
  const code = Number(/^x/i.test(digits) ? `0${digits.toLowerCase()}` : digits)
  return isCharacter(code) ? String.fromCodePoint(code) : undefined
}

/** Whether XML allows a character. */
function isCharacter(code: number): boolean {
  if (code === 0x09 || code === 0x0a || code === 0x0d) return true
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}
