import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isOrgError, maxSpan, policy } from 'rolegraph'
import * as testing from 'rolegraph/testing'
import { assertPolicy, matchers, PolicyViolation } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { office } from './office.js'

const folder = fileURLToPath(new URL('../../src/testing/matchers', import.meta.url))
// Read as a caller who writes JavaScript does.
const calls: ReadonlyMap<string, unknown> = new Map<string, unknown>(Object.entries(matchers))

function call(name: string, org: unknown, args: readonly unknown[]): unknown {
  const matcher = calls.get(name)
  if (typeof matcher !== 'function') throw new Error(`there is no ${name}`)
  return Reflect.apply(matcher, undefined, [org, ...args])
}

function codeOf(tried: () => unknown): string {
  try {
    tried()
  } catch (error) {
    return isOrgError(error) ? `${error.code}: ${error.message}` : String(error)
  }
  return 'nothing'
}

describe('matchers', () => {
  it('has each matcher that has a file, and each is exported', () => {
    const files = readdirSync(folder).map((file) => file.replace('.ts', ''))
    const names = files.map((file) => file.replace(/-./g, (part) => part[1].toUpperCase()))
    expect(Object.keys(matchers).sort()).toEqual(names.sort())
    for (const [name, matcher] of Object.entries(matchers)) expect(Reflect.get(testing, name)).toBe(matcher)
    expect(Object.isFrozen(matchers)).toBe(true)
  })

  it.each([
    ['toReportTo', ['analist', 'cpo']],
    ['toReportTo', ['cpo', 'analist']],
    ['toReportUpTo', ['analist', 'cpo']],
    ['toReportUpTo', ['cpo', 'analist']],
    ['toBeAbove', ['analist', 'cpo']],
    ['toBeAbove', ['cpo', 'analist']],
    ['toBePeers', ['cpo', 'analist']],
    ['toHaveManager', ['analist']],
    ['toHaveManager', ['cpo', 'analist']],
    ['toHaveDirectReports', ['analist']],
    ['toHaveDirectReports', ['cpo', ['analist']]],
    ['toHaveSpanOfControlAtMost', [3, 'analist']],
    ['toHaveSpanOfControlAtLeast', [3, 'analist']],
    ['toHaveSingleTop', ['analist']],
    ['toHaveCareerPath', ['analist', 'cpo']],
    ['toHaveCareerPath', ['cpo', 'analist']],
    ['toProgressTo', ['analist', 'cpo']],
    ['toProgressTo', ['cpo', 'analist']],
    ['toMatchChart', ['', { root: 'analist' }]],
  ])('%s%j: an unknown id throws with the nearest one, so that .not fails too', (name, args) => {
    expect(codeOf(() => call(name, office, args))).toBe(
      "UNKNOWN_ROLE: No role or unit has the id 'analist' in this org of 7 roles; did you mean 'analyst'?",
    )
  })

  it.each(Object.keys(matchers).filter((name) => !/approv/i.test(name)))(
    '%s rejects anything but an org',
    (name) => {
      const args = new Map<string, readonly unknown[]>([
        ['toBePeers', ['a', 'b']],
        ['toMatchChart', ['a']],
        ['toSatisfyPolicy', [[]]],
        ['toBeValidOrg', []],
        ['toHaveCareerPath', ['a', 'b']],
        ['toProgressTo', ['a', 'b']],
      ])
      expect(codeOf(() => call(name, { roles: {} }, args.get(name) ?? [3]))).toContain('NOT_AN_ORG')
    },
  )

  it.each([
    ['toBePeers', ['cpo'], 'INVALID_ARGUMENT'],
    ['toHaveLayersAtMost', [0], 'INVALID_ARGUMENT'],
    ['toHaveSpanOfControlAtMost', [-1, 'cpo'], 'INVALID_ARGUMENT'],
    ['toHaveSpanOfControlAtLeast', ['3', 'cpo'], 'INVALID_ARGUMENT'],
    ['toReportTo', ['cpo', 'archive'], 'UNIT_WITHOUT_HEAD'],
    ['toReportTo', ['cpo', 'pmo', { lines: 'doted' }], 'INVALID_OPTION'],
    ['toBeAbove', ['cpo', 'pmo', { by: 'pay' }], 'INVALID_OPTION'],
    ['toBeValidOrg', [{ severity: 'fatal' }], 'INVALID_OPTION'],
    ['toHaveCareerPath', ['cpo', 'analyst', { step: 3 }], 'INVALID_OPTION'],
    ['toHaveCareerPath', ['cpo', 'analyst', { steps: NaN }], 'INVALID_OPTION'],
    ['toProgressTo', ['cpo', 'analyst', 'promotion'], 'INVALID_ARGUMENT'],
    ['toMatchChart', [3], 'INVALID_ARGUMENT'],
    ['toMatchChart', ['', { label: 'name' }], 'INVALID_OPTION'],
    ['toSatisfyPolicy', [[3]], 'INVALID_OPTION'],
  ])('%s rejects %j', (name, args, code) => {
    expect(codeOf(() => call(name, office, args))).toContain(code)
  })
})

describe('assertPolicy', () => {
  const narrow = policy({ span: { rule: maxSpan(1), because: 'Weekly meetings.' } })

  it('accepts an org that keeps the policy', () => {
    expect(() => {
      assertPolicy(office, [maxSpan(3)])
    }).not.toThrow()
  })

  it('throws with the message of toSatisfyPolicy', () => {
    expect(() => {
      assertPolicy(office, narrow)
    }).toThrow(new PolicyViolation(testing.toSatisfyPolicy(office, narrow).message()))
  })
})
