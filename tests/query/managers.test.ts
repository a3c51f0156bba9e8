import { managerOf, managersOf, skipLevelManagerOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('managerOf', () => {
  it.each([
    ['ceo', undefined],
    ['sponsor', 'ceo'],
    ['manager', 'director'],
    ['analyst', 'manager'],
    ['auditor', 'chair'],
    ['adviser', undefined],
    ['pmo', 'ceo'],
    ['lab', 'manager'],
  ] as const)('of %s is %s', (role, manager) => {
    expect(managerOf(office, role)).toBe(manager)
  })

  it.each([
    ['a', 'b'],
    ['c', 'a'],
    ['d', 'c'],
    ['x', 'y'],
    ['y', 'x'],
    ['f', undefined],
    ['g', 'f'],
    ['t', 'top'],
  ])('in a broken chart: of %s is %s', (role, manager) => {
    expect(managerOf(tangle, role)).toBe(manager)
  })

  it.each([
    ['__proto__', undefined],
    ['constructor', '__proto__'],
    ['', 'constructor'],
    ['7', ''],
    ['007', ''],
    ['hasOwnProperty', undefined],
    ['valueOf', 'constructor'],
  ])('of the hostile id %j is %j', (role, manager) => {
    expect(managerOf(hostileOrg, role)).toBe(manager)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => managerOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => managerOf(org, role))
})

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

  it('accepts any text as an id', () => {
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
  itRefusesBadOptions((options) => managersOf(office, 'analyst', options))
})

describe('skipLevelManagerOf', () => {
  it.each([
    ['ceo', undefined],
    ['director', undefined],
    ['planner', 'ceo'],
    ['analyst', 'director'],
    ['auditor', undefined],
    ['adviser', undefined],
    ['pmo', undefined],
    ['lab', 'director'],
  ] as const)('of %s is %s', (role, manager) => {
    expect(skipLevelManagerOf(office, role)).toBe(manager)
  })

  it.each([
    ['a', 'c'],
    ['b', 'a'],
    ['d', 'a'],
    ['e', 'c'],
    // The manager's manager would be the role itself, or the manager again.
    ['x', undefined],
    ['y', undefined],
    ['f', undefined],
    ['g', undefined],
  ])('in a broken chart: of %s is %s', (role, manager) => {
    expect(skipLevelManagerOf(tangle, role)).toBe(manager)
  })

  it('accepts any text as an id', () => {
    expect(skipLevelManagerOf(hostileOrg, '')).toBe('__proto__')
    expect(skipLevelManagerOf(hostileOrg, '007')).toBe('constructor')
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => skipLevelManagerOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => skipLevelManagerOf(org, role))
})
