import type { ImportIssues } from '../input/import-issues.js'
import { addNotANumber } from './not-a-number.js'
import type { OrganogramOptions } from './organogram-options.js'
import { publishedNumber } from './published-value.js'
import type { SeniorTable } from './senior-parts.js'
import type { SeniorPost } from './senior-posts.js'

/** The numbers of a senior post; of a job share the sums. `undefined` where a row has none. */
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

/** What a post costs by the end of its pay band that the caller chose. A pay of 0 is one that is not published. */
export function costOf(figures: SeniorFigures, end: OrganogramOptions['cost']): number | undefined {
  if (end === undefined) return undefined
  const pay = end === 'floor' ? figures.payFloor : figures.payCeiling
  return pay === 0 ? undefined : pay
}
