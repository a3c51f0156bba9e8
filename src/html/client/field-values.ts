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

/** A value as it is read: numbers with separators between thousands, and up to some digits after the point. */
export function shownValue(value: PageField['values'][number], digits = 6): string {
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: digits })
  return typeof value === 'string' ? value : value.join(', ')
}
