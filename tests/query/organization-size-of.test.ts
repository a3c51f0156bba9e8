import { defineOrg, organizationSizeOf, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    ceo: {},
    director: { reportsTo: 'ceo' },
    manager: { reportsTo: 'director', dottedTo: 'sponsor' },
    analyst: { reportsTo: 'manager', dottedTo: ['director', 'sponsor'] },
    planner: { reportsTo: 'manager' },
    sponsor: {},
    adviser: { dottedTo: 'analyst' },
  },
  units: { pmo: { head: 'manager' }, loose: {} },
})

describe('organizationSizeOf', () => {
  it.each([
    // role, solid, dotted, all
    ['ceo', 5, 1, 6],
    ['director', 4, 3, 5],
    ['manager', 3, 1, 4],
    ['analyst', 1, 2, 2],
    ['planner', 1, 1, 1],
    ['sponsor', 1, 4, 5],
    ['adviser', 1, 1, 1],
    ['pmo', 3, 1, 4],
  ] as const)('counts %s and everyone below: %i solid, %i dotted, %i in all', (role, solid, dotted, all) => {
    expect(organizationSizeOf(org, role)).toBe(solid)
    expect(organizationSizeOf(org, role, { lines: 'solid' })).toBe(solid)
    expect(organizationSizeOf(org, role, { lines: 'dotted' })).toBe(dotted)
    expect(organizationSizeOf(org, role, { lines: 'all' })).toBe(all)
  })

  it.each([
    ['__proto__', 5],
    ['constructor', 4],
    ['', 3],
    ['7', 1],
    ['007', 1],
  ])('answers for the hostile id %j: %i', (id, size) => {
    expect(organizationSizeOf(hostileOrg, id)).toBe(size)
  })

  it.each([
    // Cycle: a → b → c → a, with d below c and e below d; f reports to itself with g below it.
    ['a', 5],
    ['b', 5],
    ['c', 5],
    ['d', 2],
    ['e', 1],
    ['f', 2],
    ['g', 1],
  ])('ends in and below cycles: %s leads %i', (role, size) => {
    const bosses = { a: 'b', b: 'c', c: 'a', d: 'c', e: 'd', f: 'f', g: 'f' }
    const rows = Object.entries(bosses).map(([id, boss]) => ({ id, boss }))
    const round = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(organizationSizeOf(round, role)).toBe(size)
    expect(organizationSizeOf(round, role, { lines: 'all' })).toBe(size)
  })

  it.each([
    ['nobody', undefined, 'UNKNOWN_ROLE'],
    ['toString', undefined, 'UNKNOWN_ROLE'],
    ['loose', undefined, 'UNIT_WITHOUT_HEAD'],
    ['ceo', 'dashed', 'INVALID_OPTION'],
  ])('throws for %s (%s) %s', (role, lines, code) => {
    expect(() => organizationSizeOf(org, role as 'ceo', { lines: lines as 'all' })).toThrow(
      expect.objectContaining({ code }),
    )
  })

  itRefusesBadOptions((options) => organizationSizeOf(org, 'ceo', options))
})
