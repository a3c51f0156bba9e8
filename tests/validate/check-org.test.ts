import {
  checkOrg,
  type CheckResult,
  defineOrg,
  type Issue,
  type IssueCode,
  isOrgError,
  issuesOf,
  makeIssue,
  maxSpan,
  oneTop,
  type Org,
  type OrgError,
  roleOf,
  rolesOf,
  type Rule,
  structureRules,
} from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { chart } from './harness.js'

const office = defineOrg({
  roles: {
    director: { title: 'PMO Director', unit: 'pmo' },
    manager: { title: 'PMO Manager', reportsTo: 'director', unit: 'pmo' },
    analyst: { reportsTo: 'manager', dottedTo: 'director', progressesTo: 'manager' },
  },
  units: { pmo: { head: 'director' } },
})

const everyRoleHasATitle: Rule<'NO_TITLE'> = {
  codes: ['NO_TITLE'],
  *check({ org }) {
    for (const role of rolesOf(org)) {
      if (roleOf(org, role).title !== role) continue
      yield makeIssue({
        code: 'NO_TITLE',
        severity: 'warning',
        roles: [role],
        message: `The role '${role}' has no title`,
        suggestion: 'Give it a title.',
      })
    }
  },
}

function thrownBy(run: () => unknown): OrgError {
  try {
    run()
  } catch (error) {
    if (isOrgError(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('checkOrg', () => {
  it('finds nothing in a sound chart', () => {
    expect(checkOrg(office)).toEqual({ ok: true, issues: [], counts: {}, total: 0 })
    expect(checkOrg(chart([]))).toEqual({ ok: true, issues: [], counts: {}, total: 0 })
    expect(checkOrg(chart([{ id: 'a' }]))).toEqual({ ok: true, issues: [], counts: {}, total: 0 })
  })

  it('is ok with warnings and information, but not with errors', () => {
    const remarks = checkOrg(chart([{ id: 'a' }, { id: 'b', manager: 'a', dotted: ['a'] }, { id: 'c' }]))
    expect(remarks.counts).toEqual({ ISOLATED_ROLE: 1, DOUBLED_LINE: 1 })
    expect(remarks.ok).toBe(true)
    expect(checkOrg(chart([{ id: 'a' }, { id: 'b', manager: 'c' }])).ok).toBe(false)
  })

  it('lists in the order of the rules, and of each rule in input order', () => {
    const org = chart([
      { id: 'A' },
      { id: 'a' },
      { id: 'y', manager: 'x' },
      { id: 'x', manager: 'y' },
      { id: 'q', manager: 'q' },
      { id: 'r', manager: 'nobody' },
      { id: 'p', manager: 'p' },
      { id: 'r' },
      { id: 'below', manager: 'x' },
    ])
    const list = (result: CheckResult): string[] =>
      result.issues.map(({ code, roles }) => [code, ...roles].join(' '))
    expect(list(checkOrg(org))).toEqual([
      'DUPLICATE_ID r',
      'UNKNOWN_MANAGER r',
      'SELF_REPORT q',
      'SELF_REPORT p',
      'REPORTING_CYCLE y x',
      'CUT_OFF below',
      'ISOLATED_ROLE A',
      'ISOLATED_ROLE a',
      'LOOK_ALIKE_IDS A a',
    ])
    expect(list(checkOrg(org, { rules: structureRules.toReversed() }))).toEqual([
      'LOOK_ALIKE_IDS A a',
      'ISOLATED_ROLE A',
      'ISOLATED_ROLE a',
      'CUT_OFF below',
      'REPORTING_CYCLE y x',
      'SELF_REPORT q',
      'SELF_REPORT p',
      'UNKNOWN_MANAGER r',
      'DUPLICATE_ID r',
    ])
  })

  it('lists what was found while the org was made once, as it was found', () => {
    const org = chart([
      { id: 'a', manager: 'b', dotted: ['a', 'z', 'z'] },
      { id: 'b', manager: 'a', moves: ['b'] },
      { id: 'b' },
      { id: 'c', manager: 'c' },
    ])
    const found = issuesOf(org)
    expect(found).toHaveLength(7)
    const { issues } = checkOrg(org)
    expect(issues.filter((issue) => found.includes(issue))).toHaveLength(7)
    expect(new Set(issues).size).toBe(issues.length)
    expect(issues.filter((issue) => !found.includes(issue)).map((issue) => issue.code)).toEqual(['NO_TOP'])
  })

  it('lists at most maxIssues, a thousand by default, and counts all', () => {
    const org = chart([
      { id: 'top' },
      { id: 'report', manager: 'top', dotted: ['top'] },
      ...Array.from({ length: 1500 }, (_, i) => ({ id: `r${String(i)}` })),
    ])
    const counts = { ISOLATED_ROLE: 1500, DOUBLED_LINE: 1 }
    const byDefault = checkOrg(org)
    expect(byDefault).toMatchObject({ counts, total: 1501 })
    expect(byDefault.issues).toHaveLength(1000)
    expect(byDefault.issues[999]?.roles).toEqual(['r999'])
    expect(checkOrg(org, { maxIssues: 0 })).toEqual({ ok: true, issues: [], counts, total: 1501 })
    expect(checkOrg(org, { maxIssues: 1 }).issues.map((issue) => issue.roles)).toEqual([['r0']])
    expect(checkOrg(org, { maxIssues: Infinity }).issues).toHaveLength(1501)
  })

  it('is not ok because of an error that is not listed', () => {
    const org = chart([{ id: 'a' }, { id: 'b', manager: 'c' }])
    expect(checkOrg(org, { maxIssues: 0 }).ok).toBe(false)
  })

  it('checks the rules that are given, each once, and no others', () => {
    const org = chart([{ id: 'a' }, { id: 'b' }])
    expect(checkOrg(org, { rules: [] })).toEqual({ ok: true, issues: [], counts: {}, total: 0 })
    const policy = oneTop()
    expect(checkOrg(org, { rules: [policy, policy] }).counts).toEqual({ SEVERAL_TOPS: 1 })
    const all = checkOrg(org, { rules: [...structureRules, policy] })
    expect(all.counts).toEqual({ ISOLATED_ROLE: 1, SEVERAL_TOPS: 1 })
    const fewer = structureRules.filter((rule) => !rule.codes.includes('ISOLATED_ROLE'))
    expect(checkOrg(org, { rules: fewer }).total).toBe(0)
  })

  it('checks custom rules, whose codes may be any text', () => {
    const result = checkOrg(office, { rules: [...structureRules, everyRoleHasATitle] })
    expect(result.issues.map(({ code, roles }) => [code, ...roles])).toEqual([['NO_TITLE', 'analyst']])
    const odd: Rule<'__proto__' | 'constructor'> = {
      codes: ['__proto__', 'constructor'],
      check: () => [makeIssue({ code: '__proto__', message: 'odd', suggestion: 'Even.' })],
    }
    const { counts } = checkOrg(office, { rules: [odd] })
    expect(Object.entries(counts)).toEqual([['__proto__', 1]])
    expect(counts.constructor).toBe(undefined)
  })

  it('makes deferred issues only when they are listed', () => {
    let made = 0
    const rule: Rule<'LATE'> = {
      codes: ['LATE'],
      check: () =>
        ['a', 'b', 'c'].map((role) => ({
          code: 'LATE',
          severity: 'info',
          make: () => {
            made++
            return makeIssue({ code: 'LATE', severity: 'info', roles: [role], message: role, suggestion: '' })
          },
        })),
    }
    const { issues, counts } = checkOrg(office, { rules: [rule], maxIssues: 2 })
    expect(issues.map((issue) => issue.roles)).toEqual([['a'], ['b']])
    expect(counts).toEqual({ LATE: 3 })
    expect(made).toBe(2)
  })

  it('hands out frozen results that later checks do not share', () => {
    const org = chart([{ id: 'a', manager: 'a' }])
    const result = checkOrg(org)
    for (const part of [result, result.issues, result.counts]) expect(Object.isFrozen(part)).toBe(true)
    expect(checkOrg(org).issues).not.toBe(result.issues)
    expect(Object.isFrozen(structureRules)).toBe(true)
    for (const rule of structureRules) expect(Object.isFrozen(rule) && Object.isFrozen(rule.codes)).toBe(true)
  })

  it('allows self-managed tops one check at a time', () => {
    const org = chart([
      { id: 'a', manager: 'a' },
      { id: 'b', manager: 'a' },
    ])
    expect(checkOrg(org, { allowSelfManagedTops: true }).total).toBe(0)
    expect(checkOrg(org).counts).toEqual({ SELF_REPORT: 1, NO_TOP: 1, CUT_OFF: 1 })
    expect(checkOrg(org, { allowSelfManagedTops: true }).total).toBe(0)
  })

  it.each<[string, unknown]>([
    ['rules', { rules: 'all' }],
    ['rules', { rules: [maxSpan] }],
    ['rules', { rules: [undefined] }],
    ['rules', { rules: [{ codes: ['A'] }] }],
    ['rules', { rules: [{ check: () => [] }] }],
    ['maxIssues', { maxIssues: -1 }],
    ['maxIssues', { maxIssues: NaN }],
    ['maxIssues', { maxIssues: '10' }],
    ['maxIssues', { maxIssues: null }],
    ['maxIssues', { maxIssues: 1.5 }],
    ['allowSelfManagedTops', { allowSelfManagedTops: 'yes' }],
    ['ruls', { ruls: [oneTop()] }],
    ['options', [oneTop()]],
    ['options', 'all'],
    ['options', null],
  ])('refuses a wrong option: %s', (option, options) => {
    const error = thrownBy(() => checkOrg(office, options as object))
    expect(error).toMatchObject({ code: 'INVALID_OPTION', details: { option } })
  })

  it('refuses anything but an org', () => {
    expect(thrownBy(() => Reflect.apply(checkOrg, undefined, [{}])).code).toBe('NOT_AN_ORG')
  })

  it.each<[string, Rule['check'], string]>([
    [
      'a rule that throws',
      () => {
        throw new Error('no luck')
      },
      "The rule for 'MINE', 'YOURS' failed: Error: no luck",
    ],
    [
      'a query that throws in a rule',
      ({ org }) => [makeIssue({ code: 'MINE', message: roleOf(org, 'nobody').title, suggestion: '' })],
      "The rule for 'MINE', 'YOURS' failed: OrgError: No role or unit has the id 'nobody' in this org of 3 roles. rolesOf(org) lists the ids; find(org, name) looks up names.",
    ],
    [
      'a rule that gives text',
      () => JSON.parse('["a"]') as [],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned something that is not an issue ('a'); create issues with makeIssue.",
    ],
    [
      'a rule that gives nothing',
      () => JSON.parse('[null]') as [],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned something that is not an issue (null); create issues with makeIssue.",
    ],
    [
      'a deferred issue that makes something else',
      () => [{ code: 'MINE', severity: 'info', make: () => JSON.parse('{}') as Issue<string> }],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned something that is not an issue (code); create issues with makeIssue.",
    ],
    [
      'a rule that gives an issue with a code of another',
      () => [makeIssue({ code: 'THEIRS', message: 'A', suggestion: 'B' })],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned an issue with the code 'THEIRS', which is not one of its codes.",
    ],
    [
      'a rule that gives a deferred issue with a code of another',
      () => [
        {
          code: 'THEIRS',
          severity: 'info',
          make: () => makeIssue({ code: 'THEIRS', message: 'A', suggestion: 'B' }),
        },
      ],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned an issue with the code 'THEIRS', which is not one of its codes.",
    ],
    [
      'a rule that gives half an issue',
      () =>
        JSON.parse(
          '[{ "code": "MINE", "severity": "error", "roles": [], "message": "", "suggestion": "" }]',
        ) as [],
      "The rule for 'MINE', 'YOURS' failed: OrgError: It returned something that is not an issue (units); create issues with makeIssue.",
    ],
  ])('names the rule: %s', (_, check, message) => {
    const error = thrownBy(() => checkOrg(office, { rules: [{ codes: ['MINE', 'YOURS'], check }] }))
    expect(error).toMatchObject({ code: 'RULE_FAILED', message, details: { codes: ['MINE', 'YOURS'] } })
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('types the issues by the codes of the rules', () => {
    const structure = checkOrg(office)
    expectTypeOf(structure).toEqualTypeOf<CheckResult>()
    expectTypeOf(structure.issues).toEqualTypeOf<readonly Issue[]>()
    const own = checkOrg(office, { rules: [everyRoleHasATitle] })
    expectTypeOf(own).toEqualTypeOf<CheckResult<'NO_TITLE'>>()
    expectTypeOf(own.counts.NO_TITLE).toEqualTypeOf<number | undefined>()
    const both = checkOrg(office, { rules: [...structureRules, everyRoleHasATitle, maxSpan(3)] })
    expectTypeOf(both).toEqualTypeOf<CheckResult<IssueCode | 'NO_TITLE'>>()
    const policies = checkOrg(office, { rules: [maxSpan(3), oneTop()], maxIssues: 3 })
    expectTypeOf(policies).toEqualTypeOf<CheckResult<'SPAN_OVER_MAX' | 'SEVERAL_TOPS'>>()
    const wrong: Rule<'A'> = {
      codes: ['A'],
      // @ts-expect-error a rule gives no other codes than it says
      check: () => [makeIssue({ code: 'B', message: '', suggestion: '' })],
    }
    expect(wrong.codes).toEqual(['A'])
  })

  it('takes rules for orgs of certain data only for such orgs', () => {
    interface Data {
      readonly site: string
    }
    const onSite: Rule<'NO_SITE', Org<string, string, Data>> = {
      codes: ['NO_SITE'],
      check: ({ org }) =>
        rolesOf(org)
          .filter((role) => roleOf(org, role).data?.site === '')
          .map((role) =>
            makeIssue({ code: 'NO_SITE', roles: [role], message: 'No site', suggestion: 'Add it.' }),
          ),
    }
    const sites = defineOrg({ roles: { a: { data: { site: '' } }, b: { data: { site: 'Bonn' } } } })
    expect(checkOrg(sites, { rules: [onSite] }).issues.map((issue) => issue.roles)).toEqual([['a']])
    // @ts-expect-error this org has no such data
    checkOrg(office, { rules: [onSite] })
  })
})
