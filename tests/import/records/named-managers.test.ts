import { isOrgError, managerOf, managersOf, roleOf } from 'rolegraph'
import { parseRecords, type RecordsOptions, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

/** Records of whom the second reports to this one. */
const withManager = (manager: unknown, ...more: readonly object[]): string =>
  JSON.stringify([
    { id: 1, name: 'Ann  Lee', email: 'Ann@x.org', holders: ['Ann Lee', 'Bo Ray'], manager: null },
    { id: 2, name: 'Cy', email: 'cy@x.org', holders: ['Cy'], manager },
    ...more,
  ])

describe('managers that are named by another field', () => {
  it.each<[string, string, string]>([
    ['a name', 'name', 'Ann Lee'],
    ['a name in another case', 'name', 'ANN LEE'],
    ['a name with other spaces', 'name', ' Ann   Lee '],
    ['the last name first', 'name', 'Lee, Ann'],
    ['an address', 'email', 'ann@X.org'],
    ['an address as a link', 'email', 'mailto:Ann@x.org'],
    ['one of several holders', 'holders', 'bo ray'],
  ])('are found by %s', (_, managerBy, manager) => {
    const { ok, org, issues } = safeParseRecords(withManager(manager), { managerBy })
    expect(issues).toEqual([])
    expect(ok && managerOf(org, '2')).toBe('1')
  })

  it('are found in another Unicode form, and in dotted lines', () => {
    const json = JSON.stringify([
      { id: 'a', name: 'Zo\u00eb', manager: null },
      { id: 'b', name: 'Bo', manager: 'Zoe\u0308' },
      { id: 'c', name: 'Cy', manager: 'zo\u00eb', dotted: ['BO'] },
    ])
    const org = parseRecords(json, { managerBy: 'name' })
    expect(managersOf(org, 'c', { lines: 'all' })).toEqual(['a', 'b'])
    expect(managerOf(org, 'b')).toBe('a')
    expect(roleOf(org, 'a').data).toEqual({ name: 'Zo\u00eb' })
  })

  it('are ids by default, which are compared exactly', () => {
    const json = '[{"id":"Ann","manager":null},{"id":"b","manager":"ann"}]'
    expect(safeParseRecords(json).issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(managerOf(parseRecords(json, { managerBy: 'id' }), 'b')).toBe('Ann')
  })

  it('are ambiguous where two roles have the name', () => {
    const json = withManager('Ann Lee', { id: 3, name: 'ann lee', manager: 'Cy' })
    expect(safeParseRecords(json, { managerBy: 'name' }).issues).toEqual([])
    const folded = withManager('ANN LEE', { id: 3, name: 'ann lee', manager: 'Cy' })
    const [issue, ...more] = safeParseRecords(folded, { managerBy: 'name' }).issues
    expect(more).toEqual([])
    expect(issue).toMatchObject({
      code: 'AMBIGUOUS_MANAGER',
      roles: ['2'],
      witness: ['1', '3'],
      place: { path: [1, 'manager'], line: 1 },
      message:
        "Line 1, column 161: The role '2' reports to 'ANN LEE', which is the name of 2 roles: '1' and '3'",
    })
  })

  it('are unknown where no role has the name, with the nearest', () => {
    const { issues } = safeParseRecords(withManager('Ann Leee'), { managerBy: 'name' })
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', roles: ['2'], witness: ['Ann Leee'] }])
    expect(issues[0].message).toBe(
      "Line 1, column 161: The role '2' reports to 'Ann Leee', which is not the name of a role; did you mean 'Ann Lee'?",
    )
  })

  it('are one issue where most are unknown', () => {
    const records = Array.from({ length: 150 }, (_, n) => ({
      id: n,
      name: `N${String(n)}`,
      manager: `M${String(n)}`,
    }))
    const { issues } = safeParseRecords(JSON.stringify(records), { managerBy: 'name' })
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(issues[0].message).toContain('150 of 150 managers are not names of roles')
    expect(issues[0].roles).toHaveLength(100)
  })

  it('are none by a word of tops', () => {
    const org = parseRecords(withManager('Board'), { managerBy: 'name', tops: ['board'] })
    expect(managerOf(org, '2')).toBeUndefined()
  })

  it.each<[string, RecordsOptions, string]>([
    ['no record has the field', { managerBy: 'nick' }, 'MISSING_COLUMN'],
    ['a value is no text', { managerBy: 'name', manager: 'boss' }, 'INVALID_FIELD'],
  ])('are an issue where %s', (_, options, code) => {
    const json = '[{"id":"a","name":"Ann","manager":null},{"id":"b","name":7,"manager":"Ann","boss":{}}]'
    expect(safeParseRecords(json, options).issues.map((issue) => issue.code)).toContain(code)
  })

  it('need the name of a field', () => {
    const options = { managerBy: 7 }
    expect(
      isOrgError(
        thrownBy(() => parseRecords('[]', options as object)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })
})
