import { openStore, type SqlQuery, type StoreDriver } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { chart } from './support/charts.js'
import { KINDS } from './support/databases.js'
import { transactionOf, withStore } from './support/with-store.js'

const BY = { actor: 'ada' }

/** A driver that notes its statements, by their first words. */
function noting(driver: StoreDriver): StoreDriver & { readonly taken: () => string[] } {
  let seen: string[] = []
  const noted =
    (query: SqlQuery): SqlQuery =>
    (sql, parameters) => {
      seen.push(/^\w+|pg_notify|rolegraph_commit/.exec(sql)?.[0] ?? '')
      if (sql.includes('pg_notify')) seen[seen.length - 1] = 'message'
      if (sql.includes('rolegraph_commit')) seen[seen.length - 1] = 'commit'
      return query(sql, parameters)
    }
  return {
    ...driver,
    query: noted(driver.query),
    ...(driver.copy !== undefined && {
      copy: (sql: string, take: (piece: Uint8Array) => void) => {
        seen.push('COPY')
        return driver.copy?.(sql, take) ?? Promise.resolve(false)
      },
    }),
    transaction: (mode, work) => {
      seen.push('BEGIN')
      return transactionOf(driver)(mode, (query) => work(noted(query)))
    },
    taken() {
      const taken = seen
      seen = []
      return taken
    },
  }
}

describe.each(KINDS)('what is asked of $name', (kind) => {
  const test = withStore(kind)

  it('is one statement for each change and each load of a small org, where the database is a server', async () => {
    const driver = noting(test.database.driver)
    const tenant = openStore(driver).tenant('t')
    await tenant.create(chart, BY)
    driver.taken()
    const isServer = driver.dialect === 'postgres'
    // A server that does not say whether somebody listens is sent a message.
    const message = driver.showsListeners === true ? [] : ['message']

    const { org, rev } = await tenant.change([{ do: 'add-unit', unit: 'new' }], BY)
    if (isServer) expect(driver.taken()).toEqual(['SELECT', 'commit', ...message])
    await tenant.change([{ do: 'update-unit', unit: 'new', set: { title: 'New' } }], BY)
    if (isServer) expect(driver.taken()).toEqual(['commit', ...message])
    driver.taken()
    await tenant.load()
    expect(driver.taken()).toEqual(['SELECT'])
    const fresh = openStore(driver).tenant('t')
    await fresh.load()
    if (isServer) expect(driver.taken()).toEqual([driver.copy === undefined ? 'SELECT' : 'COPY'])

    // A function says that an org is not small.
    await openStore(driver)
      .tenant('large')
      .create(makeOrg({ roles: 5000, seed: 9 }), BY)
    driver.taken()
    await openStore(driver).tenant('large').load()
    const each = driver.copy === undefined ? 'SELECT' : 'COPY'
    if (isServer) expect(driver.taken()).toEqual([each, each])

    // Somebody else was faster: then the lock is taken first.
    driver.taken()
    await tenant.change([{ do: 'update-unit', unit: 'new', set: { title: 'Newer' } }], BY)
    driver.taken()
    await fresh.change([{ do: 'update-unit', unit: 'new', set: { title: 'Newest' } }], BY)
    if (isServer)
      expect(driver.taken()).toEqual(['commit', 'BEGIN', 'SELECT', 'SELECT', 'commit', ...message])

    // Moves can follow what others did. Whoever was late before asks for that at once, and once nobody was faster does not any more.
    const move = (manager: string) => [{ do: 'set-manager', role: 'analyst', manager }] as const
    await tenant.load()
    await tenant.change([{ do: 'update-role', role: 'planner', set: { title: 'Planner' } }], BY)
    driver.taken()
    await fresh.change(move('planner'), BY)
    if (isServer) expect(driver.taken()).toEqual(['commit', ...message])
    await fresh.change(move('lead'), BY)
    await tenant.change([{ do: 'set-manager', role: 'planner', manager: 'ceo' }], BY)
    driver.taken()
    await fresh.change(move('ceo'), BY)
    if (isServer) expect(driver.taken()).toEqual(['commit', 'commit', ...message])
    expect((await test.fresh().tenant('t').load()).rev).toBe(rev + 8)
    expect(org).toBeDefined()
  })
})
