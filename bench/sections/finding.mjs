import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { finders } from '../contenders/finding.mjs'
import { duration, table } from '../report/table.mjs'

const child = fileURLToPath(new URL('../find-child.mjs', import.meta.url))
const TEXTS = 300
const ROUNDS = 3
/** Fuse.js reads all titles for each question. */
const BUDGET = 100_000

/** Finding a role by a text that somebody typed. */
export const finding = {
  name: 'finding',
  title: 'Finding',
  content(board, { names: roles, found }) {
    const fast = new Map(finders.map(({ name }) => [name, measured(name, roles)]))
    const right = new Map(finders.map(({ name }) => [name, measured(name, found)]))
    board.finding = { fast, right }
    return [
      `### The time of a search among ${roles.toLocaleString('en')} roles`,
      timesTable(fast),
      `### Right answers among ${found.toLocaleString('en')} roles`,
      answersTable(right),
    ].join('\n\n')
  },
}

function measured(name, roles) {
  process.stderr.write(`finding among ${roles}: ${name}\n`)
  const command = ['--expose-gc', child, name, ...[roles, TEXTS, ROUNDS, BUDGET].map(String)]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function timesTable(figures) {
  const names = [...figures.keys()]
  const row = (title, of) => [title, ...names.map((name) => duration(of(figures.get(name))))]
  const [{ ways }] = figures.values()
  return table(
    ['', ...names],
    [
      row('before the first answer', ({ index }) => index),
      ...ways.map(({ way }) =>
        row(way, (each) => each.ways.find((other) => other.way === way)?.microseconds),
      ),
    ],
  )
}

function answersTable(figures) {
  const names = [...figures.keys()]
  const [{ ways }] = figures.values()
  const rows = ways.map(({ way }) => [
    way,
    ...names.map((name) => {
      const { right, asked } = figures.get(name).ways.find((other) => other.way === way)
      return `${right} of ${asked}`
    }),
  ])
  const sums = names.map((name) => `${rightOf(figures.get(name))} of ${askedOf(figures.get(name))}`)
  return table(['', ...names], [...rows, ['together', ...sums]])
}

export function rightOf({ ways }) {
  return ways.reduce((sum, { right }) => sum + right, 0)
}

function askedOf({ ways }) {
  return ways.reduce((sum, { asked }) => sum + asked, 0)
}
