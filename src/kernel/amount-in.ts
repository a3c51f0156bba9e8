const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['euro', 'EUR'],
  ['dollar', 'USD'],
  ['pound', 'GBP'],
])
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['grand', 1e3],
  ['m', 1e6],
  ['million', 1e6],
])
const WRITTEN =
  /^(€|\$|£|[a-z]{3} )? ?(\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(\.\d+)? ?(?:(k|m|thousand|grand|million)(?![a-z]))? ?(€|\$|£|[a-z]+)?$/i

/**
 * Reads an amount: `5,000`, `€20k`, `1.5 million EUR`. Returns `undefined` for anything else, such as an amount in a currency other
 * than the policy's, or `5.000`, which countries read differently.
 */
export function amountIn(text: string, currency: string | undefined): number | undefined {
  const written: readonly (string | undefined)[] = WRITTEN.exec(text.trim()) ?? []
  const [, before, whole, fraction = '', factor, after] = written
  if (whole === undefined || (fraction.length === 4 && factor === undefined)) return undefined
  if ([before, after].some((sign) => sign !== undefined && currencyOf(sign) !== currency)) return undefined
  const value = Number(`${whole.replace(/[^\d]/g, '')}${fraction}`)
  // Rounds off the floating-point error.
  return Number((value * (FACTORS.get(factor?.toLowerCase() ?? '') ?? 1)).toPrecision(15))
}

function currencyOf(sign: string): string {
  const word = sign.trim().toLowerCase()
  return SIGNS.get(word) ?? SIGNS.get(word.replace(/s$/, '')) ?? word.toUpperCase()
}
