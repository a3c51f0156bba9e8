import {
  closeSync,
  mkdirSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Late } from '../internal.js'
import { EXIT } from './exit-code.js'
import { reasonOf } from './reading/read-bytes.js'
import type { Files, Output, World } from './world.js'

/** The world of a process. Node opens a standard stream when it is first asked for, which takes time: most commands need one. */
export function nodeWorld(version: string): World {
  return {
    files: nodeFiles(process.cwd()),
    get input() {
      return process.stdin
    },
    output: outputOf('stdout'),
    errors: outputOf('stderr'),
    environment: process.env,
    version,
    today: () => {
      const now = new Date()
      const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
      return `${now.getFullYear()}-${month}-${day}`
    },
    now: () => performance.now(),
    execute: executeIn(process.cwd()),
  }
}

/**
 * A stream that nobody reads any more (`| head -1`) takes the rest without an error: the exit code stays that of the command. Any other
 * error, such as a full disk, is reported in one line; it comes after the command has returned, so it ends the process.
 */
function outputOf(name: 'stdout' | 'stderr'): Output {
  let isClosed = false
  const stream = new Late(() =>
    process[name].on('error', (error: NodeJS.ErrnoException) => {
      isClosed = true
      if (error.code === 'EPIPE') return
      if (name === 'stdout') {
        process.stderr.write(`rolegraph: cannot write to the standard output: ${reasonOf(error)}\n`)
      }
      process.exit(EXIT.unusable)
    }),
  )
  return {
    write: (text) => {
      if (!isClosed) stream.value.write(text)
    },
    get isTerminal() {
      return stream.value.isTTY
    },
  }
}

/** Runs programs in a folder. */
export function executeIn(folder: string): World['execute'] {
  return (program, args) => {
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 } as const
    const { spawnSync } = process.getBuiltinModule('node:child_process')
    const { status, stdout, error } = spawnSync(program, args, options)
    return status === null || error !== undefined ? undefined : { code: status, output: stdout }
  }
}

/** The files of a system, relative to a folder. */
export function nodeFiles(folder: string): Files {
  const at = (path: string): string => resolve(folder, path)
  return {
    facts: (path) => {
      const stat = statSync(at(path), { throwIfNoEntry: false })
      if (stat === undefined) return undefined
      return {
        isFolder: stat.isDirectory(),
        isRegular: stat.isFile(),
        identity: `${stat.dev} ${stat.ino}`,
        size: stat.size,
        stamp: `${stat.size} ${stat.mtimeMs} ${stat.ino}`,
      }
    },
    read: (path) => readFileSync(at(path)),
    names: (path) => {
      try {
        return readdirSync(at(path))
      } catch {
        return []
      }
    },
    write: (path, text) => {
      replaceFile(at(path), text)
    },
    create: (path, text) => {
      try {
        mkdirSync(dirname(at(path)), { recursive: true })
        writeFileSync(at(path), text, { flag: 'wx' })
        return true
      } catch (error) {
        if (error instanceof Error && Reflect.get(error, 'code') === 'EEXIST') return false
        throw error
      }
    },
  }
}

/** Writes next to the file and renames: whoever reads meanwhile sees the old text, whole. */
function replaceFile(path: string, text: string): void {
  // The target of a link is replaced, not the link.
  const old = statSync(path, { throwIfNoEntry: false })
  const target = old === undefined ? path : realpathSync(path)
  if (old !== undefined && !old.isFile()) {
    writeFileSync(path, text)
    return
  }
  const temporary = `${target}.${crypto.randomUUID()}.tmp`
  try {
    const file = openSync(temporary, 'wx', old === undefined ? 0o666 : old.mode & 0o777)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
