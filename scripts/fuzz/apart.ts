import { spawnSync } from 'node:child_process'
import { emptyRun, type FuzzRun } from './fuzz-run.js'

/** Some inputs of a format. */
export interface Chunk {
  readonly format: string
  readonly seed: number
  readonly from: number
  readonly count: number
  readonly milliseconds: number
}

/** Far more than an input takes unless it never ends. */
const GRACE = 60_000

/** Fuzzes in a separate process, so that an input that never ends, or ends the process, is found. */
export function fuzzApart(script: string, chunk: Chunk): FuzzRun {
  const run = fuzzInProcess(script, chunk)
  if (run !== undefined) return run
  // Bisects for the input that was running; the halves get more time, so that they reach it.
  const milliseconds = chunk.milliseconds + GRACE
  let { from, count } = chunk
  while (count > 1) {
    const half = Math.ceil(count / 2)
    if (fuzzInProcess(script, { ...chunk, milliseconds, from, count: half }) === undefined) {
      count = half
    } else {
      from += half
      count -= half
    }
  }
  const findings = [{ index: from, what: 'the process died, or did not end' }]
  return { ...emptyRun(), inputs: from + 1 - chunk.from, findings }
}

function fuzzInProcess(script: string, chunk: Chunk): FuzzRun | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, script, '--chunk', JSON.stringify(chunk)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: Math.ceil(chunk.milliseconds) + GRACE,
      killSignal: 'SIGKILL',
    },
  )
  return status === 0 ? (JSON.parse(stdout) as FuzzRun) : undefined
}
