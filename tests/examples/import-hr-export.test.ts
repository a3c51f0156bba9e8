import { readFileSync } from 'node:fs'
import {
  checkOrg,
  type Issue,
  managementChainOf,
  managerOf,
  orphansOf,
  managersOf,
  roleOf,
  rolesOf,
  topRolesOf,
} from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { corrected, CORRECTIONS, HR_EXPORT, HR_OPTIONS } from '../../examples/support/hr-export.js'

const file = readFileSync(HR_EXPORT, 'utf8')
const fixed = corrected(file, CORRECTIONS)

const shown = (issues: readonly Issue<string>[]): unknown[] =>
  issues.map(({ severity, code, place, witness }) => [severity, code, place.line, witness])

// The lines were counted in the file by hand.
describe('the made-up export of an HR system', () => {
  it('is refused, with every mistake at its line', () => {
    const { ok, issues } = safeParseCsv(file)
    expect(ok).toBe(false)
    const inOrder = issues.toSorted((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
    expect(shown(inOrder)).toEqual([
      ['error', 'UNKNOWN_MANAGER', 2, ['The Board']],
      ['error', 'AMBIGUOUS_MANAGER', 11, ['0006', '0012']],
      ['error', 'REPORTING_CYCLE', 14, ['0013', '0014', '0015', '0013']],
      ['error', 'UNKNOWN_MANAGER', 18, ['Hanna Brandt']],
      ['error', 'DUPLICATE_ID', 19, [{ line: 18 }, { line: 19, field: 'Employee ID' }]],
      ['error', 'RAGGED_ROW', 20, ['2021-04-06']],
      ['error', 'INVALID_FIELD', 22, ['half']],
      ['error', 'SELF_REPORT', 23, ['0020', '0020']],
      ['error', 'MISSING_ID', 26, ['Leo Marsh', 'Assistant', 'Executive', 'Ingrid Vale', '1', '2024-01-15']],
    ])
  })

  it('suggests the nearest name for a misspelt one', () => {
    const { issues } = safeParseCsv(file)
    const asking = issues
      .filter(({ message }) => message.includes('did you mean'))
      .map(({ place }) => place.line)
    expect(asking).toEqual([18])
    expect(issues.some(({ message }) => message.endsWith("did you mean 'Hannah Brandt'?"))).toBe(true)
  })

  it('answers in lenient mode, without what is unknown', () => {
    const org = parseCsv(file, { mode: 'lenient' })
    // 25 rows, without the second 0017 and the one without an id.
    expect(rolesOf(org)).toHaveLength(23)
    // Each of them names a manager, whom the table does not have or has twice.
    expect(topRolesOf(org)).toEqual([])
    expect(orphansOf(org)).toEqual(['0001', '0010', '0017'])
    expect(managementChainOf(org, '0008')).toEqual(['0007', '0003', '0001'])
    expect(managerOf(org, '0010')).toBeUndefined()
    expect(managementChainOf(org, '0019')).toEqual(['0013', '0014', '0015'])
    expect(roleOf(org, '0016')).toMatchObject({ holders: ['Vacant'], vacant: false })
    expect(checkOrg(org).issues.map(({ code }) => code)).toEqual([
      'DUPLICATE_ID',
      'UNKNOWN_MANAGER',
      'UNKNOWN_MANAGER',
      'SELF_REPORT',
      'REPORTING_CYCLE',
      'NO_TOP',
      'CUT_OFF',
      'LOOK_ALIKE_IDS',
      'RAGGED_ROW',
      'MISSING_ID',
      'INVALID_FIELD',
      'AMBIGUOUS_MANAGER',
    ])
  })

  it('has two errors fewer with the options', () => {
    const { ok, issues } = safeParseCsv(file, HR_OPTIONS)
    expect(ok).toBe(false)
    expect(issues.filter(({ severity }) => severity === 'error')).toHaveLength(7)
    expect(shown(issues.filter(({ severity }) => severity === 'info'))).toEqual([
      ['info', 'OPTION_APPLIED', undefined, ['selfManagedTops', '0020']],
    ])
  })

  it('makes an org once it is corrected', () => {
    const org = parseCsv(fixed, HR_OPTIONS)
    expect(rolesOf(org)).toHaveLength(25)
    expect(topRolesOf(org)).toEqual(['0001', '0020'])
    expect(managementChainOf(org, '0010')).toEqual(['0006', '0005', '0003', '0001'])
    expect(managementChainOf(org, '0014')).toEqual(['0015', '0013', '0002', '0001'])
    expect(managersOf(org, '0008', { lines: 'dotted' })).toEqual(['0002'])
    expect(roleOf(org, '0016')).toMatchObject({ title: 'Financial Controller', holders: [], vacant: true })
    expect(roleOf(org, '0018')).toMatchObject({ fte: 0.5, data: { Started: '2021-04-06' } })
    // Two drivers whose ids look alike are two people, and a warning.
    expect([roleOf(org, '0019').holders, roleOf(org, '19').holders]).toEqual([
      ['Jonas Weber'],
      ['Maeve Doyle'],
    ])
    expect(checkOrg(org).issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['LOOK_ALIKE_IDS', 'warning'],
    ])
  })

  it('has corrections that fit their lines', () => {
    expect(() => corrected(fixed, CORRECTIONS)).toThrow('line 7 has no ,Sam Reed,')
    expect(() => corrected(file, [{ line: 99, from: 'x', to: 'y', why: '' }])).toThrow('line 99 has no x')
  })
})
