import { duration, table, times } from '../report/table.mjs'

export const walks = {
  name: 'walks',
  title: 'isAbove and graphology',
  content({ figures }, { main, small }) {
    figures.measure('walks', main, small)
    const of = (name) => figures.of('walks', main, name, 'isAbove')
    const rows = figures
      .contendersOf('walks', main)
      .map((name) => [name, duration(of(name)), times(of(name) / of('rolegraph'))])
    return `### isAbove compared with walks over graphology, ${main.toLocaleString('en')} roles\n\n${table(
      ['', 'isAbove, random pairs', '÷ rolegraph'],
      rows,
    )}`
  },
}
