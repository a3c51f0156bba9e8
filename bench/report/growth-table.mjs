import { slope } from './slope.mjs'
import { duration, table } from './table.mjs'

const OURS = 'rolegraph'

/**
 * The time of each operation at each size, and its slope next to that of the Map by id. `series` are the workloads with
 * their sizes, the contender that represents the library, and the names of the rows.
 */
export function growthTable(figures, sizes, series) {
  const rows = series.flatMap(
    ({ workload, sizes: measured, contender = OURS, keys, nameOf = ({ name }) => name }) => {
      const last = measured.at(-1)
      return figures
        .worksOf(workload, last)
        .filter(
          ({ key }) =>
            (keys === undefined || keys.includes(key)) && figures.of(workload, last, contender, key) > 0,
        )
        .map((work) => {
          const points = (whose) =>
            measured.map((size) => [size, figures.of(workload, size, whose, work.key)])
          const ours = points(contender)
          const of = new Map(ours)
          return [
            withoutCount(nameOf(work)),
            ...sizes.map((size) => duration(of.get(size))),
            slopeText(slope(ours)),
            contender === OURS ? slopeText(slope(points('Map by id'))) : '–',
          ]
        })
    },
  )
  const head = ['', ...sizes.map((size) => size.toLocaleString('en')), 'slope', 'slope of Map by id']
  return table(head, rows)
}

function slopeText(value) {
  return value === undefined ? '–' : value.toFixed(2).replace('-', '−').replace('−0.00', '0.00')
}

/** The average number of reports differs a little from size to size. */
function withoutCount(name) {
  return name.replace(/about [\d,]+/, 'about 1,000')
}
