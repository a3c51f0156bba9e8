import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** The path of a Node of this version, which is installed into .cache and kept there. */
export function nodeBinary(version: string): string {
  const folder = resolve(`.cache/node-${version}`)
  const binary = `${folder}/node_modules/.bin/node`
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  // The package for this platform: the package "node" would download it in an install script.
  const name = `node-${process.platform}-${process.arch}@${version}`
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['install', ...quiet, '--prefix', folder, name], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`Node ${version} could not be installed.`)
  return binary
}
