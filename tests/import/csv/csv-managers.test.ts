import { linesOf, managerOf, managersOf, type Org, rolesOf, topRolesOf } from 'rolegraph'
import { type CsvMatch, type CsvOptions, parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const managers = (org: Org): (string | undefined)[] => rolesOf(org).map((role) => managerOf(org, role))

/** The org of a lenient parse, and what was wrong. */
function lenient(text: string, options: CsvOptions = {}): { readonly org: Org; readonly issues: unknown[] } {
  const result = safeParseCsv(text, { ...options, mode: 'lenient' })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const issues = result.issues.map(({ code, severity, roles, place, witness }) => ({
    code,
    severity,
    roles,
    place,
    witness,
  }))
  return { org: result.org, issues }
}

const PEOPLE = `id,name,email,manager
1,Ada Byron,ada@x.org,
2,Bo Diddley,Bo@x.org,{1}
3,Cy Twombly,cy@x.org,{2}
`

describe('how managers are named', () => {
  it.each<[header: string, ada: string, bo: string]>([
    ['manager', '1', '2'],
    ['manager', 'ada@x.org', 'bo@x.org'],
    ['manager', 'Ada Byron', 'Bo Diddley'],
    ['Manager ID', '1', '2'],
    ['Manager Email', 'ADA@X.ORG', ' bo@x.org '],
    ['Manager Name', ' Ada  Byron', 'Bo\tDiddley '],
    ['Reports to', 'Ada Byron', 'Bo Diddley'],
    ['supervisor', 'ada@x.org', 'bo@x.org'],
  ])('under %j: %j, %j', (header, ada, bo) => {
    const text = PEOPLE.replace('manager', header).replace('{1}', ada).replace('{2}', bo)
    expect(managers(parseCsv(text))).toEqual([undefined, '1', '2'])
  })

  it.each<[match: CsvMatch, ada: string, bo: string]>([
    ['id', '1', '2'],
    ['email', 'ada@x.org', 'bo@x.org'],
    ['name', 'Ada Byron', 'Bo Diddley'],
  ])('by %s, if the caller passes it', (match, ada, bo) => {
    const text = PEOPLE.replace('{1}', ada).replace('{2}', bo)
    expect(managers(parseCsv(text, { match }))).toEqual([undefined, '1', '2'])
    const others = (['id', 'email', 'name'] as const).filter((other) => other !== match)
    for (const other of others) {
      const { issues } = safeParseCsv(text, { match: other })
      expect(issues.map(({ code }) => code)).toEqual(['UNKNOWN_MANAGER', 'UNKNOWN_MANAGER'])
    }
  })

  it('by what most cells are, and the rest is unknown', () => {
    const text = `${PEOPLE.replace('{1}', 'ada@x.org').replace('{2}', 'bo@x.org')}4,Di,di@x.org,Ada Byron\n5,Ed,ed@x.org,1\n`
    const { org, issues } = lenient(text)
    expect(managers(org)).toEqual([undefined, '1', '2', undefined, undefined])
    expect(issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', roles: ['4'], place: { line: 5, field: 'manager' }, witness: ['Ada Byron'] },
      { code: 'UNKNOWN_MANAGER', roles: ['5'], place: { line: 6, field: 'manager' }, witness: ['1'] },
    ])
  })

  it('by id, where a name is the id of another', () => {
    // Grace is called 1, and the row of Bo means the role 1.
    expect(managers(parseCsv('id,manager,name\n1,,Ada\n2,,1\n3,1,Bo\n'))).toEqual([undefined, undefined, '1'])
  })

  it('exactly by id, and an id is never trimmed', () => {
    const { issues } = lenient('id,manager\n007,\n7,007\n8, 7\n')
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', roles: ['8'], witness: [' 7'] }])
  })

  it('by names with case: two people may have names that differ in it', () => {
    expect(managers(parseCsv('id,name,manager name\n1,ada,\n2,Ada,ada\n3,Bo,Ada\n'))).toEqual([
      undefined,
      '1',
      '2',
    ])
  })

  it('never by a guess: a name of two roles is an issue with both', () => {
    const text = 'id,name,manager name\n1,Ada,\n2,Ada,\n3,Bo,Ada\n4,Cy,Ada\n5,Di,Bo\n'
    const { org, issues } = lenient(text)
    expect(managers(org)).toEqual([undefined, undefined, undefined, undefined, '3'])
    expect(issues).toEqual([
      {
        code: 'AMBIGUOUS_MANAGER',
        severity: 'error',
        roles: ['3'],
        place: { line: 4, field: 'manager name' },
        witness: ['1', '2'],
      },
      {
        code: 'AMBIGUOUS_MANAGER',
        severity: 'error',
        roles: ['4'],
        place: { line: 5, field: 'manager name' },
        witness: ['1', '2'],
      },
    ])
    expect(safeParseCsv(text).ok).toBe(false)
  })

  it('never by a guess: an address of three roles, in other spellings', () => {
    const { issues } = lenient(
      'id,email,manager email\n1,a@x.org,\n2,A@x.org,\n3, a@X.org,\n4,b@x.org,A@X.ORG\n',
    )
    expect(issues).toMatchObject([{ code: 'AMBIGUOUS_MANAGER', roles: ['4'], witness: ['1', '2', '3'] }])
  })

  it('of a thousand with one name, a hundred are listed and all are counted', () => {
    const rows = Array.from({ length: 1000 }, (_, row) => `${row},Ada,\n`).join('')
    const { issues } = safeParseCsv(`id,name,manager name\n${rows}x,Bo,Ada\ny,Cy,Ada\n`)
    expect(issues[0].witness).toHaveLength(100)
    expect(issues[0].message).toMatch(/the name of 1000 roles: '0', .* and 992 more$/)
  })

  it('one name twice with one id is one role, and a repeated id', () => {
    const { issues } = lenient('id,name,manager name\n1,Ada,\n1,Ada,\n2,Bo,Ada\n')
    expect(issues).toMatchObject([{ code: 'DUPLICATE_ID', place: { line: 3, field: 'id' } }])
  })

  it('by what no column has is an issue', () => {
    const { issues } = lenient('id,manager email\n1,\n2,a@x.org\n')
    expect(issues).toMatchObject([
      { code: 'MISSING_COLUMN', witness: ['email'] },
      { code: 'UNKNOWN_MANAGER', roles: ['2'] },
    ])
  })
})

describe('a role has no manager', () => {
  it.each([
    ['a blank cell', 'id,manager\n1,\n2,1\n'],
    ['a cell of spaces', 'id,manager\n1,  \n2,1\n'],
    ['a cell of a no-break space', 'id,manager\n1,\u00a0\n2,1\n'],
  ])('%s', (_what, text) => {
    expect(topRolesOf(parseCsv(text))).toEqual(['1'])
  })

  it('with 0, unless a role has that id; a note says so', () => {
    const { org, issues } = lenient('id,manager\n1,0\n2,1\n3, 0\n')
    expect(topRolesOf(org)).toEqual(['1', '3'])
    expect(issues).toEqual([
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        roles: [],
        place: { line: 2, field: 'manager' },
        witness: ['tops', '0'],
      },
    ])
    expect(safeParseCsv('id,manager\n1,0\n2,1\n')).toMatchObject({ ok: true, issues: [{ severity: 'info' }] })
  })

  it('not with 0, if a role has that id', () => {
    expect(managers(parseCsv('id,manager\n0,\n1,0\n2,0\n'))).toEqual([undefined, '0', '0'])
  })

  it('not with 0, 00 or a dash, if the caller gives other words', () => {
    const { issues } = lenient('id,manager\n1,0\n2,00\n3,-\n', { tops: [] })
    expect(issues).toMatchObject(
      ['0', '00', '-'].map((word) => ({ code: 'UNKNOWN_MANAGER', witness: [word] })),
    )
  })

  it('with words of the caller, without case and surrounding spaces, and no others', () => {
    const text = 'id,manager\n1,none\n2,1\n3, N/A \n4,0\n'
    const { org, issues } = lenient(text, { tops: ['NONE', 'n/a'] })
    expect(managers(org)).toEqual([undefined, '1', undefined, undefined])
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', roles: ['4'], witness: ['0'] }])
  })

  it('not with a word that is the id of a role, which is reported once', () => {
    const { org, issues } = lenient('id,manager\nTOP,\n1,TOP\n2,TOP\n3,top\n', { tops: ['top'] })
    // In the spelling of the id nobody can tell; in another it is the word.
    expect(managers(org)).toEqual([undefined, 'TOP', 'TOP', undefined])
    expect(issues).toMatchObject([
      {
        code: 'OPTION_REFUSED',
        severity: 'error',
        place: { line: 3, field: 'manager' },
        witness: ['tops', 'TOP'],
      },
    ])
  })

  it('with the words of a product only in its files', () => {
    const text = 'id,manager\n1,NO_MANAGER\n'
    expect(lenient(text).issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', witness: ['NO_MANAGER'] }])
  })

  it('if it reports to itself and the caller asks for it; a note says so', () => {
    const text = 'id,manager\n1,1\n2,1\n3,3\n'
    const strict = lenient(text)
    expect(strict.issues).toMatchObject([
      { code: 'SELF_REPORT', roles: ['1'], place: { line: 2, field: 'manager' } },
      { code: 'SELF_REPORT', roles: ['3'] },
    ])
    expect(safeParseCsv(text).issues[0]?.suggestion).toContain('selfManagedTops: true')
    const { org, issues } = lenient(text, { selfManagedTops: true })
    expect(managers(org)).toEqual([undefined, '1', undefined])
    expect(issues).toEqual([
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        roles: ['1', '3'],
        place: {},
        witness: ['selfManagedTops', '1', '3'],
      },
    ])
  })

  it('if it reports to its own address', () => {
    const text = 'id,email,manager email\n1,a@x.org,A@x.org\n2,b@x.org,a@x.org\n'
    expect(lenient(text).issues).toMatchObject([{ code: 'SELF_REPORT', roles: ['1'] }])
    expect(managers(parseCsv(text, { selfManagedTops: true }))).toEqual([undefined, '1'])
  })
})

describe('dotted managers', () => {
  const dotted = (org: Org, role: string): string[] => managersOf(org, role, { lines: 'dotted' })

  it.each(['2;3', '2|3', '2,3', '"2\n3"', '"2\r\n3"', '2; 3 ;', '; 2;;3'])('%j are two', (cell) => {
    const quoted = cell.startsWith('"') ? cell : `"${cell}"`
    const org = parseCsv(`id,manager,dotted line managers\n1,,\n2,1,\n3,1,\n4,1,${quoted}\n`)
    expect(dotted(org, '4')).toEqual(['2', '3'])
  })

  it('have commas in their names', () => {
    const text =
      'id,first name,last name,manager name,dotted line manager\n1,Ada,Byron,,\n2,Bo,Diddley,Ada Byron,\n3,Cy,Twombly,Bo Diddley,"Byron, Ada; Bo Diddley"\n'
    expect(dotted(parseCsv(text), '3')).toEqual(['1', '2'])
  })

  it('may be one id with a separator in it', () => {
    const text = 'id,manager,dotted\n"a;b",,\nc,"a;b",\nd,c,"a;b"\ne,c,"a;b;c"\n'
    const { org, issues } = lenient(text)
    expect(dotted(org, 'd')).toEqual(['a;b'])
    // In a list nobody can tell.
    expect(issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', roles: ['e'], place: { line: 5, field: 'dotted' }, witness: ['e', 'a'] },
      { code: 'UNKNOWN_MANAGER', roles: ['e'], witness: ['e', 'b'] },
    ])
  })

  it('are in several columns, if the caller names them', () => {
    const text = 'id,manager,d1,d2\n1,,,\n2,1,,\n3,1,,\n4,1,2,3\n'
    const org = parseCsv(text, { columns: { dotted: ['d1', 'd2'] } })
    expect(dotted(org, '4')).toEqual(['2', '3'])
  })

  it('that are ambiguous, unknown, repeated or the role itself are issues in their column', () => {
    const text =
      'id,name,manager name,dotted line manager\n1,Ada,,\n2,Ada,,\n3,Bo,,Ada;Cy;Bo\n4,Di,Bo,Bo;Bo\n'
    const { org, issues } = lenient(text)
    expect(issues).toMatchObject([
      {
        code: 'AMBIGUOUS_MANAGER',
        roles: ['3'],
        place: { line: 4, field: 'dotted line manager' },
        witness: ['1', '2'],
      },
      {
        code: 'UNKNOWN_MANAGER',
        roles: ['3'],
        place: { line: 4, field: 'dotted line manager' },
        witness: ['Cy'],
      },
      { code: 'SELF_REPORT', roles: ['3'], place: { line: 4, field: 'dotted line manager' } },
      { code: 'DUPLICATE_LINE', roles: ['4'], place: { line: 5, field: 'dotted line manager' } },
    ])
    expect(linesOf(org, '4', { lines: 'dotted' })).toHaveLength(1)
  })

  it('may be words for none', () => {
    const org = parseCsv('id,manager,dotted\n1,none,none\n2,1,none;1\n', { tops: ['none'] })
    expect(dotted(org, '1')).toEqual([])
    expect(dotted(org, '2')).toEqual(['1'])
  })
})
