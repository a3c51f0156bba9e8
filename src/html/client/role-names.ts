import { type Chart, countOfMore } from './chart.js'
import { edgesOf } from './edge-index.js'

/** The name of a role on the page: its label, else its id. */
export function nameOf({ data }: Chart, row: number): string {
  return data.labels[row] || data.ids[row] || '(unnamed)'
}

/** The accessible name of a box: everything written on it, uncut and in the same order, then further facts. */
export function roleLabel(chart: Chart, row: number): string {
  const { data, holders, vacant, marks } = chart
  const grade = data.grades[row]
  const direct = edgesOf(chart.children, row).length
  const unit = data.unitTitles[data.units[row]] as string | undefined
  const parts = [
    nameOf(chart, row),
    marks.get(row),
    vacant.has(row) ? 'vacant' : holders.get(row)?.join(', '),
    grade === null ? undefined : `grade ${grade}`,
    direct === 0 ? undefined : `${direct} ${direct === 1 ? 'direct report' : 'direct reports'}`,
    unit,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

/** The accessible name of a box such as "+37 more". */
export function moreLabel(chart: Chart, row: number): string {
  return `+${countOfMore(chart, row)} more, show all direct reports of ${nameOf(chart, chart.parent[row])}`
}

/** A text for comparison: without case, accents and width variants, with single spaces. */
export function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return bare.toUpperCase().replace(/\s+/g, ' ').trim()
}
