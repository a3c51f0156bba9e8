import { sheetTable } from '../report/sheet-table.mjs'
import { slowAt } from './slow-at.mjs'

/** Trees in several sizes; some sizes are measured only for the growth table, and only for its contenders. */
export const charts = {
  name: 'charts',
  title: 'Charts',
  content({ figures }, settings) {
    const { sizes, main, largest, small, large } = settings
    const shown = sizes.filter((size) => size !== 10_000 || size === main)
    for (const size of sizes) {
      const only = shown.includes(size) ? undefined : ['rolegraph', 'Map by id']
      figures.measure('tree', size, size === largest ? large : small, {
        only,
        leftOut: slowAt(size, settings),
      })
    }
    return shown
      .map(
        (size) =>
          `### A tree of ${size.toLocaleString('en')} roles\n\n${sheetTable(figures, [['tree', size]])}`,
      )
      .join('\n\n')
  },
}
