import type { Chart } from './chart.js'
import { edgesOf } from './edge-index.js'
import { countOfMore } from './shown-below.js'

/** What a screen reader says of a box: first what is written on it, in the same order, and uncut. */
export function roleLabel(chart: Chart, row: number): string {
  const { data, holders, vacant, marks } = chart
  const grade = data.grades[row]
  const direct = edgesOf(chart.children, row).length
  const unit = data.unitTitles[data.units[row]] as string | undefined
  const parts = [
    data.labels[row] === '' ? data.ids[row] : data.labels[row],
    marks.get(row),
    vacant.has(row) ? 'vacant' : holders.get(row)?.join(', '),
    grade === null ? undefined : `grade ${grade}`,
    direct === 0 ? undefined : `${direct} ${direct === 1 ? 'direct report' : 'direct reports'}`,
    unit,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ') || 'Role without a name'
}

/** What it says of a box for reports that are left out. */
export function moreLabel(chart: Chart, row: number): string {
  const manager = chart.parent[row]
  return `+${countOfMore(chart, row)} more who report to ${chart.data.labels[manager] || chart.data.ids[manager]}, show`
}
