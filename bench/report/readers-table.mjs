import { cell, notesOf } from './sheet-table.mjs'
import { duration, table, times } from './table.mjs'

/** One row per reader, compared with JSON.parse, which makes objects but not an org. */
export function readersTable(figures, workload, size) {
  const parse = figures.of(workload, size, 'JSON.parse', 'build')
  const rows = figures.contendersOf(workload, size).map((reader) => {
    const of = (key) => figures.of(workload, size, reader, key)
    // Without a chart there is no first question.
    const isChart = !reader.startsWith('JSON.parse') || reader.includes('then')
    const whole = of(isChart ? 'both' : 'build')
    return [
      reader,
      duration(of('build')),
      isChart ? cell(of('first')) : '–',
      duration(whole),
      times(whole / parse),
    ]
  })
  const head = ['', 'read', 'the first isAbove', 'together', '÷ JSON.parse']
  return [table(head, rows), ...notesOf(figures, [[workload, size]])].join('\n')
}
