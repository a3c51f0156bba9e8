import fc from 'fast-check'
import { defineOrg, type Org, type OrgSpec, orgFromRecords } from 'rolegraph'
import {
  approvalPolicy,
  type ApprovalPolicySpec,
  type ApprovalRequest,
  approvalRoute,
} from 'rolegraph/approval'
import { toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { readRequest } from '../../src/approval/approval-request.js'
import { searchRoute } from '../../src/approval/approval-route.js'
import { PolicyPlan } from '../../src/approval/policy-plan.js'
import type { ApprovalPolicy } from '../../src/approval/policy-spec.js'
import type { ApprovalData } from '../../src/html/approval-options.js'
import { stateOfPage } from '../../src/html/client/approval/page-state.js'
import { type PackedData, unpacked } from '../../src/html/packed-data.js'
import { thrownBy } from '../support/thrown-by.js'

function embedded(page: string, id: string): unknown {
  const start = `<script type="application/json" id="${id}">`
  const from = page.indexOf(start) + start.length
  return JSON.parse(page.slice(from, page.indexOf('</script>', from)))
}

/** The route that the script of a page finds, in words. */
function routeOnPage(page: string, request: ApprovalRequest): object {
  const data = embedded(page, 'approval') as ApprovalData
  const plan = new PolicyPlan(data.policy as ApprovalPolicy)
  const state = stateOfPage(unpacked(embedded(page, 'org') as PackedData), data)
  const { route } = searchRoute(state, plan, readRequest('approvalRoute', state, plan, request))
  return { text: route.text, ...plain(route) }
}

const plain = (value: unknown): object => JSON.parse(JSON.stringify(value)) as object

const ROLES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
const PEOPLE = ['p', 'q', 'r', 's', 't'] as const
const DATES = ['2026-01-01', '2026-02-01', '2026-03-01'] as const

const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 2): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq })
const anyDates = fc
  .record({ from: maybe(fc.constantFrom(...DATES)), to: maybe(fc.constantFrom(...DATES)) })
  .filter(({ from, to }) => from === undefined || to === undefined || from < to)
const anyHolder = fc.oneof(
  fc.constantFrom(...PEOPLE),
  fc
    .tuple(
      fc.constantFrom(...PEOPLE),
      anyDates,
      maybe(fc.constantFrom('acting' as const, 'interim' as const)),
      maybe(fc.constant(0.5)),
    )
    .map(([person, dates, kind, share]) => ({ person, ...dates, kind, share })),
)
const anyRole = fc.record({
  reportsTo: maybe(fc.constantFrom(...ROLES, 'nowhere'), 6),
  dottedTo: fc.array(
    fc.record({ to: fc.constantFrom(...ROLES), as: maybe(fc.constantFrom('audit', 'so\u0007und')) }),
    { maxLength: 2 },
  ),
  // A page shows a person who is written down twice once.
  holders: maybe(
    fc.uniqueArray(anyHolder, {
      maxLength: 3,
      selector: (holder) => JSON.stringify(typeof holder === 'string' ? { person: holder } : holder),
    }),
    5,
  ),
  vacant: maybe(fc.boolean(), 1),
  status: maybe(fc.constant('planned' as const), 1),
  unit: maybe(fc.constantFrom('u', 'v')),
  grade: maybe(fc.integer({ min: 1, max: 3 })),
})
const anyRule = fc.oneof(
  fc.record({
    by: fc.constantFrom('chain' as const, 'nearest' as const),
    approvers: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ by: fc.constant('levels' as const), levels: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ by: 'unit-head' as const }),
  fc.record({ by: fc.constant('role' as const), role: fc.constantFrom(...ROLES) }),
  fc.record({ by: fc.constant('dotted' as const), as: fc.constantFrom('audit', 'so\u0007und') }),
  fc.record({ by: fc.constantFrom('any' as const, 'all' as const), of: fc.constant(['a', 'c'] as const) }),
)
const anyLimit = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...ROLES).map((role) => ({ role })),
      fc.constantFrom(...PEOPLE).map((person) => ({ person })),
      fc.constantFrom('u', 'v').map((unit) => ({ unit })),
      fc.integer({ min: 1, max: 3 }).map((grade) => ({ grade })),
    ),
    fc.option(fc.integer({ min: 0, max: 4 })),
  )
  .map(([holder, upTo]) => ({ ...holder, upTo }))
const anyPolicy = fc.record({
  limits: fc.uniqueArray(anyLimit, {
    maxLength: 6,
    selector: ({ upTo: _, ...holder }) => JSON.stringify(holder),
  }),
  rules: anyRule.map((rule) => [rule]),
  jobShare: maybe(fc.constantFrom('any' as const, 'all' as const)),
  actingMayApprove: maybe(fc.boolean()),
  absences: fc.array(
    fc.tuple(fc.constantFrom(...PEOPLE), anyDates).map(([person, dates]) => ({ person, ...dates })),
    { maxLength: 3 },
  ),
  delegations: fc.array(
    fc
      .record({
        person: fc.constantFrom(...PEOPLE),
        delegate: fc.constantFrom(...PEOPLE, 'z', 'nobody'),
        limit: fc.constantFrom('theirs' as const, 'own' as const, 2),
        cascade: fc.boolean(),
      })
      .filter(({ person, delegate }) => person !== delegate),
    { maxLength: 3 },
  ),
  fallback: maybe(
    fc.oneof(
      fc.constant({ role: 'a' as const }),
      fc.constantFrom('p', 'z').map((person) => ({ person })),
    ),
  ),
})

const anyCase = fc.record({
  roles: fc.tuple(...ROLES.map(() => anyRole)),
  policy: anyPolicy,
  hasPeople: fc.boolean(),
  head: maybe(fc.constantFrom(...ROLES), 5),
  from: fc.constantFrom(...ROLES),
  amount: fc.integer({ min: 0, max: 4 }),
  date: fc.constantFrom(...DATES),
})

function orgOf({
  roles,
  hasPeople,
  head,
}: Pick<Parameters<Parameters<typeof anyCase.map>[0]>[0], 'roles' | 'hasPeople' | 'head'>): Org {
  const spec: OrgSpec = {
    // A part that is undefined is left out.
    roles: Object.fromEntries(roles.map((role, at) => [ROLES[at], plain(role)])),
    units: { u: { ...(head !== undefined && { head }) }, v: {} },
    ...(hasPeople && {
      people: Object.fromEntries([...PEOPLE, 'z'].map((id) => [id, { name: `Name of ${id}` }])),
    }),
  }
  return defineOrg(spec, { onIssue: 'collect' })
}

describe('the route on a page', () => {
  it('is that of the library, in broken charts too', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const org = orgOf(given)
        const policy = approvalPolicy(given.policy as ApprovalPolicySpec)
        const request: ApprovalRequest = {
          requester: { role: given.from },
          amount: given.amount,
          date: given.date,
        }
        const page = toHtml(org, { approval: policy })
        const route = approvalRoute(org, policy, request)
        expect(routeOnPage(page, request)).toEqual({ text: route.text, ...plain(route) })
      }),
      { numRuns: 400 },
    )
  })
})

const firm = defineOrg({
  roles: {
    head: { holders: ['Hal'], unit: 'lab', grade: 7 },
    buyer: { reportsTo: 'head', dottedTo: { to: 'head', as: 'audit' } },
  },
  units: { lab: { head: 'head' } },
})
const byChain = approvalPolicy({ limits: [{ role: 'head', upTo: 500 }], rules: [{ by: 'chain' }] })

describe('the option approval', () => {
  it('adds the policy and the heads of units that a rule needs, and nothing to another page', () => {
    const { rules } = approvalPolicy({ rules: [{ by: 'unit-head' }] })
    const page = toHtml(firm, { approval: approvalPolicy({ rules }) })
    expect(embedded(page, 'approval')).toEqual({
      policy: { rules },
      heads: [['lab', 'head']],
      selfManaged: [],
      people: [],
    })
    expect(toHtml(firm)).not.toContain('id="approval"')
    expect(toHtml(firm).length).toBeLessThan(page.length - 40_000)
  })

  it('names the people of delegations who hold no role, as they are shown', () => {
    const org = defineOrg({
      roles: { head: { holders: ['hal'] }, buyer: { reportsTo: 'head' } },
      people: { hal: {}, zoe: { name: 'Z\u0007oe' } },
    })
    const approval = approvalPolicy({
      rules: [{ by: 'levels', levels: 1 }],
      delegations: [
        { person: 'hal', delegate: 'zoe', limit: 'own' },
        { person: 'hal', delegate: 'xi', limit: 'own' },
      ],
    })
    expect(embedded(toHtml(org, { approval }), 'approval')).toMatchObject({ people: [['zoe', 'Z\\u{7}oe']] })
  })

  it('shows the org after the changes on a page that compares', () => {
    const after = orgFromRecords([{ id: 'top' }, { id: 'other', manager: 'top' }], {
      id: 'id',
      manager: 'manager',
    })
    const policy = approvalPolicy({ rules: [{ by: 'role', role: 'other' }] })
    expect(() => toHtml(firm, { after, approval: policy })).not.toThrow()
    expect(thrownBy(() => toHtml(firm, { approval: policy })).code).toBe('UNKNOWN_ROLE')
  })

  const grades = approvalPolicy({ limits: [{ grade: 7, upTo: null }], rules: [{ by: 'chain' }] })
  const heads = approvalPolicy({ rules: [{ by: 'unit-head' }] })
  const dotted = approvalPolicy({ rules: [{ by: 'dotted', as: 'audit' }] })
  const approval = byChain
  it.each<readonly [option: string, options: object]>([
    ['approval', { approval: null }],
    ['approval', { approval: 'chain' }],
    ['root', { approval, root: 'buyer' }],
    ['relations', { approval, relations: 'career' }],
    ['lines', { approval, lines: 'dotted' }],
    ['lines', { approval: dotted, lines: 'solid' }],
    ['fields', { approval, fields: ['grade'] }],
    ['fields', { approval: grades, fields: ['holders', 'unit'] }],
    ['fields', { approval: heads, fields: ['holders', 'grade'] }],
  ])('refuses %s: %j', (option, options) => {
    const error = thrownBy(() => toHtml(firm, options))
    expect(error).toMatchObject({ code: 'INVALID_OPTION', details: { option } })
  })

  it('takes a part of the fields that the policy does not read, and refuses a wrong policy with its problems', () => {
    expect(() => toHtml(firm, { approval, lines: 'solid', fields: ['holders'] })).not.toThrow()
    const wrong = { approval: { rules: [{ by: 'magic' }] } } as object
    expect(thrownBy(() => toHtml(firm, wrong)).code).toBe('INVALID_APPROVAL_POLICY')
  })
})
