import fc from 'fast-check'
import { defineOrg, orgFromRecords, type OrgSpec } from 'rolegraph'
import { approvalPolicy, type ApprovalRule, approvalRoute, checkApprovalPolicy } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

const date = '2026-03-10'
const PEOPLE = ['p', 'q', 'r', 's', 't', 'u']
const person = fc.constantFrom(...PEOPLE)

/** Small charts with cycles, unknown managers, shared, vacant and acting roles, and people who are away. */
const anyCase = fc.integer({ min: 1, max: 7 }).chain((size) => {
  const role = fc.nat(size - 1).map((at) => `r${String(at)}`)
  const anyRole = fc.record({
    manager: fc.oneof(
      { weight: 9, arbitrary: fc.option(role, { freq: 6 }) },
      { weight: 1, arbitrary: fc.constant('x') },
    ),
    holders: fc.oneof(
      fc.constant(undefined),
      fc.constant([]),
      fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
      fc
        .record({
          person,
          kind: fc.constantFrom('acting' as const, 'permanent' as const),
          to: fc.constantFrom('2027-01-01', date),
        })
        .map((one) => [one]),
    ),
  })
  const rule = fc.oneof(
    fc.record({
      by: fc.constantFrom('chain' as const, 'nearest' as const),
      approvers: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      by: fc.constant('levels' as const),
      levels: fc.integer({ min: 1, max: 3 }),
      approvers: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ by: fc.constant('role' as const), role, approvers: fc.integer({ min: 1, max: 2 }) }),
    fc.record({
      by: fc.constantFrom('any' as const, 'all' as const),
      of: fc.uniqueArray(role, { minLength: 1, maxLength: 2 }),
      approvers: fc.integer({ min: 1, max: 3 }),
    }),
  ) as fc.Arbitrary<ApprovalRule>
  return fc.record({
    roles: fc.array(anyRole, { minLength: size, maxLength: size }),
    spec: fc.record({
      rules: fc.tuple(rule),
      limits: fc.uniqueArray(fc.record({ role, upTo: fc.constantFrom(null, 5) }), {
        maxLength: 4,
        selector: (limit) => limit.role,
      }),
      jobShare: fc.constantFrom('any' as const, 'all' as const),
      actingMayApprove: fc.boolean(),
      absences: fc.array(fc.record({ person }), { maxLength: 3 }),
      delegations: fc.array(
        fc
          .record({
            person,
            delegate: person,
            limit: fc.constantFrom('theirs' as const, 'own' as const, 3),
            cascade: fc.boolean(),
          })
          .filter(({ person: away, delegate }) => away !== delegate),
        { maxLength: 4 },
      ),
      ...{ fallback: fc.option(fc.record({ role }), { nil: undefined, freq: 2 }) },
    }),
  })
})

const chartOf = (roles: readonly { readonly manager: unknown; readonly holders: unknown }[]) =>
  defineOrg(
    {
      roles: Object.fromEntries(
        roles.map(({ manager, holders }, at) => [
          `r${String(at)}`,
          {
            ...(manager !== null && manager !== `r${String(at)}` && { reportsTo: manager }),
            ...(holders !== undefined && { holders }),
          },
        ]),
      ) as OrgSpec<string, never>['roles'],
    },
    { onIssue: 'collect' },
  )

describe('checkApprovalPolicy', () => {
  it('finds what a route for every role finds', () => {
    let refused = 0
    fc.assert(
      fc.property(anyCase, ({ roles, spec }) => {
        const org = chartOf(roles)
        const { fallback, ...rest } = spec
        const policy = approvalPolicy({
          ...rest,
          ...(fallback !== undefined && { fallback }),
        })
        const expected = new Map<string, string[]>()
        for (const at of roles.keys()) {
          const role = `r${String(at)}`
          const route = approvalRoute(org, policy, { requester: { role }, amount: Number.MAX_VALUE, date })
          if (route.outcome === 'ROUTE') continue
          const { reason } = route.because
          expected.set(reason, [...(expected.get(reason) ?? []), role])
          refused++
        }
        const found = checkApprovalPolicy(org, policy, { date })
          .filter(({ code }) => code === 'NOBODY_CAN_APPROVE')
          .map(({ message, roles: those }) => [/\(([a-z-]+)\)$/.exec(message)?.[1], those])
        expect(found).toEqual([...expected])
      }),
      { numRuns: 3000 },
    )
    // Not every case is one in which somebody can approve.
    expect(refused).toBeGreaterThan(1000)
  })

  it('tries every role of a chain of 100,000, by any rule', () => {
    const size = 100_000
    const rows = Array.from({ length: size }, (_, at) => ({
      id: `r${String(at)}`,
      manager: at === 0 ? null : `r${String(at - 1)}`,
      holder: `p${String(at)}`,
    }))
    const org = orgFromRecords(rows, { id: 'id', manager: 'manager', holders: 'holder' })
    for (const [rule, none] of [
      [{ by: 'chain' }, ['r0']],
      [{ by: 'nearest' }, ['r0']],
      [{ by: 'chain', approvers: 2 }, ['r0', 'r1']],
      [{ by: 'levels', levels: 2 }, ['r0']],
      [{ by: 'role', role: 'r0' }, ['r0']],
    ] as const) {
      const policy = approvalPolicy({ limits: [{ role: 'r0', upTo: null }], rules: [rule] })
      const found = checkApprovalPolicy(org, policy)
      expect(found.flatMap(({ roles }) => roles)).toEqual(none)
    }
  })

  it('tries one person in 20,000 roles, and as many delegations', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      id: `r${String(at)}`,
      manager: at === 0 ? null : `r${String(at - 1)}`,
      holder: at < 10_000 ? 'p' : `q${String(at)}`,
    }))
    const org = orgFromRecords(rows, { id: 'id', manager: 'manager', holders: 'holder' })
    const delegations = rows
      .slice(10_001)
      .map(({ holder }) => ({ person: holder, delegate: 'q10000', limit: 'own' as const }))
    const policy = approvalPolicy({
      limits: [{ role: 'r0', upTo: null }],
      rules: [{ by: 'nearest' }],
      delegations,
    })
    const found = new Map<string, number>()
    for (const { code } of checkApprovalPolicy(org, policy)) found.set(code, (found.get(code) ?? 0) + 1)
    expect([...found]).toEqual([
      ['NOBODY_CAN_APPROVE', 2],
      ['ABOVE_ONESELF', 9999],
    ])
  })

  it.each([
    ['the last of the chain', 39_999],
    ['the next below, who is away too', undefined],
  ] as const)('tries a chain of 40,000 who are away with a delegate below them: %s', (_, last) => {
    const size = 40_000
    const rows = Array.from({ length: size }, (_, at) => ({
      id: `r${String(at)}`,
      manager: at === 0 ? null : `r${String(at - 1)}`,
      holder: `p${String(at)}`,
    }))
    const org = orgFromRecords(rows, { id: 'id', manager: 'manager', holders: 'holder' })
    const away = rows.slice(1, -1).map(({ holder }) => holder)
    const policy = approvalPolicy({
      rules: [{ by: 'levels', levels: 1 }],
      absences: away.map((person) => ({ person })),
      delegations: away.map((person, at) => ({
        person,
        delegate: `p${String(last ?? at + 2)}`,
        limit: 'own',
      })),
    })
    // Everybody is passed over to the top, whose own requests nobody approves.
    const refused = checkApprovalPolicy(org, policy, { date: '2026-03-03' }).filter(
      ({ code }) => code === 'NOBODY_CAN_APPROVE',
    )
    expect(refused.flatMap(({ roles }) => roles)).toEqual(['r0'])
  })

  it('finds nothing in a chart without roles', () => {
    const policy = approvalPolicy({ rules: [{ by: 'chain', approvers: 2 }] })
    expect(checkApprovalPolicy(defineOrg({ roles: {} }), policy)).toEqual([])
  })
})
