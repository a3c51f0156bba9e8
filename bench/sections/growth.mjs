import { growthTable } from '../report/growth-table.mjs'
import { READERS } from './loads.mjs'

/** Measures nothing: it reads what the other sections have measured. */
export const growth = {
  name: 'growth',
  title: 'Growth',
  content({ figures }, { sizes, ladders, pictures: pictureSizes }) {
    const readers = READERS.filter((name) => figures.of('tables', sizes.at(-1), name, 'build') !== undefined)
    const series = [
      { workload: 'tree', sizes },
      ...readers.map((name) => ({
        workload: 'tables',
        sizes,
        contender: name,
        keys: ['build'],
        nameOf: () => `${name}, from bytes`,
      })),
      { workload: 'pictures', sizes: pictureSizes, keys: ['toText', 'toSvg'] },
      {
        workload: 'ladder',
        sizes: ladders,
        keys: ['would make a cycle'],
        nameOf: () => 'would this line make a cycle? (diamonds in a row)',
      },
    ]
    const known = series.filter(({ workload, sizes: needed }) =>
      needed.every((size) => figures.has(workload, size)),
    )
    return growthTable(figures, sizes, known)
  },
}
