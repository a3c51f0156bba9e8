import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { changeOrg, type Org } from 'rolegraph'
import type { Store } from 'rolegraph/store'
import { expect } from 'vitest'

/** Writers in processes of their own, and what was acknowledged to them. */
export class Writers {
  /** The revisions that each actor was told, by tenant. */
  readonly acknowledged = new Map<string, Map<number, string>>()
  readonly #running = new Set<ChildProcess>()
  readonly #errors: string[] = []
  readonly #database: string

  constructor(database: string) {
    this.#database = database
  }

  start(tenant: string, actor: string, seconds: number): void {
    const script = fileURLToPath(new URL('writer.ts', import.meta.url))
    const args = ['--import', 'tsx', script, this.#database, tenant, actor, String(seconds)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#running.add(child)
    let rest = ''
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      const known = this.acknowledged.get(tenant) ?? new Map<number, string>()
      this.acknowledged.set(tenant, known)
      for (const line of lines) {
        const rev = Number(line)
        if (known.has(rev)) this.#errors.push(`revision ${line} was acknowledged twice`)
        known.set(rev, actor)
      }
    })
    let words = ''
    child.stderr.on('data', (data: Buffer) => (words += data.toString()))
    child.once('close', (code, signal) => {
      this.#running.delete(child)
      if (code !== 0 && signal !== 'SIGKILL')
        this.#errors.push(`a writer ended with ${String(code)}: ${words}`)
    })
  }

  get count(): number {
    return [...this.acknowledged.values()].reduce((sum, revisions) => sum + revisions.size, 0)
  }

  get running(): number {
    return this.#running.size
  }

  /** Ends the one that has run longest, as a crash does. */
  killOne(): void {
    for (const child of this.#running) {
      if (child.killed) continue
      child.kill('SIGKILL')
      return
    }
  }

  /** Waits until all have ended. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await pause(20)
    expect(this.#errors).toEqual([])
  }
}

/** Checks a tenant after its writers: what was acknowledged is in its history, once, and its rows are what its history says. */
export async function expectSoundTenant(
  store: Store,
  id: string,
  acknowledged: ReadonlyMap<number, string>,
): Promise<void> {
  const tenant = store.tenant(id)
  const history = await tenant.history()
  expect(history.map(({ rev }) => rev)).toEqual(history.map((_, index) => index + 1))
  const times = history.map(({ at }) => at)
  expect(times).toEqual([...times].sort())
  for (const [rev, actor] of acknowledged) expect(history[rev - 1]).toMatchObject({ rev, actor })
  // Each load throws where the rows of a revision have a cycle.
  let org: Org = (await tenant.load({ at: 1 })).org
  const step = Math.max(1, Math.floor(history.length / 40))
  for (const { rev, changes } of history) {
    if (rev > 1) ({ org } = changeOrg(org, changes))
    if (rev % step === 0 || rev === history.length)
      expect((await tenant.load({ at: rev })).org, String(rev)).toEqual(org)
  }
  expect((await tenant.load()).org).toEqual(org)
}
