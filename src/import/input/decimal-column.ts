import type { ByteColumn } from '../../internal.js'

const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
/** So many digits make an integer that a double holds, and a quotient of two such is rounded right. */
const MOST_DIGITS = 15

const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/**
 * Plain decimal numbers (`-12`, `0.5`), `NaN` where a column has none; `undefined` where anything else stands in it,
 * or more digits than can be read exactly.
 */
export function decimalColumn({ bytes, starts, ends }: ByteColumn): Float64Array | undefined {
  const numbers = new Float64Array(starts.length).fill(NaN)
  for (let row = 0; row < numbers.length; row++) {
    if (starts[row] < 0) continue
    const number = decimalAt(bytes, starts[row], ends[row])
    if (Number.isNaN(number)) return undefined
    numbers[row] = number
  }
  return numbers
}

function decimalAt(bytes: Uint8Array, begin: number, end: number): number {
  const isNegative = bytes[begin] === MINUS
  const first = isNegative ? begin + 1 : begin
  let dot = end
  let whole = 0
  for (let at = first; at < end; at++) {
    const digit = bytes[at] - ZERO
    if (digit >= 0 && digit <= 9) whole = 10 * whole + digit
    else if (bytes[at] === DOT && dot === end) dot = at
    else return NaN
  }
  const decimals = dot === end ? 0 : end - dot - 1
  const isPlain = dot > first && (dot === end || decimals > 0) && end - first <= MOST_DIGITS
  if (!isPlain) return NaN
  const number = whole / POWERS[decimals]
  return isNegative ? -number : number
}
