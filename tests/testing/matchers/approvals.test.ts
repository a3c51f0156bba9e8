import { defineOrg } from 'rolegraph'
import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
import { toBeApprovedBy, toHaveApprovalRoute } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { itSays } from '../holds.js'

/** ceo (cy) > cfo (fay, away, gus acts) > lead (lee, lou share) > buyer (bo); pool (pat, pim). */
const company = defineOrg({
  roles: {
    ceo: { holders: ['cy'] },
    cfo: { reportsTo: 'ceo', holders: ['fay'] },
    legal: { reportsTo: 'ceo', holders: ['gus'] },
    lead: { reportsTo: 'cfo', holders: ['lee', 'lou'] },
    buyer: { reportsTo: 'lead', holders: ['bo'] },
    clerk: { reportsTo: 'buyer' },
  },
})
const policy = approvalPolicy<typeof company>({
  limits: [
    { role: 'lead', upTo: 1000 },
    { role: 'cfo', upTo: 9000 },
  ],
  rules: [{ by: 'chain' }, { kind: 'contract', by: 'any', of: ['legal', 'lead', 'ceo'], approvers: 2 }],
  absences: [{ person: 'fay' }],
  delegations: [{ person: 'fay', delegate: 'gus', limit: 'theirs' }],
})
const date = '2026-03-02'
const two = approvalRoute(company, policy, { requester: { role: 'buyer' }, amount: 5000, date })
const contract = approvalRoute(company, policy, { requester: { role: 'buyer' }, kind: 'contract', date })
const none = approvalRoute(company, policy, { requester: { role: 'buyer' }, amount: 10_000, date })
const top = approvalRoute(company, policy, { requester: { role: 'ceo' }, amount: 1, date })

const STEPS = [
  'The route has 2 steps:',
  "  1. 'lee' as 'lead' or 'lou' as 'lead'",
  "  2. 'gus' as 'cfo' for 'fay'",
]
const either = { anyOf: [{ person: 'lou' }, { role: 'lead' }] } as const

itSays('toBeApprovedBy', {
  passes: [
    [
      'the role',
      () => toBeApprovedBy(two, { role: 'cfo' }),
      ["expect(route).not.toBeApprovedBy({ role: 'cfo' })", '', "'cfo' is asked.", ...STEPS],
    ],
    [
      'one of several',
      () => toBeApprovedBy(two, { person: 'lou', role: 'lead' }),
      [
        "expect(route).not.toBeApprovedBy({ person: 'lou', role: 'lead' })",
        '',
        "'lou' as 'lead' is asked.",
        ...STEPS,
      ],
    ],
    [
      'a delegate',
      () => toBeApprovedBy(two, { person: 'gus', standsInFor: 'fay' }),
      [
        "expect(route).not.toBeApprovedBy({ person: 'gus', standsInFor: 'fay' })",
        '',
        "'gus' for 'fay' is asked.",
        ...STEPS,
      ],
    ],
  ],
  fails: [
    [
      'a person who is away',
      () => toBeApprovedBy(two, { person: 'fay' }),
      ["expect(route).toBeApprovedBy({ person: 'fay' })", '', "'fay' is not asked.", ...STEPS],
    ],
    [
      'the person in another role',
      () => toBeApprovedBy(two, { person: 'gus', role: 'legal' }),
      [
        "expect(route).toBeApprovedBy({ person: 'gus', role: 'legal' })",
        '',
        "'gus' as 'legal' is not asked.",
        ...STEPS,
      ],
    ],
    [
      'a route without an approver, on which they are asked',
      () => toBeApprovedBy(none, { person: 'cy' }),
      [
        "expect(route).toBeApprovedBy({ person: 'cy' })",
        '',
        "'cy' is asked, which is not enough.",
        "Nobody can approve (chain-ends, at 'ceo'). Asked, but not enough:",
        "  1. 'lee' as 'lead' or 'lou' as 'lead'",
        "  2. 'gus' as 'cfo' for 'fay'",
        "  3. 'cy' as 'ceo'",
      ],
    ],
    [
      'the requester',
      () =>
        toBeApprovedBy(approvalRoute(company, policy, { requester: { role: 'lead' }, amount: 1, date }), {
          role: 'lead',
        }),
      [
        "expect(route).toBeApprovedBy({ role: 'lead' })",
        '',
        "'lead' is not asked.",
        'The route has 1 step:',
        "  1. 'gus' as 'cfo' for 'fay'",
      ],
    ],
  ],
})

itSays('toHaveApprovalRoute', {
  passes: [
    [
      'each step, the approvers of one in any order',
      () => toHaveApprovalRoute(two, [either, { role: 'cfo' }]),
      ['expect(route).not.toHaveApprovalRoute([…])', '', ...STEPS],
    ],
    ['any', () => toHaveApprovalRoute(two), ['expect(route).not.toHaveApprovalRoute()', '', ...STEPS]],
    [
      'two of several',
      () =>
        toHaveApprovalRoute(contract, [
          { anyOf: [{ role: 'legal' }, { role: 'lead' }, { role: 'ceo' }, { role: 'lead' }], needed: 2 },
        ]),
      [
        'expect(route).not.toHaveApprovalRoute([…])',
        '',
        'The route has 1 step:',
        "  1. 2 of 'gus' as 'legal', 'lee' as 'lead', 'lou' as 'lead' or 'cy' as 'ceo'",
      ],
    ],
  ],
  fails: [
    [
      'a step too few',
      () => toHaveApprovalRoute(two, [either]),
      [
        'expect(route).toHaveApprovalRoute([…])',
        '',
        "Step 2: expected nobody, received 'gus' as 'cfo' for 'fay'.",
        ...STEPS,
      ],
    ],
    [
      'a step too many',
      () => toHaveApprovalRoute(two, [either, { person: 'gus' }, { role: 'ceo' }]),
      ['expect(route).toHaveApprovalRoute([…])', '', "Step 3: expected 'ceo', received nobody.", ...STEPS],
    ],
    [
      'all of those of whom one is enough',
      () => toHaveApprovalRoute(two, [{ allOf: either.anyOf }, { person: 'gus' }]),
      [
        'expect(route).toHaveApprovalRoute([…])',
        '',
        "Step 1: expected 'lou' and 'lead', received 'lee' as 'lead' or 'lou' as 'lead'.",
        ...STEPS,
      ],
    ],
    [
      'one of two',
      () => toHaveApprovalRoute(two, [{ person: 'lee' }, { person: 'gus' }]),
      [
        'expect(route).toHaveApprovalRoute([…])',
        '',
        "Step 1: expected 'lee', received 'lee' as 'lead' or 'lou' as 'lead'.",
        ...STEPS,
      ],
    ],
    [
      'nobody can approve, though the steps are as expected',
      () => toHaveApprovalRoute(top, []),
      ['expect(route).toHaveApprovalRoute([…])', '', "Nobody can approve (top, at 'ceo'). Nobody is asked."],
    ],
  ],
})

describe('the matchers for approvals', () => {
  it('list who is not asked', () => {
    const early = approvalRoute(company, policy, {
      requester: { person: 'lee', role: 'lead' },
      kind: 'contract',
      date,
    })
    expect(toHaveApprovalRoute(early).message().split('\n').slice(2)).toEqual([
      'The route has 1 step:',
      "  1. 2 of 'gus' as 'legal', 'lou' as 'lead' or 'cy' as 'ceo'",
      'Not asked:',
      "  'lee' as 'lead': requester",
    ])
  })

  it('take a route that was stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(two)) as typeof two
    expect(toBeApprovedBy(stored, { person: 'gus' }).pass).toBe(true)
    expect(toHaveApprovalRoute(stored, [either, { role: 'cfo' }]).pass).toBe(true)
  })

  it.each<readonly [what: string, received: unknown]>([
    ['an org', company],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['another object', { outcome: 'ROUTE' }],
    ['steps that are not steps', { outcome: 'ROUTE', steps: [null], passedOver: [] }],
  ])('refuse %s', (_, received) => {
    for (const matcher of [toBeApprovedBy, toHaveApprovalRoute]) {
      expect(() => Reflect.apply(matcher, undefined, [received, { role: 'ceo' }]) as unknown).toThrow(
        expect.objectContaining({ name: 'OrgError', code: 'INVALID_ARGUMENT' }),
      )
    }
  })

  it.each<readonly [what: string, step: unknown, code: string]>([
    ['text', 'cfo', 'INVALID_ARGUMENT'],
    ['nobody', {}, 'INVALID_ARGUMENT'],
    ['an unknown field', { rol: 'cfo' }, 'INVALID_OPTION'],
    ['a role that is not text', { role: 3 }, 'INVALID_ARGUMENT'],
    ['an empty list', { anyOf: [] }, 'INVALID_ARGUMENT'],
    ['no list', { allOf: 'cfo' }, 'INVALID_ARGUMENT'],
    ['a number of 0', { anyOf: [{ role: 'cfo' }], needed: 0 }, 'INVALID_ARGUMENT'],
    ['a number for all', { allOf: [{ role: 'cfo' }], needed: 1 }, 'INVALID_OPTION'],
  ])('refuse %s as a step', (_, step, code) => {
    expect(() => Reflect.apply(toHaveApprovalRoute, undefined, [two, [step]]) as unknown).toThrow(
      expect.objectContaining({ name: 'OrgError', code }),
    )
  })
})
