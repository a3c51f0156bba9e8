import type { PageField } from '../page-data.js'

/** The value of an attribute in a row; `undefined` for none. The rows of a column are in order. */
export function valueIn({ rows, values }: PageField, row: number): PageField['values'][number] | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle] < row) low = middle + 1
    else high = middle
  }
  return rows[low] === row ? values[low] : undefined
}

/** The digits after the point that a number is written with, and the most that every browser writes. */
const DIGITS = 6
const MOST_DIGITS = 20

/** A value as it is read: numbers with separators between thousands, and up to six digits after the point unless nothing would be left. */
export function shownValue(value: PageField['values'][number]): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object') return value.join(', ')
  const text = numberText(value, DIGITS)
  return value !== 0 && Number(text) === 0 ? exactText(value) : text
}

/** A number with as many digits as it has, and separators between thousands. */
export function exactText(number: number): string {
  for (let digits = DIGITS; digits <= MOST_DIGITS; digits++) {
    const text = numberText(number, digits)
    if (Number(text.replaceAll(',', '')) === number) return text
  }
  return String(number)
}

function numberText(number: number, maximumFractionDigits: number): string {
  return number.toLocaleString('en', { maximumFractionDigits })
}
