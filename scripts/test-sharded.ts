/**
 * Runs the tests of a store on three PostgreSQL servers, through shardedStore and through PL/Proxy on a fourth one, all on loopback.
 * `--seconds 10` is how long each measurement of throughput takes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { binFolder } from './postgres-server.js'

const { values } = parseArgs({ options: { seconds: { type: 'string' } } })
const root = dirname(binFolder())
if (!existsSync(join(root, 'lib', 'plproxy.so'))) {
  console.error(
    `PL/Proxy is not installed in ${root}. On Debian: apt-get install -y postgresql-${basename(root)}-plproxy`,
  )
  process.exit(1)
}
const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.sharded.config.ts']
const env = { ...process.env, ROLEGRAPH_TEST_SECONDS: values.seconds ?? '3' }
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1
