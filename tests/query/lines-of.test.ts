import { defineOrg, type Line, linesOf, orgFromRecords } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    ceo: {},
    owner: { reportsTo: 'ceo' },
    sponsor: { reportsTo: 'ceo' },
    manager: {
      reportsTo: { to: 'ceo', hedge: 'typically', sources: ['S1', 'S2'] },
      dottedTo: ['sponsor', { to: 'ceo', note: 'for audits' }, { to: 'owner', hedge: 'may' }],
    },
    adviser: { dottedTo: { to: 'owner', note: 'on demand' } },
  },
  units: { pmo: { head: 'manager' }, loose: {} },
})

const solid = { from: 'manager', to: 'ceo', kind: 'solid', hedge: 'typically', sources: ['S1', 'S2'] }
const dotted = [
  { from: 'manager', to: 'sponsor', kind: 'dotted' },
  { from: 'manager', to: 'ceo', kind: 'dotted', note: 'for audits' },
  { from: 'manager', to: 'owner', kind: 'dotted', hedge: 'may' },
]

describe('linesOf', () => {
  it.each([
    ['manager', undefined, [solid]],
    ['manager', 'solid', [solid]],
    ['manager', 'dotted', dotted],
    ['manager', 'all', [solid, ...dotted]],
    ['pmo', 'all', [solid, ...dotted]],
    ['ceo', 'all', []],
    ['adviser', 'solid', []],
    ['adviser', 'all', [{ from: 'adviser', to: 'owner', kind: 'dotted', note: 'on demand' }]],
    ['owner', 'dotted', []],
  ] as const)('gives the lines of %s (%s)', (role, lines, expected) => {
    expect(linesOf(org, role, lines && { lines })).toEqual(expected)
  })

  it('answers for hostile ids', () => {
    expect(linesOf(hostileOrg, '007', { lines: 'all' })).toEqual([
      { from: '007', to: '', kind: 'solid' },
      { from: '007', to: '7', kind: 'dotted' },
    ])
    expect(linesOf(hostileOrg, 'constructor')).toEqual([
      { from: 'constructor', to: '__proto__', kind: 'solid' },
    ])
  })

  it('gives each role of a cycle its own line, and none to itself', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
      { id: 'c', boss: 'c' },
    ]
    const round = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(linesOf(round, 'a')).toEqual([{ from: 'a', to: 'b', kind: 'solid' }])
    expect(linesOf(round, 'b')).toEqual([{ from: 'b', to: 'a', kind: 'solid' }])
    expect(linesOf(round, 'c', { lines: 'all' })).toEqual([])
  })

  it('is typed, and returns nothing that could change the org', () => {
    const lines = linesOf(org, 'manager', { lines: 'all' })
    expectTypeOf(lines).toEqualTypeOf<Line<'ceo' | 'owner' | 'sponsor' | 'manager' | 'adviser'>[]>()
    for (const line of lines) {
      Object.assign(line, { to: 'adviser', hedge: 'many' })
      expect(line.sources === undefined || Object.isFrozen(line.sources)).toBe(true)
    }
    expect(linesOf(org, 'manager', { lines: 'all' })).toEqual([solid, ...dotted])
  })

  it.each([
    ['nobody', undefined, 'UNKNOWN_ROLE'],
    ['__proto__', undefined, 'UNKNOWN_ROLE'],
    ['loose', undefined, 'UNIT_WITHOUT_HEAD'],
    ['manager', 'dashed', 'INVALID_OPTION'],
  ])('throws for %s (%s) %s', (role, lines, code) => {
    expect(() => linesOf(org, role as 'manager', { lines: lines as 'all' })).toThrow(
      expect.objectContaining({ code }),
    )
  })

  itRefusesBadOptions((options) => linesOf(org, 'manager', options))
})
