/** Runs the tests on each Node version that the package supports; the versions are kept in .cache. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24']
const failed: string[] = []

function nodeBinary(version: string): string {
  const folder = resolve(`.cache/node-${version}`)
  const binary = `${folder}/node_modules/.bin/node`
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  // The package of the platform itself: the package "node" would fetch it in an install script.
  const name = `node-${process.platform}-${process.arch}@${version}`
  const options = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    name,
  ]
  const { status } = spawnSync('npm', options, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`Node ${version} could not be installed.`)
  return binary
}

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
