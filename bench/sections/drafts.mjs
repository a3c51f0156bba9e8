import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { duration, table, times } from '../report/table.mjs'

const child = fileURLToPath(new URL('../draft-child.mjs', import.meta.url))
const TURNS = 5_000
const ROUNDS = 9

/** Edits and questions in alternation. */
export const drafts = {
  name: 'drafts',
  title: 'Drafts',
  content(board, { main, moves }) {
    process.stderr.write(`drafts of ${main.toLocaleString('en')}\n`)
    const command = ['--expose-gc', child, ...[main, TURNS, ROUNDS, moves].map(String)]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const { turns, walk } = JSON.parse(stdout)
    board.drafts = { turns, walk }
    const rows = Object.entries(turns).map(([name, microseconds]) => {
      return [name, duration(microseconds), times(microseconds / turns.rolegraph)]
    })
    const what = 'a move with its check for a cycle, isAbove, a size, a chain'
    return [
      `### A draft of ${main.toLocaleString('en')} roles: ${what}`,
      table(['', 'a turn', '÷ rolegraph'], rows),
      `${moves.toLocaleString('en')} random moves in one draft, every third of them undone, take ${walk.seconds.toFixed(1)} s and ` +
        `${Math.round(walk.bytes)} bytes per role.`,
    ].join('\n\n')
  },
}
