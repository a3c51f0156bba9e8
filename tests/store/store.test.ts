import {
  changeOrg,
  type Change,
  defineOrg,
  directReportsOf,
  headOf,
  invertChanges,
  isAbove,
  isOrgError,
  layerOf,
  managementChainOf,
  managerOf,
  type Org,
  organizationSizeOf,
  orgFromRecords,
  rolesOf,
  spanOfControlOf,
  transitiveReportsOf,
  unitsOf,
} from 'rolegraph'
import { makeChanges, makeOrg } from 'rolegraph/testing'
import type { Tenant } from 'rolegraph/store'
import { describe, expect, it } from 'vitest'
import { chart, CHART_WITH_EVERYTHING } from './support/charts.js'
import { KINDS } from './support/databases.js'
import { withStore } from './support/with-store.js'

const BY = { actor: 'ada' }

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** The org of the present, as another process reads it. */
async function present(tenant: Tenant): Promise<Org> {
  return (await tenant.load()).org
}

describe.each(KINDS)('a store on $name', (kind) => {
  const test = withStore(kind)
  const small = defineOrg({
    roles: {
      ceo: { title: 'Chief' },
      lead: { reportsTo: 'ceo' },
      analyst: { reportsTo: 'lead' },
      planner: { reportsTo: 'lead' },
    },
  })

  describe('create and load', () => {
    it.each(Object.entries(CHART_WITH_EVERYTHING))('gives back an org with %s', async (_name, org) => {
      const { rev } = await test.store.tenant('t').create(org, BY)
      expect(rev).toBe(1)
      expect(await present(test.fresh().tenant('t'))).toEqual(org)
    })

    it.each([1, 2, 3, 4, 5])('gives back an org that was made at random (%i)', async (seed) => {
      const org = makeOrg({
        roles: 60,
        dotted: 0.3,
        lineNames: ['project'],
        staff: 0.2,
        vacancies: 0.1,
        people: true,
        jobShares: 0.3,
        acting: 0.2,
        units: true,
        coHeads: 0.5,
        alsoIn: 0.2,
        seed,
      })
      await test.store.tenant('t').create(org, BY)
      expect(await present(test.fresh().tenant('t'))).toEqual(org)
    })

    it('starts empty without an org', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(undefined, BY)
      expect(rolesOf(await present(tenant))).toEqual([])
    })

    it('keeps ids of any text apart', async () => {
      const ids = [
        '',
        ' ',
        "'",
        '"; DROP TABLE rolegraph_role; --',
        '\\',
        '%',
        '_',
        '\0',
        '\u001a0000',
        '\u001d',
        '\u001f',
        '\ud800',
        '\udfff',
        'é',
        'e\u0301',
        'É',
        '__proto__',
        'constructor',
        '7',
        '𝒜',
        '\n',
        '$1',
        ':x',
        '?',
      ]
      const org = orgFromRecords(
        ids.map((id, index) => ({ id, boss: index === 0 ? null : ids[index - 1], name: `of ${id}` })),
        { id: 'id', manager: 'boss', title: 'name' },
      )
      const tenant = test.store.tenant(ids[3])
      await tenant.create(org, BY)
      expect(await present(test.fresh().tenant(ids[3]))).toEqual(org)
      for (const id of ids) expect(await tenant.managementChainOf(id)).toEqual(managementChainOf(org, id))
      const { org: after } = await tenant.change(
        ids.slice(1).map((role): Change => ({ do: 'set-manager', role, manager: '' })),
        BY,
      )
      expect(await present(test.fresh().tenant(ids[3]))).toEqual(after)
      expect(await tenant.directReportsOf('')).toEqual(ids.slice(1))
    })

    it('refuses an id that an index cannot hold', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const error = await errorOf(tenant.change([{ do: 'add-role', role: 'x'.repeat(513) }], BY))
      expect(isOrgError(error, 'INVALID_ARGUMENT')).toBe(true)
      await tenant.change([{ do: 'add-role', role: 'x'.repeat(512) }], BY)
      expect((await tenant.load()).rev).toBe(2)
    })

    it('refuses a second tenant of the same id, and a tenant that is not there', async () => {
      const tenant = test.store.tenant('t')
      expect(await errorOf(tenant.load())).toMatchObject({ code: 'UNKNOWN_TENANT', details: { tenant: 't' } })
      await tenant.create(small, BY)
      expect(await errorOf(tenant.create(small, BY))).toMatchObject({ code: 'TENANT_EXISTS' })
      expect(await test.store.tenants()).toEqual(['t'])
    })

    it('refuses a broken org, and data that JSON would change', async () => {
      const broken = orgFromRecords([{ id: 'a', boss: 'nobody' }], {
        id: 'id',
        manager: 'boss',
        onIssue: 'collect',
      })
      expect(await errorOf(test.store.tenant('t').create(broken, BY))).toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
      const odd = defineOrg<'a', never, unknown>({ roles: { a: { data: { pay: NaN } } } })
      expect(await errorOf(test.store.tenant('t').create(odd, BY))).toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
      expect(await test.store.tenants()).toEqual([])
    })

    it('reads nothing again while nobody changes the tenant', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      expect(await present(tenant)).toBe(await present(tenant))
      const other = test.fresh().tenant('t')
      const before = await present(other)
      await tenant.change([{ do: 'update-role', role: 'ceo', set: { title: 'Boss' } }], BY)
      const after = await present(other)
      expect(after).not.toBe(before)
      expect(after).toEqual(await present(test.fresh().tenant('t')))
    })
  })

  describe('change', () => {
    it('does what changeOrg does', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const changes: Change[] = [
        { do: 'remove-role', role: 'lead', reports: 'lift' },
        { do: 'add-role', role: 'clerk', spec: { reportsTo: 'ceo' }, before: 'planner' },
      ]
      const expected = changeOrg(small, changes)
      const done = await tenant.change(changes, { actor: 'ben', reason: 'Fewer layers' })
      expect(done).toMatchObject({ rev: 2, changes: expected.changes, effects: expected.effects })
      expect(done.org).toEqual(expected.org)
      expect(await present(test.fresh().tenant('t'))).toEqual(expected.org)
    })

    it('refuses what changeOrg refuses, with the same issues, and changes nothing', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const changes: Change[] = [
        { do: 'set-manager', role: 'ceo', manager: 'analyst' },
        { do: 'set-manager', role: 'planner', manager: 'nobody' },
        { do: 'update-role', role: 'analyst', set: { title: 'Kept?' } },
      ]
      let expected: unknown
      try {
        changeOrg(small, changes as [])
      } catch (error) {
        expected = error
      }
      const error = await errorOf(tenant.change(changes, BY))
      expect(isOrgError(error, 'INVALID_CHANGES')).toBe(true)
      expect(error).toMatchObject({
        message: (expected as Error).message,
        details: (expected as { details: object }).details,
      })
      expect(await tenant.load()).toMatchObject({ rev: 1 })
      expect(await present(test.fresh().tenant('t'))).toEqual(small)
      expect(await tenant.history()).toHaveLength(1)
    })

    it('refuses a change of what somebody else has changed, and says what that was', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const move = (role: string): Change[] => [{ do: 'set-manager', role, manager: 'ceo' }]
      await tenant.change(move('analyst'), { actor: 'ben', expectedRev: 1 })
      const error = await errorOf(tenant.change(move('planner'), { actor: 'cy', expectedRev: 1 }))
      expect(error).toMatchObject({
        code: 'REVISION_CONFLICT',
        details: { tenant: 't', expectedRev: 1, rev: 2 },
      })
      expect((error as Error).message).toContain("'ben': 'analyst' reports to 'ceo'")
      expect(await errorOf(tenant.change(move('planner'), { actor: 'cy', expectedRev: 9 }))).toMatchObject({
        code: 'REVISION_CONFLICT',
      })
      expect((await tenant.change(move('planner'), { actor: 'cy', expectedRev: 2 })).rev).toBe(3)
    })

    it.each([1, 2, 3, 4, 5, 6, 7, 8])(
      'writes the rows of changes that were made at random (%i)',
      async (seed) => {
        const org = makeOrg({
          roles: 30,
          dotted: 0.3,
          people: true,
          jobShares: 0.2,
          units: true,
          alsoIn: 0.2,
          seed,
        })
        const tenant = test.store.tenant('t')
        await tenant.create(org, BY)
        const orgs = [org]
        for (let step = 0; step < 8; step++) {
          const last = orgs[orgs.length - 1]
          const changes = makeChanges(last, { count: 6, seed: 100 * seed + step })
          orgs.push(changeOrg(last, changes as []).org)
          await tenant.change(changes, BY)
        }
        const other = test.fresh({ cache: 0 }).tenant('t')
        for (const [index, expected] of orgs.entries())
          expect((await other.load({ at: index + 1 })).org, `revision ${String(index + 1)}`).toEqual(expected)
        expect(await present(other)).toEqual(orgs.at(-1))
        // And back to the start, by the inverses.
        for (const [index, { changes }] of [...(await tenant.history()).entries()].slice(1).reverse())
          await tenant.change(invertChanges(orgs[index - 1], changes), BY)
        expect(await present(test.fresh().tenant('t'))).toEqual(org)
      },
    )

    it('finds room for many roles at one place', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      for (let number = 0; number < 70; number++)
        await tenant.change([{ do: 'add-role', role: `r${String(number)}`, before: 'analyst' }], BY)
      const expected = [
        'ceo',
        'lead',
        ...Array.from({ length: 70 }, (_, n) => `r${String(n)}`),
        'analyst',
        'planner',
      ]
      const other = test.fresh().tenant('t')
      expect(rolesOf(await present(other))).toEqual(expected)
      const { org: half } = await other.load({ at: 36 })
      expect(rolesOf(half)).toEqual([...expected.slice(0, 37), 'analyst', 'planner'])
    })

    it('renames roles that others refer to', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(chart, BY)
      const changes: Change[] = [
        { do: 'rename-role', role: 'lead', to: 'head' },
        { do: 'rename-role', role: 'analyst', to: 'lead' },
      ]
      await tenant.change(changes, BY)
      const expected = changeOrg(chart, changes as []).org
      expect(await present(test.fresh().tenant('t'))).toEqual(expected)
      expect((await test.fresh().tenant('t').load({ at: 1 })).org).toEqual(chart)
    })

    it('applies changes of many callers one after the other', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const all = Array.from({ length: 30 }, (_, number) =>
        tenant.change([{ do: 'add-role', role: `r${String(number)}`, spec: { reportsTo: 'ceo' } }], BY),
      )
      const revisions = (await Promise.all(all)).map(({ rev }) => rev).sort((a, b) => a - b)
      expect(revisions).toEqual(Array.from({ length: 30 }, (_, number) => number + 2))
      expect(organizationSizeOf(await present(test.fresh().tenant('t')), 'ceo')).toBe(34)
    })

    it('lets only one of two changes through that close a cycle together', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const other = test.fresh().tenant('t')
      await present(other)
      const results = await Promise.allSettled([
        tenant.change([{ do: 'set-manager', role: 'analyst', manager: 'planner' }], BY),
        other.change([{ do: 'set-manager', role: 'planner', manager: 'analyst' }], BY),
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('refuses to go on with rows that somebody else has written into a cycle', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      await test.database.driver.query(
        "UPDATE rolegraph_role SET manager = 'analyst' WHERE tenant = 't' AND id = 'ceo'",
      )
      const error = await errorOf(
        tenant.change([{ do: 'set-manager', role: 'analyst', manager: 'planner' }], BY),
      )
      expect(error).toMatchObject({ code: 'STORE_FAILED', details: { reason: 'rows' } })
    })
  })

  describe('the past', () => {
    it('lists who changed what, in order', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, { actor: 'ada', reason: 'Import' })
      await tenant.change([{ do: 'set-manager', role: 'analyst', manager: 'ceo' }], { actor: 'ben' })
      await tenant.change([{ do: 'update-role', role: 'ceo', set: { title: null } }], {
        actor: 'cy',
        reason: 'Plain',
      })
      const history = await tenant.history()
      expect(history).toMatchObject([
        { rev: 1, actor: 'ada', reason: 'Import', kind: 'create', changes: [] },
        {
          rev: 2,
          actor: 'ben',
          reason: undefined,
          kind: 'change',
          changes: [{ do: 'set-manager', role: 'analyst', manager: 'ceo' }],
        },
        {
          rev: 3,
          actor: 'cy',
          reason: 'Plain',
          kind: 'change',
          changes: [{ do: 'update-role', role: 'ceo', set: { title: null } }],
        },
      ])
      const times = history.map(({ at }) => at)
      expect(times).toEqual([...times].sort())
      expect(Math.abs(Date.parse(times[2]) - Date.now())).toBeLessThan(600_000)
      expect(await tenant.history({ after: 1, limit: 1 })).toEqual([history[1]])
      expect(await tenant.history({ after: 3 })).toEqual([])
    })

    it('loads the org of a time', async () => {
      const tenant = test.store.tenant('t')
      const { at: first } = await tenant.create(small, BY)
      let second = first
      while (second === first)
        ({ at: second } = await tenant.change(
          [{ do: 'set-manager', role: 'analyst', manager: second === first ? 'ceo' : 'lead' }],
          BY,
        ))
      expect(await tenant.load({ at: first })).toMatchObject({ at: first })
      expect(managerOf((await tenant.load({ at: new Date(second) })).org, 'analyst')).toBe('ceo')
      const { rev } = await tenant.load()
      expect((await tenant.load({ at: '2999-12-31' })).rev).toBe(rev)
      expect(await errorOf(tenant.load({ at: '2001-01-01' }))).toMatchObject({
        code: 'BEFORE_HISTORY',
        details: { since: first },
      })
      expect(await errorOf(tenant.load({ at: rev + 1 }))).toMatchObject({
        code: 'UNKNOWN_REVISION',
        details: { rev },
      })
      for (const at of [0, 1.5, '2026-02-30', '2026-03-01T10:00', 'yesterday', new Date(NaN)])
        expect(await errorOf(tenant.load({ at })), String(at)).toMatchObject({ code: 'INVALID_OPTION' })
    })

    it('compares two revisions', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      await tenant.change([{ do: 'add-role', role: 'clerk', spec: { reportsTo: 'lead' } }], BY)
      await tenant.change([{ do: 'set-manager', role: 'clerk', manager: 'ceo' }], BY)
      const { changes } = await tenant.diff(1, 3)
      expect(changes).toEqual([{ do: 'add-role', role: 'clerk', spec: { reportsTo: 'ceo' } }])
      expect((await tenant.diff(3, 1)).changes).toEqual([{ do: 'remove-role', role: 'clerk' }])
      expect((await tenant.diff(2, 2)).changes).toEqual([])
    })
  })

  describe('questions without a load', () => {
    it.each([1, 2, 3])('answers as the org does (%i)', async (seed) => {
      const org = makeOrg({ roles: 50, dotted: 0.3, units: true, seed })
      const tenant = test.store.tenant('t')
      await tenant.create(org, BY)
      await tenant.change(makeChanges(org, { count: 10, kinds: ['set-manager', 'reorder'], seed }), BY)
      const now = await present(tenant)
      const ids = rolesOf(now)
      const units = unitsOf(now).filter((unit) => headOf(now, unit) !== undefined)
      expect(units.length).toBeGreaterThan(0)
      for (const id of [...ids, ...units]) {
        expect(await tenant.managerOf(id)).toBe(managerOf(now, id))
        expect(await tenant.managementChainOf(id)).toEqual(managementChainOf(now, id))
        expect(await tenant.directReportsOf(id)).toEqual(directReportsOf(now, id))
        expect(await tenant.transitiveReportsOf(id)).toEqual(transitiveReportsOf(now, id))
        expect(await tenant.transitiveReportsOf(id, { depth: 2 })).toEqual(
          transitiveReportsOf(now, id, { depth: 2 }),
        )
        expect(await tenant.layerOf(id)).toBe(layerOf(now, id))
        expect(await tenant.spanOfControlOf(id)).toBe(spanOfControlOf(now, id))
        expect(await tenant.organizationSizeOf(id)).toBe(organizationSizeOf(now, id))
        for (const upper of [ids[0], ids[7], units[0]])
          expect(await tenant.isAbove(upper, id)).toBe(isAbove(now, upper, id))
      }
    })

    it('leaves planned roles out of spans', async () => {
      const org = defineOrg({
        roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'a', status: 'planned' } },
      })
      const tenant = test.store.tenant('t')
      await tenant.create(org, BY)
      expect(await tenant.spanOfControlOf('a')).toBe(spanOfControlOf(org, 'a'))
      expect(await tenant.organizationSizeOf('a')).toBe(organizationSizeOf(org, 'a'))
    })

    it('refuses what is no question', async () => {
      const tenant = test.store.tenant('t')
      expect(await errorOf(tenant.managerOf('a'))).toMatchObject({ code: 'UNKNOWN_TENANT' })
      await tenant.create(defineOrg({ roles: { a: { unit: 'u' } }, units: { u: {} } }), BY)
      expect(await errorOf(tenant.managerOf('b'))).toMatchObject({
        code: 'UNKNOWN_ROLE',
        details: { id: 'b' },
      })
      expect(await errorOf(tenant.isAbove('b', 'a'))).toMatchObject({
        code: 'UNKNOWN_ROLE',
        details: { id: 'b' },
      })
      expect(await errorOf(tenant.managementChainOf('u'))).toMatchObject({ code: 'UNIT_WITHOUT_HEAD' })
      expect(await errorOf(tenant.managerOf(7 as never))).toMatchObject({ code: 'INVALID_ARGUMENT' })
      expect(await errorOf(tenant.transitiveReportsOf('a', { depth: 0 }))).toMatchObject({
        code: 'INVALID_OPTION',
      })
    })
  })

  describe('watch', () => {
    it('follows the changes of others', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const seen: number[] = []
      const watch = await test
        .fresh()
        .tenant('t')
        .watch({ interval: 5, onChange: ({ rev }) => seen.push(rev) })
      expect(watch.current.rev).toBe(1)
      const { org } = await tenant.change([{ do: 'set-manager', role: 'analyst', manager: 'ceo' }], BY)
      await expect.poll(() => watch.current.rev).toBe(2)
      expect(watch.current.org).toEqual(org)
      await watch.stop()
      await tenant.change([{ do: 'set-manager', role: 'analyst', manager: 'lead' }], BY)
      expect(seen).toEqual([2])
      expect(watch.current.rev).toBe(2)
    })

    it('says when it cannot ask', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(small, BY)
      const errors: unknown[] = []
      const watch = await tenant.watch({ interval: 5, onError: (error) => errors.push(error) })
      await tenant.delete()
      await expect.poll(() => errors.length).toBeGreaterThan(0)
      expect(errors[0]).toMatchObject({ code: 'UNKNOWN_TENANT' })
      await watch.stop()
    })
  })

  describe('leaving', () => {
    it('exports a tenant whole, and restores it', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(chart, { actor: 'ada', reason: 'Import' })
      await tenant.change(makeChanges(chart, { count: 5, seed: 3 }), { actor: 'ben' })
      await tenant.change(makeChanges(await present(tenant), { count: 5, seed: 4 }), { actor: 'cy' })
      const document = JSON.parse(JSON.stringify(await tenant.export())) as Awaited<
        ReturnType<Tenant['export']>
      >
      const copy = test.store.tenant('copy')
      const restored = await copy.restore(document)
      expect(restored).toMatchObject({ rev: 3, at: (await tenant.load()).at })
      expect(await copy.history()).toEqual(await tenant.history())
      const fresh = test.fresh({ cache: 0 })
      for (const at of [1, 2, 3])
        expect((await fresh.tenant('copy').load({ at })).org).toEqual(
          (await fresh.tenant('t').load({ at })).org,
        )
      expect(await errorOf(copy.restore(document))).toMatchObject({ code: 'TENANT_EXISTS' })
      expect(await errorOf(test.store.tenant('x').restore({} as never))).toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
      expect(await test.store.tenants()).toEqual(['copy', 't'])
    })

    it('deletes a tenant whole', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(chart, BY)
      await tenant.change([{ do: 'rename-role', role: 'lead', to: 'head' }], BY)
      const other = test.store.tenant('other')
      await other.create(chart, BY)
      await tenant.delete()
      expect(await errorOf(tenant.load())).toMatchObject({ code: 'UNKNOWN_TENANT' })
      expect(await errorOf(tenant.delete())).toMatchObject({ code: 'UNKNOWN_TENANT' })
      for (const [table, texts] of await everyText(test.database.driver.query))
        expect(
          texts.filter((text) => text === 't'),
          table,
        ).toEqual([])
      expect(await present(test.fresh().tenant('other'))).toEqual(chart)
      // A cache that knows the tenant of before does not take the new one for it.
      const stale = test.fresh().tenant('other')
      await present(stale)
      await other.delete()
      await other.create(small, BY)
      expect(await present(stale)).toEqual(small)
    })

    it('erases a person everywhere', async () => {
      const tenant = test.store.tenant('t')
      await tenant.create(chart, { actor: 'Ada Lovelace', reason: 'Ada Lovelace asked' })
      await tenant.change([{ do: 'update-role', role: 'lead', set: { note: 'Ask Ada Lovelace' } }], {
        actor: 'ben',
      })
      await tenant.change(
        [
          { do: 'unassign', role: 'lead', person: 'ada' },
          { do: 'assign', role: 'analyst', holder: 'ada' },
        ],
        { actor: 'ben' },
      )
      const stale = test.fresh().tenant('t')
      await present(stale)
      const { rev } = await tenant.erasePerson('ada', { actor: 'privacy office' })
      expect(rev).toBe(4)
      for (const [table, texts] of await everyText(test.database.driver.query))
        expect(
          texts.filter((text) => /lovelace|\bada\b/i.test(text)),
          table,
        ).toEqual([])
      for (const reader of [stale, test.fresh().tenant('t')])
        expect(JSON.stringify(await present(reader))).not.toMatch(/lovelace|\bada\b/i)
      const history = await tenant.history()
      expect(history.map(({ kind }) => kind)).toEqual(['create', 'change', 'change', 'erase'])
      expect(history[2].changes).toMatchObject([
        { do: 'unassign', person: 'person-1' },
        { do: 'assign', holder: 'person-1' },
      ])
      expect((await tenant.load({ at: 2 })).rev).toBe(2)
      expect(await errorOf(tenant.erasePerson('ada', BY))).toMatchObject({ code: 'UNKNOWN_PERSON' })
    })
  })

  describe('arguments', () => {
    it.each([undefined, '', 7, null, 'x'.repeat(129), 'a\0b'])('refuses the tenant %j', (id) => {
      expect(() => test.store.tenant(id as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      )
    })

    it.each([
      ['change without an actor', (tenant: Tenant) => tenant.change([], {} as never), 'INVALID_OPTION'],
      ['change without options', (tenant: Tenant) => tenant.change([], undefined as never), 'INVALID_OPTION'],
      ['change of no list', (tenant: Tenant) => tenant.change({} as never, BY), 'INVALID_ARGUMENT'],
      [
        'change with an unknown option',
        (tenant: Tenant) => tenant.change([], { actor: 'a', rev: 1 } as never),
        'INVALID_OPTION',
      ],
      [
        'expectedRev',
        (tenant: Tenant) => tenant.change([], { actor: 'a', expectedRev: 0 }),
        'INVALID_OPTION',
      ],
      ['create of no org', (tenant: Tenant) => tenant.create({} as never, BY), 'INVALID_ARGUMENT'],
      ['load with an unknown option', (tenant: Tenant) => tenant.load({ rev: 1 } as never), 'INVALID_OPTION'],
      ['diff', (tenant: Tenant) => tenant.diff(0, 1), 'INVALID_ARGUMENT'],
      ['history', (tenant: Tenant) => tenant.history({ limit: 0 }), 'INVALID_OPTION'],
      ['watch', (tenant: Tenant) => tenant.watch({ interval: 0 }), 'INVALID_OPTION'],
      ['erasePerson', (tenant: Tenant) => tenant.erasePerson(7 as never, BY), 'INVALID_ARGUMENT'],
    ])('refuses %s', async (_what, call, code) => {
      const tenant = test.store.tenant('t')
      await tenant.create(chart, BY)
      expect(await errorOf(call(tenant))).toMatchObject({ code })
    })
  })
})

/** Every text in every table of a store. */
async function everyText(
  query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>,
): Promise<readonly (readonly [table: string, texts: readonly string[]])[]> {
  const names = ['role', 'line', 'move', 'assignment', 'unit', 'person', 'service']
  const tables = ['tenant', 'change', ...names.flatMap((name) => [name, `${name}_was`])]
  const texts: (readonly [string, readonly string[]])[] = []
  for (const table of tables) {
    const rows = await query(`SELECT * FROM rolegraph_${table}`)
    texts.push([
      table,
      rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string')),
    ])
  }
  return texts
}
