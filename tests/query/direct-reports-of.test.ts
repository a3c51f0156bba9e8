import { directReportsOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('directReportsOf', () => {
  it.each([
    // role, solid, dotted, all
    ['ceo', ['sponsor', 'director'], [], ['sponsor', 'director']],
    ['sponsor', [], ['manager', 'analyst'], ['manager', 'analyst']],
    [
      'director',
      ['planner', 'manager'],
      ['planner', 'analyst', 'auditor'],
      ['planner', 'manager', 'analyst', 'auditor'],
    ],
    ['manager', ['analyst', 'coordinator'], [], ['analyst', 'coordinator']],
    ['analyst', [], [], []],
    ['chair', ['auditor'], ['adviser'], ['auditor', 'adviser']],
    [
      'pmo',
      ['planner', 'manager'],
      ['planner', 'analyst', 'auditor'],
      ['planner', 'manager', 'analyst', 'auditor'],
    ],
  ] as const)('of %s: %j solid, %j dotted, %j in all', (role, solid, dotted, all) => {
    expect(directReportsOf(office, role)).toEqual(solid)
    expect(directReportsOf(office, role, { lines: 'solid' })).toEqual(solid)
    expect(directReportsOf(office, role, { lines: 'dotted' })).toEqual(dotted)
    expect(directReportsOf(office, role, { lines: 'all' })).toEqual(all)
  })

  it.each([
    ['a', ['c']],
    ['b', ['a', 'h']],
    ['c', ['b', 'd']],
    ['x', ['y']],
    ['f', ['g']],
    ['top', ['t']],
  ])('in a broken chart: of %s are %j', (role, reports) => {
    expect(directReportsOf(tangle, role)).toEqual(reports)
    expect(directReportsOf(tangle, role, { lines: 'all' })).toEqual(reports)
  })

  it('keeps input order, even for ids that look like numbers', () => {
    expect(directReportsOf(hostileOrg, '')).toEqual(['7', '007'])
    expect(directReportsOf(hostileOrg, '7', { lines: 'dotted' })).toEqual(['007'])
    expect(directReportsOf(hostileOrg, '__proto__')).toEqual(['constructor'])
  })

  it('gives a fresh array', () => {
    directReportsOf(office, 'ceo').length = 0
    expect(directReportsOf(office, 'ceo')).toHaveLength(2)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => directReportsOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => directReportsOf(org, role))
  itRefusesBadOptions((options) => directReportsOf(office, 'analyst', options))
})
