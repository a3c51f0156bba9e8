import { isOrgError } from 'rolegraph'
import * as testing from 'rolegraph/testing'
import * as arbitraries from 'rolegraph/testing/fast-check'
import { describe, expect, it } from 'vitest'
import { office } from './office.js'

// What a caller from plain JavaScript may pass by mistake.
const WRONG: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  NaN,
  10n,
  true,
  '',
  'cpo',
  Symbol('role'),
  [],
  [null],
  ['cpo', 7],
  {},
  Object.create(null),
  { lines: 'all', constructor: 1 },
  () => 'cpo',
  new Date(0),
]

function functionsOf(entry: object): readonly (readonly [string, (...args: never) => unknown])[] {
  return Object.entries(entry).filter((exported): exported is [string, (...args: never) => unknown] => {
    // A class is not called.
    return typeof exported[1] === 'function' && !/^class /.test(String(exported[1]))
  })
}

/** The error that a call ends in, unless it is one that the library documents. */
function undocumented(call: () => unknown): string | undefined {
  try {
    const result = call()
    if (
      typeof result === 'object' &&
      result !== null &&
      'message' in result &&
      typeof result.message === 'function'
    )
      Reflect.apply(result.message, result, [])
    return undefined
  } catch (error) {
    if (isOrgError(error) || error instanceof testing.PolicyViolation) return undefined
    return String(error)
  }
}

const FUNCTIONS = [...functionsOf(testing), ...functionsOf(arbitraries)]

describe('wrong arguments from plain JavaScript', () => {
  it('covers every function', () => {
    expect(FUNCTIONS.length).toBeGreaterThan(24)
  })

  it.each(FUNCTIONS)('%s throws nothing but OrgError', (_, called) => {
    const found = new Set<string>()
    const tryWith = (args: readonly unknown[]): void => {
      const error = undocumented(() => Reflect.apply(called, undefined, args))
      if (error !== undefined) found.add(`${error} for ${args.map((arg) => typeof arg).join(', ')}`)
    }
    for (const first of [...WRONG, office]) {
      tryWith([first])
      for (const second of WRONG) tryWith([first, second])
    }
    for (const second of [...WRONG, 'cpo', 'cycle', 3]) {
      for (const third of [...WRONG, 'director']) {
        tryWith([office, second, third])
        for (const fourth of WRONG) tryWith([office, second, third, fourth])
      }
    }
    expect([...found]).toEqual([])
  })

  it.each([
    ['makeOrg', [null], 'INVALID_OPTION'],
    ['makeOrg', ['x'], 'INVALID_OPTION'],
    ['makeOrg', [{ role: 3 }], 'INVALID_OPTION'],
    ['breakOrg', [office, 'cycle', Symbol()], 'INVALID_ARGUMENT'],
    ['breakOrg', [office, 'cycle', 1.5], 'INVALID_ARGUMENT'],
    ['breakOrg', [office, 'circle'], 'INVALID_ARGUMENT'],
    ['assertPolicy', [office], 'INVALID_ARGUMENT'],
    ['toSatisfyPolicy', [office, 'policy'], 'INVALID_ARGUMENT'],
    ['toHaveDirectReports', [office, 'cpo', 'director'], 'INVALID_ARGUMENT'],
    ['toReportTo', [office, 'director', 'cpo', 'all'], 'INVALID_OPTION'],
    ['toReportTo', [office, 'director', 'cpo', { line: 'all' }], 'INVALID_OPTION'],
    ['toReportUpTo', [office, 'director', 'cpo', ['all']], 'INVALID_OPTION'],
    ['toBeAbove', [office, 'cpo', 'director', { By: 'grade' }], 'INVALID_OPTION'],
    ['toHaveDirectReports', [office, 'cpo', ['director'], 'dotted'], 'INVALID_OPTION'],
    ['toBeValidOrg', [office, { ruls: [] }], 'INVALID_OPTION'],
    ['toBeValidOrg', [office, null], 'INVALID_OPTION'],
    ['toHaveCareerPath', [office, 'analyst', 'cpo', 3], 'INVALID_OPTION'],
    ['toMatchChart', [office, '', { level: 2 }], 'INVALID_OPTION'],
    ['toMatchChart', [office, '', { label: null }], 'INVALID_OPTION'],
    ['anyOrg', [{ maxRole: 3 }], 'INVALID_OPTION'],
    ['anyTree', [{ maxRoles: 0 }], 'INVALID_OPTION'],
    ['anyForest', [{ maxRoles: Infinity }], 'INVALID_OPTION'],
  ] as const)('%s rejects %o', (name, args, code) => {
    const called = new Map(FUNCTIONS).get(name)
    if (called === undefined) throw new Error(`no function ${name}`)
    expect(() => Reflect.apply(called, undefined, args) as unknown).toThrow(expect.objectContaining({ code }))
  })
})
