import { type Change, defineOrg, diffOrgs, type Org, type RoleSpec, rolesOf } from 'rolegraph'
import { openStore, type StoreDriver } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { chart } from './support/charts.js'
import { KINDS } from './support/databases.js'
import { withStore } from './support/with-store.js'

const BY = { actor: 'ada' }

/** A driver whose copies come in pieces of a few bytes, which are overwritten after each call. */
function inCrumbs(driver: StoreDriver, { upTo = Infinity } = {}): StoreDriver {
  const { copy } = driver
  if (copy === undefined) throw new Error('The driver does not copy.')
  let passed = 0
  return {
    ...driver,
    copy: (sql, take) =>
      copy(sql, (piece) => {
        for (let at = 0, size = 1; at < piece.length && passed < upTo; at += size, size = (size % 7) + 1) {
          const crumb = Uint8Array.from(piece.subarray(at, at + size))
          passed += crumb.length
          take(crumb)
          crumb.fill(0xff)
        }
      }),
  }
}

function withoutCopy({ copy: _copy, ...driver }: StoreDriver): StoreDriver {
  return driver
}

/** Two orgs are the same in content, and in the order of everything. */
function expectSame(loaded: Org, expected: Org): void {
  expect(diffOrgs(expected, loaded).changes).toEqual([])
  expect(JSON.stringify(loaded)).toBe(JSON.stringify(expected))
}

describe.each(KINDS)('a load that is not cached, from $name', (kind) => {
  const test = withStore(kind)

  it('has every role of an org that comes in many pieces', async () => {
    const org = makeOrg({ roles: 5000, people: true, seed: 9 })
    await test.store.tenant('t').create(org, BY)
    expectSame((await test.fresh().tenant('t').load()).org, org)
    expectSame((await openStore(withoutCopy(test.database.driver)).tenant('t').load()).org, org)
  })

  it('has roles in their order after changes that place, move and remove some', async () => {
    const tenant = test.store.tenant('t')
    await tenant.create(makeOrg({ roles: 3000, seed: 9 }), BY)
    const { org: before } = await tenant.load()
    const ids = rolesOf(before)
    const leaf = ids[2999] ?? ''
    const changes: Change[] = [
      { do: 'add-role', role: 'first', spec: { title: '' }, before: ids[0] },
      { do: 'add-role', role: '', spec: { reportsTo: 'first', family: 'Empty id' }, before: ids[1500] },
      { do: 'add-role', role: 'below', spec: { reportsTo: '', title: 'Bérénice 名 🙂', grade: 2.5 } },
      { do: 'set-manager', role: ids[0] ?? '', manager: 'first' },
      { do: 'remove-role', role: leaf },
    ]
    const { org } = await tenant.change(changes, BY)
    expectSame((await test.fresh().tenant('t').load()).org, org)
    expectSame((await test.fresh().tenant('t').load({ at: 1 })).org, before)
    expectSame((await openStore(withoutCopy(test.database.driver)).tenant('t').load()).org, org)
  })

  it('has columns in which the first or the last roles have nothing', async () => {
    const count = 5000
    const roles = Object.fromEntries(
      Array.from({ length: count }, (_, at): [string, RoleSpec<string, 'last'>] => [
        `r${String(at)}`,
        {
          ...(at > 0 && at < 4000 && { reportsTo: 'r0' }),
          ...(at < 3 && { family: at === 1 ? '' : 'First' }),
          ...(at > 4500 && { title: at === count - 1 ? '' : 'Late' }),
          ...(at === count - 1 && { grade: 7.5, unit: 'last' }),
          ...(at === count - 1 && { data: { late: true } }),
        },
      ]),
    )
    const org = defineOrg({ roles, units: { last: {} } })
    await test.store.tenant('t').create(org, BY)
    expectSame((await test.fresh().tenant('t').load()).org, org)
    expectSame((await openStore(withoutCopy(test.database.driver)).tenant('t').load()).org, org)
  })

  it('takes any id of a tenant', async () => {
    for (const id of ["it's", 'back\\slash', "\\'; --", '$1', 'E', '名', "'"]) {
      await test.store.tenant(id).create(chart, BY)
      expectSame((await test.fresh().tenant(id).load()).org, chart)
    }
    expect(await test.store.tenants()).toHaveLength(7)
  })

  it('does not depend on how the bytes arrive', async () => {
    const { driver } = test.database
    if (driver.copy === undefined) return
    await test.store.tenant('t').create(chart, BY)
    expectSame((await openStore(inCrumbs(driver)).tenant('t').load()).org, chart)
    for (const upTo of [0, 5, 30, 200]) {
      const load = openStore(inCrumbs(driver, { upTo })).tenant('t').load()
      await expect(load).rejects.toMatchObject({ code: 'STORE_FAILED', details: { reason: 'connection' } })
    }
    await expect(openStore(inCrumbs(driver)).tenant('nobody').load()).rejects.toMatchObject({
      code: 'UNKNOWN_TENANT',
    })
  })

  it('reads rows where a connection does not copy', async () => {
    await test.store.tenant('t').create(chart, BY)
    const driver: StoreDriver = { ...test.database.driver, copy: () => Promise.resolve(false) }
    expectSame((await openStore(driver).tenant('t').load()).org, chart)
  })
})
