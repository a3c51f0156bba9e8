import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll } from 'vitest'

/** The path of the command, bundled from the sources into one file, for tests that need a process. It is removed after the tests. */
export function bundledCommand(): string {
  // In the repository, where imports of packages are found.
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(resolve('.cache/command-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const outfile = join(folder, 'command.js')
  buildSync({
    entryPoints: [resolve('tests/cli/run-from-source.ts')],
    packages: 'external',
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  })
  return outfile
}
