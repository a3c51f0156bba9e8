/** More digits than any double needs to be written. */
const MOST_DIGITS = 17
const DECIMAL = /^[-+]?(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/

/**
 * Whether a double holds the number that a decimal text states. An integer must be held exactly; of a fraction up to 17 digits
 * are accepted, since programs write doubles so.
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
