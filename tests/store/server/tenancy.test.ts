import { Pool } from 'pg'
import { defineOrg, rolesOf } from 'rolegraph'
import { openStore, postgresDriver, type Store } from 'rolegraph/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POSTGRES_URL } from '../support/databases.js'

const BY = { actor: 'ada' }
const org = defineOrg({
  roles: {
    ceo: { holders: ['Eve'] },
    lead: { reportsTo: 'ceo', dottedTo: 'ceo', progressesTo: 'ceo', unit: 'u' },
  },
  units: { u: { head: 'lead' } },
  services: [{ from: 'u', to: 'ceo', name: 'x' }],
})
const PARTS = ['role', 'line', 'move', 'assignment', 'unit', 'person', 'service']
const TABLES = ['tenant', 'change', ...PARTS.flatMap((part) => [part, `${part}_was`])]

describe.each([0, 3])('row-level security with %i partitions', (partitions) => {
  const schema = `tenancy_${String(process.pid)}_${String(partitions)}`
  const pools: Pool[] = []
  const poolOf = (url: string | undefined): Pool => {
    const pool = new Pool({ connectionString: url, max: 2, options: `-c search_path=${schema}` })
    pools.push(pool)
    return pool
  }
  const owner = poolOf(POSTGRES_URL)
  const guestUrl = new URL(POSTGRES_URL ?? '')
  guestUrl.username = `guest_${String(process.pid)}_${String(partitions)}`
  guestUrl.password = 'only-for-tests'
  const guest = poolOf(guestUrl.href)
  let own: Store
  let guests: Store

  beforeAll(async () => {
    await owner.query(`CREATE SCHEMA ${schema}`)
    own = openStore(postgresDriver(owner))
    await own.migrate({ partitions })
    for (const id of ['a', 'b']) {
      await own.tenant(id).create(org, BY)
      await own.tenant(id).change([{ do: 'rename-role', role: 'lead', to: `lead of ${id}` }], BY)
      await own.tenant(id).change([{ do: 'remove-unit', unit: 'u', references: 'remove' }], BY)
    }
    await owner.query(`CREATE ROLE ${guestUrl.username} LOGIN PASSWORD 'only-for-tests'`)
    await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${guestUrl.username}`)
    await owner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${guestUrl.username}`,
    )
    await owner.query('CREATE VIEW seen WITH (security_invoker = true) AS SELECT * FROM rolegraph_role')
    await owner.query(`GRANT SELECT ON seen TO ${guestUrl.username}`)
    guests = openStore(postgresDriver(guest), { rowSecurity: true })
  })
  afterAll(async () => {
    await owner.query(`DROP SCHEMA ${schema} CASCADE`)
    await owner.query(`DROP ROLE ${guestUrl.username}`)
    for (const pool of pools) await pool.end()
  })

  /** The tenants whose rows the guest sees in a table, after a statement on the same connection. */
  async function seenIn(table: string, before: string): Promise<readonly unknown[]> {
    const client = await guest.connect()
    try {
      await client.query('BEGIN')
      await client.query(before)
      const { rows } = await client.query<{ tenant: string }>(
        `SELECT DISTINCT tenant FROM ${table} ORDER BY tenant`,
      )
      return rows.map(({ tenant }) => tenant)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  it.each([...TABLES.map((table) => `rolegraph_${table}`), 'seen'])(
    'shows rows of no other tenant in %s',
    async (table) => {
      const all = await owner.query(`SELECT DISTINCT tenant FROM ${table} ORDER BY tenant`)
      const there = all.rows.length > 0 ? ['b'] : []
      expect(await seenIn(table, 'SELECT 1')).toEqual([])
      expect(await seenIn(table, "SET rolegraph.tenant = ''")).toEqual([])
      expect(await seenIn(table, "SET LOCAL rolegraph.tenant = 'b'")).toEqual(there)
      expect(await seenIn(table, "SET rolegraph.tenant = 'b'; RESET ALL")).toEqual([])
      expect(
        await seenIn(table, "SET LOCAL rolegraph.tenant = 'a'; SET LOCAL rolegraph.tenant = 'c'"),
      ).toEqual([])
    },
  )

  it('shows nothing of a partition that is named directly', async () => {
    const { rows } = await owner.query<{ name: string }>(
      'SELECT inhrelid::regclass::text AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhparent WHERE relkind = $1 AND relnamespace = $2::regnamespace',
      ['p', schema],
    )
    expect(rows.length).toBe(TABLES.length * partitions)
    for (const { name } of rows)
      expect(await seenIn(name, "SET LOCAL rolegraph.tenant = 'a'"), name).toEqual([])
  })

  it('lets nobody write into another tenant', async () => {
    const client = await guest.connect()
    await client.query("SET rolegraph.tenant = 'a'")
    const { rowCount } = await client.query("UPDATE rolegraph_role SET title = 'Mine' WHERE id = 'ceo'")
    expect(rowCount).toBe(1)
    expect((await client.query("DELETE FROM rolegraph_change WHERE tenant = 'b'")).rowCount).toBe(0)
    await expect(
      client.query("INSERT INTO rolegraph_role (tenant, from_rev, id, pos) VALUES ('b', 1, 'spy', 1)"),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      client.query("UPDATE rolegraph_role SET tenant = 'b' WHERE id = 'ceo'"),
    ).rejects.toMatchObject({ code: '42501' })
    await client.query('RESET ALL')
    client.release()
    expect(rolesOf((await own.tenant('b').load({ at: 3 })).org)).toEqual(['ceo', 'lead of b'])
  })

  it('does not hinder a store that says which tenant it means', async () => {
    const tenant = guests.tenant('c')
    await tenant.create(org, BY)
    await tenant.change([{ do: 'set-manager', role: 'lead', manager: null }], BY)
    expect(await tenant.managementChainOf('lead')).toEqual([])
    expect(await guests.tenant('b').managementChainOf('lead of b')).toEqual(['ceo'])
    expect((await tenant.history()).length).toBe(2)
    expect(await tenant.export()).toMatchObject({ tenant: 'c' })
    await tenant.delete()
    expect(await own.tenants()).toEqual(['a', 'b'])
    // Without the option it sees nothing, and says so.
    await expect(openStore(postgresDriver(guest)).tenant('b').load()).rejects.toMatchObject({
      code: 'UNKNOWN_TENANT',
    })
  })
})

describe('row-level security that binds the owner too', () => {
  it('lets a store work that says which tenant it means', async () => {
    const name = `keeper_${String(process.pid)}`
    const url = new URL(POSTGRES_URL ?? '')
    const admin = new Pool({ connectionString: url.href, max: 1 })
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'only-for-tests'`)
    await admin.query(`CREATE SCHEMA ${name} AUTHORIZATION ${name}`)
    url.username = name
    url.password = 'only-for-tests'
    const pool = new Pool({ connectionString: url.href, max: 2, options: `-c search_path=${name}` })
    const store = openStore(postgresDriver(pool), { rowSecurity: true })
    await store.migrate()
    for (const table of TABLES) await pool.query(`ALTER TABLE rolegraph_${table} FORCE ROW LEVEL SECURITY`)
    const tenant = store.tenant('a')
    await tenant.create(org, BY)
    await tenant.change([{ do: 'set-manager', role: 'lead', manager: null }], BY)
    const fresh = openStore(postgresDriver(pool), { rowSecurity: true })
    expect((await fresh.tenant('a').load()).rev).toBe(2)
    expect(rolesOf((await fresh.tenant('a').load({ at: 1 })).org)).toEqual(['ceo', 'lead'])
    await expect(openStore(postgresDriver(pool)).tenant('a').load()).rejects.toMatchObject({
      code: 'UNKNOWN_TENANT',
    })
    expect((await pool.query('SELECT 1 FROM rolegraph_role')).rowCount).toBe(0)
    await pool.end()
    await admin.query(`DROP SCHEMA ${name} CASCADE`)
    await admin.query(`DROP ROLE ${name}`)
    await admin.end()
  })
})

describe('two tenants with the same ids', () => {
  it('never see or change each other, whatever is called', async () => {
    const schema = `twins_${String(process.pid)}`
    const pool = new Pool({ connectionString: POSTGRES_URL, max: 2, options: `-c search_path=${schema}` })
    await pool.query(`CREATE SCHEMA ${schema}`)
    const store = openStore(postgresDriver(pool))
    await store.migrate()
    const [a, b] = [store.tenant('a'), store.tenant('b')]
    await a.create(org, BY)
    await b.create(org, BY)
    const before = JSON.stringify(await b.export())
    await a.change(
      [
        { do: 'set-manager', role: 'lead', manager: null },
        { do: 'add-role', role: 'own', spec: { reportsTo: 'lead' } },
      ],
      BY,
    )
    for (const id of ['own']) {
      for (const question of [
        b.managerOf,
        b.managementChainOf,
        b.directReportsOf,
        b.transitiveReportsOf,
        b.layerOf,
        b.spanOfControlOf,
        b.organizationSizeOf,
      ])
        await expect(question(id)).rejects.toMatchObject({ code: 'UNKNOWN_ROLE' })
      await expect(b.isAbove('ceo', id)).rejects.toMatchObject({ code: 'UNKNOWN_ROLE' })
      await expect(b.change([{ do: 'set-manager', role: id, manager: 'ceo' }], BY)).rejects.toMatchObject({
        code: 'INVALID_CHANGES',
      })
    }
    expect(await b.managerOf('lead')).toBe('ceo')
    await a.erasePerson('Eve', BY)
    await a.delete()
    expect(JSON.stringify(await b.export())).toBe(before)
    await pool.query(`DROP SCHEMA ${schema} CASCADE`)
    await pool.end()
  })
})
