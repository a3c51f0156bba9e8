/**
 * Runs the tests of the store on every database: the SQLite of this Node, better-sqlite3 where it is installed, PGlite, and a PostgreSQL
 * server that it starts on loopback. `--seconds 60` is how long each test of concurrency goes on. `--postgres 18` runs only the tests on
 * a server of that version, which comes from npm.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { nodeBinary } from './node-binary.js'
import { postgresBinary } from './postgres-binary.js'
import { startPostgres } from './postgres-server.js'

const { values } = parseArgs({ options: { seconds: { type: 'string' }, postgres: { type: 'string' } } })

/** Whether a Node can open a database of SQLite by a module: better-sqlite3 has a binary, which is built for one version. */
function canOpen(node: string, module: string): boolean {
  const script = `const it = require(${JSON.stringify(module)}); new (it.DatabaseSync ?? it)(':memory:')`
  return spawnSync(node, ['-e', script], { stdio: 'ignore' }).status === 0
}

function runTests(
  node: string,
  environment: Readonly<Record<string, string>>,
  files: readonly string[],
): boolean {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.store.config.ts', ...files]
  return spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0
}

const contract = ['tests/store/store.test.ts']
const better = process.env['BETTER_SQLITE3'] ?? 'better-sqlite3'
// Node 20 has no SQLite of its own: the tests then run on a newer one, which is kept in .cache.
const node = canOpen(process.execPath, 'node:sqlite') ? process.execPath : nodeBinary('24')
const bin = values.postgres === undefined ? undefined : postgresBinary(values.postgres)
const onlyPostgres = bin !== undefined
const server = await startPostgres({}, bin)
console.log(onlyPostgres ? server.version : `${server.version}, PGlite, and the SQLite of ${node}`)
let isSound = runTests(
  node,
  {
    ROLEGRAPH_TEST_DATABASES: `${onlyPostgres ? '' : 'node:sqlite PGlite '}PostgreSQL PostgreSQL-partitioned`,
    ROLEGRAPH_TEST_POSTGRES: server.url,
    ROLEGRAPH_TEST_SECONDS: values.seconds ?? '5',
    // The tests of failures start servers of their own.
    ...(bin !== undefined && { POSTGRES_BIN: bin }),
  },
  [],
)
await server.stop()
if (!onlyPostgres) {
  if (canOpen(process.execPath, better)) {
    console.log('better-sqlite3')
    isSound = runTests(process.execPath, { ROLEGRAPH_TEST_DATABASES: 'better-sqlite3' }, contract) && isSound
  } else {
    console.log(
      'Not run on better-sqlite3: set BETTER_SQLITE3 to the folder of one that is built for this Node.',
    )
  }
}
process.exitCode = isSound ? 0 : 1
