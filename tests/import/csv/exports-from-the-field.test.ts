import { directReportsOf, managerOf, managersOf, roleOf, topRolesOf } from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** The codes and severities of the issues of a table. */
const codesOf = (text: string, options = {}): string[] =>
  safeParseCsv(text, options).issues.map(({ code, severity }) => `${code} ${severity}`)

describe('rows that are not roles', () => {
  it.each([
    ['of spaces', 'id,manager\n1,\n  \n2,1\n'],
    ['of delimiters, fewer than columns', 'id,manager,title\n1,,A\n,\n2,1,B\n'],
    ['of delimiters, more than columns', 'id,manager\n1,\n,,,\n2,1\n'],
    ['of quoted blanks', 'id,manager\n1,\n" "\n2,1\n'],
  ])('are skipped if they are blank: %s', (_what, text) => {
    const { ok, org, issues } = safeParseCsv(text)
    expect([ok, issues]).toEqual([true, []])
    expect(ok && managerOf(org, '2')).toBe('1')
  })

  it('are a warning if they have only an id, as group and total rows', () => {
    const text = `External ID,Name,Manager/External ID,Job Title
Sales (2),,,
emp_1,Ann Roe,,Director
emp_2,Bo Lee,emp_1,Analyst
Total: 2,,,
`
    const { ok, issues } = safeParseCsv(text)
    expect(ok).toBe(true)
    expect(issues).toMatchObject([
      {
        code: 'ID_ONLY_ROW',
        severity: 'warning',
        roles: ['Sales (2)', 'Total: 2'],
        place: { line: 2 },
        witness: [{ line: 2 }, { line: 5 }],
      },
    ])
  })

  it('are roles if somebody reports to them, or if the table has only ids and managers', () => {
    expect(codesOf('id,manager,title\n1,,\n2,1,x\n')).toEqual([])
    expect(codesOf('id,manager\n1,\n2,\n')).toEqual([])
  })

  it('are skipped with a warning above the header line', () => {
    const text = 'Staff list,,\n"As of May, 2024"\n# confidential\nid;manager;title\n1;;Head\n2;1;Clerk\n'
    const { ok, org, issues } = safeParseCsv(text)
    expect(ok && managerOf(org, '2')).toBe('1')
    expect(issues).toMatchObject([{ code: 'LINES_ABOVE_HEADER', severity: 'warning', place: { line: 1 } }])
    expect(issues[0]?.witness).toEqual(['Staff list,,', '"As of May, 2024"', '# confidential'])
    expect(safeParseCsv(`${text}3;9;x\n`).issues.at(-1)).toMatchObject({ place: { line: 7 } })
  })
})

describe('ids that a spreadsheet has rounded', () => {
  it('are a warning that says how to export them', () => {
    const { issues } = safeParseCsv('id,name,manager\n1E+11,Ann Roe,\n1E+11,Bo Lee,1E+11\n')
    expect(issues.map(({ code }) => code)).toContain('ROUNDED_ID')
    const rounded = issues.find(({ code }) => code === 'ROUNDED_ID')
    expect(rounded?.witness).toEqual(['1E+11', '1E+11'])
    expect(rounded?.suggestion).toContain('as text')
    expect(codesOf('id,name,manager\n1.23457E+11,Ann Roe,\n')).toEqual(['ROUNDED_ID warning'])
    expect(codesOf('id,name,manager\n1E+11,Ann Roe,\n')).toEqual(['ROUNDED_ID warning'])
    expect(codesOf('id,name,manager\nA1E+11,Ann Roe,\n')).toEqual([])
  })
})

describe('columns of managers that disagree', () => {
  const text = `Employee Number,Name,Job Title,Manager,Manager Employee Number
1,Ann Roe,Head,,
2,Bo Lee,Analyst,Ann Roe,1
3,Cy Fox,Contractor,Bo Lee,
4,Di Ray,Clerk,Bo Lee,1
`

  it('are a warning with both values, also where the first is blank', () => {
    const { ok, org, issues } = safeParseCsv(text)
    expect(ok && managerOf(org, '4')).toBe('1')
    expect(issues).toMatchObject([
      {
        code: 'CONFLICTING_MANAGERS',
        severity: 'warning',
        roles: ['3'],
        place: { line: 4 },
        witness: ['', 'Bo Lee'],
      },
      {
        code: 'CONFLICTING_MANAGERS',
        severity: 'warning',
        roles: ['4'],
        place: { line: 5 },
        witness: ['1', 'Bo Lee'],
      },
    ])
  })

  it('are one warning if most rows differ', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${String(i + 2)},N${String(i)},N0,1`)
    const { issues } = safeParseCsv(
      `Employee Number,Name,Manager,Manager Number\n1,Ann,,\n${rows.join('\n')}\n`,
    )
    expect(issues).toMatchObject([
      { code: 'CONFLICTING_MANAGERS', roles: expect.arrayContaining(['21']) as unknown },
    ])
    expect(issues[0]?.message).toContain('20 of 20 rows')
  })

  it('are ignored if the caller names the column, or if nothing of the other is found', () => {
    expect(codesOf(text, { columns: { manager: 'Manager Employee Number' } })).toEqual([])
    expect(codesOf('ID,Manager ID,Manager Employee ID\n1,,\n2,1,A77\n')).toEqual([])
  })

  it('of dotted managers are all read', () => {
    const org = parseCsv('id,manager,Dotted Line Manager,Matrix Manager\n1,,,\n2,1,,\n3,1,2,1\n')
    expect(managersOf(org, '3', { lines: 'dotted' })).toEqual(['2', '1'])
    const twice = parseCsv(
      'id,manager,Dotted Line Manager ID,Dotted Line Manager Name\n1,,,\n2,1,,\n3,1,2,Bo\n',
    )
    expect(managersOf(twice, '3', { lines: 'dotted' })).toEqual(['2'])
  })
})

describe('names of managers', () => {
  const people =
    'Employee ID,Name,Job Title,Manager\n1,ANN ROE,Head,\n2,BO LEE,Clerk,Ann Roe\n3,CY FOX,Clerk,Bo Lee\n'

  it('are found without case, Unicode form and order, if one role has the name', () => {
    expect(managerOf(parseCsv(people), '3')).toBe('2')
    const accents = parseCsv('id,name,manager\n1,Jos\u00e9 Roe,\n2,Bo Lee,Jose\u0301 Roe\n3,Cy,"Lee, Bo"\n')
    expect([managerOf(accents, '2'), managerOf(accents, '3')]).toEqual(['1', '2'])
    const payroll = parseCsv('id,name,manager\n1,"Roe, Ann",\n2,"Lee, Bo",Ann Roe\n')
    expect(managerOf(payroll, '2')).toBe('1')
    expect(codesOf('id,name,manager\n1,ann,\n2,Ann,\n3,Bo,ANN\n', { match: 'name' })).toEqual([
      'AMBIGUOUS_MANAGER error',
    ])
  })

  it('may come with the id', () => {
    const horilla = `Badge id,First Name,Last Name,Job Position,Department,Reporting Manager
J0005,Ann,Roe,Head,Board,
J1018,Bo,Lee,Driver,Drivers,Ann Roe (J0005)
`
    expect(managerOf(parseCsv(horilla), 'J1018')).toBe('J0005')
    const columns = { id: 'Badge id', manager: 'Reporting Manager', title: 'Job Position' }
    const org = parseCsv(horilla, { columns })
    expect([managerOf(org, 'J1018'), roleOf(org, 'J1018').title]).toEqual(['J0005', 'Driver'])
    expect(managerOf(parseCsv('id,manager\n7,\n8,Ann Roe 7\n9,Bo [8]\n'), '9')).toBe('8')
    expect(codesOf('id,manager\n7,\n8,Ann (9)\n', { match: 'nameWithId' })).toEqual(['UNKNOWN_MANAGER error'])
  })

  it('may be in two columns', () => {
    const text =
      'id,First Name,Last Name,Manager First Name,Manager Last Name\n1,Ann,Roe,,\n2,Bo,Lee,Ann,Roe\n3,Cy,Fox,Bo,Leo\n'
    const { issues } = safeParseCsv(text)
    expect(issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', place: { line: 4, field: 'Manager Last Name' }, witness: ['Bo Leo'] },
    ])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && directReportsOf(lenient.org, '1')).toEqual(['2'])
  })

  it('may be addresses with mailto:', () => {
    expect(managerOf(parseCsv('id,email,manager email\n1,a@x.org,\n2,b@x.org,mailto:A@x.org\n'), '2')).toBe(
      '1',
    )
  })
})

describe('suggestions', () => {
  it('never name the role itself, or one below it', () => {
    const [unknown] = safeParseCsv('id,manager\nlead-2,lead-1\n').issues
    expect(unknown.message).not.toContain('did you mean')
    const names = 'id,name,manager\n1,Anna Roe,Anne Roe\n2,Anni Roe,Anna Roe\n'
    const { issues } = safeParseCsv(names)
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', roles: ['1'] }])
    expect(issues[0]?.message).not.toContain('did you mean')
  })

  it.each(['NaN', 'N/A', '-', 'None', 'The Board'])('name tops for %s', (cell) => {
    expect(safeParseCsv(`id,manager\n1,${cell}\n2,1\n`).issues[0]?.suggestion).toContain(`tops: ['${cell}']`)
  })

  it('name match if the manager is the name of a role', () => {
    const { issues } = safeParseCsv('id,name,manager id\n1,Ada,\n2,Bo,1\n3,Cy,Ada\n')
    expect(issues[0]?.suggestion).toContain("It is the name of the role '1': pass match: 'name'")
  })

  it('are one issue if most managers are unknown for one reason', () => {
    const rows = Array.from(
      { length: 303 },
      (_, row) => `${String(row)},P${String(row)},${row === 0 ? '' : `P${String(row - 1)}`}`,
    )
    const { issues } = safeParseCsv(`id,name,manager id\n${rows.join('\n')}\n`)
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ code: 'UNKNOWN_MANAGER', severity: 'error', place: { line: 3 } })
    expect(issues[0]?.roles).toHaveLength(100)
    expect(issues[0]?.witness).toHaveLength(100)
    expect(issues[0]?.message).toMatch(/^302 of 302 managers are not ids of roles: 'P0'/)
    expect(issues[0]?.suggestion).toBe("302 of them are the names of roles: pass match: 'name'.")
  })
})

describe('exports', () => {
  it.each([
    [
      'ERPNext',
      'name,employee_name,user_id,reports_to\nHR-EMP-00001,Ann Roe,ann@example.com,\nHR-EMP-00002,Bo Lee,,HR-EMP-00001\n',
      'HR-EMP-00002',
      'HR-EMP-00001',
      'Bo Lee',
    ],
    [
      'Odoo, by field',
      'id,name,parent_id/id,job_title\ne.1,Ann Roe,,Head\ne.2,Bo Lee,e.1,Clerk\n',
      'e.2',
      'e.1',
      'Bo Lee',
    ],
    [
      'ADP',
      'Associate ID,Payroll Name,Reports To Associate ID,Job Title Description\n1,"Roe, Ann",,Head\n2,"Lee, Bo",1,Clerk\n',
      '2',
      '1',
      'Lee, Bo',
    ],
    [
      'Workday',
      "Employee ID,Legal Name - First Name,Legal Name - Last Name,Worker's Manager\n1,Ann,Roe,\n2,Bo,Lee,Ann Roe\n",
      '2',
      '1',
      'Bo Lee',
    ],
    [
      'Keka',
      'Employee Number,Full Name,Reporting To,Reporting Manager Employee Number\n1,Ann,,\n2,Bo,Ann,1\n',
      '2',
      '1',
      'Bo',
    ],
    ['UKG', 'Employee Number,Name,Supervisor Employee Number\n1,Ann,\n2,Bo,1\n', '2', '1', 'Bo'],
    [
      'Lattice',
      'Email,Name,Title,Manager Email\na@x.org,Ann,Head,\nb@x.org,Bo,Clerk,A@X.org\n',
      'b@x.org',
      'a@x.org',
      'Bo',
    ],
    [
      'Active Directory',
      'DistinguishedName,Name,Manager\n"CN=Ann,DC=x",Ann,\n"CN=Bo,DC=x",Bo,"CN=Ann,DC=x"\n',
      'CN=Bo,DC=x',
      'CN=Ann,DC=x',
      'Bo',
    ],
  ])('of %s are read', (_product, text, role, manager, holder) => {
    const { ok, org, issues } = safeParseCsv(text)
    expect([ok, issues]).toEqual([true, []])
    if (!ok) return
    expect(managerOf(org, role)).toBe(manager)
    expect(topRolesOf(org)).toEqual([manager])
    expect(roleOf(org, role).holders).toEqual([holder])
  })
})

describe('a table of many columns', () => {
  const DOTS = '.'.repeat(14)

  it('is read, with memory in proportion to it, whatever columns it has', () => {
    const others = Array.from({ length: 897 }, (_, index) => `c${String(index)}`)
    const rows = Array.from({ length: 300 }, (_, row) => [
      ...[String(row), row === 0 ? '' : '0', row === 299 ? '1' : ''],
      ...others.map((_, index) => `v${String(row * 7 + index)}${DOTS}`),
    ])
    const header = ['id', 'managerId', 'Dotted Line Manager ID', ...others]
    const { ok, org, issues } = safeParseCsv([header, ...rows].map((cells) => cells.join()).join('\n'))
    expect([ok, issues]).toEqual([true, []])
    if (!ok) return
    expect(directReportsOf(org, '0')).toHaveLength(299)
    expect(managersOf(org, '299', { lines: 'all' })).toEqual(['0', '1'])
    expect(roleOf(org, '299').data).toMatchObject({ c0: `v2093${DOTS}`, c896: `v2989${DOTS}` })
  })

  it('with first and last names and a manager by name too', () => {
    const others = Array.from({ length: 54 }, (_, index) => `c${String(index)}`)
    const rows = Array.from({ length: 2000 }, (_, row) => [
      ...[String(row), 'Ada', `Lee ${String(row)}`, row === 0 ? '' : `lee ${String(row >> 3)}, ada`],
      ...others.map((other) => `${other} "${String(row)}" é`),
    ])
    const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join())
    const org = parseCsv(
      [['id', 'First Name', 'Last Name', 'Manager', ...others].join(), ...quoted].join('\r\n'),
    )
    expect(managerOf(org, '1999')).toBe('249')
    expect(roleOf(org, '1999')).toMatchObject({ holders: ['Ada Lee 1999'], data: { c53: 'c53 "1999" é' } })
  })
})

describe('ids that a spreadsheet or a program has spoilt', () => {
  const people = (ids: readonly string[], managers: readonly string[]): string =>
    `id,name,manager\n${ids.map((id, row) => `${id},P${String(row)},${managers[row] ?? ''}\n`).join('')}`

  it('managers that have lost leading zeros: the issue names the option', () => {
    const text = people(['007', '012', '31'], ['', '7', '12'])
    const { issues } = safeParseCsv(text)
    expect(issues.map(({ code }) => code)).toEqual(['UNKNOWN_MANAGER', 'UNKNOWN_MANAGER'])
    expect(issues[0]?.suggestion).toContain(
      "It is the id of the role '007', apart from leading zeros: pass matchLeadingZeros: true",
    )
    const matched = safeParseCsv(text, { matchLeadingZeros: true })
    expect(matched.ok && managerOf(matched.org, '31')).toBe('012')
    expect(matched.issues).toMatchObject([
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        place: { line: 3, field: 'manager' },
        witness: ['matchLeadingZeros', '7 → 007', '12 → 012'],
      },
    ])
  })

  it('ids that have lost them, and all managers: one issue that says so', () => {
    const ids = Array.from({ length: 12 }, (_, index) => String(index + 1))
    const { issues } = safeParseCsv(people(ids, ['', ...ids.slice(1).map(() => '001')]))
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', witness: ['001'] }])
    expect(issues[0]?.suggestion).toBe(
      '11 of them are ids of roles, apart from leading zeros: pass matchLeadingZeros: true.',
    )
  })

  it('an id that two roles fit without zeros is not guessed', () => {
    const text = people(['7', '07', '31'], ['', '', '007'])
    expect(safeParseCsv(text, { matchLeadingZeros: true }).issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', witness: ['007'] },
    ])
  })

  it('ids and managers with a decimal are a warning, or an issue that says so', () => {
    const { ok, issues } = safeParseCsv(people(['1.0', '2.0'], ['', '1.0']))
    expect(ok).toBe(true)
    expect(issues).toMatchObject([
      {
        code: 'DECIMAL_ID',
        severity: 'warning',
        roles: ['1.0', '2.0'],
        place: { line: 2, field: 'id' },
      },
    ])
    const [unknown] = safeParseCsv(people(['1', '2'], ['', '1.0'])).issues
    expect(unknown.suggestion).toContain("It is the id of the role '1', apart from a .0 at the end")
    const [warning, other] = safeParseCsv(people(['1.0', '2'], ['', '1'])).issues
    expect([warning.code, other.code]).toEqual(['DECIMAL_ID', 'UNKNOWN_MANAGER'])
    expect(other.suggestion).toContain("It is the id of the role '1.0'")
  })
})

describe('units in several spellings', () => {
  it('are a warning with the place of each', () => {
    const text =
      'id,manager,department\n1,,Sales\n2,1,sales \n3,1,IT\n4,1,Sales\n5,1,Cafe\u0301\n6,1,Caf\u00e9\n'
    const { ok, issues } = safeParseCsv(text)
    expect(ok).toBe(true)
    expect(issues).toMatchObject([
      {
        code: 'UNIT_SPELLINGS',
        severity: 'warning',
        units: ['Sales', 'sales '],
        place: { line: 3, field: 'department' },
        witness: [{ line: 2 }, { line: 3 }],
      },
      { code: 'UNIT_SPELLINGS', units: ['Cafe\u0301', 'Caf\u00e9'] },
    ])
  })
})

describe('a wrong encoding', () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

  it('that is declared for UTF-8 is a warning', () => {
    const source = utf8('id,manager,title\n1,,Zürich\n')
    const { issues } = safeParseCsv(source, { encoding: 'windows-1252' })
    expect(issues).toMatchObject([
      { code: 'INVALID_ENCODING', severity: 'warning', witness: ['encoding', 'windows-1252'] },
      { code: 'INVALID_ENCODING', severity: 'warning', place: { line: 2, column: 5 }, witness: ['Ã¼'] },
    ])
    expect(issues[0]?.suggestion).toContain("encoding: 'utf-8'")
    expect(safeParseCsv(source, { encoding: 'utf-8' }).issues).toEqual([])
    expect(safeParseCsv(utf8('id,manager\n1,\n'), { encoding: 'windows-1252' }).issues).toEqual([])
  })

  it('that a text went through before is a warning', () => {
    expect(safeParseCsv('id,manager,title\n1,,MÃ¼nchen\n2,1,KÃ¶ln\n').issues).toMatchObject([
      { code: 'INVALID_ENCODING', severity: 'warning', place: { line: 2, column: 5 }, witness: ['Ã¼'] },
    ])
  })
})
