import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { executeIn, nodeFiles } from '../../src/cli/node-world.js'
import { run } from '../../src/cli/program.js'
import type { World } from '../../src/cli/world.js'

/** What a call wrote and returned. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder with files, in which commands run. It is removed after the tests of the file. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolegraph-command-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Runs the command in this process, in a folder, on no terminal. */
export async function command(
  folder: string,
  args: readonly string[],
  changes: Partial<World> & { readonly stdin?: string | Uint8Array; readonly isTerminal?: boolean } = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const { stdin = '', isTerminal = false, ...others } = changes
  const world: World = {
    files: nodeFiles(folder),
    input: piecesOf(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    output: {
      write: (text) => {
        out += text
      },
      isTerminal,
    },
    errors: {
      write: (text) => {
        err += text
      },
      isTerminal,
    },
    environment: {},
    version: '0.0.0',
    today: () => '2026-06-30',
    now: () => 0,
    execute: executeIn(folder),
    ...others,
  }
  const code = await run(args, world)
  return { code, out, err }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}
