import {
  checkOrg,
  defineOrg,
  isOrgError,
  makeIssue,
  maxSpan,
  oneTop,
  policy,
  type Rule,
  starterPolicy,
  structureRules,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart } from './harness.js'

const wide = defineOrg({
  roles: { a: {}, other: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'a' }, d: { reportsTo: 'other' } },
})

const noGrade: Rule<'NO_GRADE'> = {
  codes: ['NO_GRADE'],
  check: () => [makeIssue({ code: 'NO_GRADE', roles: ['a'], message: 'No grade', suggestion: 'Give one.' })],
}

describe('policy', () => {
  const ours = policy({
    'one top': { rule: oneTop(), because: 'The board speaks to one person.' },
    span: { rule: maxSpan(1), because: 'Weekly meetings.', source: 'Handbook', severity: 'warning' },
    __proto__x: { rule: noGrade, because: 'Pay depends on it.', severity: 'info' },
  })

  it('is a frozen array of named rules, in their order', () => {
    expect(ours.map(({ name, because, source, codes }) => [name, because, source, codes])).toEqual([
      ['one top', 'The board speaks to one person.', undefined, ['SEVERAL_TOPS']],
      ['span', 'Weekly meetings.', 'Handbook', ['SPAN_OVER_MAX']],
      ['__proto__x', 'Pay depends on it.', undefined, ['NO_GRADE']],
    ])
    for (const part of [ours, ...ours, ours[0].codes]) expect(Object.isFrozen(part)).toBe(true)
  })

  it('gives each issue the rule that it breaks, and the severity of the policy', () => {
    const result = checkOrg(wide, { rules: ours })
    expect(result.issues.map(({ code, severity, rule }) => [code, severity, rule])).toEqual([
      ['SEVERAL_TOPS', 'error', { name: 'one top', because: 'The board speaks to one person.' }],
      ['SPAN_OVER_MAX', 'warning', { name: 'span', because: 'Weekly meetings.', source: 'Handbook' }],
      ['NO_GRADE', 'info', { name: '__proto__x', because: 'Pay depends on it.' }],
    ])
    expect(result.counts).toEqual({ SEVERAL_TOPS: 1, SPAN_OVER_MAX: 1, NO_GRADE: 1 })
    for (const issue of result.issues) expect([issue, issue.rule].every(Object.isFrozen)).toBe(true)
  })

  it('counts by the severity of the policy also what is not listed', () => {
    const lenient = policy({ span: { rule: maxSpan(1), because: 'Why not.', severity: 'warning' } })
    expect(checkOrg(wide, { rules: lenient, maxIssues: 0 })).toEqual({
      ok: true,
      issues: [],
      counts: { SPAN_OVER_MAX: 1 },
      total: 1,
    })
  })

  it('can be combined with other rules, and filtered by name', () => {
    const rest = ours.filter((rule) => rule.name !== 'one top')
    const { issues } = checkOrg(wide, { rules: [...structureRules, ...rest] })
    expect(issues.map((issue) => [issue.code, issue.rule?.name])).toEqual([
      ['SPAN_OVER_MAX', 'span'],
      ['NO_GRADE', '__proto__x'],
    ])
  })

  it('leaves it to checkOrg to refuse what is not an issue', () => {
    const rule = { codes: ['X'], check: () => [null] } as unknown
    const broken = policy({ x: { rule: rule as Rule<'X'>, because: 'No reason.' } })
    expect(() => checkOrg(wide, { rules: broken })).toThrow("The rule for 'X' failed")
  })

  const rule = oneTop()
  const because = 'It is so.'
  it.each<[why: string, spec: unknown, message: string]>([
    [
      'no object',
      [rule],
      "policy expects rules as an object { 'one top': { rule: oneTop(), because: '…' } }, received an array of 1.",
    ],
    [
      'no reason',
      { a: { rule } },
      "The rule 'a' of a policy has no reason; say in `because`, in a sentence, why it exists.",
    ],
    ['a blank reason', { a: { rule, because: ' ' } }, "The rule 'a' of a policy has no reason"],
    [
      'a rule that is not called',
      { a: { rule: oneTop, because } },
      'is a call such as maxSpan(12) or your own { codes, check }.',
    ],
    ['null', { a: null }, "The rule 'a' of a policy must be { rule, because }"],
    ['a source that is a number', { a: { rule, because, source: 3 } }, 'has the source 3; it must be text.'],
    [
      'an unknown severity',
      { a: { rule, because, severity: 'fatal' } },
      "has the severity 'fatal'; it can be 'error', 'warning' or 'info'.",
    ],
  ])('refuses %s', (_, spec, message) => {
    let thrown: unknown
    try {
      policy(spec as Parameters<typeof policy>[0])
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.message).toContain(message)
  })

  it.each<[why: string, spec: unknown, message: string]>([
    ['a bare rule', rule, "has no option 'codes'. Its options are rule, because, source and severity."],
    [
      'a misspelt field',
      { rule, because, sevrity: 'info' },
      "has no option 'sevrity'; did you mean 'severity'?",
    ],
  ])('refuses %s', (_, spec, message) => {
    let thrown: unknown
    try {
      policy({ a: spec } as Parameters<typeof policy>[0])
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_OPTION') && thrown.message).toContain(
      `The rule 'a' of a policy ${message}`,
    )
  })
})

describe('starterPolicy', () => {
  it('states for each rule why it holds and where its figure comes from', () => {
    expect(starterPolicy().map(({ name, source }) => [name, source === 'general'])).toEqual([
      ['span at least', false],
      ['span at most', true],
      ['layers', true],
      ['one top', true],
      ['grades rise', true],
      ['vacant managers', true],
    ])
  })

  /** A top with this many reports. */
  const star = (reports: number, top = {}) =>
    chart([
      { id: 'top', ...top },
      ...Array.from({ length: reports }, (_, index) => ({ id: `r${String(index)}`, manager: 'top' })),
    ])
  /** This many layers, each manager with three reports. */
  const deep = (layers: number) =>
    chart(
      Array.from({ length: layers }, (_, layer) => layer).flatMap((layer) =>
        ['a', 'b', 'c'].slice(0, layer === 0 ? 1 : 3).map((name) => ({
          id: `${name}${String(layer)}`,
          ...(layer > 0 && { manager: `a${String(layer - 1)}` }),
        })),
      ),
    )

  it.each([
    ['a span of 2', star(2), ['SPAN_UNDER_MIN']],
    ['a span of 3', star(3), []],
    ['a span of 12', star(12), []],
    ['a span of 13', star(13), ['SPAN_OVER_MAX']],
    ['8 layers', deep(8), []],
    ['9 layers', deep(9), ['LAYERS_OVER_MAX']],
    ['two tops', chart([{ id: 'a' }, { id: 'b' }]), ['SEVERAL_TOPS']],
    ['a vacant manager of 3', star(3, { vacant: true }), []],
    ['a vacant manager of 4', star(4, { vacant: true }), ['VACANT_MANAGER']],
    [
      'a manager of the grade of a report',
      chart([
        { id: 'a', grade: 2 },
        { id: 'b', manager: 'a', grade: 2 },
        { id: 'c', manager: 'a' },
        { id: 'd', manager: 'a', grade: 1 },
      ]),
      ['GRADE_NOT_ABOVE_REPORT'],
    ],
  ] as const)('finds exactly that: %s', (_, org, codes) => {
    expect(checkOrg(org, { rules: starterPolicy() }).issues.map((issue) => issue.code)).toEqual(codes)
  })

  it.each<[figures: unknown, message: string]>([
    [{ maxSpn: 3 }, "starterPolicy has no option 'maxSpn'; did you mean 'maxSpan'?"],
    [
      { maxSpan: '3' },
      "The option maxSpan is '3'; it can be a whole number, 0 or more, or Infinity for no limit.",
    ],
    [{ minSpan: 0 }, 'The option minSpan is 0; it can be a whole number, 1 or more.'],
    [{ minSpan: Infinity }, 'The option minSpan is Infinity; it can be a whole number, 1 or more.'],
    [null, 'starterPolicy expects its options as a plain object, received null.'],
    [7, 'starterPolicy expects its options as a plain object, received 7.'],
  ])('refuses the figures %j', (figures, message) => {
    expect(() => starterPolicy(figures as object)).toThrow(message)
    expect(() => starterPolicy(figures as object)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })

  it('has no limit where a maximum is Infinity', () => {
    const figures = { minSpan: 1, maxSpan: Infinity, maxLayers: Infinity, maxReportsOfVacant: Infinity }
    expect(checkOrg(star(40), { rules: starterPolicy(figures) }).issues).toEqual([])
  })

  it('takes other figures', () => {
    const figures = { minSpan: 1, maxSpan: 4, maxLayers: 2, maxReportsOfVacant: 0 }
    const codesOf = (org: Parameters<typeof checkOrg>[0]) =>
      checkOrg(org, { rules: starterPolicy(figures) }).issues.map((issue) => issue.code)
    expect(codesOf(star(1))).toEqual([])
    expect(codesOf(star(5))).toEqual(['SPAN_OVER_MAX'])
    expect(codesOf(deep(3))).toEqual(['LAYERS_OVER_MAX'])
    expect(codesOf(star(1, { vacant: true }))).toEqual(['VACANT_MANAGER'])
  })
})
