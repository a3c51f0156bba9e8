/** What a spreadsheet would run as a formula, and what looks as if it were guarded already. */
const FORMULA = /^'*[=+\-@\t\r]/
/** What a reader takes for the end of a cell, or of the line, unless the cell is quoted. */
const QUOTED = /[",;|\t\r\n]/

/** A text as a cell of CSV: a formula gets an apostrophe before it, so that no spreadsheet runs it. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number in digits, without an exponent. */
export function decimalText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value)
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign, first, rest = '', power] = parts
  const exponent = Number(power)
  const digits = first + rest
  return exponent < 0
    ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
    : `${sign}${digits.padEnd(exponent + 1, '0')}`
}
