import { nearestId, nearestSuggestion, quote } from '../../internal.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'

/** As many bytes as the importers read. */
const MOST_BYTES = 256 * 1024 * 1024
const MEGABYTE = 1024 * 1024
/** How often a file is read that keeps changing. */
const ATTEMPTS = 3

/** The bytes of a file, or of the standard input for `-`. Throws a {@link CommandError} that says what is wrong with it. */
export async function readBytes(path: string, world: World): Promise<Uint8Array> {
  const bytes = path === '-' ? await readInput(world) : readFile(path, world)
  if (!isBlank(bytes)) return bytes
  const name = path === '-' ? 'the standard input' : quote(path)
  throw new CommandError(`cannot read a chart from ${name}: it is empty`)
}

/** Whether there is nothing but spaces and line ends, after a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return bytes.every((byte, at) => at < begin || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

async function readInput({ input }: World): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input) {
    length += piece.length
    if (length > MOST_BYTES) throw tooLarge('the standard input')
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}

/** The bytes of a file that did not change while it was read. */
function readFile(path: string, { files }: World): Uint8Array {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = files.facts(path)
    if (before === undefined) throw missing(path, files)
    if (before.isFolder) {
      throw new CommandError(`cannot read ${quote(path)}: it is a folder`, 'Name a file in it.')
    }
    if (before.size > MOST_BYTES) throw tooLarge(quote(path))
    const bytes = readNow(path, files)
    if (!before.isRegular) {
      if (bytes.length > MOST_BYTES) throw tooLarge(quote(path))
      return bytes
    }
    if (files.facts(path)?.stamp === before.stamp) return bytes
  }
  throw new CommandError(
    `cannot read ${quote(path)}: it changed while being read`,
    'Wait until the other program has written it, and try again.',
  )
}

function readNow(path: string, files: World['files']): Uint8Array {
  try {
    return files.read(path)
  } catch (error) {
    throw new CommandError(`cannot read ${quote(path)}: ${reasonOf(error)}`)
  }
}

/** Why the system refuses a file. */
export function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'ENOTDIR') return 'part of its path is a file, not a folder'
  if (code === 'ENOSPC') return 'the disk is full'
  if (code === 'EROFS') return 'the disk is read-only'
  return typeof code === 'string' ? `the system says ${code}` : 'the system does not say why'
}

function missing(path: string, files: World['files']): CommandError {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  const folder = path.slice(0, slash)
  const nearest = nearestId(path.slice(slash), files.names(folder === '' ? '.' : folder))
  const advice = nearestSuggestion(nearest && folder + nearest)
  return new CommandError(`cannot read ${quote(path)}: there is no such file`, advice)
}

function tooLarge(name: string): CommandError {
  return new CommandError(
    `cannot read ${name}: it is larger than ${MOST_BYTES / MEGABYTE} MiB`,
    'Split it, or read it with rolegraph/import and a higher limit.',
  )
}
