import { growthTable } from '../report/growth-table.mjs'
import { READERS } from './loads.mjs'

/** Measures nothing: reads the figures of the other sections. */
export const growth = {
  name: 'growth',
  title: 'Growth',
  content({ figures }, { sizes, main, ladders, careers, pictures }) {
    const readers = READERS.filter((name) => figures.of('tables', sizes.at(-1), name, 'build') !== undefined)
    const series = [
      { workload: 'tree', sizes },
      {
        workload: 'matrix',
        sizes: sizes.filter((size) => size <= main),
        keys: ['matrix isAbove', 'would make a cycle'],
        nameOf: ({ name }) => `matrix: ${name}`,
      },
      {
        workload: 'lattice',
        sizes: careers,
        keys: ['shortest by steps', 'shortest by years', 'ten best by steps', 'ten best by years'],
        nameOf: ({ name }) => `career, ${name}`,
      },
      ...readers.map((name) => ({
        workload: 'tables',
        sizes,
        contender: name,
        keys: ['build'],
        nameOf: () => `${name}, from bytes`,
      })),
      { workload: 'pictures', sizes: pictures, keys: ['toText', 'toSvg'] },
      {
        workload: 'ladder',
        sizes: ladders.filter((diamonds) => sizes.includes(diamonds)),
        keys: ['would make a cycle'],
        nameOf: ({ name }) => `diamonds in a row: ${name}`,
      },
    ]
    const known = series.filter(({ workload, sizes: needed }) =>
      needed.every((size) => figures.has(workload, size)),
    )
    return growthTable(figures, sizes, known)
  },
}
