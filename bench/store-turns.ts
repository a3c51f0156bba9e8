import { existsSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import { type Org, rolesOf } from 'rolegraph'
import { median } from '../scripts/median.js'

/** Draws a role of an org, but the first one, which nobody moves. */
export function oneOf(org: Org): () => string {
  const ids = rolesOf(org)
  return () => ids[1 + Math.floor(Math.random() * (ids.length - 1))]
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Prints a figure with what it is of. */
export function print(name: string, figure: string, rest = ''): void {
  console.log(`  ${name.padEnd(52)} ${figure.padStart(12)}   ${rest}`)
}

/** How long a work took, and the processor time that this process and the server spent on it. */
interface Cost {
  readonly time: number
  readonly client: number
  readonly server: number
}

/** Prints the medians of several works, in turns, and how the first compares with each of the others. */
export async function inTurns(
  pool: Pool,
  rounds: number,
  works: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  const costs = new Map<string, Cost[]>(Object.keys(works).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const backends = await backendsOf(pool)
      const [before, ownBefore] = [processorTime(backends), process.cpuUsage()]
      const time = await timed(work)
      const { user, system } = process.cpuUsage(ownBefore)
      const server = processorTime(backends) - before
      costs.get(name)?.push({ time, client: (user + system) / 1000, server })
    }
  }
  const medianOf = (list: readonly Cost[], of: (cost: Cost) => number): number => median(list.map(of))
  const all = (cost: Cost): number => cost.client + cost.server
  const [first] = costs.values()
  let isFirst = true
  for (const [name, list] of costs) {
    const [time, processor] = [medianOf(list, (cost) => cost.time), medianOf(list, all)]
    const [server, client] = [medianOf(list, (cost) => cost.server), medianOf(list, (cost) => cost.client)]
    const ratios = [medianOf(first, (cost) => cost.time) / time, medianOf(first, all) / processor]
    const compared = `; the first is ${ratios[0].toFixed(2)} × this, ${ratios[1].toFixed(2)} × of processor time`
    print(
      name,
      `${time.toFixed(2)} ms`,
      `processor ${server.toFixed(2)} + ${client.toFixed(2)} ms${isFirst ? '' : compared}`,
    )
    isFirst = false
  }
}

/** The processes of the server that answer this one now. */
async function backendsOf(pool: Pool): Promise<readonly number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'",
  )
  return rows.map(({ pid }) => pid)
}

/** The processor time of processes in milliseconds, on Linux; 0 where that is not known. */
function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const path = `/proc/${String(pid)}/schedstat`
    return existsSync(path) ? sum + Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : sum
  }, 0)
}
