import { membersOf, type Org, roleOf, rolesOf, unitsOf } from 'rolegraph'
import { type CsvOptions, parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { issuesThrownBy, thrownBy } from '../../support/thrown-by.js'

const brief = (text: string, options?: CsvOptions): unknown[] =>
  safeParseCsv(text, options).issues.map(({ code, severity, place }) => ({ code, severity, ...place }))

describe('columns', () => {
  const TEXT =
    'Emp No,Boss,What,Who,Where,Class,Share,Pay,Years\nE1,,Director,Ada,Office,7,0.5,90,10\nE2,E1,Manager,Bo,Office,5,1,60,3\n'

  it('are named by the caller', () => {
    const org = parseCsv(TEXT, {
      columns: {
        id: 'Emp No',
        manager: 'boss',
        title: 'WHAT',
        name: 'Who',
        unit: 'Where',
        grade: 'Class',
        fte: 'Share',
        cost: 'Pay',
        minYears: 'Years',
      },
    })
    expect(roleOf(org, 'E2')).toMatchObject({
      title: 'Manager',
      holders: ['Bo'],
      unit: 'Office',
      grade: 5,
      fte: 1,
      cost: 60,
      minYears: 3,
      reportsTo: 'E1',
      data: undefined,
    })
  })

  it('are ignored with null', () => {
    const text = 'id,manager,title,department\n1,,a,b\n'
    const org = parseCsv(text, { columns: { title: null, unit: null, manager: null } })
    expect(roleOf(org, '1')).toMatchObject({
      title: '1',
      unit: undefined,
      data: { manager: '', title: 'a', department: 'b' },
    })
  })

  it('by their exact header win over similar headers', () => {
    const text = 'ID,id,manager\n1,a,\n2,b,a\n'
    expect(rolesOf(parseCsv(text.replace('ID,', 'x,'), { columns: { id: 'id' } }))).toEqual(['a', 'b'])
    expect(brief(text)).toEqual([
      { code: 'DUPLICATE_COLUMN', severity: 'error', line: 1, field: 'ID' },
      { code: 'UNKNOWN_MANAGER', severity: 'error', line: 3, field: 'manager' },
    ])
    expect(brief(text, { columns: { id: 'id' } })).toEqual([])
  })

  it('that are missing are issues, and without ids there is no org', () => {
    expect(brief('name,boss\nAda,\n', { mode: 'lenient' })).toEqual([
      { code: 'MISSING_COLUMN', severity: 'error', line: 1 },
    ])
    const { issues, ok } = safeParseCsv('\n\nperson;title\nAda;x\n', { mode: 'lenient' })
    expect(ok).toBe(false)
    expect(issues.map(({ message }) => message)).toEqual([
      "No column is recognised as the id; the columns are 'person' and 'title'",
      "No column is recognised as the manager; the columns are 'person' and 'title'",
    ])
    expect(issues[0].place).toEqual({ line: 3 })
  })

  it('of managers may be missing, if the caller passes null', () => {
    const text = 'id,title\n1,x\n2,y\n'
    expect(brief(text)).toEqual([{ code: 'MISSING_COLUMN', severity: 'error', line: 1 }])
    expect(rolesOf(parseCsv(text, { columns: { manager: null } }))).toEqual(['1', '2'])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && rolesOf(lenient.org)).toEqual(['1', '2'])
  })

  it('that the caller names and the table does not have are issues', () => {
    const { issues } = safeParseCsv('id,manager\n1,\n', { columns: { id: 'Number', title: 'Post' } })
    expect(issues.map(({ code, message, suggestion }) => [code, message, suggestion])).toEqual([
      [
        'MISSING_COLUMN',
        "The table has no column 'Number' for the id",
        "The columns are 'id' and 'manager'.",
      ],
      [
        'MISSING_COLUMN',
        "The table has no column 'Post' for the title",
        "The columns are 'id' and 'manager'.",
      ],
    ])
  })

  it('with one header are an issue, and lenient mode keeps both', () => {
    const text = 'id,manager,note,note,note (column 4)\n1,,a,b,c\n'
    expect(brief(text)).toEqual([{ code: 'DUPLICATE_COLUMN', severity: 'error', line: 1, field: 'note' }])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && roleOf(lenient.org, '1').data).toEqual({
      note: 'a',
      "note (column 4)'": 'b',
      'note (column 4)': 'c',
    })
  })

  it('without a header are kept by their number, unless they are empty', () => {
    const org = parseCsv('id,manager,, ,\n1,,,x,\n2,1,,,y\n')
    expect(roleOf(org, '1').data).toEqual({ ' ': 'x', '(column 5)': '' })
    expect(roleOf(org, '2').data).toEqual({ ' ': '', '(column 5)': 'y' })
  })
})

describe('rows', () => {
  it('without an id are issues, and rows of delimiters only are skipped', () => {
    const text = 'id,manager,title\n1,,x\n,1,y\n,,\n  , ,\n2,1,z\n,,\n'
    expect(brief(text)).toEqual([{ code: 'MISSING_ID', severity: 'error', line: 3, field: 'id' }])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && rolesOf(lenient.org)).toEqual(['1', '2'])
    expect(lenient.issues[0]?.witness).toEqual(['1', 'y'])
  })

  it('of another length are issues; missing cells are blank, surplus ones are in the issue', () => {
    const text = 'id,manager,title\n1\n2,1,x,y\n3,2,z,\n'
    expect(brief(text)).toEqual([
      { code: 'RAGGED_ROW', severity: 'error', line: 2 },
      { code: 'RAGGED_ROW', severity: 'error', line: 3 },
      { code: 'RAGGED_ROW', severity: 'warning', line: 4 },
    ])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && roleOf(lenient.org, '1')).toMatchObject({ title: '1', reportsTo: undefined })
  })

  it('that repeat an id, report in a cycle or to an unknown role are issues in their place', () => {
    const text = 'id;manager\r\n1;3\r\n2;1\r\n3;2\r\n2;1\r\n"4";"x"\r\n'
    expect(safeParseCsv(text).issues).toMatchObject([
      {
        code: 'DUPLICATE_ID',
        roles: ['2'],
        place: { line: 5, field: 'id' },
        witness: [{ line: 3 }, { line: 5, field: 'id' }],
      },
      { code: 'UNKNOWN_MANAGER', roles: ['4'], place: { line: 6, field: 'manager' }, witness: ['x'] },
      { code: 'REPORTING_CYCLE', place: { line: 2, field: 'manager' }, witness: ['1', '3', '2', '1'] },
    ])
    const lenient = safeParseCsv(text, { mode: 'lenient' })
    expect(lenient.ok && rolesOf(lenient.org)).toEqual(['1', '2', '3', '4'])
  })

  it('have the right line after skipped rows and quoted line ends', () => {
    const text = 'id,manager,"the\r\ntitle"\n1,,"a\nb"\n,1,x\n1,,\n2,9,"\n"\n'
    expect(brief(text)).toEqual([
      { code: 'MISSING_ID', severity: 'error', line: 5, field: 'id' },
      { code: 'DUPLICATE_ID', severity: 'error', line: 6, field: 'id' },
      { code: 'UNKNOWN_MANAGER', severity: 'error', line: 7, field: 'manager' },
      { code: 'ID_ONLY_ROW', severity: 'warning', line: 6 },
    ])
  })

  it('need not be there', () => {
    expect(rolesOf(parseCsv('id,manager\n'))).toEqual([])
    for (const text of ['', '\n\r\n', '\uFEFF']) {
      expect(brief(text, { mode: 'lenient' })).toEqual([
        { code: 'MISSING_COLUMN', severity: 'error', line: 1 },
      ])
      expect(safeParseCsv(text, { mode: 'lenient' }).ok).toBe(false)
    }
  })
})

describe('cells', () => {
  it('are exact text', () => {
    const org = parseCsv('id,manager,title,note\n7,,  Director ,a \n007,7,"x\r\ny", "b"\n')
    expect(rolesOf(org)).toEqual(['7', '007'])
    expect(roleOf(org, '7')).toMatchObject({ title: '  Director ', data: { note: 'a ' } })
    expect(roleOf(org, '007')).toMatchObject({ title: 'x\r\ny', reportsTo: '7', data: { note: ' "b"' } })
  })

  it('that are blank mean nothing', () => {
    const org = parseCsv('id,manager,title,department,fte,name,note\n1,,, ,,,\n')
    expect(roleOf(org, '1')).toMatchObject({
      title: '1',
      unit: undefined,
      fte: undefined,
      data: { note: '' },
    })
    expect(unitsOf(org)).toEqual([])
  })

  it.each<[cell: string, fte: number | undefined, options?: CsvOptions]>([
    ['1', 1],
    ['0.5', 0.5],
    [' 0.80 ', 0.8],
    ['0', 0],
    ['0,8', 0.8, { decimal: ',' }],
    ['1', 1, { decimal: ',' }],
    ['0,8', undefined],
    ['0.8', undefined, { decimal: ',' }],
    ['1,000', undefined],
    ['Full-time', undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    ['.5', undefined],
    ['Infinity', undefined],
    ['-1', undefined],
    ['9'.repeat(400), undefined],
  ])('of numbers: %j is %j', (cell, fte, options = {}) => {
    const result = safeParseCsv(`id\tmanager\tfte\n1\t\t${cell}\n`, { ...options, mode: 'lenient' })
    expect(result.ok && roleOf(result.org, '1').fte).toBe(fte)
    const issue = { code: 'INVALID_FIELD', roles: ['1'], place: { line: 2, field: 'fte' } }
    expect(result.issues).toMatchObject(fte === undefined ? [issue] : [])
  })

  it('of holders: the caller gives the words for nobody', () => {
    const text = 'id,manager,name\n1,,Ada\n2,1, vacant \n3,1,TBH\n4,1,\n'
    const plain = parseCsv(text)
    expect(rolesOf(plain).map((role) => roleOf(plain, role).holders)).toEqual([
      ['Ada'],
      [' vacant '],
      ['TBH'],
      [],
    ])
    const told = parseCsv(text, { vacant: ['Vacant', 'tbh'] })
    expect(rolesOf(told).map((role) => roleOf(told, role).vacant)).toEqual([false, true, true, false])
    expect(roleOf(told, '2').holders).toEqual([])
  })

  it('of units: a prefix keeps them from the ids of roles', () => {
    const text = 'id,manager,department\n1,,1\n2,1,1\n'
    expect(brief(text)).toEqual([{ code: 'DUPLICATE_ID', severity: 'error', line: 2, field: 'department' }])
    expect(safeParseCsv(text).issues[0]?.suggestion).toContain("unitPrefix: 'unit:'")
    const org: Org = parseCsv(text, { unitPrefix: 'unit:' })
    expect(membersOf(org, 'unit:1')).toEqual(['1', '2'])
  })

  it('that are text formulas are read only if the caller asks for it; a note says so', () => {
    const text = 'id,manager,title\n"=""007""",,"=""say """"hi"""""""\n="8",="007",=1+1\n9,007,="a"&"b"\n'
    const exact = safeParseCsv(text, { mode: 'lenient' })
    expect(exact.ok && rolesOf(exact.org)).toEqual(['="007"', '="8"', '9'])
    const read = safeParseCsv(text, { excelText: true })
    expect(read.ok && rolesOf(read.org)).toEqual(['007', '8', '9'])
    expect(read.ok && rolesOf(read.org).map((role) => roleOf(read.org, role).title)).toEqual([
      'say "hi"',
      '=1+1',
      '="a"&"b"',
    ])
    expect(read.issues).toMatchObject([
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        place: { line: 2 },
        witness: ['excelText', '="007"', '="say ""hi"""', '="8"', '="007"'],
      },
    ])
    expect(safeParseCsv('id,manager\n1,\n', { excelText: true }).issues).toEqual([])
  })
})

describe('strict and lenient', () => {
  it('strict: no org for one error, and a throw with all of them', () => {
    const text = 'id,manager\n1,2\n3,4\n'
    const result = safeParseCsv(text)
    expect(result).toMatchObject({ ok: false, org: undefined })
    expect(issuesThrownBy(() => parseCsv(text))).toEqual(result.issues)
  })

  it('lenient: an org of whatever can be read, from parse too', () => {
    const text = 'id,manager\n1,2\n3,1\n'
    const result = safeParseCsv(text, { mode: 'lenient' })
    expect(result.ok).toBe(true)
    expect(rolesOf(parseCsv(text, { mode: 'lenient' }))).toEqual(['1', '3'])
    expect(thrownBy(() => parseCsv('', { mode: 'lenient' })).code).toBe('INVALID_ORG')
  })
})

describe('options', () => {
  const anything = safeParseCsv as (source: string, options: unknown) => unknown

  it.each([
    ['an unknown part', { columns: { boss: 'x' } }, 'boss'],
    ['a column that is a number', { columns: { id: 7 } }, 'columns.id'],
    ['several columns of one part', { columns: { id: ['a', 'b'] } }, 'columns.id'],
    ['dotted columns that are numbers', { columns: { dotted: [7] } }, 'columns.dotted'],
    ['columns that are a list', { columns: ['id'] }, 'columns'],
    ['columns that are a word', { columns: 'id' }, 'columns'],
    ['a delimiter of two characters', { delimiter: ';;' }, 'delimiter'],
    ['no delimiter', { delimiter: '' }, 'delimiter'],
    ['a quote for a delimiter', { delimiter: '"' }, 'delimiter'],
    ['a line end for a delimiter', { delimiter: '\n' }, 'delimiter'],
    ['half a pair for a delimiter', { delimiter: '😀' }, 'delimiter'],
    ['an unknown match', { match: 'mail' }, 'match'],
    ['tops that are one word', { tops: 'none' }, 'tops'],
    ['tops that are numbers', { tops: [0] }, 'tops'],
    ['vacant words that are no list', { vacant: true }, 'vacant'],
    ['a switch that is a word', { selfManagedTops: 'yes' }, 'selfManagedTops'],
    ['a switch that is a number', { excelText: 1 }, 'excelText'],
    ['a prefix that is a number', { unitPrefix: 7 }, 'unitPrefix'],
    ['an unknown decimal sign', { decimal: ';' }, 'decimal'],
    ['a misspelt option', { column: {} }, 'column'],
  ])('refuse %s', (_what, options, option) => {
    const error = thrownBy(() => anything('id,manager\n1,\n', options))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })

  it('may be undefined one by one', () => {
    const options = {
      columns: { id: undefined },
      tops: undefined,
      limits: undefined,
      match: undefined,
      mode: undefined,
    }
    expect(anything('id,manager\n1,\n', options)).toMatchObject({ ok: true })
  })
})
