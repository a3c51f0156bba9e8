import { formatWriters, graphmlReaders, installPackages, ldifReaders } from '../contenders/formats.mjs'
import { duration, table, times } from '../report/table.mjs'
import { formatFiles } from '../workloads/formats.mjs'
import { inProcess, inTurns } from './exports.mjs'

const PARTS = [
  ['Writing', 'writers', formatWriters],
  ['Reading LDIF', 'ldif', ldifReaders],
  ['Reading GraphML', 'graphml', graphmlReaders],
]

/**
 * The bytes of a UTF-16 unit of the text: the charts have characters beyond Latin-1, with which V8 keeps every character of a text in
 * two bytes.
 */
const UNIT_BYTES = 2

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
      const isWriting = list === 'writers'
      const rows = contenders.map(({ name, takes }) => [
        name,
        duration(microseconds.get(name)),
        times(microseconds.get(name) / microseconds.get(first)),
        ...(isWriting ? memoryCells(inProcess(list, name, files[takes], 0)) : []),
      ])
      const head = ['', 'time', `÷ ${first}`, ...(isWriting ? ['peak memory', '÷ the text'] : [])]
      return `### ${title}, ${formatRoles.toLocaleString('en')} roles\n\n${table(head, rows)}`
    })
    return parts.join('\n\n')
  },
}

/** How far the memory rose while a writer wrote once, and that by the memory of its text; dashes where the system does not tell. */
function memoryCells(run) {
  return run === undefined
    ? ['–', '–']
    : [`${Math.round(run.peak / 1e6)} MB`, times(run.peak / (run.length * UNIT_BYTES))]
}
