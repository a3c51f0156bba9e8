import { defineOrg } from 'rolegraph'
import {
  approvalPolicy,
  type ApprovalPolicySpec,
  approvalRoute,
  type ApprovalRequest,
  routeToMermaid,
  routeToSvg,
} from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'
import { HOSTILE_LABELS } from '../render/charts.js'
import { elementsOf } from '../render/xml-events.js'

/** ceo (Cy) > cfo (Fay, away, Gus acts) > lead (vacant) > buyer (Bo); legal (Gus, Jo). */
const company = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['cy'] },
    cfo: { title: 'Chief Financial Officer', reportsTo: 'ceo', holders: ['fay'] },
    legal: { title: 'Legal Counsel', reportsTo: 'ceo', holders: ['gus', 'jo'] },
    lead: { title: 'Team Lead', reportsTo: 'cfo', vacant: true },
    buyer: { title: 'Buyer', reportsTo: 'lead', holders: ['bo'] },
  },
  people: {
    cy: { name: 'Cy Chen' },
    fay: { name: 'Fay Frei' },
    gus: { name: 'Gus Gray' },
    jo: { name: 'Jo Jung' },
    bo: { name: 'Bo Bell' },
  },
})
const date = '2026-03-02'
const spec: ApprovalPolicySpec = {
  currency: 'EUR',
  limits: [
    { role: 'cfo', upTo: 9000 },
    { role: 'ceo', upTo: null },
  ],
  rules: [{ by: 'chain' }, { kind: 'contract', by: 'any', of: ['legal', 'ceo'], approvers: 2 }],
  absences: [{ person: 'fay' }],
  delegations: [{ person: 'fay', delegate: 'gus', limit: 'theirs' }],
}
const policy = approvalPolicy(spec)
const purchase = { requester: { role: 'buyer' }, amount: 20_000, currency: 'EUR', date } as const
const routed = (request: ApprovalRequest<'buyer' | 'ceo', 'bo'>) => approvalRoute(company, policy, request)

describe('routeToMermaid', () => {
  it('draws the request, the steps, who is not asked and the outcome', () => {
    expect(routeToMermaid(company, routed(purchase), { request: purchase }).split('\n')).toEqual([
      'flowchart LR',
      '  b0["Buyer (requests 20000 EUR)"]',
      '  b1["Chief Financial Officer (up to 9000 EUR)<br/>Gus Gray for Fay Frei"]',
      '  b2["Chief Executive (any amount)<br/>Cy Chen"]',
      '  b3["Approved"]',
      '  b4["Team Lead<br/>(vacant)"]',
      '  b0 --> b1',
      '  b0 -.-> b4',
      '  b1 --> b2',
      '  b2 --> b3',
      '  classDef vacant stroke-dasharray:4 3',
      '  class b4 vacant',
    ])
  })

  it('says how many of several have to approve', () => {
    const request = { requester: { person: 'bo', role: 'buyer' }, kind: 'contract', date } as const
    expect(routeToMermaid(company, routed(request), { request }).split('\n').slice(0, 12)).toEqual([
      'flowchart LR',
      '  b0["Buyer (requests contract)<br/>Bo Bell"]',
      '  b1["Legal Counsel (2 of 3)<br/>Gus Gray"]',
      '  b2["Legal Counsel (2 of 3)<br/>Jo Jung"]',
      '  b3["Chief Executive (2 of 3, any amount)<br/>Cy Chen"]',
      '  b4["Approved"]',
      '  b0 --> b1',
      '  b0 --> b2',
      '  b0 --> b3',
      '  b1 --> b4',
      '  b2 --> b4',
      '  b3 --> b4',
    ])
  })

  it('ends with the reason where nobody can approve', () => {
    expect(routeToMermaid(company, routed({ ...purchase, requester: { role: 'ceo' } })).split('\n')).toEqual([
      'flowchart LR',
      '  b0["Request"]',
      '  b1["Nobody can approve: nobody is above \'Chief Executive\'."]',
      '  b0 --> b1',
    ])
  })

  it('draws the first of many who are not asked', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `r${String(at)}`,
        at === 0 ? { holders: ['top'] } : { reportsTo: `r${String(at - 1)}`, holders: [`p${String(at)}`] },
      ]),
    )
    const org = defineOrg({ roles })
    const nearest = approvalPolicy({ limits: [{ role: 'r0', upTo: null }], rules: [{ by: 'nearest' }] })
    const text = routeToMermaid(org, approvalRoute(org, nearest, { requester: { role: 'r29' }, amount: 1 }))
    expect(text.match(/not asked: limit too low/g)).toHaveLength(12)
    expect(text).toContain('"16 more are not asked"')
  })

  it('takes a route that was stored', () => {
    const route = routed(purchase)
    const stored = JSON.parse(JSON.stringify(route)) as typeof route
    expect(routeToMermaid(company, stored)).toBe(routeToMermaid(company, route))
    const none = routed({ ...purchase, requester: { role: 'ceo' } })
    expect(routeToMermaid(company, JSON.parse(JSON.stringify(none)) as typeof none)).toBe(
      routeToMermaid(company, none),
    )
  })

  it('draws any title and name as text', () => {
    for (const title of HOSTILE_LABELS) {
      const org = defineOrg({
        roles: { boss: { title, holders: ['b'] }, clerk: { title, reportsTo: 'boss' } },
        people: { b: { name: title } },
      })
      const any = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
      const request = { requester: { role: 'clerk' } } as const
      const route = approvalRoute(org, any, request)
      for (const line of routeToMermaid(org, route, { request }).split('\n')) {
        expect(line.replace(/".*"/, '')).toMatch(/^(flowchart LR| +(b\d+\[\]|b\d+ -->? b\d+|b\d+ --> b\d+))$/)
      }
      const svg = routeToSvg(org, route, { request, title })
      expect(elementsOf(svg).length).toBeGreaterThan(3)
      expect(svg).not.toMatch(/<script|<img|<a /i)
    }
  })

  it.each<readonly [what: string, route: unknown]>([
    ['nothing', undefined],
    ['an org', company],
    ['steps that are not steps', { outcome: 'ROUTE', steps: [null], passedOver: [] }],
    ['approvers that are not', { outcome: 'ROUTE', steps: [{ approvers: [3], needed: 1 }], passedOver: [] }],
    ['no reason', { outcome: 'NO_APPROVER', steps: [], passedOver: [] }],
    ['passed over without a reason', { outcome: 'ROUTE', steps: [], passedOver: [{}] }],
  ])('refuses %s', (_, route) => {
    for (const draw of [routeToMermaid, routeToSvg]) {
      expect(() => Reflect.apply(draw, undefined, [company, route]) as unknown).toThrow(
        expect.objectContaining({ name: 'OrgError', code: 'INVALID_ARGUMENT' }),
      )
    }
  })

  it('refuses a route of another org, and what is not a request', () => {
    const other = defineOrg({ roles: { a: {} } })
    expect(() => Reflect.apply(routeToMermaid, undefined, [other, routed(purchase)]) as unknown).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_PERSON' }),
    )
    expect(
      () => Reflect.apply(routeToSvg, undefined, [company, routed(purchase), { request: 3 }]) as unknown,
    ).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
})

describe('routeToSvg', () => {
  it('has every text, and no key of careers', () => {
    const svg = routeToSvg(company, routed(purchase), { request: purchase, title: 'A purchase' })
    for (const text of ['Gus Gray for Fay Frei', 'Vacant', 'Approved', '>A purchase<'])
      expect(svg).toContain(text)
    expect(svg).not.toMatch(/Advancement|Lateral/)
  })
})

describe('the note of a box', () => {
  it('begins a line, so that no line ends within it', () => {
    const org = defineOrg({
      roles: {
        lead: { title: 'Deputy Lead of Purchases', holders: ['dee', 'don'] },
        buyer: { title: 'Buyer', reportsTo: 'lead' },
      },
    })
    const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
    const svg = routeToSvg(org, approvalRoute(org, policy, { requester: { role: 'buyer' } }))
    const lines = Array.from(svg.matchAll(/<text[^>]*>([^<]*)</g), ([, line]) => line)
    expect(lines.filter((line) => line.includes('of 2'))).toEqual(['(1 of 2)', '(1 of 2)'])
  })
})
