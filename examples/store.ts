/**
 * The main job of a store, on the embedded database of this Node: SQLite in a file, or PGlite where Node has no SQLite.
 *
 * npm run demo:store
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeChange, isOrgError, organizationSizeOf, rolesOf } from 'rolegraph'
import { openStore } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { embeddedDatabase } from './support/embedded-database.js'

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-demo-'))

const { name, driver, close } = await embeddedDatabase(folder)
console.log(`Database: ${name}`)
const store = openStore(driver)
await store.migrate()

const office = store.tenant('office')
const { org, rev } = await office.create(makeOrg({ roles: 200, people: true, seed: 4 }), {
  actor: 'ada',
  reason: 'Import',
})
const [top, , , , head] = rolesOf(org)
console.log(`Revision ${rev}: ${organizationSizeOf(org, top)} roles`)

await office.change(
  [
    { do: 'add-role', role: 'office-manager', spec: { title: 'Office Manager', reportsTo: top } },
    { do: 'set-manager', role: head, manager: 'office-manager' },
  ],
  { actor: 'ben', reason: 'A manager for the office' },
)
console.log(`Above ${head}:`, await office.managementChainOf(head))

try {
  await office.change([{ do: 'set-manager', role: top, manager: head }], { actor: 'cy' })
} catch (error) {
  if (!isOrgError(error, 'INVALID_CHANGES')) throw error
  console.log('Refused:', error.details.issues[0].message)
}

for (const { rev, actor, reason, changes } of await office.history())
  console.log(`Revision ${rev} by ${actor} (${reason ?? 'no reason'}):`, changes.map(describeChange))
const { org: before } = await office.load({ at: 1 })
console.log(
  `At revision 1 there were ${organizationSizeOf(before, top)} roles, now ${await office.organizationSizeOf(top)}.`,
)

await close()
rmSync(folder, { recursive: true, force: true })
