import { changeOrg, defineOrg, historyOf, orgAt, type OrgSpec } from 'rolegraph'
import {
  approvalPolicy,
  type ApprovalPolicySpec,
  type ApprovalRequest,
  approvalRoute,
} from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'
import { inShort, passedInShort } from './route-words.js'

const { stringify } = JSON

/** ceo (Cy) > cfo (Fay) > lead (Lee) > buyer (Bo) > clerk (Kim); legal (Gus) reports to the ceo. */
const roles = {
  ceo: { holders: ['cy'], grade: 9 },
  cfo: { reportsTo: 'ceo', holders: ['fay'], grade: 7, unit: 'finance' },
  legal: { reportsTo: 'ceo', holders: ['gus'] },
  lead: { reportsTo: 'cfo', holders: ['lee'], grade: 5, unit: 'finance' },
  buyer: {
    reportsTo: 'lead',
    holders: ['bo'],
    unit: 'finance',
    dottedTo: [{ to: 'legal', as: 'compliance' }],
  },
  clerk: { reportsTo: 'buyer', holders: ['kim'] },
} satisfies OrgSpec['roles']
const units = { finance: { head: 'cfo' } }
const limits = [
  { role: 'lead', upTo: 1000 },
  { role: 'cfo', upTo: 10_000 },
  { role: 'ceo', upTo: null },
] as const
const chain: ApprovalPolicySpec = { limits, rules: [{ by: 'chain' }] }

interface Case {
  /** What differs from the roles above. */
  readonly change?: { readonly [Role in string]: object }
  readonly policy?: Partial<ApprovalPolicySpec>
  readonly request?: Partial<ApprovalRequest>
}

const routeOf = ({ change = {}, policy = {}, request = {} }: Case) => {
  const names = new Set([...Object.keys(roles), ...Object.keys(change)])
  const merged = Object.fromEntries(
    Array.from(names, (name) => [name, { ...(roles as OrgSpec['roles'])[name], ...change[name] }]),
  )
  const spec: OrgSpec = { roles: merged, units }
  const org = defineOrg(spec, { onIssue: 'collect' })
  return approvalRoute(org, approvalPolicy({ ...chain, ...policy }), {
    requester: { role: 'buyer' },
    amount: 5000,
    ...request,
  })
}

const VACANT = { vacant: true, holders: [] }
const date = '2026-03-10'
const away = (...people: string[]) =>
  people.map((person) => ({ person, from: '2026-03-01', to: '2026-04-01' }))

describe('limits', () => {
  it.each<readonly [what: string, at: Case, route: string]>([
    ['everyone up to the limit that suffices', {}, 'lee@lead, fay@cfo'],
    ['an amount equal to the limit', { request: { amount: 1000 } }, 'lee@lead'],
    ['an amount just over it', { request: { amount: 1000.01 } }, 'lee@lead, fay@cfo'],
    [
      'no amount at all needs an entry too',
      { request: { amount: 0 }, policy: { limits: [] } },
      'NO_APPROVER chain-ends: lee@lead, fay@cfo, cy@ceo',
    ],
    ['null is any amount', { request: { amount: 1e12 } }, 'lee@lead, fay@cfo, cy@ceo'],
    [
      'the top has none by itself',
      { policy: { limits: limits.slice(0, 2) }, request: { amount: 20_000 } },
      'NO_APPROVER chain-ends: lee@lead, fay@cfo, cy@ceo',
    ],
    [
      'a person before the role',
      { policy: { limits: [...limits, { person: 'lee', upTo: 6000 }] } },
      'lee@lead',
    ],
    [
      'a person below the role',
      { policy: { limits: [...limits, { person: 'fay', upTo: 100 }] } },
      'lee@lead, fay@cfo, cy@ceo',
    ],
    [
      'a role before its unit',
      { policy: { limits: [...limits, { unit: 'finance', upTo: null }] } },
      'lee@lead, fay@cfo',
    ],
    [
      'a unit before a grade',
      {
        policy: {
          limits: [
            { unit: 'finance', upTo: 5000 },
            { grade: 5, upTo: 1 },
          ],
        },
      },
      'lee@lead',
    ],
    ['a grade', { policy: { limits: [{ grade: 7, upTo: 5000 }] } }, 'lee@lead, fay@cfo'],
    [
      'a kind before every kind',
      {
        policy: { limits: [...limits, { role: 'lead', upTo: 9000, kind: 'rent' }] },
        request: { kind: 'rent' },
      },
      'lee@lead',
    ],
    [
      'another kind',
      {
        policy: { limits: [...limits, { role: 'lead', upTo: 9000, kind: 'rent' }] },
        request: { kind: 'tools' },
      },
      'lee@lead, fay@cfo',
    ],
    [
      'limits that fall on the way up: the first that suffices',
      {
        policy: {
          limits: [
            { role: 'lead', upTo: 5000 },
            { role: 'cfo', upTo: 10 },
          ],
        },
      },
      'lee@lead',
    ],
    [
      'limits that fall: above the low one',
      {
        policy: {
          limits: [
            { role: 'lead', upTo: 1000 },
            { role: 'cfo', upTo: 10 },
            { role: 'ceo', upTo: 5000 },
          ],
        },
      },
      'lee@lead, fay@cfo, cy@ceo',
    ],
    ['nearest: only who has the limit', { policy: { rules: [{ by: 'nearest' }] } }, 'fay@cfo'],
    ['nearest, by two', { policy: { rules: [{ by: 'nearest', approvers: 2 }] } }, 'fay@cfo, cy@ceo'],
  ])('%s', (_, at, route) => {
    expect(inShort(routeOf(at))).toBe(route)
  })

  it('names who is below the limit', () => {
    expect(passedInShort(routeOf({ policy: { rules: [{ by: 'nearest' }] } }))).toBe('lee@lead below-limit')
  })
})

describe('vacancies', () => {
  it.each<readonly [what: string, at: Case, route: string, passed: string]>([
    ['one', { change: { lead: VACANT } }, 'fay@cfo', '@lead vacant'],
    ['several in a row', { change: { lead: VACANT, cfo: VACANT } }, 'cy@ceo', '@lead vacant, @cfo vacant'],
    [
      'the top',
      { change: { ceo: VACANT }, request: { amount: 20_000 } },
      'NO_APPROVER chain-ends: lee@lead, fay@cfo',
      '@ceo vacant',
    ],
    [
      'a planned role',
      { change: { lead: { holders: undefined, status: 'planned' } } },
      'fay@cfo',
      '@lead vacant',
    ],
    [
      'holders who are not known act without a name',
      { change: { lead: { holders: undefined } } },
      '?@lead, fay@cfo',
      '',
    ],
    [
      'a holder who has not started',
      { change: { lead: { holders: [{ person: 'lee', from: '2026-06-01' }] } }, request: { date } },
      'fay@cfo',
      '@lead vacant',
    ],
    [
      'a holder who left that day',
      { change: { lead: { holders: [{ person: 'lee', to: date }] } }, request: { date } },
      'fay@cfo',
      '@lead vacant',
    ],
    ['the requester’s own vacant role', { change: { buyer: VACANT } }, 'lee@lead, fay@cfo', ''],
  ])('%s', (_, at, route, passed) => {
    const found = routeOf(at)
    expect([inShort(found), passedInShort(found)]).toEqual([route, passed])
  })
})

describe('absence', () => {
  const to = (person: string, delegate: string, limit: 'theirs' | 'own' | number, cascade?: boolean) => ({
    person,
    delegate,
    limit,
    ...(cascade !== undefined && { cascade }),
  })
  const request = { date }
  const absent = (people: string[], ...delegations: ReturnType<typeof to>[]) => ({
    absences: away(...people),
    delegations,
  })

  it.each<readonly [what: string, at: Case, route: string, passed: string]>([
    ['nobody stands in', { policy: absent(['fay']) }, 'lee@lead, cy@ceo', 'fay@cfo absent'],
    [
      'not away: the delegation does nothing',
      { policy: absent([], to('fay', 'gus', 'theirs')) },
      'lee@lead, fay@cfo',
      '',
    ],
    [
      'back again',
      { policy: absent(['fay'], to('fay', 'gus', 'theirs')), request: { date: '2026-04-01' } },
      'lee@lead, fay@cfo',
      '',
    ],
    [
      'the last day',
      { policy: absent(['fay'], to('fay', 'gus', 'theirs')), request: { date: '2026-03-31' } },
      'lee@lead, gus@cfo(for fay)',
      '',
    ],
    [
      'a delegation that has ended',
      { policy: { absences: away('fay'), delegations: [{ ...to('fay', 'gus', 'theirs'), to: date }] } },
      'lee@lead, cy@ceo',
      'fay@cfo absent',
    ],
    [
      'limit theirs',
      { policy: absent(['fay'], to('fay', 'gus', 'theirs')) },
      'lee@lead, gus@cfo(for fay)',
      '',
    ],
    [
      'limit own, which there is none',
      { policy: absent(['fay'], to('fay', 'gus', 'own')) },
      'lee@lead, gus@cfo(for fay), cy@ceo',
      '',
    ],
    [
      'limit own, which suffices',
      {
        policy: {
          ...absent(['fay'], to('fay', 'gus', 'own')),
          limits: [...limits, { role: 'legal', upTo: 5000 }],
        },
      },
      'lee@lead, gus@cfo(for fay)',
      '',
    ],
    [
      'limit own, never more than theirs',
      {
        policy: {
          ...absent(['fay'], to('fay', 'gus', 'own')),
          limits: [...limits, { role: 'legal', upTo: null }],
        },
        request: { date, amount: 10_001 },
      },
      'lee@lead, gus@cfo(for fay), cy@ceo',
      '',
    ],
    [
      'a number that suffices',
      { policy: absent(['fay'], to('fay', 'gus', 5000)) },
      'lee@lead, gus@cfo(for fay)',
      '',
    ],
    [
      'a number that does not',
      { policy: absent(['fay'], to('fay', 'gus', 4999)) },
      'lee@lead, gus@cfo(for fay), cy@ceo',
      '',
    ],
    [
      'a number, never more than theirs',
      { policy: absent(['lee'], to('lee', 'gus', 1e9)) },
      'gus@lead(for lee), fay@cfo',
      '',
    ],
    [
      'the delegate is the requester',
      { policy: absent(['lee'], to('lee', 'bo', 'theirs')) },
      'fay@cfo',
      'bo@lead delegate-is-requester, lee@lead absent',
    ],
    [
      'the delegate is below the requester',
      { policy: absent(['lee'], to('lee', 'kim', 'theirs')) },
      'fay@cfo',
      'kim@lead delegate-below-requester, lee@lead absent',
    ],
    [
      'the delegate is a delegate of the requester',
      { policy: absent(['fay'], to('bo', 'gus', 'own'), to('fay', 'gus', 'theirs')) },
      'lee@lead, cy@ceo',
      'gus@cfo delegate-of-requester, fay@cfo absent',
    ],
    [
      'the delegate is away too, one step',
      { policy: absent(['fay', 'gus'], to('fay', 'gus', 'theirs'), to('gus', 'cy', 'theirs')) },
      'lee@lead, cy@ceo',
      'gus@cfo delegate-absent, fay@cfo absent',
    ],
    [
      'the delegate is away too, cascade',
      {
        policy: absent(['lee', 'gus'], to('lee', 'gus', 'theirs', true), to('gus', 'cy', 'theirs')),
        request: { date, amount: 500 },
      },
      'cy@lead(for lee)',
      'gus@lead delegate-absent',
    ],
    [
      'a cascade keeps the lower limit',
      {
        policy: absent(['lee', 'gus'], to('lee', 'gus', 400, true), to('gus', 'cy', 'theirs')),
        request: { date, amount: 500 },
      },
      'cy@lead(for lee), fay@cfo',
      '',
    ],
    [
      'two who delegate to each other',
      { policy: absent(['fay', 'gus'], to('fay', 'gus', 'theirs', true), to('gus', 'fay', 'theirs', true)) },
      'lee@lead, cy@ceo',
      'gus@cfo delegate-absent, fay@cfo delegates-back, fay@cfo absent',
    ],
    [
      'the second delegate where the first cannot',
      {
        policy: absent(['lee'], to('lee', 'bo', 'theirs'), to('lee', 'gus', 'theirs')),
        request: { date, amount: 500 },
      },
      'gus@lead(for lee)',
      'bo@lead delegate-is-requester',
    ],
    [
      'a delegate whom the org does not have',
      { policy: absent(['lee'], to('lee', 'zoe', 'theirs')) },
      'fay@cfo',
      'zoe@lead delegate-unknown, lee@lead absent',
    ],
  ])('%s', (_, at, route, passed) => {
    const found = routeOf({ ...at, request: { ...request, ...at.request } })
    expect(inShort(found)).toBe(route)
    if (passed !== '') expect(passedInShort(found)).toBe(passed)
  })

  it('says by which delegation', () => {
    const delegation = to('fay', 'gus', 'theirs')
    const { steps } = routeOf({ policy: absent(['fay'], delegation), request })
    expect(steps[1].approvers[0].because.delegations).toEqual([delegation])
    expect(steps[1].approvers[0].text).toBe(
      "'gus' as 'cfo' approves: next in the management chain; limit of the role 'cfo': up to 10000; stands in for 'fay', who is away.",
    )
  })

  it('needs a date', () => {
    expect(() => routeOf({ policy: absent(['fay']) })).toThrow(
      'approvalRoute expects date as a calendar date, since the policy has absences or delegations, received undefined.',
    )
  })
})

describe('one person in several roles', () => {
  it.each<readonly [what: string, at: Case, route: string]>([
    ['the first role with a sufficient limit', { change: { cfo: { holders: ['lee'] } } }, 'lee@cfo'],
    [
      'in the first role where that suffices',
      { change: { cfo: { holders: ['lee'] } }, request: { amount: 900 } },
      'lee@lead',
    ],
    [
      'once where neither suffices',
      { change: { cfo: { holders: ['lee'] } }, request: { amount: 20_000 } },
      'lee@lead, cy@ceo',
    ],
    [
      'with another between',
      { change: { ceo: { holders: ['lee'] } }, request: { amount: 20_000 } },
      'fay@cfo, lee@ceo',
    ],
    [
      'the requester above',
      { change: { cfo: { holders: ['bo'] } }, request: { requester: { role: 'buyer' } } },
      'lee@lead, cy@ceo',
    ],
    [
      'a delegate who is asked above anyway',
      {
        policy: { absences: away('lee'), delegations: [{ person: 'lee', delegate: 'fay', limit: 'theirs' }] },
        request: { date },
      },
      'fay@cfo',
    ],
    [
      'levels count people',
      { change: { cfo: { holders: ['lee'] } }, policy: { rules: [{ by: 'levels', levels: 2 }] } },
      'lee@lead, cy@ceo',
    ],
  ])('%s', (_, at, route) => {
    expect(inShort(routeOf(at))).toBe(route)
  })
})

describe('job shares', () => {
  const shared = { lead: { holders: ['lee', 'lou'] } }
  it.each<readonly [what: string, at: Case, route: string]>([
    ['any', { change: shared, request: { amount: 100 } }, 'lee@lead |1 lou@lead'],
    ['all', { change: shared, policy: { jobShare: 'all' }, request: { amount: 100 } }, 'lee@lead & lou@lead'],
    [
      'any, one of them away',
      { change: shared, policy: { absences: away('lee') }, request: { amount: 100, date } },
      'lou@lead',
    ],
    [
      'all, one of them away',
      { change: shared, policy: { jobShare: 'all', absences: away('lee') }, request: { amount: 100, date } },
      'lou@lead',
    ],
    [
      'any, only one with the limit',
      { change: shared, policy: { limits: [{ person: 'lou', upTo: 100 }] }, request: { amount: 100 } },
      'lou@lead',
    ],
    [
      'all, only one with the limit',
      {
        change: shared,
        policy: { jobShare: 'all', limits: [{ person: 'lou', upTo: 100 }] },
        request: { amount: 100 },
      },
      'lee@lead & lou@lead',
    ],
    [
      'both away, with one delegate',
      {
        change: shared,
        policy: {
          absences: away('lee', 'lou'),
          delegations: [
            { person: 'lee', delegate: 'gus', limit: 'theirs' },
            { person: 'lou', delegate: 'gus', limit: 'theirs' },
          ],
        },
        request: { amount: 100, date },
      },
      'gus@lead(for lee)',
    ],
    [
      'those who share the role of the requester',
      { change: { lead: { holders: ['lee', 'bo'] } }, request: { amount: 100 } },
      'lee@lead',
    ],
    [
      'approvers: 2 are not two of one share by any',
      { change: shared, policy: { rules: [{ by: 'chain', approvers: 2 }] }, request: { amount: 100 } },
      'lee@lead |1 lou@lead, fay@cfo',
    ],
    [
      'approvers: 2 are two of one share by all',
      {
        change: shared,
        policy: { jobShare: 'all', rules: [{ by: 'chain', approvers: 2 }] },
        request: { amount: 100 },
      },
      'lee@lead & lou@lead',
    ],
  ])('%s', (_, at, route) => {
    expect(inShort(routeOf(at))).toBe(route)
  })
})

describe('acting holders', () => {
  const acting = { lead: { holders: [{ person: 'ann', kind: 'acting' }] } }
  it.each<readonly [what: string, at: Case, route: string, passed: string]>([
    ['with the power', { change: acting, request: { amount: 100 } }, 'ann@lead', ''],
    [
      'without',
      { change: acting, policy: { actingMayApprove: false }, request: { amount: 100 } },
      'fay@cfo',
      'ann@lead acting',
    ],
    [
      'without, next to a permanent one',
      {
        change: { lead: { holders: ['lee', { person: 'ann', kind: 'interim' }] } },
        policy: { actingMayApprove: false },
        request: { amount: 100 },
      },
      'lee@lead',
      'ann@lead acting',
    ],
  ])('%s', (_, at, route, passed) => {
    const found = routeOf(at)
    expect([inShort(found), passedInShort(found)]).toEqual([route, passed])
  })
})

describe('rules', () => {
  const rule = (...rules: ApprovalPolicySpec['rules']) => ({ rules })
  it.each<readonly [what: string, at: Case, route: string]>([
    ['levels', { policy: rule({ by: 'levels', levels: 2 }) }, 'lee@lead, fay@cfo'],
    [
      'levels are people, not boxes',
      { change: { lead: VACANT }, policy: rule({ by: 'levels', levels: 2 }) },
      'fay@cfo, cy@ceo',
    ],
    ['levels stop at the top', { policy: rule({ by: 'levels', levels: 9 }) }, 'lee@lead, fay@cfo, cy@ceo'],
    [
      'levels of the top',
      { policy: rule({ by: 'levels', levels: 1 }), request: { requester: { role: 'ceo' } } },
      'NO_APPROVER top',
    ],
    ['head of the unit', { policy: rule({ by: 'unit-head' }) }, 'fay@cfo'],
    [
      'the head’s own request',
      { policy: rule({ by: 'unit-head' }), request: { requester: { role: 'cfo' } } },
      'cy@ceo',
    ],
    [
      'no unit',
      { policy: rule({ by: 'unit-head' }), request: { requester: { role: 'clerk' } } },
      'NO_APPROVER no-unit',
    ],
    ['a named role', { policy: rule({ by: 'role', role: 'legal' }) }, 'gus@legal'],
    [
      'a named role that is vacant',
      { change: { legal: VACANT }, policy: rule({ by: 'role', role: 'legal' }) },
      'cy@ceo',
    ],
    [
      'a named role of the requester',
      { policy: rule({ by: 'role', role: 'legal' }), request: { requester: { role: 'legal' } } },
      'cy@ceo',
    ],
    ['a dotted manager', { policy: rule({ by: 'dotted', as: 'compliance' }) }, 'gus@legal'],
    [
      'no dotted line: never the solid manager',
      { policy: rule({ by: 'dotted', as: 'compliance' }), request: { requester: { role: 'clerk' } } },
      'NO_APPROVER no-line',
    ],
    [
      'a dotted line of another name',
      { policy: rule({ by: 'dotted', as: 'project' }) },
      'NO_APPROVER no-line',
    ],
    [
      'a dotted manager who is also the solid one',
      {
        change: { buyer: { dottedTo: [{ to: 'lead', as: 'compliance' }] } },
        policy: rule({ by: 'dotted', as: 'compliance' }),
      },
      'lee@lead',
    ],
    ['any of several', { policy: rule({ by: 'any', of: ['legal', 'cfo'] }) }, 'gus@legal |1 fay@cfo'],
    [
      'any leaves out who is missing',
      { change: { legal: VACANT }, policy: rule({ by: 'any', of: ['legal', 'cfo'] }) },
      'fay@cfo',
    ],
    [
      'any with nobody there',
      { change: { legal: VACANT }, policy: rule({ by: 'any', of: ['legal'] }) },
      'NO_APPROVER nobody-of',
    ],
    [
      'any, by two',
      { policy: rule({ by: 'any', of: ['legal', 'cfo', 'lead'], approvers: 2 }) },
      'gus@legal |2 fay@cfo |2 lee@lead',
    ],
    [
      'any, too few',
      { policy: rule({ by: 'any', of: ['legal', 'buyer'], approvers: 2 }) },
      'NO_APPROVER too-few: gus@legal',
    ],
    ['all of several', { policy: rule({ by: 'all', of: ['legal', 'cfo'] }) }, 'gus@legal, fay@cfo'],
    [
      'all replaces who is missing upwards',
      { change: { legal: VACANT }, policy: rule({ by: 'all', of: ['legal', 'cfo'] }) },
      'cy@ceo, fay@cfo',
    ],
    [
      'all replaces the requester upwards',
      { policy: rule({ by: 'all', of: ['buyer', 'cfo'] }) },
      'lee@lead, fay@cfo',
    ],
    [
      'all with one person for two roles',
      { change: { legal: { holders: ['fay'] } }, policy: rule({ by: 'all', of: ['legal', 'cfo'] }) },
      'fay@legal',
    ],
    [
      'all, and more people',
      {
        change: { legal: { holders: ['fay'] } },
        policy: rule({ by: 'all', of: ['legal', 'cfo'], approvers: 2 }),
      },
      'fay@legal, cy@ceo',
    ],
    [
      'approvers: 2 above the limit',
      { policy: rule({ by: 'chain', approvers: 2 }), request: { amount: 10 } },
      'lee@lead, fay@cfo',
    ],
    [
      'approvers: 2 on a chain of one',
      { policy: rule({ by: 'chain', approvers: 2 }), request: { requester: { role: 'cfo' } } },
      'NO_APPROVER too-few: cy@ceo',
    ],
    [
      'approvers: 2 on a chain of one person twice',
      {
        change: { ceo: { holders: ['fay'] } },
        policy: rule({ by: 'levels', levels: 1, approvers: 2 }),
        request: { requester: { role: 'lead' } },
      },
      'NO_APPROVER too-few: fay@cfo',
    ],
    [
      'one kind',
      {
        policy: rule({ kind: 'leave', by: 'levels', levels: 1 }, { kind: 'purchase', by: 'chain' }),
        request: { kind: 'leave' },
      },
      'lee@lead',
    ],
    [
      'the other kind',
      {
        policy: rule({ kind: 'leave', by: 'levels', levels: 1 }, { kind: 'purchase', by: 'chain' }),
        request: { kind: 'purchase' },
      },
      'lee@lead, fay@cfo',
    ],
    [
      'every other kind',
      {
        policy: rule({ kind: ['leave', 'trip'], by: 'levels', levels: 1 }, { by: 'role', role: 'legal' }),
        request: { kind: 'rent' },
      },
      'gus@legal',
    ],
    [
      'separate duties',
      {
        policy: { separate: [['order', 'payment']] },
        request: { kind: 'payment', earlier: [{ kind: 'order', person: 'fay' }] },
      },
      'lee@lead, cy@ceo',
    ],
    [
      'duties that are not separate',
      {
        policy: { separate: [['order', 'payment']] },
        request: { kind: 'payment', earlier: [{ kind: 'survey', person: 'fay' }] },
      },
      'lee@lead, fay@cfo',
    ],
  ])('%s', (_, at, route) => {
    expect(inShort(routeOf(at))).toBe(route)
  })
})

describe('nobody is left', () => {
  it.each<readonly [what: string, at: Case, route: string]>([
    ['the top', { request: { requester: { role: 'ceo' } } }, 'NO_APPROVER top'],
    [
      'the top, with a fallback',
      { policy: { fallback: { role: 'legal' } }, request: { requester: { role: 'ceo' } } },
      'gus@legal',
    ],
    [
      'a fallback that is a person',
      { policy: { fallback: { person: 'gus' } }, request: { requester: { role: 'ceo' } } },
      'gus@-',
    ],
    [
      'the fallback is last',
      { policy: { limits: [], fallback: { role: 'legal' } } },
      'lee@lead, fay@cfo, cy@ceo, gus@legal',
    ],
    [
      'the fallback was asked without authority',
      { policy: { limits: [], fallback: { role: 'cfo' } } },
      'lee@lead, cy@ceo, fay@cfo',
    ],
    [
      'the fallback is the requester',
      { policy: { fallback: { role: 'ceo' } }, request: { requester: { role: 'ceo' } } },
      'NO_APPROVER top',
    ],
    [
      'the fallback is away',
      {
        policy: { fallback: { person: 'gus' }, absences: away('gus') },
        request: { date, requester: { role: 'ceo' } },
      },
      'NO_APPROVER top',
    ],
    [
      'a fallback is one of two',
      {
        policy: { rules: [{ by: 'chain', approvers: 2 }], fallback: { role: 'legal' } },
        request: { requester: { role: 'cfo' } },
      },
      'cy@ceo, gus@legal',
    ],
    [
      'too few with the fallback',
      {
        policy: { rules: [{ by: 'chain', approvers: 3 }], fallback: { role: 'legal' } },
        request: { requester: { role: 'cfo' } },
      },
      'NO_APPROVER too-few: cy@ceo, gus@legal',
    ],
    [
      'a cycle',
      { change: { ceo: { reportsTo: 'lead' } }, request: { amount: 1e9 }, policy: { limits: [] } },
      'NO_APPROVER cycle: lee@lead, fay@cfo, cy@ceo',
    ],
    [
      'a cycle that is not reached',
      { change: { ceo: { reportsTo: 'lead' } }, request: { amount: 10 } },
      'lee@lead',
    ],
    [
      'a requester in the cycle',
      {
        change: { ceo: { reportsTo: 'lead' } },
        request: { requester: { role: 'lead' }, amount: 1e9 },
        policy: { limits: [] },
      },
      'NO_APPROVER cycle: fay@cfo, cy@ceo',
    ],
    [
      'an unknown manager',
      { change: { cfo: { reportsTo: 'chair' } }, request: { amount: 1e9 } },
      'NO_APPROVER unknown-manager: lee@lead, fay@cfo',
    ],
  ])('%s', (_, at, route) => {
    expect(inShort(routeOf(at))).toBe(route)
  })

  it('says why in data and in words', () => {
    const route = routeOf({ request: { requester: { role: 'ceo' } }, policy: { fallback: { role: 'ceo' } } })
    expect(route.outcome === 'NO_APPROVER' && route.because).toEqual({
      reason: 'top',
      role: 'ceo',
      needed: 1,
      found: 0,
      fallback: 'absent',
    })
    expect(route.text).toBe(
      "Nobody can approve: nobody is above 'ceo'. The fallback cannot act.\n'cy' as 'ceo' is not asked: nobody approves their own request.",
    )
  })
})

describe('approvalRoute', () => {
  it('gives the reason of each step in data', () => {
    const [first, second] = routeOf({}).steps
    expect(first).toEqual({
      approvers: [
        {
          person: 'lee',
          role: 'lead',
          standsInFor: undefined,
          because: {
            rule: 'chain',
            line: { from: 'buyer', to: 'lead', kind: 'solid' },
            limit: { by: 'role', of: 'lead', upTo: 1000 },
            delegations: [],
            suffices: false,
          },
        },
      ],
      needed: 1,
    })
    expect(second.approvers[0].because.suffices).toBe(true)
  })

  it.each<readonly [rule: ApprovalPolicySpec['rules'][number], text: string]>([
    [
      { by: 'levels', levels: 1 },
      "'lee' as 'lead' approves: next in the management chain; limit of the role 'lead': up to 1000.",
    ],
    [{ by: 'role', role: 'legal' }, "'gus' as 'legal' approves: named by the rule, or above the named role."],
    [{ by: 'any', of: ['legal'] }, "'gus' as 'legal' approves: one of the named roles."],
  ])('says nothing of an amount over the limit where limits do not count: %j', (rule, text) => {
    const route = routeOf({ policy: { rules: [rule] } })
    expect(route.text).toBe(text)
    expect(route.steps[0].approvers[0].because.suffices).toBe(undefined)
  })

  it('can be written as JSON', () => {
    const route = routeOf({ change: { lead: VACANT } })
    expect(JSON.parse(stringify(route))).toMatchObject({
      outcome: 'ROUTE',
      steps: [{ needed: 1 }],
      passedOver: [{ because: 'vacant' }],
    })
  })

  it('answers for the date of a history', () => {
    const start = defineOrg({
      roles: {
        ceo: { holders: ['cy'] },
        lead: { reportsTo: 'ceo', vacant: true },
        buyer: { reportsTo: 'lead', holders: ['bo'] },
      },
    })
    const history = historyOf(start, [
      { on: '2026-06-01', changes: [{ do: 'assign', role: 'lead', holder: 'lee' }] },
    ])
    const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
    const on = (day: string) =>
      inShort(approvalRoute(orgAt(history, day), policy, { requester: { person: 'bo' }, date: day }))
    expect([on('2026-05-31'), on('2026-06-01')]).toEqual(['cy@ceo', 'lee@lead'])
  })

  it.each<readonly [what: string, at: Case, code: string]>([
    ['an amount that is not finite', { request: { amount: Infinity } }, 'INVALID_ARGUMENT'],
    ['no number', { request: { amount: NaN } }, 'INVALID_ARGUMENT'],
    ['a negative amount', { request: { amount: -1 } }, 'INVALID_ARGUMENT'],
    ['another currency', { policy: { currency: 'EUR' }, request: { currency: 'USD' } }, 'INVALID_ARGUMENT'],
    ['a currency where the policy has none', { request: { currency: 'EUR' } }, 'INVALID_ARGUMENT'],
    [
      'a kind without a rule',
      { policy: { rules: [{ kind: 'leave', by: 'chain' }] }, request: { kind: 'trip' } },
      'INVALID_ARGUMENT',
    ],
    ['no date that exists', { request: { date: '2026-02-30' } }, 'INVALID_ARGUMENT'],
    ['an unknown role', { request: { requester: { role: 'boss' } } }, 'UNKNOWN_ROLE'],
    ['an unknown person', { request: { requester: { person: 'zoe' } } }, 'UNKNOWN_PERSON'],
    [
      'a rule with an unknown role',
      { policy: { rules: [{ by: 'all', of: ['legal', 'board'] }] } },
      'UNKNOWN_ROLE',
    ],
    [
      'a role that the person does not hold',
      { request: { requester: { person: 'bo', role: 'clerk' } } },
      'INVALID_ARGUMENT',
    ],
    [
      'a person with two roles',
      { change: { clerk: { holders: ['bo'] } }, request: { requester: { person: 'bo' } } },
      'AMBIGUOUS_REQUESTER',
    ],
    [
      'a person without a role on the day',
      {
        change: { clerk: { holders: [{ person: 'kim', from: '2027-01-01' }] } },
        request: { date, requester: { person: 'kim' } },
      },
      'INVALID_ARGUMENT',
    ],
  ])('refuses %s', (_, at, code) => {
    expect(() => routeOf(at)).toThrow(expect.objectContaining({ name: 'OrgError', code }))
  })

  it('takes a person with two roles who says which', () => {
    const change = { clerk: { holders: ['bo'] } }
    expect(inShort(routeOf({ change, request: { requester: { person: 'bo', role: 'clerk' } } }))).toBe(
      'lee@lead, fay@cfo',
    )
  })

  it('leaves the chart as it is', () => {
    const { org } = changeOrg(defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } }), [])
    const before = stringify(org)
    approvalRoute(org, approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] }), { requester: { role: 'b' } })
    expect(stringify(org)).toBe(before)
  })
})
