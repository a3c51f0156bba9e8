import { managerOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput } from '../support/it-refuses-bad-input.js'
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
