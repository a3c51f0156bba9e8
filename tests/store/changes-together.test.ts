import { changeOrg, defineOrg, type Org, rolesOf } from 'rolegraph'
import { openStore, type SqlQuery, type StoreDriver, type Tenant } from 'rolegraph/store'
import { describe, expect, it } from 'vitest'
import { KINDS } from './support/databases.js'
import { transactionOf, withStore } from './support/with-store.js'

const start = defineOrg({ roles: { ceo: {}, a: { reportsTo: 'ceo' }, b: { reportsTo: 'a' } } })

/** Adds a role by someone of that name. */
const add = (tenant: Tenant, role: string): Promise<{ rev: number; org: Org }> =>
  tenant.change([{ do: 'add-role', role, spec: { reportsTo: 'ceo' } }], { actor: role })

/** A driver that counts its writing transactions, and may refuse statements and commits. */
function watched(
  driver: StoreDriver,
  {
    isRefused = () => false,
    afterWork = () => undefined,
  }: {
    readonly isRefused?: (parameters: readonly unknown[]) => boolean
    readonly afterWork?: () => Error | undefined
  } = {},
): StoreDriver & { readonly writes: number } {
  let writes = 0
  const refusing =
    (query: SqlQuery): SqlQuery =>
    async (sql, parameters = []) => {
      if (isRefused(parameters)) throw Object.assign(new Error('value too long'), { code: '22001' })
      return query(sql, parameters)
    }
  return {
    ...driver,
    query: refusing(driver.query),
    async transaction(mode, work) {
      if (mode === 'write') writes++
      const result = await transactionOf(driver)(mode, (query) => work(refusing(query)))
      const error = mode === 'write' ? afterWork() : undefined
      if (error !== undefined) throw error
      return result
    },
    get writes() {
      return writes
    },
  }
}

describe.each(KINDS)('changes that wait for each other on $name', (kind) => {
  const test = withStore(kind)

  it('are revisions of their own, in the order of the calls, by few commits', async () => {
    const driver = watched(test.database.driver)
    const tenant = openStore(driver).tenant('t')
    await tenant.create(start, { actor: 'ada' })
    const before = driver.writes
    const names = Array.from({ length: 40 }, (_, number) => `r${String(number)}`)
    const done = await Promise.all(names.map((name) => add(tenant, name)))
    expect(done.map(({ rev }) => rev)).toEqual(names.map((_, index) => index + 2))
    // The first one is alone, and the others come while it is made.
    expect(driver.writes - before).toBeLessThanOrEqual(2)
    const history = await tenant.history({ after: 1 })
    expect(history.map(({ rev, actor }) => [rev, actor])).toEqual(
      names.map((name, index) => [index + 2, name]),
    )
    const expected = names.reduce(
      (org, role) =>
        changeOrg(org, [{ do: 'add-role', role, spec: { reportsTo: 'ceo' } }]).org as typeof start,
      start,
    )
    expect((await test.fresh().tenant('t').load()).org).toEqual(expected)
    expect(rolesOf(done[4].org)).toEqual(['ceo', 'a', 'b', 'r0', 'r1', 'r2', 'r3', 'r4'])
    expect((await test.fresh().tenant('t').load({ at: 6 })).org).toEqual(done[4].org)
    expect((await tenant.change([{ do: 'remove-role', role: 'r39' }], { actor: 'z' })).rev).toBe(42)
  })

  it('are refused on their own', async () => {
    const { store } = test
    const tenant = store.tenant('t')
    await tenant.create(start, { actor: 'ada' })
    const results = await Promise.allSettled([
      add(tenant, 'r0'),
      add(tenant, 'r1'),
      // Half of a cycle was made before.
      tenant.change([{ do: 'set-manager', role: 'a', manager: 'b' }], { actor: 'late' }),
      tenant.change([{ do: 'remove-role', role: 'r1' }], { actor: 'after', expectedRev: 3 }),
      tenant.change([{ do: 'remove-role', role: 'b' }], { actor: 'late', expectedRev: 3 }),
      add(tenant, 'r1'),
    ])
    expect(results).toMatchObject([
      { value: { rev: 2 } },
      { value: { rev: 3 } },
      { reason: { code: 'INVALID_CHANGES', details: { issues: [{ witness: ['a', 'b', 'a'] }] } } },
      { value: { rev: 4 } },
      { reason: { code: 'REVISION_CONFLICT', details: { expectedRev: 3, rev: 4 } } },
      { value: { rev: 5 } },
    ])
    const history = await test.fresh().tenant('t').history({ after: 1 })
    expect(history.map(({ actor }) => actor)).toEqual(['r0', 'r1', 'after', 'r1'])
    await expect(Promise.all([1, 2].map(() => add(store.tenant('nobody'), 'x')))).rejects.toMatchObject({
      code: 'UNKNOWN_TENANT',
    })
  })

  it('do not fail with one that the database refuses', async () => {
    const driver = watched(test.database.driver, {
      isRefused: (parameters) => parameters.includes('r3'),
    })
    const tenant = openStore(driver).tenant('t')
    await tenant.create(start, { actor: 'ada' })
    const results = await Promise.allSettled(['r0', 'r1', 'r2', 'r3', 'r4'].map((name) => add(tenant, name)))
    expect(results).toMatchObject([
      { value: { rev: 2 } },
      { value: { rev: 3 } },
      { value: { rev: 4 } },
      { reason: { code: 'STORE_FAILED', details: { reason: 'other' } } },
      { value: { rev: 5 } },
    ])
    const history = await test.fresh().tenant('t').history({ after: 1 })
    expect(history.map(({ actor }) => actor)).toEqual(['r0', 'r1', 'r2', 'r4'])
  })

  it('are not tried again after a commit of which nobody knows', async () => {
    let isLost = false
    const driver = watched(test.database.driver, {
      afterWork: () =>
        isLost ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) : undefined,
    })
    const tenant = openStore(driver).tenant('t')
    await tenant.create(start, { actor: 'ada' })
    await add(tenant, 'first')
    isLost = true
    const results = await Promise.allSettled(['r0', 'r1', 'r2'].map((name) => add(tenant, name)))
    for (const result of results.slice(1))
      expect(result).toMatchObject({
        reason: { code: 'STORE_FAILED', details: { reason: 'connection', retry: true } },
      })
    // They were committed, once each.
    const history = await test.fresh().tenant('t').history({ after: 2 })
    expect(history.map(({ actor }) => actor)).toEqual(['r0', 'r1', 'r2'])
    isLost = false
    expect((await add(tenant, 'last')).rev).toBe(6)
  })
})
