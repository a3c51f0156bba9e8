import { duration, table } from '../report/table.mjs'

export const pictures = {
  name: 'pictures',
  title: 'Pictures',
  content({ figures }, { pictures: sizes, small }) {
    for (const size of sizes) figures.measure('pictures', size, small)
    const rows = ['toText', 'toSvg'].map((key) => [
      key,
      ...sizes.map((size) => duration(figures.of('pictures', size, 'rolegraph', key))),
    ])
    return table(['', ...sizes.map((size) => `${size.toLocaleString('en')} roles`)], rows)
  },
}
