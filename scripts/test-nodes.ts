/** Runs the tests on each Node version that the package supports; the versions are kept in .cache. */
import { spawnSync } from 'node:child_process'
import { nodeBinary } from './node-binary.js'

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24']
const failed: string[] = []

for (const version of versions) {
  const node = nodeBinary(version)
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  console.log(`\nNode ${stdout.trim()}`)
  if (!stdout.startsWith(`v${version}.`)) throw new Error(`Expected Node ${version}, found ${stdout}`)
  const { status } = spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run'], { stdio: 'inherit' })
  if (status !== 0) failed.push(version)
}

console.log(
  failed.length === 0 ? `\nPassed on Node ${versions.join(', ')}` : `\nFailed on Node ${failed.join(', ')}`,
)
if (failed.length > 0) process.exitCode = 1
