import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { duration, table, times } from '../report/table.mjs'

const child = fileURLToPath(new URL('../approval-child.mjs', import.meta.url))
const REQUESTS = 100_000
const ROUNDS = 7

/** Who approves, and the check of a policy. */
export const approvals = {
  name: 'approvals',
  title: 'Approvals',
  content(board, { main }) {
    process.stderr.write(`approvals of ${main.toLocaleString('en')}\n`)
    const command = ['--expose-gc', child, ...[main, REQUESTS, ROUNDS].map(String)]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const { routes, checks } = JSON.parse(stdout)
    board.approvals = { routes, checks }
    const [ours] = Object.values(routes)
    const perSecond = (microseconds) => Math.round(1e6 / microseconds).toLocaleString('en')
    const rows = Object.entries(routes).map(([name, microseconds]) => {
      return [name, duration(microseconds), perSecond(microseconds), times(microseconds / ours)]
    })
    return [
      `### Routes in a chart of ${main.toLocaleString('en')}: a tenth vacant, a twentieth away with a delegate`,
      table(['', 'a route', 'routes a second', '÷ rolegraph'], rows),
      'The loop knows vacancies and limits: nobody is away, holds two roles or makes the request in it, and it gives no reasons.',
      `### checkApprovalPolicy, every role`,
      table(
        ['chart', 'time'],
        Object.entries(checks).map(([name, microseconds]) => [name, duration(microseconds)]),
      ),
    ].join('\n\n')
  },
}
