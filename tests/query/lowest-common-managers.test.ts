import { lowestCommonManagerOf, lowestCommonManagersOf, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
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

  it('accepts any text as an id', () => {
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

describe('lowestCommonManagersOf', () => {
  it.each([
    // roles, solid, dotted, all
    [['analyst', 'coordinator'], ['manager'], [], ['manager']],
    [['analyst', 'manager'], ['director'], ['sponsor'], ['sponsor', 'director']],
    [['planner', 'analyst'], ['director'], ['director'], ['director']],
    [['analyst', 'auditor'], [], ['director'], ['director']],
    [['analyst', 'auditor', 'planner'], [], ['director'], ['director']],
    [['analyst', 'auditor', 'manager'], [], [], ['director']],
    [['planner', 'adviser'], [], [], []],
    [['director', 'analyst'], ['ceo'], [], ['ceo']],
    [['lab', 'manager'], ['director'], ['sponsor'], ['sponsor', 'director']],
    [['analyst', 'analyst'], ['manager'], ['sponsor', 'director'], ['manager']],
    [['ceo', 'analyst'], [], [], []],
  ] as const)('of %j: %j solid, %j dotted, %j in all', (roles, solid, dotted, all) => {
    expect(lowestCommonManagersOf(office, roles)).toEqual(solid)
    expect(lowestCommonManagersOf(office, roles, { lines: 'solid' })).toEqual(solid)
    expect(lowestCommonManagersOf(office, roles, { lines: 'dotted' })).toEqual(dotted)
    expect(lowestCommonManagersOf(office, roles, { lines: 'all' })).toEqual(all)
  })

  it.each([
    [['a', 'b'], ['c']],
    [
      ['d', 'h'],
      ['a', 'b', 'c'],
    ],
    [
      ['h', 'd'],
      ['a', 'b', 'c'],
    ],
    [
      ['e', 'd'],
      ['a', 'b', 'c'],
    ],
    [['e', 'e'], ['d']],
    [['x', 'y'], []],
    [['f', 'g'], []],
    [['t', 'a'], []],
  ])('in a broken chart: of %j are %j', (roles, managers) => {
    expect(lowestCommonManagersOf(tangle, roles)).toEqual(managers)
    expect(lowestCommonManagersOf(tangle, roles, { lines: 'all' })).toEqual(managers)
  })

  it('keeps managers that are above each other only through one of the roles', () => {
    // p → q → r → p: p and q are both above r, and each is above the other; s reports to q.
    const rows = [
      { id: 'p', dotted: ['q'] },
      { id: 'q', dotted: ['r'] },
      { id: 'r', dotted: ['p'] },
      { id: 's', dotted: ['q'] },
    ]
    const org = orgFromRecords(rows, { id: 'id', dotted: 'dotted' })
    expect(lowestCommonManagersOf(org, ['r', 's'], { lines: 'dotted' })).toEqual(['p', 'q'])
  })

  it('accepts any text as an id', () => {
    expect(lowestCommonManagersOf(hostileOrg, ['7', '007'], { lines: 'all' })).toEqual([''])
    expect(lowestCommonManagersOf(hostileOrg, ['007', '007'], { lines: 'dotted' })).toEqual(['7'])
  })

  it('gives a fresh array', () => {
    lowestCommonManagersOf(office, ['planner', 'manager']).length = 0
    expect(lowestCommonManagersOf(office, ['planner', 'manager'])).toEqual(['director'])
  })

  it.each([[[]], [['analyst']], [null], ['analyst']])('refuses the roles %j', (received) => {
    const error = thrownBy(() => lowestCommonManagersOf(office, received as ['analyst']))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'roles', received })
    expect(error.message).toContain('lowestCommonManagersOf expects roles as an array of two or more roles')
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => lowestCommonManagersOf(office, ['ceo', 'analist'])).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => lowestCommonManagersOf(org, ['ceo', role]))
  itRefusesBadOptions((options) => lowestCommonManagersOf(office, ['analyst', 'planner'], options))
})
