import { orgFromRecords, transitiveReportsOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'
import { hostileOrg } from './hostile-org.js'

describe('transitiveReportsOf', () => {
  it.each([
    ['ceo', ['sponsor', 'director', 'planner', 'manager', 'analyst', 'coordinator']],
    ['sponsor', []],
    ['director', ['planner', 'manager', 'analyst', 'coordinator']],
    ['pmo', ['planner', 'manager', 'analyst', 'coordinator']],
    ['manager', ['analyst', 'coordinator']],
    ['coordinator', []],
    ['chair', ['auditor']],
    ['adviser', []],
  ] as const)('of %s along solid lines: %j', (role, reports) => {
    expect(transitiveReportsOf(office, role)).toEqual(reports)
    expect(transitiveReportsOf(office, role, { lines: 'solid', depth: Infinity })).toEqual(reports)
  })

  it.each([
    // role, dotted, all
    ['ceo', [], ['sponsor', 'manager', 'analyst', 'coordinator', 'director', 'planner', 'auditor']],
    ['sponsor', ['manager', 'analyst'], ['manager', 'analyst', 'coordinator']],
    [
      'director',
      ['planner', 'analyst', 'auditor'],
      ['planner', 'manager', 'analyst', 'coordinator', 'auditor'],
    ],
    ['chair', ['adviser'], ['auditor', 'adviser']],
    ['adviser', [], []],
  ] as const)('of %s: %j dotted, %j in all', (role, dotted, all) => {
    expect(transitiveReportsOf(office, role, { lines: 'dotted' })).toEqual(dotted)
    expect(transitiveReportsOf(office, role, { lines: 'all' })).toEqual(all)
  })

  it.each([
    ['ceo', 1, ['sponsor', 'director']],
    ['ceo', 2, ['sponsor', 'director', 'planner', 'manager']],
    ['ceo', 3, ['sponsor', 'director', 'planner', 'manager', 'analyst', 'coordinator']],
    ['ceo', 99, ['sponsor', 'director', 'planner', 'manager', 'analyst', 'coordinator']],
    ['director', 1, ['planner', 'manager']],
    ['analyst', 1, []],
  ] as const)('of %s, %i deep: %j', (role, depth, reports) => {
    expect(transitiveReportsOf(office, role, { depth })).toEqual(reports)
  })

  it.each([
    ['ceo', 1, ['sponsor', 'director']],
    // The coordinator is three lines down on every path.
    ['ceo', 2, ['sponsor', 'manager', 'analyst', 'director', 'planner', 'auditor']],
    ['director', 1, ['planner', 'manager', 'analyst', 'auditor']],
  ] as const)('of %s along all lines, %i deep: %j', (role, depth, reports) => {
    expect(transitiveReportsOf(office, role, { lines: 'all', depth })).toEqual(reports)
  })

  it.each([
    ['a', ['c', 'b', 'h', 'd', 'e']],
    ['d', ['e']],
    ['x', ['y']],
    ['f', ['g']],
    ['top', ['t']],
  ])('ends in cycles: of %s are %j', (role, reports) => {
    expect(transitiveReportsOf(tangle, role)).toEqual(reports)
    expect(transitiveReportsOf(tangle, role, { lines: 'all' })).toEqual(reports)
  })

  it('counts levels in cycles too', () => {
    expect(transitiveReportsOf(tangle, 'a', { depth: 1 })).toEqual(['c'])
    expect(transitiveReportsOf(tangle, 'a', { depth: 2 })).toEqual(['c', 'b', 'd'])
  })

  it('is in preorder of the roles within the depth', () => {
    // d is four lines down by solid lines, and two by the dotted one to e.
    const rows = [
      { id: 'a' },
      { id: 'b', boss: 'a' },
      { id: 'x', boss: 'b' },
      { id: 'y', boss: 'x' },
      { id: 'd', boss: 'y', dotted: ['e'] },
      { id: 'e', boss: 'a' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', dotted: 'dotted' })
    expect(transitiveReportsOf(org, 'a', { lines: 'all' })).toEqual(['b', 'x', 'y', 'd', 'e'])
    expect(transitiveReportsOf(org, 'a', { lines: 'all', depth: 2 })).toEqual(['b', 'x', 'e', 'd'])
    expect(transitiveReportsOf(org, 'a', { lines: 'all', depth: 3 })).toEqual(['b', 'x', 'y', 'd', 'e'])
  })

  it('is in preorder whatever the order of the input', () => {
    const rows = [
      { id: 'leaf', boss: 'left' },
      { id: 'right', boss: 'root' },
      { id: 'left', boss: 'root' },
      { id: 'twig', boss: 'right' },
      { id: 'root', boss: null },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss' })
    expect(transitiveReportsOf(org, 'root')).toEqual(['right', 'twig', 'left', 'leaf'])
  })

  it('accepts any text as an id', () => {
    expect(transitiveReportsOf(hostileOrg, '__proto__')).toEqual(['constructor', '', '7', '007'])
  })

  it('gives a fresh array', () => {
    transitiveReportsOf(office, 'ceo').reverse()
    expect(transitiveReportsOf(office, 'ceo')[0]).toBe('sponsor')
  })

  it.each([[0], [-1], [1.5], [NaN], [-Infinity], ['2'], [null]])('refuses the depth %s', (received) => {
    const error = thrownBy(() => transitiveReportsOf(office, 'ceo', { depth: received as number }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({
      option: 'depth',
      received,
      allowed: 'a whole number, 1 or more, or Infinity for no limit',
    })
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => transitiveReportsOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => transitiveReportsOf(org, role))
  itRefusesBadOptions((options) => transitiveReportsOf(office, 'analyst', options))
})
