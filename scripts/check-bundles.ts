/**
 * Bundles and minifies an app that uses every entry, with the bundlers that users have, and checks that the app runs
 * and that everything that is frozen in the package is frozen in the bundle too. Run scripts/pack.ts first. Bundlers can
 * be named: `check-bundles.ts esbuild parcel`; Parcel, which is large, is otherwise left out.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const tarball = resolve('.cache/package/rolegraph.tgz')
const project = mkdtempSync(join(tmpdir(), 'rolegraph-bundles-'))

/** The packages that each bundler needs. */
const BUNDLERS = new Map([
  ['esbuild', ['esbuild@0.28.2']],
  ['rollup', ['rollup@4.67.4', ...['node-resolve@16', 'commonjs@29', 'terser@1'].map(rollupPlugin)]],
  ['rolldown', ['rolldown@1.3.2']],
  ['vite', ['vite@8.3.8']],
  ['webpack', ['webpack@5.113.0']],
  ['parcel', ['parcel@2.16.4']],
])
const named = process.argv.slice(2)
const bundlers = named.length > 0 ? named : [...BUNDLERS.keys()].filter((name) => name !== 'parcel')

/** Fewer frozen objects than this would mean that the app looks at nothing. */
const LEAST_FROZEN = 500

function rollupPlugin(name: string): string {
  return `@rollup/plugin-${name}`
}

function run(command: string, ...options: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`FAILED: ${command} ${options.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

function check(): void {
  cpSync('tests/package/bundle', project, { recursive: true })
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }))
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  run('npm', 'install', ...quiet, tarball, ...bundlers.flatMap((name) => BUNDLERS.get(name) ?? []))
  const unbundled = run(process.execPath, 'app.mjs').split('\n')
  const frozen = unbundled.filter((line) => line.endsWith(' frozen')).length
  if (frozen < LEAST_FROZEN) throw new Error(`Only ${frozen} objects are frozen in the package itself`)
  run(process.execPath, 'build.mjs', ...bundlers)
  for (const bundler of bundlers) {
    const bundle = `${bundler}.${bundler === 'webpack' ? 'cjs' : 'mjs'}`
    const bundled = new Set(run(process.execPath, bundle).split('\n'))
    const missing = unbundled.filter((line) => !bundled.has(line))
    if (missing.length > 0) throw new Error(`${bundle} differs from the package:\n${missing.join('\n')}`)
    console.log(`ok: a bundle by ${bundler} freezes the same ${frozen} objects as the package`)
  }
}

try {
  check()
} finally {
  rmSync(project, { recursive: true, force: true })
}
