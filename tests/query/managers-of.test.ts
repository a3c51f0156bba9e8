import { managersOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadLines } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('managersOf', () => {
  it.each([
    // role, solid, dotted, all
    ['ceo', [], [], []],
    ['sponsor', ['ceo'], [], ['ceo']],
    ['planner', ['director'], ['director'], ['director']],
    ['manager', ['director'], ['sponsor'], ['director', 'sponsor']],
    ['analyst', ['manager'], ['director', 'sponsor'], ['manager', 'director', 'sponsor']],
    ['auditor', ['chair'], ['director'], ['chair', 'director']],
    ['adviser', [], ['chair'], ['chair']],
    ['lab', ['manager'], ['director', 'sponsor'], ['manager', 'director', 'sponsor']],
  ] as const)('of %s: %j solid, %j dotted, %j in all', (role, solid, dotted, all) => {
    expect(managersOf(office, role)).toEqual(solid)
    expect(managersOf(office, role, { lines: 'solid' })).toEqual(solid)
    expect(managersOf(office, role, { lines: 'dotted' })).toEqual(dotted)
    expect(managersOf(office, role, { lines: 'all' })).toEqual(all)
  })

  it.each([
    ['a', ['b']],
    ['x', ['y']],
    ['f', []],
    ['g', ['f']],
  ])('in a broken chart: of %s are %j', (role, managers) => {
    expect(managersOf(tangle, role)).toEqual(managers)
    expect(managersOf(tangle, role, { lines: 'all' })).toEqual(managers)
    expect(managersOf(tangle, role, { lines: 'dotted' })).toEqual([])
  })

  it('takes any text for an id', () => {
    expect(managersOf(hostileOrg, '007', { lines: 'all' })).toEqual(['', '7'])
    expect(managersOf(hostileOrg, 'constructor')).toEqual(['__proto__'])
  })

  it('gives a fresh array', () => {
    managersOf(office, 'analyst', { lines: 'all' }).length = 0
    expect(managersOf(office, 'analyst', { lines: 'all' })).toHaveLength(3)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => managersOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => managersOf(org, role))
  itRefusesBadLines((lines) => managersOf(office, 'analyst', { lines }))
})
