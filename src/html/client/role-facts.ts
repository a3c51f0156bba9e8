import { type Chart, reportsOf } from './chart.js'
import { html } from './element.js'
import { shownValue, valueIn } from './field-values.js'
import { staffing } from './role-names.js'

/** A name and its values, of which there may be none. */
export type Fact = readonly [name: string, values: readonly (Node | string)[]]

/** What the model says about a role, without its holders and lines. */
export function roleFacts(chart: Chart, row: number): Fact[] {
  const { data, layer } = chart
  const grade = data.grades[row]
  const unit = data.unitTitles[data.units[row]] as string | undefined
  const [, , mark, place] = chart.marks.get(row) ?? []
  const span = spanOf(chart, row)
  const isPlaced = data.relations !== 'career' && chart.ghost[row] === 0
  return [
    ['ID', [html('code', { dir: 'auto' }, data.ids[row])]],
    ['Also called', data.aliases.find(([each]) => each === row)?.[1] ?? []],
    ['Status', [staffing(chart, row)].filter(Boolean)],
    ['Unit', unit === undefined ? [] : [unit]],
    ['Also in', data.alsoIn.find(([each]) => each === row)?.[1].map((also) => data.unitTitles[also]) ?? []],
    ['Grade', grade === null ? [] : [String(grade)]],
    ['Layer', isPlaced ? [String(data.layersAbove + layer[row])] : []],
    ['Change', [mark, place].filter((text) => text !== undefined)],
    ['Span of control', span === 0 ? [] : [String(span)]],
    ['Organization size', reportsOf(chart, row).length === 0 ? [] : [String(chart.below[row] + 1)]],
    ...data.fields.map((field): Fact => {
      const value = valueIn(field, row)
      if (value === undefined) return [field.label, []]
      return [field.label, typeof value === 'object' ? value : [shownValue(value)]]
    }),
  ]
}

/** The direct reports by solid lines, without planned ones and ghosts. */
export function spanOf(chart: Chart, row: number): number {
  return reportsOf(chart, row).filter((report) => chart.placedBy[report] === 0 && !chart.planned.has(report))
    .length
}
