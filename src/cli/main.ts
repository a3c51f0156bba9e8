import { readFileSync } from 'node:fs'
import { nodeWorld } from './node-world.js'
import { run } from './program.js'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await run(process.argv.slice(2), nodeWorld(manifest.version))
