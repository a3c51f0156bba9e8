import { isOrgError, issuesOf, managerOf, managersOf, roleOf } from 'rolegraph'
import {
  type Correction,
  type ImportResult,
  safeParseCsv,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseOrganogram,
  safeParseOrgDocument,
  safeParseRecords,
  safeParseScim,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const why = 'the owner of the file said so'
const corrections: readonly Correction[] = [
  { id: 'b', field: 'manager', to: 'a', why },
  { id: 'b', field: 'title', to: 'Analyst', why },
  { id: 'a', field: 'manager', to: null, why },
]
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('corrections', () => {
  it.each<[format: string, read: (options: { corrections?: readonly Correction[] }) => ImportResult]>([
    ['a table', (options) => safeParseCsv('id,manager,title\na,?,x\nb,zz,y\n', options)],
    ['a table of names', (options) => safeParseCsv('id,name,manager name\na,A,Q\nb,B,Z\n', options)],
    [
      'records',
      (options) => safeParseRecords('[{"id":"a","manager":"q"},{"id":"b","manager":"z"}]', options),
    ],
    [
      'an organogram',
      (options) =>
        safeParseOrganogram(
          'Post Unique Reference,Name,Job Title,Reports to Senior Post\na,Ada,x,q\nb,Ben,y,z\n',
          options,
        ),
    ],
    [
      'an org document',
      (options) =>
        safeParseOrgDocument(
          '{"rolegraph":1,"roles":{"a":{"reportsTo":"q"},"b":{"reportsTo":"z"}}}',
          options,
        ),
    ],
    [
      'Microsoft Graph',
      (options) =>
        safeParseMicrosoftGraph('[{"id":"a","manager":{"id":"q"}},{"id":"b","manager":{"id":"z"}}]', options),
    ],
    [
      'SCIM',
      (options) =>
        safeParseScim(
          JSON.stringify([
            { id: 'a', [ENTERPRISE]: { manager: 'q' } },
            { id: 'b', [ENTERPRISE]: { manager: 'z' } },
          ]),
          options,
        ),
    ],
  ])('are applied to %s, and each is reported', (_format, read) => {
    expect(read({}).ok).toBe(false)
    const { ok, org, issues } = read({ corrections })
    expect(ok).toBe(true)
    if (!ok) return
    expect([managerOf(org, 'a'), managerOf(org, 'b')]).toEqual([undefined, 'a'])
    expect(roleOf(org, 'b').title).toBe('Analyst')
    const applied = issues.filter(({ code }) => code === 'OPTION_APPLIED')
    expect(applied.map(({ severity, roles, witness }) => [severity, roles, witness])).toEqual(
      corrections.map(({ id, field }) => ['info', [id], ['corrections', id, field, why]]),
    )
    expect(issuesOf(org)).toEqual([])
  })

  describe('of a role with several rows', () => {
    const rows = [
      ['1', 'Ada', ''],
      ['2', 'Joe', '1'],
      ['2', 'May', '1'],
    ]
    const table = ['id,name,manager', ...rows.map((row) => row.join(','))].join('\n')
    const records = JSON.stringify(
      rows.map(([id, holders, manager]) => ({ id, holders, ...(manager !== '' && { manager }) })),
    )
    const people = table.replaceAll('Ada', 'p1').replaceAll('Joe', 'p2').replaceAll('May', 'p3')
    it.each<[what: string, read: (options: { corrections: readonly Correction[] }) => ImportResult]>([
      ['a table', (options) => safeParseCsv(table, { ...options, repeatedIds: 'job-share' })],
      ['records', (options) => safeParseRecords(records, { ...options, repeatedIds: 'job-share' })],
      [
        'a table with people',
        (options) =>
          safeParseCsv(people, { ...options, repeatedIds: 'job-share', columns: { person: 'name' } }),
      ],
    ])('are instead of what all rows of %s say', (what, read) => {
      const one = what.includes('people') ? 'p1' : 'Zoe'
      const holdersWith = (field: Correction['field'], to: unknown) => {
        const { org, issues } = read({ corrections: [{ id: '2', field, to, why }] })
        return org === undefined ? issues.map(({ code }) => code) : roleOf(org, '2').holders
      }
      expect(holdersWith('holders', [one])).toEqual([one])
      expect(holdersWith('holders', [])).toEqual([])
      // As with one row: the role cannot be vacant and held.
      expect(holdersWith('vacant', true)).toContain('INVALID_FIELD')
      const both = read({
        corrections: [
          { id: '2', field: 'holders', to: [], why },
          { id: '2', field: 'vacant', to: true, why },
        ],
      })
      expect(both.org && roleOf(both.org, '2').vacant).toBe(true)
    })
  })

  it('are reported with their value', () => {
    const read = (to: unknown) =>
      safeParseCsv('id,manager,name\n1,,Ada\n', {
        corrections: [{ id: '1', field: 'holders', to, why: 'x' }],
      }).issues[0]?.message
    expect(read([])).toBe("corrections: holders of '1' is read as []: 'x'")
    expect(read(['Joe', 'May'])).toBe(`corrections: holders of '1' is read as ["Joe","May"]: 'x'`)
  })

  it.each<[format: string, read: (options: { corrections?: readonly Correction[] }) => ImportResult]>([
    ['a table', (options) => safeParseCsv('id,name,manager\n1,Ada,\n2,Ben,\n', options)],
    [
      'a table with names of managers',
      (options) => safeParseCsv('id,name,manager name\n1,Ada,\n2,Ben,\n', options),
    ],
    [
      'records',
      (options) => safeParseRecords('[{"id":"1","manager":null},{"id":"2","manager":"1"}]', options),
    ],
    [
      'an org document',
      (options) => safeParseOrgDocument('{"rolegraph":1,"roles":{"1":{},"2":{"reportsTo":"1"}}}', options),
    ],
  ])('say that they name managers by id, in %s', (_format, read) => {
    for (const [field, to] of [
      ['manager', 'Ada'],
      ['dotted', ['Ada']],
    ] as const) {
      const { issues } = read({ corrections: [{ id: '2', field, to, why }] })
      expect(
        issues.filter(({ severity }) => severity === 'error').map(({ suggestion }) => suggestion),
      ).toEqual(["Write the id of a role into the correction of '2': corrections name managers by id."])
    }
  })

  it('are proposed where the likely manager is one role', () => {
    const advice = (name: string) =>
      safeParseCsv(`id,name,manager name\n1,Grace Hopper,\n2,Ada Byron,\n3,Ada Byron,\n4,Ben,${name}\n`)
        .issues[0]?.suggestion
    expect(advice('Grace Hoper')).toMatch(
      /^Pass corrections: \[\{ id: '4', field: 'manager', to: '1', why: '…' \}\] if 'Grace Hopper' is meant\. Or /,
    )
    // Two roles have the name.
    expect(advice('Ada Byro')).toMatch(/^Add the role, correct the name in the table or with corrections/)
    const records = safeParseRecords(
      '[{"id":"1","name":"Grace Hopper"},{"id":"4","name":"Ben","manager":"Grace Hoper"}]',
      { managerBy: 'name' },
    )
    expect(records.issues[0]?.suggestion).toMatch(
      /^Pass corrections: \[\{ id: '4', field: 'manager', to: '1'/,
    )
  })

  it('are read as the values of records, and checked', () => {
    const text = 'id,manager\na,\nb,a\nc,a\n'
    const dotted: Correction = { id: 'c', field: 'dotted', to: ['b'], why }
    const result = safeParseCsv(text, { corrections: [dotted, { id: 'c', field: 'grade', to: 3, why }] })
    expect(result.ok && managersOf(result.org, 'c', { lines: 'all' })).toEqual(['a', 'b'])
    expect(result.ok && roleOf(result.org, 'c').grade).toBe(3)
    const wrong = safeParseCsv(text, { corrections: [{ id: 'c', field: 'grade', to: 'high', why }] })
    expect(wrong.issues.map(({ code }) => code)).toContain('INVALID_FIELD')
  })

  it('that are not used are errors', () => {
    const unused: Correction[] = [
      { id: 'x', field: 'manager', to: 'a', why },
      { id: 'b', field: 'manager', to: 'a', why },
      { id: 'b', field: 'manager', to: 'c', why },
    ]
    const users = '[{ "id": "a", "relations": [] }, { "id": "b" }]'
    const { ok, issues } = safeParseGoogleDirectory(users, { corrections: unused })
    expect(ok).toBe(false)
    expect(issues.map(({ code, roles }) => [code, ...roles])).toEqual([
      ['OPTION_REFUSED', 'x'],
      ['OPTION_APPLIED', 'b'],
      ['OPTION_REFUSED', 'b'],
    ])
  })

  it.each([
    ['an object', {}],
    ['a list of words', ['x']],
    ['an unknown field', [{ id: 'a', field: 'boss', to: 'b', why }]],
    ['no reason', [{ id: 'a', field: 'manager', to: 'b' }]],
    ['no value', [{ id: 'a', field: 'manager', why }]],
    ['another key', [{ id: 'a', field: 'manager', to: 'b', why, line: 7 }]],
  ])('are refused: %s', (_what, given) => {
    const options = { corrections: given as never }
    expect(
      isOrgError(
        thrownBy(() => safeParseCsv('id,manager\n', options)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })
})
