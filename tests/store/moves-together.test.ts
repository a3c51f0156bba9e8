import { type Change, changeOrg, defineOrg, managerOf, type Org, rolesOf } from 'rolegraph'
import { openStore, type SqlQuery, type StoreDriver, type Tenant } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { KINDS } from './support/databases.js'
import { transactionOf, withStore } from './support/with-store.js'

const BY = { actor: 'ada' }
const start = defineOrg({
  roles: {
    ceo: {},
    a: { reportsTo: 'ceo' },
    b: { reportsTo: 'ceo' },
    c: { reportsTo: 'ceo', title: 'C' },
    d: { reportsTo: 'ceo', holders: ['eve'] },
  },
  people: { eve: {} },
})

const move = (role: string, manager: string | null): Change => ({ do: 'set-manager', role, manager })

/** A driver that counts the transactions that write, and the statements that fail. */
function counting(driver: StoreDriver): StoreDriver & { readonly locks: number; readonly failures: number } {
  let [locks, failures] = [0, 0]
  const counted =
    (query: SqlQuery): SqlQuery =>
    async (sql, parameters) => {
      try {
        return await query(sql, parameters)
      } catch (error) {
        failures++
        throw error
      }
    }
  return {
    ...driver,
    query: counted(driver.query),
    transaction(mode, work) {
      if (mode === 'write') locks++
      return transactionOf(driver)(mode, (query) => work(counted(query)))
    },
    get locks() {
      return locks
    },
    get failures() {
      return failures
    },
  }
}

describe.each(KINDS)('moves by two stores on $name', (kind) => {
  const test = withStore(kind)

  /** A tenant as one store saw it, before another store makes changes. */
  const overtaken = async (
    ...theirs: readonly (readonly Change[])[]
  ): Promise<{ mine: Tenant; driver: ReturnType<typeof counting>; rev: number; isServer: boolean }> => {
    const driver = counting(test.database.driver)
    const mine = openStore(driver).tenant('t')
    await mine.create(start, BY)
    await mine.load()
    const other = test.fresh().tenant('t')
    for (const changes of theirs) await other.change(changes, { actor: 'ben' })
    return { mine, driver, rev: 1 + theirs.length, isServer: driver.dialect === 'postgres' }
  }
  const present = async (): Promise<Org> => (await test.fresh().tenant('t').load()).org

  it.each<[string, readonly Change[]]>([
    ['a move of another role', [move('b', 'a')]],
    ['a move of another role to the first place', [{ ...move('c', 'a'), before: 'ceo' } as Change]],
    ['a role that is added', [{ do: 'add-role', role: 'new', spec: { reportsTo: 'c' }, before: 'a' }]],
    ['a title of another role', [{ do: 'update-role', role: 'c', set: { title: 'New', holders: ['eve'] } }]],
    ['a move of the new manager', [move('d', 'b')]],
    ['nothing', []],
  ])('follow %s without a lock of their own', async (_name, theirs) => {
    const { mine, driver, rev, isServer } = await overtaken(theirs)
    const done = await mine.change([move('a', 'd')], { actor: 'ada', reason: 'late' })
    expect(done.rev).toBe(rev + 1)
    const expected = changeOrg(changeOrg(start, theirs).org, [move('a', 'd')]).org
    expect(done.org).toEqual(expected)
    expect(await present()).toEqual(expected)
    expect((await mine.load()).org).toEqual(expected)
    if (isServer) expect(driver.locks).toBe(1) // To create the tenant.
    const history = await mine.history({ after: 1 })
    expect(history.map((each) => [each.rev, each.actor, each.reason, each.changes])).toEqual([
      [2, 'ben', undefined, theirs],
      [3, 'ada', 'late', [move('a', 'd')]],
    ])
    // What was: the row of the role ended with this revision.
    for (const at of [1, 2])
      expect(managerOf((await test.fresh().tenant('t').load({ at })).org, 'a')).toBe('ceo')
  })

  it.each<[string, readonly Change[]]>([
    ['the same role', [move('a', 'b')]],
    ['the title of the same role', [{ do: 'update-role', role: 'a', set: { title: 'A' } }]],
    [
      'the name of the same role and back',
      [
        { do: 'rename-role', role: 'a', to: 'e' },
        { do: 'rename-role', role: 'e', to: 'a' },
      ],
    ],
    ['a role that others reported to', [{ do: 'remove-role', role: 'c' }]],
    ['the order', [{ do: 'reorder', role: 'a', before: null }]],
    ['people', [{ do: 'remove-person', person: 'eve', references: 'remove' }]],
    [
      'a role with an escape in its title',
      [{ do: 'update-role', role: 'c', set: { title: '\u0000\ud800' } }],
    ],
    ['the role of a hostile id', [{ do: 'add-role', role: '\u0000' }]],
  ])('are checked under the lock where somebody changed %s', async (_name, theirs) => {
    const { mine, driver, rev, isServer } = await overtaken(theirs)
    const done = await mine.change([move('a', 'd')], BY)
    expect(done.rev).toBe(rev + 1)
    const expected = changeOrg(changeOrg(start, theirs).org, [move('a', 'd')]).org
    expect(done.org).toEqual(expected)
    expect(await present()).toEqual(expected)
    if (isServer) expect(driver.locks).toBe(2)
    expect(driver.failures).toBe(0)
  })

  it('are refused with the witness where somebody made the other half of a cycle', async () => {
    const { mine } = await overtaken([move('d', 'b')], [move('b', 'a')])
    await expect(mine.change([move('a', 'd')], BY)).rejects.toMatchObject({
      code: 'INVALID_CHANGES',
      details: { issues: [{ code: 'REPORTING_CYCLE', witness: ['a', 'd', 'b', 'a'] }] },
    })
    expect((await mine.load()).rev).toBe(3)
    // The first move would be possible, and is made with the second or not at all.
    await expect(mine.change([move('c', 'a'), move('a', 'd')], BY)).rejects.toMatchObject({
      code: 'INVALID_CHANGES',
      details: { issues: [{ change: 1 }] },
    })
    expect(await mine.history({ after: 3 })).toEqual([])
    // Possible by now, but not in the org that was seen.
    const late = test.fresh().tenant('t')
    await late.load()
    await mine.change([move('b', 'ceo')], BY)
    expect((await late.change([move('a', 'd')], BY)).rev).toBe(5)
  })

  it('are refused where the caller has seen another revision, or the role is gone', async () => {
    const { mine } = await overtaken([move('b', 'a')])
    await expect(mine.change([move('c', 'a')], { actor: 'ada', expectedRev: 1 })).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
      details: { expectedRev: 1, rev: 2 },
    })
    await test
      .fresh()
      .tenant('t')
      .change([{ do: 'remove-role', role: 'd', references: 'remove' }], BY)
    await expect(mine.change([move('d', 'a')], BY)).rejects.toMatchObject({ code: 'INVALID_CHANGES' })
    await expect(mine.change([move('c', 'd')], BY)).rejects.toMatchObject({ code: 'INVALID_CHANGES' })
    await test.fresh().tenant('t').delete()
    await expect(mine.change([move('c', 'a')], BY)).rejects.toMatchObject({ code: 'UNKNOWN_TENANT' })
    await test.fresh().tenant('t').create(start, BY)
    // Another tenant of the same name.
    expect((await mine.change([move('c', 'a')], BY)).rev).toBe(2)
  })

  it('that wait for each other follow what others did, each as a revision of its own', async () => {
    const { mine, driver, isServer } = await overtaken([move('b', 'a')], [move('b', 'ceo')], [move('b', 'a')])
    const moves = [move('c', 'b'), move('d', 'c'), move('c', 'a'), move('d', null)]
    const done = await Promise.all(moves.map((each, at) => mine.change([each], { actor: String(at) })))
    expect(done.map(({ rev }) => rev)).toEqual([5, 6, 7, 8])
    let org: Org = changeOrg(start, [move('b', 'a')]).org
    for (const [at, each] of moves.entries()) {
      org = changeOrg(org, [each]).org
      expect(done[at].org).toEqual(org)
      expect(
        (
          await test
            .fresh()
            .tenant('t')
            .load({ at: 5 + at })
        ).org,
      ).toEqual(org)
    }
    if (isServer) expect(driver.locks).toBe(1)
    // The first of several is alone; here one is behind, and all of them are at once.
    await test
      .fresh()
      .tenant('t')
      .change([move('a', 'c')], BY)
      .catch(() => undefined)
    await test
      .fresh()
      .tenant('t')
      .change([{ do: 'update-role', role: 'ceo', set: { title: 'Chief' } }], BY)
    const results = await Promise.allSettled([
      mine.change([move('d', 'b')], BY),
      mine.change([move('a', 'b')], BY),
      mine.change([move('d', 'a')], BY),
    ])
    expect(results).toMatchObject([
      { value: { rev: 10 } },
      { reason: { code: 'INVALID_CHANGES', details: { issues: [{ witness: ['a', 'b', 'a'] }] } } },
      { value: { rev: 11 } },
    ])
    expect((await mine.load()).org).toEqual(await present())
  })

  it('of any ids lead to the org that all of them make, in the order of the history', async () => {
    const ids = ['ceo', '\u0000', '\ud800', '\\u0041', 'A', '"', "'", '\u001a0000', '__proto__', 'é']
    const roles = ids.map((id, at) => [id, at === 0 ? {} : { reportsTo: 'ceo' }] as const)
    const org = defineOrg({ roles: Object.fromEntries(roles) })
    await test.store.tenant('t').create(org, BY)
    const tenants = [test.fresh(), test.fresh()].map((store) => store.tenant('t'))
    for (const tenant of tenants) await tenant.load()
    for (const [at, role] of ids.slice(1).entries()) await tenants[at % 2].change([move(role, ids[at])], BY)
    const expected = ids
      .slice(1)
      .reduce<Org>((all, role, at) => changeOrg(all, [move(role, ids[at])]).org, org)
    for (const tenant of [...tenants, test.fresh().tenant('t')])
      expect((await tenant.load()).org).toEqual(expected)
  })

  it('at random are what they are one after the other', async () => {
    const org = makeOrg({ roles: 30, seed: 7 })
    await test.store.tenant('t').create(org, BY)
    const stores = [test.fresh(), test.fresh(), test.fresh()]
    let seed = 1
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
    const one = (): string => rolesOf(org)[random(30)]
    for (let round = 0; round < 40; round++) {
      const tenant = stores[random(3)].tenant('t')
      const change: Change =
        random(6) === 0
          ? { do: 'add-role', role: `new ${String(round)}`, spec: { reportsTo: one() }, before: one() }
          : move(one(), one())
      const before = await present()
      const expected = ((): Org | undefined => {
        try {
          return changeOrg(before, [change]).org
        } catch {
          return undefined
        }
      })()
      const made = await tenant.change([change], BY).catch(() => undefined)
      expect(made?.org).toEqual(expected)
      expect(await present()).toEqual(expected ?? before)
    }
  })
})
