import { defineOrg, orgFromRecords, spanOfControlOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    director: {},
    manager: { reportsTo: 'director', vacant: true },
    // Both kinds of line to one manager make one report.
    analyst: { reportsTo: 'director', dottedTo: 'director' },
    planner: { reportsTo: 'manager', dottedTo: ['director', 'sponsor'] },
    sponsor: {},
  },
  units: { pmo: { head: 'director' }, loose: {} },
})

describe('spanOfControlOf', () => {
  it.each([
    // role, solid, dotted, all
    ['director', 2, 2, 3],
    ['manager', 1, 0, 1],
    ['sponsor', 0, 1, 1],
    ['planner', 0, 0, 0],
    ['pmo', 2, 2, 3],
  ] as const)(
    'counts the direct reports of %s: %i solid, %i dotted, %i in all',
    (role, solid, dotted, all) => {
      expect(spanOfControlOf(org, role)).toBe(solid)
      expect(spanOfControlOf(org, role, { lines: 'solid' })).toBe(solid)
      expect(spanOfControlOf(org, role, { lines: 'dotted' })).toBe(dotted)
      expect(spanOfControlOf(org, role, { lines: 'all' })).toBe(all)
    },
  )

  it.each([
    ['__proto__', 1],
    ['', 2],
    ['007', 0],
  ])('answers for the hostile id %j: %i', (id, span) => {
    expect(spanOfControlOf(hostileOrg, id)).toBe(span)
  })

  it.each([
    ['a', 1],
    ['b', 2],
    ['self', 1],
  ])('counts in cycles, and never the role itself: %s has %i', (role, span) => {
    const bosses = { a: 'b', b: 'a', c: 'b', self: 'self', d: 'self' }
    const rows = Object.entries(bosses).map(([id, boss]) => ({ id, boss }))
    const round = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(spanOfControlOf(round, role)).toBe(span)
    expect(spanOfControlOf(round, role, { lines: 'all' })).toBe(span)
  })

  it.each([
    ['nobody', undefined, 'UNKNOWN_ROLE'],
    ['constructor', undefined, 'UNKNOWN_ROLE'],
    ['loose', undefined, 'UNIT_WITHOUT_HEAD'],
    ['director', 'both', 'INVALID_OPTION'],
  ])('throws for %s (%s) %s', (role, lines, code) => {
    expect(() => spanOfControlOf(org, role as 'director', { lines: lines as 'all' })).toThrow(
      expect.objectContaining({ code }),
    )
  })

  itRefusesBadOptions((options) => spanOfControlOf(org, 'director', options))
})
