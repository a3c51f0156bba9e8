/** Runs every example, each with its own command, and fails if one of them fails. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const files = readdirSync('examples').filter((file) => file.endsWith('.ts'))
const failed: string[] = []

for (const file of files) {
  const path = `examples/${file}`
  const command = file.endsWith('.test.ts')
    ? ['node_modules/vitest/vitest.mjs', 'run', '--typecheck.enabled=false', '--reporter=default', path]
    : ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'examples/tsconfig.run.json', path]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  // An example that prints nothing counts as a failure too.
  const ran = status === 0 && stdout.trim() !== ''
  if (!ran) failed.push(path)
  console.log(`${ran ? 'ran' : 'FAILED'} ${path}`)
  if (!ran) console.log(stdout + stderr)
}

if (files.length === 0 || failed.length > 0) {
  console.log(files.length === 0 ? 'There is no example.' : `Failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
