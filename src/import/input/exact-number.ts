/** More digits than any double needs to be written. */
const MOST_DIGITS = 17
const DECIMAL = /^[-+]?(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/

/**
 * Whether a double holds the number in a decimal text. An integer must be held exactly; a fraction may have up to 17
 * digits, since programs write doubles so.
 */
export function isExactNumber(text: string): boolean {
  const value = Number(text)
  if (!Number.isFinite(value)) return false
  const stated = significant(text)
  const held = significant(String(value))
  if (stated === undefined || held === undefined) return Number.isSafeInteger(value)
  if (stated.digits === held.digits && (stated.exponent === held.exponent || stated.digits === ''))
    return true
  const isFraction = stated.exponent < 0
  return isFraction && stated.digits.length <= MOST_DIGITS
}

/** The digits of a number without zeros at both ends, and the power of ten of the last one. */
function significant(text: string): { readonly digits: string; readonly exponent: number } | undefined {
  const parts = DECIMAL.exec(text)
  if (parts === null) return undefined
  const [, whole, fraction = '', power = '0'] = parts
  const digits = (whole + fraction).replace(/^0+/, '')
  const shown = digits.replace(/0+$/, '')
  return { digits: shown, exponent: Number(power) - fraction.length + digits.length - shown.length }
}

const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
/** A double holds every integer of this many digits, and the quotient of two of them is correctly rounded. */
const SURE_DIGITS = 15
const POWERS = /* @__PURE__ */ Float64Array.from({ length: SURE_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** The plain decimal number in a range of bytes, such as `-12` or `0.5`; `NaN` for anything else, and for too many digits. */
export function decimalAt(bytes: Uint8Array, begin: number, end: number): number {
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
  const isPlain = dot > first && (dot === end || decimals > 0) && end - first <= SURE_DIGITS
  if (!isPlain) return NaN
  const number = whole / POWERS[decimals]
  return isNegative ? -number : number
}
