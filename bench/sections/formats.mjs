import { formatWriters, graphmlReaders, installPackages, ldifReaders } from '../contenders/formats.mjs'
import { duration, table, times } from '../report/table.mjs'
import { formatFiles } from '../workloads/formats.mjs'
import { inTurns } from './exports.mjs'

const PARTS = [
  ['Writing', 'writers', formatWriters],
  ['Reading LDIF', 'ldif', ldifReaders],
  ['Reading GraphML', 'graphml', graphmlReaders],
]

/** So many that the code is compiled: the first one or two take several times as long. */
const ROUNDS = 6

export const formats = {
  name: 'formats',
  title: 'Formats of other programs',
  content(board, { formatRoles }) {
    installPackages()
    const files = formatFiles(formatRoles)
    board.formats = new Map()
    const parts = PARTS.map(([title, list, contenders]) => {
      const { microseconds, answers } = inTurns(list, contenders, files, ROUNDS)
      if (new Set(answers.values()).size > 1)
        throw new Error(`The charts of ${title} differ: ${JSON.stringify([...answers])}`)
      board.formats.set(list, microseconds)
      const [{ name: first }] = contenders
      const rows = Array.from(microseconds, ([name, taken]) => [
        name,
        duration(taken),
        times(taken / microseconds.get(first)),
      ])
      return `### ${title}, ${formatRoles.toLocaleString('en')} roles\n\n${table(['', 'time', `÷ ${first}`], rows)}`
    })
    return parts.join('\n\n')
  },
}
