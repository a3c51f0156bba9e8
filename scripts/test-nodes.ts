/**
 * Runs the tests, and the project that installs the packed tarball, on Node versions that the package supports, the oldest
 * first; the versions are kept in .cache. Type tests do not depend on Node and are left out. Run scripts/pack.ts first.
 */
import { spawnSync } from 'node:child_process'
import { nodeBinary } from './node-binary.js'
import { SUPPORTED_NODES } from './supported-nodes.js'

const versions =
  process.argv.length > 2
    ? process.argv.slice(2)
    : SUPPORTED_NODES.map((version) => version.replace(/^20\.19$/, '20.19.0'))
const failed: string[] = []

for (const version of versions) {
  const node = nodeBinary(version)
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  console.log(`\nNode ${stdout.trim()}`)
  if (!`${stdout.trim()}.`.startsWith(`v${version}.`))
    throw new Error(`Expected Node ${version}, found ${stdout}`)
  const runs = [
    ['node_modules/vitest/vitest.mjs', 'run', '--typecheck.enabled=false'],
    ['node_modules/tsx/dist/cli.mjs', 'scripts/check-consumer.ts'],
  ]
  for (const command of runs) {
    const { status } = spawnSync(node, command, { stdio: 'inherit' })
    if (status !== 0) failed.push(`${version}: ${command.join(' ')}`)
  }
}

console.log(
  failed.length === 0 ? `\nPassed on Node ${versions.join(', ')}` : `\nFailed:\n${failed.join('\n')}`,
)
if (failed.length > 0) process.exitCode = 1
