import { defineOrg } from 'rolegraph'
import { approvalEscalation, approvalPolicy, type ApprovalPolicySpec } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const org = defineOrg({
  roles: {
    ceo: { holders: ['cy'] },
    cfo: { reportsTo: 'ceo', holders: ['fay'] },
    lead: { reportsTo: 'cfo', holders: ['lee'] },
    buyer: { reportsTo: 'lead', holders: ['bo'] },
    legal: { reportsTo: 'ceo', holders: ['gus'] },
  },
})
const base: ApprovalPolicySpec = {
  limits: [
    { role: 'lead', upTo: 100 },
    { role: 'ceo', upTo: null },
  ],
  rules: [{ by: 'chain' }],
  escalateAfterDays: 3,
}
const request = { requester: { role: 'buyer' }, amount: 50, date: '2026-03-30' } as const

const escalated = (policy: Partial<ApprovalPolicySpec>, amount = 50, step = 0): string => {
  const { next, endsOn } = approvalEscalation(
    org,
    approvalPolicy({ ...base, ...policy }),
    { ...request, amount },
    step,
  )
  return [...next.map(({ on, person }) => `${on} ${String(person)}`), `${endsOn} end`].join(', ')
}

describe('approvalEscalation', () => {
  it.each<
    readonly [what: string, policy: Partial<ApprovalPolicySpec>, amount: number, step: number, next: string]
  >([
    ['only who has the authority', {}, 50, 0, '2026-04-02 cy, 2026-04-05 end'],
    [
      'the fallback is last',
      { fallback: { role: 'legal' } },
      50,
      0,
      '2026-04-02 cy, 2026-04-05 gus, 2026-04-08 end',
    ],
    ['a step without the authority passes to anybody who is not asked', {}, 500, 0, '2026-04-02 end'],
    ['the last step at the top', {}, 500, 2, '2026-04-02 end'],
    [
      'levels',
      { rules: [{ by: 'levels', levels: 1 }] },
      50,
      0,
      '2026-04-02 fay, 2026-04-05 cy, 2026-04-08 end',
    ],
    [
      'who is away on the day on which it falls to them',
      { rules: [{ by: 'levels', levels: 1 }], absences: [{ person: 'fay', from: '2026-04-02' }] },
      50,
      0,
      '2026-04-02 cy, 2026-04-05 end',
    ],
    [
      'who is back on that day',
      { rules: [{ by: 'levels', levels: 1 }], absences: [{ person: 'fay', to: '2026-04-02' }] },
      50,
      0,
      '2026-04-02 fay, 2026-04-05 cy, 2026-04-08 end',
    ],
  ])('%s', (_, policy, amount, step, next) => {
    expect(escalated(policy, amount, step)).toBe(next)
  })

  it('ends in a cycle', () => {
    const ring = defineOrg(
      { roles: { a: { reportsTo: 'c' }, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } },
      { onIssue: 'collect' },
    )
    const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }], escalateAfterDays: 1 })
    const { next } = approvalEscalation(ring, policy, { requester: { role: 'a' }, date: '2026-01-01' }, 0)
    expect(next.map(({ role }) => role)).toEqual(['b'])
  })

  it.each([-1, 1, 0.5, Number.NaN])('refuses the step %j of a route of one', (step) => {
    expect(thrownBy(() => escalated({}, 50, step)).code).toBe('INVALID_ARGUMENT')
  })
})
