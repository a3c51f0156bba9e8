import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { managerOf, rolesOf } from 'rolegraph'
import { parseCsv } from 'rolegraph/import'
import type { Store } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { inTurns } from './store-turns.js'

/** An import of a CSV file, with its checks and its history, beside COPY into a table by hand that has a key, the foreign key and an index too. */
export async function measureImports(pool: Pool, store: Store, count: number): Promise<void> {
  const org = makeOrg({ roles: count, span: 9, seed: 3 })
  const csv = `id,manager,title\n${rolesOf(org)
    .map((id) => [id, managerOf(org, id) ?? '', id].join(','))
    .join('\n')}\n`
  // The server reads the file, which is the fastest that there is.
  const folder = mkdtempSync(join(tmpdir(), 'rolegraph-bench-'))
  chmodSync(folder, 0o755)
  const file = join(folder, 'org.csv')
  writeFileSync(file, csv, { mode: 0o644 })
  await pool.query(
    `CREATE TABLE naive (tenant text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, manager text COLLATE "C", title text, PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, manager) REFERENCES naive (tenant, id) DEFERRABLE INITIALLY DEFERRED)`,
  )
  await pool.query('CREATE INDEX naive_manager ON naive (tenant, manager)')
  await pool.query(`ALTER TABLE naive ALTER tenant SET DEFAULT ''`)
  let number = 0
  console.log(`Import of ${String(count)} roles from CSV`)
  await inTurns(pool, 5, {
    'parseCsv and create': () =>
      store.tenant(`csv ${String(number++)}`).create(parseCsv(csv), { actor: 'bench' }),
    'COPY by hand, with the same keys': async () => {
      await pool.query(`ALTER TABLE naive ALTER tenant SET DEFAULT '${String(number++)}'`)
      await pool.query(`COPY naive (id, manager, title) FROM '${file}' CSV HEADER`)
    },
  })
  for (const id of (await store.tenants()).filter((id) => id.startsWith('csv ')))
    await store.tenant(id).delete()
  await pool.query('DROP TABLE naive')
  await pool.query('VACUUM')
  rmSync(folder, { recursive: true })
}
