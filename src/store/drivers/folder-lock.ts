import { storeFailure } from '../store-failure.js'

/** What is used of `node:fs` and of `process`, which a browser does not have. */
interface Files {
  writeFileSync(path: string, text: string, options: { readonly flag: 'wx' }): void
  readFileSync(path: string, encoding: 'utf8'): string
  rmSync(path: string, options: { readonly force: true }): void
}
interface Process {
  readonly pid: number
  getBuiltinModule?(name: 'node:fs'): Files | undefined
  kill(pid: number, signal: 0): true
  once(event: 'exit', listener: () => void): unknown
}

/** The database of this process that has each folder. */
const OWNERS = new Map<string, { readonly closed?: boolean }>()

/**
 * Takes a folder for this process, by a file next to it that other processes look for. It is removed when the process ends, and one that
 * was left behind by a process that has ended is replaced. Throws `STORE_FAILED` where another process has the folder.
 */
export function lockFolder(folder: string, database: { readonly closed?: boolean }): void {
  const process = (globalThis as { readonly process?: Process }).process
  const files = process?.getBuiltinModule?.('node:fs')
  if (process === undefined || files === undefined) return
  const path = `${folder.replace(/\/+$/, '')}.lock`
  const owner = OWNERS.get(path)
  if (owner !== undefined && owner !== database && owner.closed !== true)
    throw inUse(folder, process.pid, path)
  const isOurs = owner !== undefined
  OWNERS.set(path, database)
  if (isOurs) return
  while (!hasWritten(files, path, String(process.pid))) {
    const pid = Number(textIn(files, path))
    if (isRunning(process, pid)) {
      OWNERS.delete(path)
      throw inUse(folder, pid, path)
    }
    files.rmSync(path, { force: true })
  }
  process.once('exit', () => {
    files.rmSync(path, { force: true })
  })
}

function inUse(folder: string, pid: number, path: string): Error {
  return storeFailure(
    'busy',
    `the process ${String(pid)} has the folder ${folder} of PGlite open, which belongs to one process at a time. If that process has nothing to do with it, remove ${path}`,
  )
}

/** Whether a new file was made; not if there was one already. */
function hasWritten(files: Files, path: string, text: string): boolean {
  try {
    files.writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw storeFailure(
      'permission',
      `the file ${path} cannot be written, which tells other processes that the folder is in use`,
      error,
    )
  }
}

/** The text of a file; empty where it has just been removed. */
function textIn(files: Files, path: string): string {
  try {
    return files.readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isRunning(process: Process, pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of another user.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
}
