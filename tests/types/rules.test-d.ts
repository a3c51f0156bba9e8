// A rule may be about one org: it can then use the ids and data of that org, and checks no other.
import {
  type CheckResult,
  checkOrg,
  defineOrg,
  holdersOf,
  type IssueCode,
  makeIssue,
  maxSpan,
  noManagerOfFormerPost,
  type Org,
  policy,
  roleOf,
  rollUp,
  type Rule,
  structureRules,
} from 'rolegraph'
import { assertPolicy, toBeValidOrg, toSatisfyPolicy } from 'rolegraph/testing'
import 'rolegraph/vitest'
import { describe, expect, expectTypeOf, test } from 'vitest'

const plain = defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo' } } })
const staffed = defineOrg({
  roles: { ceo: { holders: ['ada'], data: { floor: 3 } }, cfo: { reportsTo: 'ceo', unit: 'finance' } },
  units: { finance: {} },
  people: { ada: { name: 'Ada' }, joe: {} },
})
const other = defineOrg({ roles: { director: {} }, people: { eve: {} } })
const imported: Org = plain

const graded: Rule<'NO_GRADE', typeof plain> = {
  codes: ['NO_GRADE'],
  check: ({ org }) =>
    roleOf(org, 'ceo').grade === undefined
      ? [makeIssue({ code: 'NO_GRADE', message: 'The CEO has no grade', suggestion: 'Add it.' })]
      : [],
}
const held: Rule<'NOT_HELD', typeof staffed> = {
  codes: ['NOT_HELD'],
  check: ({ org }) =>
    holdersOf(org, 'ceo').includes('joe')
      ? []
      : [makeIssue({ code: 'NOT_HELD', message: 'Not held by Joe', suggestion: 'Assign Joe.' })],
}
const any: Rule<'ANY'> = { codes: ['ANY'], check: () => [] }

describe('a rule about one org', () => {
  test('is accepted where that org is checked, with rules about any org', () => {
    expectTypeOf(checkOrg(plain, { rules: [graded, any] })).toEqualTypeOf<CheckResult<'NO_GRADE' | 'ANY'>>()
    expectTypeOf(checkOrg(staffed, { rules: [held] })).toEqualTypeOf<CheckResult<'NOT_HELD'>>()
    expectTypeOf(checkOrg(staffed, { rules: [...structureRules, held, any] })).toEqualTypeOf<
      CheckResult<IssueCode | 'NOT_HELD' | 'ANY'>
    >()
    expectTypeOf(checkOrg(staffed)).toEqualTypeOf<CheckResult>()
    checkOrg(staffed, {
      rules: [{ codes: ['X'], check: ({ org }) => (holdersOf(org, 'ceo').includes('joe') ? [] : []) }],
    })
  })

  test('is refused where another org is checked', () => {
    // @ts-expect-error it is about another org
    checkOrg(plain, { rules: [held] })
    // @ts-expect-error it is about another org
    checkOrg(other, { rules: [graded] })
    // @ts-expect-error the ids of the org are not known
    checkOrg(imported, { rules: [graded] })
  })

  const ours = policy({
    held: { rule: held, because: 'The board decided it.' },
    span: { rule: maxSpan(9), because: 'Weekly meetings.' },
  })

  test('can be in a policy, with rules about any org', () => {
    checkOrg(staffed, { rules: ours })
    checkOrg(staffed, { rules: [...structureRules, ...ours] })
    // @ts-expect-error it is about another org
    checkOrg(other, { rules: ours })
  })

  test('is accepted by the matchers of that org', () => {
    expect(staffed).toSatisfyPolicy(ours)
    expect(staffed).not.toSatisfyPolicy([held, any, ...structureRules])
    expect(plain).toBeValidOrg({ rules: [graded, any] })
    expect(imported).toBeValidOrg({ rules: [any] })
    toSatisfyPolicy(staffed, ours)
    toBeValidOrg(staffed, { rules: [held] })
    assertPolicy(staffed, ours)
    assertPolicy(plain, [graded, any])
    expect({ staffed }).toEqual({ staffed: expect.toSatisfyPolicy(ours) })
    expect({ staffed }).toEqual({ staffed: expect.toBeValidOrg({ rules: [held] }) })
  })

  test('is refused by the matchers of another org', () => {
    // @ts-expect-error it is about another org
    expect(other).toSatisfyPolicy(ours)
    // @ts-expect-error it is about another org
    expect(other).toBeValidOrg({ rules: [held] })
    // @ts-expect-error the ids of the org are not known
    expect(imported).not.toSatisfyPolicy(ours)
    // @ts-expect-error it is about another org
    toSatisfyPolicy(other, ours)
    // @ts-expect-error it is about another org
    toBeValidOrg(other, { rules: [held] })
    // @ts-expect-error it is about another org
    assertPolicy(other, ours)
  })
})

describe('a function of a role has the people of the org', () => {
  const cost: Readonly<Record<'ada' | 'joe', number>> = { ada: 3, joe: 4 }

  test('in a measure', () => {
    rollUp(staffed, (role) => role.holders.reduce((sum, person) => sum + cost[person], 0))
  })

  test('in a rule about former posts', () => {
    const rule = noManagerOfFormerPost<'ceo' | 'cfo', 'finance', { floor: number }, 'ada' | 'joe'>({
      isFormer: (role) => role.holders.some((person) => cost[person] === 0),
    })
    checkOrg(staffed, { rules: [rule] })
  })
})
