/** Deeper parts of a value are written as `…`. */
const DEEPEST = 100
/** Parts beyond this number are written as `…`: a value with shared parts can be far shorter than its text. */
const MOST_PARTS = 1_000_000

/** A piece of text, or a value that is still to be written. */
type Piece = string | { readonly value: unknown; readonly depth: number }

/**
 * Plain data as text for people: JSON, with the digits of a bigint and `…` for what is nested too deeply. Not
 * recursive. O(length of the text).
 */
export function dataText(value: unknown): string {
  const parts: string[] = []
  const pending: Piece[] = [{ value, depth: 0 }]
  let count = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    const { value: part, depth } = next
    count++
    if (typeof part === 'bigint') parts.push(String(part))
    else if (typeof part !== 'object' || part === null) parts.push(primitiveText(part))
    else if (depth >= DEEPEST || count > MOST_PARTS) parts.push('…')
    else for (const piece of piecesOf(part, depth + 1).reverse()) pending.push(piece)
  }
  return parts.join('')
}

/** `null` for what JSON cannot hold, as `JSON.stringify` writes it in a list. */
function primitiveText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
    ? JSON.stringify(value)
    : 'null'
}

function piecesOf(value: object, depth: number): Piece[] {
  const pieces: Piece[] = []
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[])
      pieces.push(pieces.length === 0 ? '[' : ',', { value: item, depth })
    return pieces.length === 0 ? ['[]'] : [...pieces, ']']
  }
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue
    pieces.push(`${pieces.length === 0 ? '{' : ','}${JSON.stringify(key)}:`, { value: field, depth })
  }
  return pieces.length === 0 ? ['{}'] : [...pieces, '}']
}
