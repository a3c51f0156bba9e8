import { defineOrg } from 'rolegraph'
import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['ada'], vacant: false },
    cfo: { title: 'Finance Director', reportsTo: 'ceo', holders: ['fay'], unit: 'fin' },
    lead: { title: 'Team Lead', reportsTo: 'cfo', vacant: true },
    buyer: { title: 'Buyer', reportsTo: 'lead', holders: ['bo', 'joe'] },
  },
  units: { fin: { title: 'Finance', head: 'cfo' } },
  people: { ada: { name: 'Ada Lane' }, fay: { name: 'Fay Wray' }, bo: { name: 'Bo Li' }, joe: {} },
})
const by = { requester: { role: 'buyer' } } as const

describe('the text of a route', () => {
  it('has the names of people and the titles of roles and units; the fields have ids', () => {
    const policy = approvalPolicy<typeof org>({
      limits: [
        { unit: 'fin', upTo: 100 },
        { role: 'ceo', upTo: null },
      ],
      rules: [{ by: 'chain' }],
    })
    const route = approvalRoute(org, policy, { ...by, amount: 200 })
    expect(route.text.split('\n')).toEqual([
      "'Fay Wray' as 'Finance Director' approves: next in the management chain; limit of the unit 'Finance': up to 100; more approval is needed.",
      "'Ada Lane' as 'Chief Executive' approves: next in the management chain; limit of the role 'Chief Executive': any amount.",
      "'Team Lead' is not asked: the role is vacant.",
    ])
    expect(route.steps[0].approvers[0]).toMatchObject({ person: 'fay', role: 'cfo' })
  })

  it('has the names of several who are asked together, and of those who are away', () => {
    const away = approvalPolicy<typeof org>({
      rules: [{ by: 'role', role: 'ceo' }],
      absences: [{ person: 'ada' }],
      delegations: [{ person: 'ada', delegate: 'fay', limit: 'theirs' }],
    })
    expect(approvalRoute(org, away, { ...by, date: '2026-03-02' }).text).toBe(
      "'Fay Wray' as 'Chief Executive' approves: named by the rule, or above the named role; stands in for 'Ada Lane', who is away.",
    )
    expect(approvalRoute(org, away, { requester: { role: 'cfo' }, date: '2026-03-02' }).text).toContain(
      "'Fay Wray' as 'Chief Executive' is not asked for 'Ada Lane': the delegate makes the request.",
    )
    const both = approvalPolicy<typeof org>({ rules: [{ by: 'any', of: ['ceo', 'cfo'] }] })
    expect(approvalRoute(org, both, by).text).toMatch(/^1 of 'Ada Lane' and 'Fay Wray': /)
  })

  it('names the role at which a search ends', () => {
    const policy = approvalPolicy<typeof org>({ rules: [{ by: 'levels', levels: 1 }] })
    const [first] = approvalRoute(org, policy, { requester: { role: 'ceo' } }).text.split('\n')
    expect(first).toBe("Nobody can approve: nobody is above 'Chief Executive'.")
  })
})

describe('an amount without a currency', () => {
  it('is in the currency of the policy', () => {
    const policy = approvalPolicy<typeof org>({
      currency: 'EUR',
      limits: [
        { role: 'cfo', upTo: 100 },
        { role: 'ceo', upTo: null },
      ],
      rules: [{ by: 'nearest' }],
    })
    const { text } = approvalRoute(org, policy, { ...by, amount: 80 })
    expect(text).toBe(approvalRoute(org, policy, { ...by, amount: 80, currency: 'EUR' }).text)
    expect(text).toContain("'Fay Wray' as 'Finance Director' approves")
  })
})
