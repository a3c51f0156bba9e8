import { readersTable } from '../report/readers-table.mjs'

/** The readers that make an org: their growth is measured too. */
export const READERS = ['parseRecords', 'parseCsv']

export const loads = {
  name: 'loads',
  title: 'Reading a file',
  content({ figures }, { sizes, largest, small, large }) {
    for (const size of sizes) {
      const isLargest = size === largest
      figures.measure('tables', size, isLargest ? large : small, { only: isLargest ? undefined : READERS })
    }
    figures.measure('three columns', largest, large)
    const roles = `${largest.toLocaleString('en')} roles`
    return [
      `### JSON and CSV of ${roles}`,
      readersTable(figures, 'tables', largest),
      `### JSON and CSV of ${roles}: ids, managers and titles`,
      readersTable(figures, 'three columns', largest),
    ].join('\n\n')
  },
}
