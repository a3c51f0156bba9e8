import { skipLevelManagerOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

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
    // Their manager's manager would be they themselves, or the manager once more.
    ['x', undefined],
    ['y', undefined],
    ['f', undefined],
    ['g', undefined],
  ])('in a broken chart: of %s is %s', (role, manager) => {
    expect(skipLevelManagerOf(tangle, role)).toBe(manager)
  })

  it('takes any text for an id', () => {
    expect(skipLevelManagerOf(hostileOrg, '')).toBe('__proto__')
    expect(skipLevelManagerOf(hostileOrg, '007')).toBe('constructor')
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => skipLevelManagerOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => skipLevelManagerOf(org, role))
})
