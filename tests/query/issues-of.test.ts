import { type AnyIssueCode, defineOrg, type Issue, issuesOf, orgFromRecords } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'

const rows = [
  { id: 'a', boss: 'b', unit: 'x' },
  { id: 'b', boss: 'a', unit: 'y' },
  { id: 'b', boss: null, unit: null },
  { id: 'c', boss: 'gone', unit: null },
  { id: '__proto__', boss: '__proto__', unit: 'nowhere' },
]

const broken = orgFromRecords(rows, {
  id: 'id',
  manager: 'boss',
  unit: 'unit',
  units: { x: { partOf: 'y' }, y: { partOf: 'x' } },
  onIssue: 'collect',
})

describe('issuesOf', () => {
  it('has every problem, with the roles concerned and the place', () => {
    const issues = issuesOf(broken).map(({ code, roles, units, place }) => ({ code, roles, units, place }))
    expect(issues).toHaveLength(6)
    expect(issues).toEqual(
      expect.arrayContaining([
        { code: 'DUPLICATE_ID', roles: ['b'], units: [], place: { record: 2, field: 'id' } },
        { code: 'UNKNOWN_MANAGER', roles: ['c'], units: [], place: { record: 3, field: 'manager' } },
        { code: 'SELF_REPORT', roles: ['__proto__'], units: [], place: { record: 4, field: 'manager' } },
        { code: 'REPORTING_CYCLE', roles: ['a', 'b'], units: [], place: { record: 0, field: 'manager' } },
        { code: 'UNIT_CYCLE', roles: [], units: ['x', 'y'], place: { path: ['units', 'x', 'partOf'] } },
        { code: 'UNKNOWN_UNIT', roles: ['__proto__'], units: [], place: { record: 4, field: 'unit' } },
      ]),
    )
  })

  it('is empty for sound input', () => {
    expect(issuesOf(defineOrg({ roles: { a: {} } }))).toEqual([])
    expect(issuesOf(orgFromRecords([{ id: 'a' }], { id: 'id', onIssue: 'collect' }))).toEqual([])
  })

  it('is deeply frozen', () => {
    const issues = issuesOf(broken)
    expectTypeOf(issues).toEqualTypeOf<readonly Issue<AnyIssueCode>[]>()
    const open: unknown[] = [issues]
    let seen = 0
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value !== 'object' || value === null) continue
      expect(Object.isFrozen(value)).toBe(true)
      open.push(...(Object.values(value) as unknown[]))
      seen++
    }
    expect(seen).toBeGreaterThan(issues.length * 4)
  })
})
