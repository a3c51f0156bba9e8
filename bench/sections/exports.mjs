import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { exportReaders } from '../contenders/exports.mjs'
import { median } from '../measure.mjs'
import { duration, table, times } from '../report/table.mjs'
import { EXPORTS, exportFiles } from '../workloads/exports.mjs'

const child = fileURLToPath(new URL('../export-child.mjs', import.meta.url))
const TURNS = 2
const ROUNDS = 2

export const exports = {
  name: 'exports',
  title: 'Reading an export of an HR system',
  content(board, { exportRows }) {
    board.exports = new Map()
    const parts = EXPORTS.map((each) => {
      const files = exportFiles(each, exportRows)
      const { seen, inexact } = measured(each.key, files)
      board.exports.set(each.key, seen)
      const parse = seen.get('JSON.parse')
      const rows = Array.from(seen, ([name, { microseconds, peak, file }]) => [
        name,
        duration(microseconds),
        times(microseconds / parse.microseconds),
        peak === undefined ? '–' : `${Math.round(peak / 1e6)} MB`,
        peak === undefined ? '–' : times(peak / file),
      ])
      const other = inexact.map((name) => `- ${name} reads another chart.`)
      const head = ['', 'read', '÷ JSON.parse', 'peak memory', '÷ its file']
      return `### ${each.title(exportRows.toLocaleString('en'))}\n\n${[table(head, rows), ...(other.length > 0 ? ['', ...other] : [])].join('\n')}`
    })
    return parts.join('\n\n')
  },
}

/** Every contender in turn, several times; then each once more for its memory. */
function measured(key, files) {
  const { microseconds, answers } = inTurns(key, exportReaders, files)
  const answer = answers.get('parseCsv')
  const differing = exportReaders.filter(({ name }) => answers.has(name) && answers.get(name) !== answer)
  if (!differing.every(({ isInexact }) => isInexact)) {
    throw new Error(`The charts of the export ${key} differ: ${JSON.stringify([...answers])}`)
  }
  const seen = new Map(
    exportReaders.map(({ name, takes }) => {
      const { peak, file } = inProcess(key, name, files[takes], 0) ?? {}
      return [name, { microseconds: microseconds.get(name), peak, file }]
    }),
  )
  return { seen, inexact: differing.map(({ name }) => name) }
}

/** The median of each contender, `undefined` for one that did not end well, and the answers. Each runs in processes of its own. */
export function inTurns(key, contenders, files, rounds = ROUNDS) {
  const samples = new Map(contenders.map(({ name }) => [name, []]))
  const answers = new Map()
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { name, takes } of contenders) {
      const run = inProcess(key, name, files[takes], rounds)
      if (run === undefined) continue
      samples.get(name).push(...run.samples)
      if (run.answer !== undefined) answers.set(name, run.answer)
    }
  }
  const microseconds = new Map(
    Array.from(samples, ([name, taken]) => [name, taken.length === 0 ? undefined : median(taken)]),
  )
  return { microseconds, answers }
}

/** The figures of one process; `undefined` where it did not end well. */
export function inProcess(key, name, file, rounds) {
  process.stderr.write(`export ${key}: ${name}${rounds === 0 ? ', memory' : ''}\n`)
  const command = ['--expose-gc', child, key, name, file, String(rounds)]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    timeout: 180_000,
  })
  if (status === 0) return JSON.parse(stdout)
  const [error = `ended with ${status}`] = /^\w*Error.*$/m.exec(stderr) ?? []
  process.stderr.write(`  ${error}\n`)
  return undefined
}
