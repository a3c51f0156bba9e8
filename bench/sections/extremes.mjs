import { sheetTable } from '../report/sheet-table.mjs'
import { slowAt } from './slow-at.mjs'

/** The deepest and the widest chart. */
export const extremes = {
  name: 'extremes',
  title: 'The deepest and the widest chart',
  content({ figures }, settings) {
    const { largest, extreme } = settings
    return ['chain', 'star']
      .map((workload) => {
        figures.measure(workload, largest, extreme, { leftOut: slowAt(largest, settings) })
        return `### A ${workload} of ${largest.toLocaleString('en')} roles\n\n${sheetTable(figures, [[workload, largest]])}`
      })
      .join('\n\n')
  },
}
