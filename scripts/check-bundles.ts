/**
 * Bundles and minifies an app that uses every entry, with the bundlers that users have, and checks that the app runs
 * and that everything that is frozen in the package is frozen in the bundle too. Run scripts/pack.ts first.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const tarball = resolve('.cache/package/rolegraph.tgz')
const project = mkdtempSync(join(tmpdir(), 'rolegraph-bundles-'))

const packages = [
  ...['esbuild@0.28.2', 'rolldown@1.3.2', 'vite@8.3.8', 'webpack@5.113.0'],
  ...[
    'rollup@4.67.4',
    '@rollup/plugin-node-resolve@16',
    '@rollup/plugin-commonjs@29',
    '@rollup/plugin-terser@1',
  ],
]
const bundles = ['esbuild.mjs', 'rollup.mjs', 'rolldown.mjs', 'vite.mjs', 'webpack.cjs']
/** Fewer frozen objects than this would mean that the app looks at nothing. */
const LEAST_FROZEN = 500

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
  run('npm', 'install', ...quiet, tarball, ...packages)
  const unbundled = run(process.execPath, 'app.mjs').split('\n')
  const frozen = unbundled.filter((line) => line.endsWith(' frozen')).length
  if (frozen < LEAST_FROZEN) throw new Error(`Only ${frozen} objects are frozen in the package itself`)
  run(process.execPath, 'build.mjs')
  for (const bundle of bundles) {
    const bundled = new Set(run(process.execPath, bundle).split('\n'))
    const missing = unbundled.filter((line) => !bundled.has(line))
    if (missing.length > 0) throw new Error(`${bundle} differs from the package:\n${missing.join('\n')}`)
    console.log(`ok: ${bundle} freezes the same ${frozen} objects as the package`)
  }
}

try {
  check()
} finally {
  rmSync(project, { recursive: true, force: true })
}
