import { defineOrg, type OrgError } from 'rolegraph'
import { openStore, type SqlQuery, type StoreDriver } from 'rolegraph/store'
import { describe, expect, it } from 'vitest'
import { chart } from './support/charts.js'
import { KINDS } from './support/databases.js'
import { transactionOf, withStore } from './support/with-store.js'

const BY = { actor: 'ada' }

/** A driver that fails before its nth statement, as one whose connection is lost. */
function failingAt(driver: StoreDriver, statement: number): StoreDriver & { readonly count: number } {
  let count = 0
  const failing =
    (query: SqlQuery): SqlQuery =>
    async (sql, parameters) => {
      if (++count === statement) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      return query(sql, parameters)
    }
  return {
    dialect: driver.dialect,
    query: failing(driver.query),
    transaction: (mode, work) => transactionOf(driver)(mode, (query) => work(failing(query))),
    get count() {
      return count
    },
  }
}

describe.each(KINDS)('what fails on $name', (kind) => {
  const test = withStore(kind)

  it('leaves a migration that goes on, whichever statement is interrupted', async () => {
    const database = await kind.open()
    const whole = failingAt(database.driver, Infinity)
    await openStore(whole).migrate()
    await database.close()
    expect(whole.count).toBeGreaterThan(15)
    for (let statement = 1; statement <= whole.count; statement++) {
      const { driver, close } = await kind.open()
      await expect(openStore(failingAt(driver, statement)).migrate()).rejects.toMatchObject({
        code: 'STORE_FAILED',
        details: { reason: 'connection', retry: true },
      })
      const store = openStore(driver)
      const { to } = await store.migrate()
      expect(await store.migrate()).toEqual({ from: to, to })
      await store.tenant('t').create(chart, BY)
      expect((await store.tenant('t').load()).org).toEqual(chart)
      await close()
    }
    // Each statement has a database of its own.
  }, 600_000)

  it('migrates from each earlier version, with what is in it', async () => {
    const { driver, close } = await kind.open()
    const store = openStore(driver)
    expect(await store.migrate({ to: 1 })).toEqual({ from: 0, to: 1 })
    await store.tenant('t').create(chart, BY)
    expect(await store.migrate()).toEqual({ from: 1, to: 8 })
    expect((await openStore(driver).tenant('t').load()).org).toEqual(chart)
    await driver.query('UPDATE rolegraph_schema SET version = 99')
    await expect(store.migrate()).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'schema' },
    })
    await close()
  })

  it('leaves nothing of a change half done, whichever statement fails', async () => {
    await test.store.tenant('t').create(chart, BY)
    const change = (store: ReturnType<typeof openStore>): Promise<unknown> =>
      store.tenant('t').change(
        [
          { do: 'rename-role', role: 'lead', to: 'head' },
          { do: 'remove-person', person: 'eve', references: 'remove' },
          { do: 'add-role', role: 'new', before: 'analyst' },
        ],
        BY,
      )
    for (let statement = 1; ; statement++) {
      const driver = failingAt(test.database.driver, statement)
      const result = await change(openStore(driver)).catch((error: unknown) => error as OrgError)
      if (driver.count < statement) break
      expect(result).toMatchObject({ code: 'STORE_FAILED', details: { reason: 'connection' } })
      expect(await test.fresh().tenant('t').load()).toMatchObject({ rev: 1 })
      expect((await test.fresh().tenant('t').load()).org).toEqual(chart)
      expect(statement).toBeLessThan(100)
    }
    expect((await test.fresh().tenant('t').load()).rev).toBe(2)
  })

  it('says that there are no tables', async () => {
    const { driver, close } = await kind.open()
    const tenant = openStore(driver).tenant('t')
    const calls = [
      () => tenant.load(),
      () => tenant.create(undefined, BY),
      () => tenant.managerOf('a'),
      () => openStore(driver).tenants(),
    ]
    for (const call of calls)
      await expect(call()).rejects.toMatchObject({
        code: 'STORE_FAILED',
        details: { reason: 'schema', retry: false },
      })
    await expect(tenant.load()).rejects.toThrow('Call store.migrate() once')
    await close()
  })

  it('goes on after an error within a transaction', async () => {
    const tenant = test.store.tenant('t')
    await tenant.create(defineOrg({ roles: { a: {} } }), BY)
    await expect(tenant.change([{ do: 'remove-role', role: 'b' }], BY)).rejects.toMatchObject({
      code: 'INVALID_CHANGES',
    })
    await expect(test.database.driver.query('SELECT nothing FROM nowhere')).rejects.toThrow()
    expect(await tenant.change([{ do: 'add-role', role: 'b' }], BY)).toMatchObject({ rev: 2 })
  })
})

describe('a driver without transactions', () => {
  const store = openStore({ dialect: 'postgres', query: () => Promise.resolve([]) })
  const tenant = store.tenant('office')

  it.each([
    ['migrate', () => store.migrate(), 'a migration needs one'],
    ['delete', () => tenant.delete(), 'restoring or deleting a tenant, or erasing a person, needs one'],
    [
      'erasePerson',
      () => tenant.erasePerson('ada', BY),
      'restoring or deleting a tenant, or erasing a person, needs one',
    ],
  ])('refuses %s', async (_name, work, reason) => {
    await expect(work()).rejects.toThrow(
      `The driver of this store has no transactions: ${reason}. Use a store on the server itself.`,
    )
  })

  it('does not know what became of a change after a time-out of the router', async () => {
    const cause = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
    const routed = openStore({ dialect: 'postgres', query: () => Promise.reject(cause) })
    await expect(routed.tenant('office').change([], BY)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'connection', retry: true },
      cause,
    })
    const direct = openStore({
      dialect: 'postgres',
      query: () => Promise.reject(cause),
      transaction: () => Promise.reject(cause),
    })
    await expect(direct.tenant('office').change([], BY)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'timeout', retry: true },
    })
  })
})

/** What pg 8 and PL/Proxy 2.10 said when a server was stopped or suspended. */
describe('a connection that was lost', () => {
  it.each([
    [undefined, 'Connection terminated unexpectedly'],
    [undefined, 'Connection terminated due to connection timeout'],
    [undefined, 'timeout exceeded when trying to connect'],
    [undefined, 'Query read timeout'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['57P01', 'terminating connection due to administrator command'],
    [
      'XX000',
      'PL/Proxy function public.ask(3): [postgres] PQconsumeInput: server closed the connection unexpectedly\n\tThis probably means …',
    ],
    [
      'XX000',
      'PL/Proxy function public.ask(3): [postgres] PQconnectPoll: connection to server at "127.0.0.1", port 5432 failed: Connection refused\n\tIs the server …',
    ],
    ['XX000', 'PL/Proxy function public.ask(3): query timeout'],
  ])('is told by %s %s', async (code, message) => {
    const cause = Object.assign(new Error(message), code === undefined ? {} : { code })
    const reject = (): Promise<never> => Promise.reject(cause)
    const store = openStore({ dialect: 'postgres', query: reject, transaction: reject })
    const failure = { code: 'STORE_FAILED', details: { reason: 'connection', retry: true } }
    await expect(store.tenant('t').load()).rejects.toMatchObject(failure)
    await expect(store.tenant('t').change([], BY)).rejects.toMatchObject(failure)
  })

  it('is not what an error of a statement says', async () => {
    const cause = Object.assign(new Error('cache lookup failed for type 1'), { code: 'XX000' })
    const store = openStore({ dialect: 'postgres', query: () => Promise.reject(cause) })
    await expect(store.tenant('t').load()).rejects.toMatchObject({
      details: { reason: 'other', retry: false },
    })
  })
})
