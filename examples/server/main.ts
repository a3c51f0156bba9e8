/**
 * A web service on a store: several people change one chart in their browsers, and merge when somebody else was faster.
 *
 * npm run example examples/server/main.ts -- --user ada --user ben --port 8080
 *
 * It makes a token for each user at its start and prints it. `--folder ./data` keeps the org; without it, it is gone at the end.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { embeddedDatabase } from '../support/embedded-database.js'
import { listen } from './listen.js'

const { values } = parseArgs({
  options: {
    user: { type: 'string', multiple: true, default: ['ada', 'ben'] },
    port: { type: 'string', default: '8080' },
    folder: { type: 'string' },
  },
})
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'rolegraph-server-'))
mkdirSync(folder, { recursive: true })
const { name, driver, close } = await embeddedDatabase(folder)
const store = openStore(driver)
await store.migrate()
const tenant = store.tenant('office')
if (!(await store.tenants()).includes('office'))
  await tenant.create(makeOrg({ roles: 40, people: true, seed: 4 }), { actor: 'setup' })

const tokens = new Map(values.user.map((user) => [user, randomBytes(24).toString('base64url')]))
const server = await listen({ tenant, tokens }, Number(values.port))
console.log(`Database: ${name}`)
console.log(`Open ${server.origin} and sign in with a token:`)
for (const [user, token] of tokens) console.log(`  ${user}: ${token}`)

process.once('SIGINT', () => {
  void server
    .close()
    .then(close)
    .then(() => {
      if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
      process.exit(0)
    })
})
