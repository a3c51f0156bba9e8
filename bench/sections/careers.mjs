import { sheetTable } from '../report/sheet-table.mjs'
import { duration, table } from '../report/table.mjs'

export const careers = {
  name: 'careers',
  title: 'Careers',
  content({ figures }, { careers: sizes, small, all }) {
    const [first] = sizes
    for (const size of sizes) {
      const leftOut = all ? {} : { graphlib: 'left out, since each question finds the paths to every role' }
      figures.measure('lattice', size, small, { leftOut })
    }
    for (const workload of ['grades', 'short lattices']) figures.measure(workload, first, small)
    figures.measure('diamonds', 1, small)
    const [, , ...firstOnes] = figures.worksOf('diamonds', 1)
    const rows = firstOnes.map(({ key, name }) => [
      name,
      duration(figures.of('diamonds', 1, 'rolegraph', key)),
    ])
    return [
      ...sizes.map(
        (size) =>
          `### A career lattice of ${size.toLocaleString('en')} roles\n\n${sheetTable(figures, [['lattice', size]])}`,
      ),
      `### All career paths, ${first.toLocaleString('en')} roles\n\n${sheetTable(
        figures,
        [
          ['grades', first],
          ['short lattices', first],
        ],
        { works: ['all paths up ten grades', 'all paths in careers of 40 roles'] },
      )}`,
      `### On a lattice of 3,486,784,401 paths\n\n${table(['', 'rolegraph'], rows)}`,
    ].join('\n\n')
  },
}
