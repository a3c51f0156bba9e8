import type { ImportIssues } from '../input/import-issues.js'
import type { OrganogramOptions } from './organogram-options.js'
import { addNotANumber, publishedNumber } from './published-value.js'
import type { SeniorPost, SeniorTable } from './senior-posts.js'

/** The figures of a senior post, or the sums of a job share; `undefined` if a row has none. */
export interface SeniorFigures {
  readonly fte: number | undefined
  readonly payFloor: number | undefined
  readonly payCeiling: number | undefined
}

export function seniorFigures(table: SeniorTable, post: SeniorPost, issues: ImportIssues): SeniorFigures {
  const total = (part: keyof SeniorFigures): number | undefined => {
    let sum: number | undefined = 0
    for (const row of post.rows) {
      const value = publishedNumber(table.cell(row, part))
      if (Number.isNaN(value)) addNotANumber(table.cell(row, part), table.place(row, part), issues)
      const isKnown = value !== undefined && !Number.isNaN(value)
      sum = isKnown && sum !== undefined ? sum + value : undefined
    }
    return sum
  }
  return { fte: total('fte'), payFloor: total('payFloor'), payCeiling: total('payCeiling') }
}

/** The end of the pay band that the caller chose. A pay of 0 means that none is published. */
export function costOf(figures: SeniorFigures, end: OrganogramOptions['cost']): number | undefined {
  if (end === undefined) return undefined
  const pay = end === 'floor' ? figures.payFloor : figures.payCeiling
  return pay === 0 ? undefined : pay
}
