import { type Chart, countOfMore, reportsOf } from './chart.js'
import type { KeyEntry } from './colour-key.js'

/** The name of a role on the page: its label, else its id. */
export function nameOf({ data }: Chart, row: number): string {
  return data.labels[row] || data.ids[row] || '(unnamed)'
}

/** The accessible name of a box: everything written on it, uncut and in the same order, then further facts. */
export function roleLabel(chart: Chart, row: number): string {
  const { data } = chart
  const [, , mark, place] = chart.marks.get(row) ?? []
  // On the box of a ghost only.
  const isGhost = chart.ghost[row] === 1
  const grade = data.grades[row]
  const direct = reportsOf(chart, row).length
  const unit = data.unitTitles[data.units[row]] as string | undefined
  const parts = [
    nameOf(chart, row),
    mark,
    staffing(chart, row).toLowerCase(),
    isGhost ? place : undefined,
    chart.holdersOf(row)?.join(', '),
    grade === null ? undefined : `grade ${grade}`,
    reportsText(direct, chart.below[row]),
    unit,
    isGhost ? undefined : place,
    chart.culprits.get(row),
    colourText(chart, row),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

/** What the colour of a box stands for. */
function colourText({ colouring: { label, entries, entryOf } }: Chart, row: number): string {
  const entry = entries[entryOf[row]] as KeyEntry | undefined
  return entry === undefined ? '' : `${label}: ${entry.text}`
}

/** How many reports are direct, and how many there are at any depth. */
function reportsText(direct: number, all: number): string {
  if (direct === 0) return ''
  if (direct === all) return `${direct} ${direct === 1 ? 'direct report' : 'direct reports'}`
  return `${direct} of ${all} reports ${direct === 1 ? 'is' : 'are'} direct`
}

/** `Planned` or `Vacant`, or nothing for any other role. */
export function staffing({ planned, vacant }: Chart, row: number): string {
  return planned.has(row) ? 'Planned' : vacant.has(row) ? 'Vacant' : ''
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
