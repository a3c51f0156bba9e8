const LONGEST = 60

/** A value from outside as one line of a message: quoted, control characters escaped, cut when long. */
export function quote(value: unknown): string {
  if (typeof value !== 'string') return describe(value)
  const cut = value.length > LONGEST ? `${value.slice(0, cutAt(value))}…` : value
  const escaped = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"')
  // Bidirectional and other invisible controls could make a message read as something else.
  const visible = escaped.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
  return `'${visible}'`
}

/** Where to cut, so that no character is cut in half. */
function cutAt(value: string): number {
  const last = value.codePointAt(LONGEST - 1) ?? 0
  return last > 0xffff ? LONGEST - 1 : LONGEST
}

function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `an array of ${String(value.length)}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
