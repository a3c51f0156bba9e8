import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PgliteDatabase, pgliteDriver } from 'rolegraph/store'
import { afterAll, describe, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'rolegraph-lock-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

/** A database of PGlite as far as a lock is concerned. */
function databaseIn(dataDir: string | undefined, closed = false): PgliteDatabase {
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing is asked here.'))
  return { query: refuse, transaction: refuse, listen: refuse, dataDir, closed }
}
const BUSY = expect.objectContaining({
  code: 'STORE_FAILED',
  details: { reason: 'busy', retry: true },
}) as unknown

describe('a folder of PGlite', () => {
  it('belongs to the process that has it, and to one database in it', () => {
    const folder = join(root, 'own')
    const database = databaseIn(folder)
    pgliteDriver(database)
    pgliteDriver(database)
    expect(readFileSync(`${folder}.lock`, 'utf8')).toBe(String(process.pid))
    expect(() => pgliteDriver(databaseIn(`file://${folder}/`))).toThrow(BUSY)
  })

  it('can be opened again when it was closed', () => {
    const folder = join(root, 'closed')
    pgliteDriver(databaseIn(folder, true))
    pgliteDriver(databaseIn(folder))
  })

  it('is refused while another process has it', () => {
    const folder = join(root, 'theirs')
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    writeFileSync(`${folder}.lock`, String(other.pid))
    expect(() => pgliteDriver(databaseIn(folder))).toThrow(`the process ${String(other.pid)} has the folder`)
    other.kill()
  })

  it.each([
    ['a process that has ended', String(spawnSync(process.execPath, ['-e', '']).pid)],
    ['nobody', ''],
    ['what is not a process', 'x'],
  ])('is taken from %s', (_who, text) => {
    const folder = join(root, `left ${text}`)
    writeFileSync(`${folder}.lock`, text)
    pgliteDriver(databaseIn(folder))
    expect(readFileSync(`${folder}.lock`, 'utf8')).toBe(String(process.pid))
  })

  it.each([undefined, '', 'memory://', 'idb://office'])(
    'needs no lock where it is no folder: %s',
    (dataDir) => {
      pgliteDriver(databaseIn(dataDir))
      pgliteDriver(databaseIn(dataDir))
      expect(existsSync('office.lock')).toBe(false)
    },
  )
})
