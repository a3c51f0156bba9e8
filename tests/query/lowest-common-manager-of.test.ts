import { lowestCommonManagerOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'
import { hostileOrg } from './hostile-org.js'

describe('lowestCommonManagerOf', () => {
  it.each([
    [['analyst', 'coordinator'], 'manager'],
    [['planner', 'analyst'], 'director'],
    [['analyst', 'planner'], 'director'],
    [['sponsor', 'coordinator'], 'ceo'],
    // A manager and one of its reports: the manager's manager.
    [['director', 'analyst'], 'ceo'],
    [['analyst', 'director'], 'ceo'],
    [['manager', 'analyst'], 'director'],
    // Three and more.
    [['analyst', 'coordinator', 'planner'], 'director'],
    [['analyst', 'coordinator', 'manager'], 'director'],
    [['analyst', 'coordinator', 'planner', 'sponsor'], 'ceo'],
    // One role twice.
    [['analyst', 'analyst'], 'manager'],
    [['analyst', 'lab'], 'manager'],
    [['ceo', 'ceo'], undefined],
    // Units.
    [['pmo', 'planner'], 'ceo'],
    // A top has nobody above it.
    [['ceo', 'analyst'], undefined],
    [['analyst', 'ceo'], undefined],
    // Separate trees.
    [['analyst', 'auditor'], undefined],
    [['chair', 'ceo'], undefined],
    [['analyst', 'coordinator', 'adviser'], undefined],
  ] as const)('of %j is %s', (roles, manager) => {
    expect(lowestCommonManagerOf(office, roles)).toBe(manager)
  })

  it.each([
    [['a', 'b'], 'c'],
    [['d', 'h'], 'c'],
    [['h', 'd'], 'b'],
    [['e', 'd'], 'c'],
    [['e', 'e'], 'd'],
    [['d', 'h', 'a'], 'c'],
    [['x', 'y'], undefined],
    [['a', 'x'], undefined],
    [['g', 'g'], 'f'],
    [['f', 'g'], undefined],
    [['a', 't'], undefined],
    [['t', 'a'], undefined],
    [['t', 'a', 'b'], undefined],
    [['t', 't'], 'top'],
  ])('in a broken chart: of %j is %s', (roles, manager) => {
    expect(lowestCommonManagerOf(tangle, roles)).toBe(manager)
  })

  it('takes any text for an id', () => {
    expect(lowestCommonManagerOf(hostileOrg, ['7', '007'])).toBe('')
    expect(lowestCommonManagerOf(hostileOrg, ['', '007'])).toBe('constructor')
    expect(lowestCommonManagerOf(hostileOrg, ['constructor', '007'])).toBe('__proto__')
  })

  it.each([[[]], [['analyst']], [undefined], ['analyst'], [{ length: 2 }]])(
    'refuses the roles %j',
    (received) => {
      const error = thrownBy(() => lowestCommonManagerOf(office, received as ['analyst']))
      expect(error.code).toBe('INVALID_ARGUMENT')
      expect(error.details).toEqual({ argument: 'roles', received })
      expect(error.message).toContain('lowestCommonManagerOf expects roles as an array of two or more roles')
    },
  )

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => lowestCommonManagerOf(office, ['ceo', 'analist'])).toThrow("did you mean 'analyst'")
  })

  describe('as the first one', () => {
    itRefusesBadInput((org, role) => lowestCommonManagerOf(org, [role, 'ceo']))
  })
  describe('as a later one', () => {
    itRefusesBadInput((org, role) => lowestCommonManagerOf(org, ['analyst', 'chair', role]))
  })
})
