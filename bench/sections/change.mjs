import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { duration, table } from '../report/table.mjs'

const child = fileURLToPath(new URL('../change-child.mjs', import.meta.url))
const versionsChild = fileURLToPath(new URL('../versions-child.mjs', import.meta.url))
const ROUNDS = 5
/** A round of a million roles takes minutes, most of them for histories of two million rows. */
const roundsOf = (count) => (count > 200_000 ? 1 : ROUNDS)

/** What is compared with what, and the most, or the least, that it may be. */
const RATIOS = [
  { work: 'diff of 100', other: 'build', most: 0.5 },
  { work: 'merge', other: 'diff of 1,000', most: 3 },
  { work: 'rebuild', other: 'move', least: 50 },
  { work: 'rebuild', other: 'add', least: 50 },
  { work: 'rebuild', other: 'removal', least: 50 },
  { work: 'org of a date', other: 'build', most: 2 },
  { work: 'history of rows', other: 'build', most: 25 },
  { work: 'org of a date of rows', other: 'build', most: 2 },
]

/** Changes, diffs, merges and histories of an org. */
export const change = {
  name: 'change',
  title: 'Changes',
  content(board, { changed }) {
    const figures = new Map(changed.map((count) => [count, measured(count)]))
    board.change = figures
    const sizes = [...figures.keys()]
    const [first] = figures.values()
    const rows = Object.keys(first).map((work) => [
      WORDS[work],
      ...sizes.map((size) => duration(figures.get(size)[work] * 1_000)),
    ])
    const ratios = RATIOS.map(({ work, other, most, least }) => [
      `${WORDS[work]} ÷ ${WORDS[other]}`,
      ...sizes.map((size) => (figures.get(size)[work] / figures.get(size)[other]).toFixed(2)),
      most === undefined ? `at least ${least}` : `at most ${most}`,
    ])
    const heads = sizes.map((size) => `${size.toLocaleString('en')} roles`)
    const versions = changed.map((count) => run(versionsChild, count))
    ratios.push([
      '100 versions with a change each, asked one `isAbove` each ÷ the memory of the first chart alone',
      ...versions.map(({ ratio }) => ratio.toFixed(2)),
      'at most 5',
    ])
    return [table(['', ...heads], rows), table(['', ...heads, 'goal'], ratios)].join('\n\n')
  },
}

const WORDS = {
  build: 'build from records',
  rebuild: 'build from records, then isAbove',
  move: '`changeOrg` with one move, then isAbove',
  add: '`changeOrg` with one added role, then isAbove',
  removal: '`changeOrg` with one removed role, then isAbove',
  'diff of an addition': '`diffOrgs` of an org and the same with one added role',
  'diff of 100': '`diffOrgs`, 100 changes, both built from records',
  'diff of 1,000': '`diffOrgs`, 1,000 changes, both built from records',
  merge: '`mergeOrgs`, 1,000 changes on each side, all built from records',
  'diff of a changed org': '`diffOrgs` of an org and what `changeOrg` made of it, 1,000 changes',
  'merge of changed orgs': '`mergeOrgs` of what `changeOrg` made, 1,000 changes on each side',
  'org of a date': '`orgAt` in a history of 10,000 changes',
  'managers of dates': '`managerAt` in that history, 10,000 times',
  'history of rows': '`historyFromRecords`, two rows per role with many dates',
  'org of a date of rows': '`orgAt` in that history of rows',
  'managers of dates of rows': '`managerAt` in it, 10,000 times',
}

function measured(count) {
  process.stderr.write(`changes of ${count.toLocaleString('en')}\n`)
  return run(child, count, roundsOf(count))
}

function run(script, ...args) {
  const command = ['--expose-gc', script, ...args.map(String)]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
