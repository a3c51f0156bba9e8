import { headcountOf, managerOf, type Org, roleOf, rolesOf, rollUp, topRolesOf } from 'rolegraph'
import {
  type OrganogramData,
  type OrganogramOptions,
  parseOrganogram,
  safeParseOrganogram,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const HEADER =
  'Post Unique Reference,Name,Grade,Job Title,Unit,Reports to Senior Post,FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),Notes'

const senior = (...rows: string[]): string => `${[HEADER, ...rows].join('\n')}\n`

const JUNIOR_HEADER =
  'Unit,Reporting Senior Post,Grade,Payscale Minimum (£),Payscale Maximum (£),Generic Job Title,Number of Posts in FTE'

const junior = (...rows: string[]): string => `${[JUNIOR_HEADER, ...rows].join('\n')}\n`

function lenient(
  source: string,
  options: OrganogramOptions = {},
): { readonly org: Org<string, string, OrganogramData>; readonly issues: unknown[] } {
  const result = safeParseOrganogram(source, { ...options, mode: 'lenient' })
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

describe('senior posts', () => {
  it('have the parts of a role', () => {
    const org = parseOrganogram(
      senior('10,Ada,SCS3, Director ,Office,XX,1,100000,104999,', '11,Bo,SCS1,Deputy,N/A,10,0.5,N/D,N/D,x'),
      { cost: 'ceiling' },
    )
    expect(roleOf(org, '10')).toMatchObject({
      title: 'Director',
      holders: ['Ada'],
      unit: 'Office',
      fte: 1,
      cost: 104999,
      reportsTo: undefined,
      data: {
        status: 'filled',
        grade: 'SCS3',
        payFloor: 100000,
        payCeiling: 104999,
        juniors: [],
        juniorFte: 0,
      },
    })
    expect(roleOf(org, '11')).toMatchObject({ unit: undefined, cost: undefined, reportsTo: '10' })
    // Nothing is lost: the row is there as it stands in the file.
    expect(roleOf(org, '10').data?.rows).toEqual([
      {
        'Post Unique Reference': '10',
        Name: 'Ada',
        Grade: 'SCS3',
        'Job Title': ' Director ',
        Unit: 'Office',
        'Reports to Senior Post': 'XX',
        FTE: '1',
        'Actual Pay Floor (£)': '100000',
        'Actual Pay Ceiling (£)': '104999',
        Notes: '',
      },
    ])
  })

  it.each(['Grade', 'Grade (or equivalent)', 'GRADE (OR EQUIVALENT)'])(
    'have their grade under %j',
    (header) => {
      const text = senior('10,Ada,SCS3,Director,,XX,1,,,').replace('Grade', header)
      expect(roleOf(parseOrganogram(text), '10').data?.grade).toBe('SCS3')
    },
  )

  it.each<[name: string, status: OrganogramData['status'], vacant: boolean, holders: string[]]>([
    ['Ada', 'filled', false, ['Ada']],
    [' Ada ', 'filled', false, ['Ada']],
    ['N/D', 'undisclosed', false, []],
    ['n/d', 'undisclosed', false, []],
    ['ND', 'undisclosed', false, []],
    ['N/A', 'undisclosed', false, []],
    ['', 'undisclosed', false, []],
    ...[
      'Disclosed',
      'Not disclosed',
      'NOT DISCLOSED',
      'Undisclosed',
      '[Redacted]',
      'Name withheld',
      'Withheld',
      '(Not published)',
    ].map((name): [string, OrganogramData['status'], boolean, string[]] => [name, 'undisclosed', false, []]),
    ['Vacant', 'vacant', true, []],
    ['VACANT', 'vacant', true, []],
    [' vacant', 'vacant', true, []],
    ['Eliminated', 'eliminated', true, []],
    ['Nadia', 'filled', false, ['Nadia']],
    ['Ada Disclosed', 'filled', false, ['Ada Disclosed']],
    ['Na Da', 'filled', false, ['Na Da']],
    ['Vacant Lot', 'filled', false, ['Vacant Lot']],
  ])('named %j are %s', (name, status, vacant, holders) => {
    const { org } = lenient(senior(`10,${name},SCS3,Director,,XX,1,,,`))
    expect(roleOf(org, '10')).toMatchObject({ vacant, holders, data: { status } })
  })

  it('are tops with XX in any case; there may be several; a blank is an issue', () => {
    const { org, issues } = lenient(
      senior(
        '1,Ada,,a,,XX,1,,,',
        '2,Bo,,b,,xx,1,,,',
        '3,Cy,,c,, XX ,1,,,',
        '4,Di,,d,,,1,,,',
        '5,Ed,,e,,1,1,,,',
      ),
    )
    expect(topRolesOf(org)).toEqual(['1', '2', '3', '4'])
    expect(issues).toMatchObject([
      {
        code: 'INVALID_FIELD',
        severity: 'error',
        roles: ['4'],
        place: { line: 5, field: 'Reports to Senior Post' },
      },
    ])
  })

  it('cannot have the reference XX', () => {
    const { issues } = lenient(senior('XX,Ada,,a,,XX,1,,,'))
    expect(issues).toMatchObject([
      { code: 'INVALID_FIELD', severity: 'error', place: { line: 2, field: 'Post Unique Reference' } },
    ])
  })

  it('without a reference are issues, and rows that are not filled in are skipped', () => {
    const text = senior('10,Ada,,a,,XX,1,,,', ',Bo,,b,,10,1,,,', ',,,,,,,,,').replace(/$/gm, '')
    const { org, issues } = lenient(text)
    expect(rolesOf(org)).toEqual(['10'])
    expect(issues).toMatchObject([
      { code: 'MISSING_ID', place: { line: 3, field: 'Post Unique Reference' }, witness: ['b'] },
    ])
    // The sheet computes its last column for every row.
    const computed =
      'Post Unique Reference,Name,Job Title,Reports to Senior Post,Valid?\n10,Ada,a,XX,1\n,,,,0\n,,,,1\n'
    expect(safeParseOrganogram(computed)).toMatchObject({ ok: true, issues: [] })
  })

  it('that report to themselves, to an unknown post or in a cycle are issues in their place', () => {
    const { issues } = lenient(
      senior('1,A,,a,,1,1,,,', '2,B,,b,,9,1,,,', '3,C,,c,,4,1,,,', '4,D,,d,,3,1,,,', '5,E,,e,,XX,1,,,'),
    )
    const field = 'Reports to Senior Post'
    expect(issues).toMatchObject([
      { code: 'SELF_REPORT', roles: ['1'], place: { line: 2, field } },
      { code: 'UNKNOWN_MANAGER', roles: ['2'], place: { line: 3, field }, witness: ['9'] },
      { code: 'REPORTING_CYCLE', place: { line: 4, field }, witness: ['3', '4', '3'] },
    ])
  })

  it.each<[cell: string, floor: number | undefined, warned: boolean]>([
    ['100000', 100000, false],
    ['"100,000"', 100000, false],
    ['"£100,000.50"', 100000.5, false],
    ['£ 5', 5, false],
    ['0', 0, false],
    ['', undefined, false],
    ['N/D', undefined, false],
    ['n.a.', undefined, false],
    ['"1,00"', undefined, true],
    ['"100,00"', undefined, true],
    ['ca. 5', undefined, true],
    ['-5', undefined, true],
    ['1e5', undefined, true],
  ])('have the pay %s: %j', (cell, floor, warned) => {
    const result = safeParseOrganogram(senior(`10,Ada,,a,,XX,1,${cell},0,`), { cost: 'floor' })
    // A figure is no part of the chart: what is none is a warning.
    expect(result.ok && roleOf(result.org, '10').data?.payFloor).toBe(floor)
    const warning = {
      code: 'INVALID_FIELD',
      severity: 'warning',
      place: { line: 2, field: 'Actual Pay Floor (£)' },
    }
    expect(result.issues).toMatchObject(warned ? [warning] : [])
    // A pay of 0 is one that is not published.
    expect(result.ok && roleOf(result.org, '10').cost).toBe(floor === 0 ? undefined : floor)
  })

  it('have no cost unless asked', () => {
    const org = parseOrganogram(senior('10,Ada,,a,,XX,1,100000,104999,'))
    expect(rollUp(org, 'cost')).toMatchObject({ total: 0, missing: 1 })
  })
})

describe('units', () => {
  it('are kept apart from references by a prefix, which the issue suggests', () => {
    const text = senior('10,Ada,SCS3,Director,11,XX,1,,,', '11,Bo,SCS1,Deputy,,10,1,,,')
    expect(safeParseOrganogram(text).issues).toMatchObject([
      { code: 'DUPLICATE_ID', roles: ['11'], units: ['11'], place: { line: 2, field: 'Unit' } },
    ])
    expect(safeParseOrganogram(text).issues[0]?.suggestion).toContain("unitPrefix: 'unit:'")
    const org = parseOrganogram(text, { unitPrefix: 'unit:' })
    expect([roleOf(org, '10').unit, roleOf(org, '11').unit]).toEqual(['unit:11', undefined])
  })
})

describe('job shares', () => {
  const rows = (...names: string[]): string =>
    senior(
      '10,Zoe,SCS3,Director,,XX,1,,,',
      ...names.map((name) => `11,${name},SCS1,Deputy,,10,0.5,30000,34999,${name}`),
    )

  it.each<[names: string[], status: string, holders: string[], headcount: number]>([
    [['Ada', 'Bo'], 'filled', ['Ada', 'Bo'], 2],
    [['Ada', 'Bo', 'Cy'], 'filled', ['Ada', 'Bo', 'Cy'], 3],
    [['Ada', 'N/D'], 'filled', ['Ada', 'N/D (11, 2)'], 2],
    [['N/D', 'N/D'], 'undisclosed', ['N/D (11, 1)', 'N/D (11, 2)'], 2],
    [['Disclosed', 'Disclosed'], 'undisclosed', ['N/D (11, 1)', 'N/D (11, 2)'], 2],
    [['Ada', 'Vacant'], 'filled', ['Ada'], 1],
    [['Vacant', 'Vacant'], 'vacant', [], 0],
    [['Ada', 'Eliminated'], 'filled', ['Ada'], 1],
    [['Vacant', 'Eliminated'], 'vacant', [], 0],
  ])('of %j: one role, %s', (names, status, holders, headcount) => {
    const { org, issues } = lenient(rows(...names))
    expect(rolesOf(org)).toEqual(['10', '11'])
    expect(roleOf(org, '11')).toMatchObject({ holders, data: { status } })
    expect([rollUp(org, 'headcount').own('11'), headcountOf(org, '11')]).toEqual([headcount, headcount])
    expect(roleOf(org, '11').data?.rows).toHaveLength(names.length)
    expect(issues).toMatchObject([
      {
        code: 'JOB_SHARE',
        severity: 'info',
        roles: ['11'],
        witness: names.map((_, row) => ({ line: row + 3, field: 'Post Unique Reference' })),
      },
    ])
  })

  it('sum FTE and pay, if each row has a figure', () => {
    const { org } = lenient(rows('Ada', 'Bo'), { cost: 'floor' })
    expect(roleOf(org, '11')).toMatchObject({
      fte: 1,
      cost: 60000,
      data: { payFloor: 60000, payCeiling: 69998 },
    })
    const half = lenient(rows('Ada', 'Bo').replace('0.5,30000,34999,Bo', '0.5,N/D,N/D,Bo'), { cost: 'floor' })
    expect(roleOf(half.org, '11')).toMatchObject({ fte: 1, cost: undefined, data: { payFloor: undefined } })
  })

  it('differ in the holder only: otherwise two posts have one reference', () => {
    const text = rows('Ada', 'Bo').replace('11,Bo,SCS1,Deputy', '11,Bo,SCS2,Director')
    const { org, issues } = lenient(text)
    expect(roleOf(org, '11')).toMatchObject({ title: 'Deputy', holders: ['Ada'] })
    expect(issues).toMatchObject([
      { code: 'DUPLICATE_ID', severity: 'error', roles: ['11'], place: { line: 4 } },
    ])
    const strict = safeParseOrganogram(text)
    expect(strict.ok).toBe(false)
    expect(strict.issues[0]?.message).toContain("differ in 'Grade' and 'Job Title'")
  })
})

describe('people who are not in post', () => {
  it('are separate roles, with a note', () => {
    const { org, issues } = lenient(
      senior('10,Zoe,,Director,,XX,1,,,', '0,N/D,,Not in post,,10,1,,,', '0,N/D,,Not in post,,10,0.5,,,'),
    )
    expect(rolesOf(org)).toEqual(['10', '0#1', '0#2'])
    expect(roleOf(org, '0#2')).toMatchObject({ reportsTo: '10', fte: 0.5, data: { status: 'not-in-post' } })
    expect(issues).toMatchObject([
      { code: 'NOT_IN_POST', severity: 'info', roles: ['0#1'], place: { line: 3 } },
      { code: 'NOT_IN_POST', severity: 'info', roles: ['0#2'], place: { line: 4 } },
    ])
  })

  it('cannot be reported to', () => {
    const { issues } = lenient(senior('0,N/D,,Not in post,,XX,1,,,', '1,Ada,,a,,0,1,,,'))
    expect(issues).toMatchObject([
      { code: 'NOT_IN_POST' },
      { code: 'UNKNOWN_MANAGER', roles: ['1'], witness: ['0'] },
    ])
  })

  it('never take the id of a post', () => {
    const { org, issues } = lenient(senior('0#1,Ada,,a,,XX,1,,,', '0,N/D,,Not in post,,0#1,1,,,'))
    expect(rolesOf(org)).toEqual(['0#1', '0#2'])
    expect(roleOf(org, '0#1').holders).toEqual(['Ada'])
    expect(issues).toMatchObject([{ code: 'NOT_IN_POST', roles: ['0#2'] }])
  })
})

describe('junior posts', () => {
  const SENIOR = senior('10,Ada,,a,,XX,1,,,', '11,Bo,,b,,10,1,,,', '12,Eliminated,,c,,10,1,,,')

  it('are data of their senior post, and are summed', () => {
    const org = parseOrganogram(SENIOR, {
      junior: junior('u,11,HEO,20000,30000, Analyst ,3.5', 'u,11,EO,N/D,,Clerk,N/A', 'u,10,AO,1,2,Help,2'),
    })
    expect(rolesOf(org)).toEqual(['10', '11', '12'])
    expect(roleOf(org, '11').data).toMatchObject({
      juniorFte: 3.5,
      juniors: [
        { title: 'Analyst', grade: 'HEO', fte: 3.5, payMinimum: 20000, payMaximum: 30000 },
        { title: 'Clerk', grade: 'EO', fte: undefined, payMinimum: undefined, payMaximum: undefined },
      ],
    })
    expect(roleOf(org, '11').data?.juniors[0]?.row['Generic Job Title']).toBe(' Analyst ')
    const posts = rollUp(org, (role) => (role.fte ?? 0) + (role.data?.juniorFte ?? 0))
    expect([posts.of('11'), posts.total]).toEqual([4.5, 7.5])
  })

  it('whose senior post is unknown are issues in the other file', () => {
    const { org, issues } = lenient(SENIOR, {
      junior: junior('u,11,,,,x,1', 'u,99,,,,y,1', 'u,,,,,z,1', ',,,,,,'),
    })
    const place = (line: number): object => ({ path: ['junior'], line, field: 'Reporting Senior Post' })
    expect(issues).toMatchObject([
      { code: 'FORMER_POST' },
      { code: 'UNKNOWN_MANAGER', severity: 'error', roles: [], place: place(3), witness: ['99'] },
      { code: 'UNKNOWN_MANAGER', severity: 'error', roles: [], place: place(4), witness: [''] },
    ])
    expect(rollUp(org, (role) => role.data?.juniorFte ?? 0).total).toBe(1)
  })

  it('under a post that is left out are issues', () => {
    const options = { junior: junior('u,12,,,,x,1'), leaveOutEliminated: true }
    expect(lenient(SENIOR, options).issues).toMatchObject([
      { code: 'FORMER_POST' },
      { code: 'OPTION_APPLIED' },
      { code: 'UNKNOWN_MANAGER', witness: ['12'] },
    ])
  })

  it('with text instead of a number are warnings', () => {
    const { issues } = lenient(SENIOR, { junior: junior('u,11,,,,x,some') })
    expect(issues).toMatchObject([
      { code: 'FORMER_POST' },
      {
        code: 'INVALID_FIELD',
        severity: 'warning',
        place: { path: ['junior'], line: 2, field: 'Number of Posts in FTE' },
      },
    ])
  })

  it('in the wrong kind of file are issues', () => {
    const { issues } = safeParseOrganogram(SENIOR, { junior: SENIOR })
    expect(issues.filter(({ code }) => code === 'MISSING_COLUMN').map(({ witness }) => witness)).toEqual([
      ['Reporting Senior Post'],
      ['Generic Job Title'],
      ['Number of Posts in FTE'],
    ])
  })
})

describe('what references mean', () => {
  const TEXT = senior('007,Ada,,a,,XX,1,,,', '12,Bo,,b,,7,1,,,', 'ab,Cy,,c,,AB1,1,,,', 'ab1,Di,,d,,12,1,,,')

  it('is exact by default', () => {
    expect(lenient(TEXT).issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', witness: ['7'] },
      { code: 'UNKNOWN_MANAGER', witness: ['AB1'] },
    ])
  })

  it('may be found without leading zeros and without case; each option reports what it changed', () => {
    const zeros = lenient(TEXT, { matchLeadingZeros: true })
    expect(managerOf(zeros.org, '12')).toBe('007')
    expect(zeros.issues).toMatchObject([
      {
        code: 'OPTION_APPLIED',
        severity: 'info',
        place: { line: 3 },
        witness: ['matchLeadingZeros', '7 → 007'],
      },
      { code: 'UNKNOWN_MANAGER', witness: ['AB1'] },
    ])
    const cases = lenient(TEXT, { ignoreCase: true })
    expect(managerOf(cases.org, 'ab')).toBe('ab1')
    expect(cases.issues).toMatchObject([
      { code: 'OPTION_APPLIED', severity: 'info', place: { line: 4 }, witness: ['ignoreCase', 'AB1 → ab1'] },
      { code: 'UNKNOWN_MANAGER', witness: ['7'] },
    ])
    expect(safeParseOrganogram(TEXT, { matchLeadingZeros: true, ignoreCase: true }).ok).toBe(true)
  })

  it('may need both options at once', () => {
    const text = senior('00A,Ada,,a,,XX,1,,,', '1,Bo,,b,,a,1,,,')
    const { org, issues } = lenient(text, { matchLeadingZeros: true, ignoreCase: true })
    expect(managerOf(org, '1')).toBe('00A')
    expect(issues).toMatchObject([
      { code: 'OPTION_APPLIED', witness: ['matchLeadingZeros', 'a → 00A'] },
      { code: 'OPTION_APPLIED', witness: ['ignoreCase', 'a → 00A'] },
    ])
  })

  it('is the exact post before any other', () => {
    const text = senior('7,Ada,,a,,XX,1,,,', '007,Bo,,b,,XX,1,,,', '1,Cy,,c,,7,1,,,', '2,Di,,d,,007,1,,,')
    const { org, issues } = lenient(text, { matchLeadingZeros: true })
    expect([managerOf(org, '1'), managerOf(org, '2')]).toEqual(['7', '007'])
    expect(issues).toEqual([])
  })

  it('is refused where it would make two posts one', () => {
    const text = senior('7,Ada,,a,,XX,1,,,', '007,Bo,,b,,XX,1,,,', '1,Cy,,c,,07,1,,,')
    const { org, issues } = lenient(text, { matchLeadingZeros: true })
    expect(managerOf(org, '1')).toBeUndefined()
    expect(issues).toMatchObject([
      {
        code: 'OPTION_REFUSED',
        severity: 'error',
        place: { line: 4 },
        witness: ['matchLeadingZeros', '07', '7', '007'],
      },
    ])
    expect(safeParseOrganogram(text, { matchLeadingZeros: true }).ok).toBe(false)
    const cases = senior('aB,Ada,,a,,XX,1,,,', 'Ab,Bo,,b,,XX,1,,,', '1,Cy,,c,,ab,1,,,')
    expect(lenient(cases, { ignoreCase: true }).issues).toMatchObject([
      { code: 'OPTION_REFUSED', witness: ['ignoreCase', 'ab', 'aB', 'Ab'] },
    ])
  })

  it('holds for junior posts too, and is counted with the others', () => {
    const { org, issues } = lenient(TEXT, {
      junior: junior('u,0012,,,,x,2', 'u,7,,,,y,3'),
      matchLeadingZeros: true,
      ignoreCase: true,
    })
    expect(roleOf(org, '12').data?.juniorFte).toBe(2)
    expect(roleOf(org, '007').data?.juniorFte).toBe(3)
    expect(issues).toMatchObject([
      { code: 'OPTION_APPLIED', witness: ['matchLeadingZeros', '0012 → 12', '7 → 007', '7 → 007'] },
      { code: 'OPTION_APPLIED', witness: ['ignoreCase', 'AB1 → ab1'] },
    ])
  })

  it('keeps one zero of a reference of zeros', () => {
    const text = senior('00,Ada,,a,,XX,1,,,', '1,Bo,,b,,000,1,,,')
    expect(managerOf(parseOrganogram(text, { matchLeadingZeros: true }), '1')).toBe('00')
  })
})

describe('files that are not organograms', () => {
  it.each([
    ['an empty file', '', ['MISSING_COLUMN']],
    [
      'another table',
      'id,manager\n1,\n',
      ['MISSING_COLUMN', 'MISSING_COLUMN', 'MISSING_COLUMN', 'MISSING_COLUMN'],
    ],
    ['an unclosed quote', senior('10,"Ada,,a,,XX,1,,,'), ['UNCLOSED_QUOTE', 'RAGGED_ROW', 'INVALID_FIELD']],
  ])('%s', (_what, text, codes) => {
    const { ok, issues } = safeParseOrganogram(text)
    expect(ok).toBe(false)
    expect(issues.map(({ code }) => code)).toEqual(codes)
  })

  it('bytes of another encoding are issues, unless it is declared', () => {
    const bytes = Buffer.from(senior('10,Zoë,,a,,XX,1,5,6,'), 'latin1')
    expect(safeParseOrganogram(bytes).issues).toMatchObject([
      { code: 'INVALID_ENCODING', place: { line: 1 } },
    ])
    const org = parseOrganogram(bytes, { encoding: 'windows-1252' })
    expect(roleOf(org, '10')).toMatchObject({ holders: ['Zoë'], data: { payFloor: 5 } })
  })

  it('hostile names are references like any other', () => {
    const names = ['__proto__', 'constructor', 'toString']
    const text = senior(
      ...names.map((name, at) => `${name},${name},,${name},u-${name},${names[at - 1] ?? 'XX'},1,,,`),
    )
    const org = parseOrganogram(text.replace('Notes', '__proto__'), {
      junior: junior('u,__proto__,,,,constructor,2'),
      ignoreCase: true,
      matchLeadingZeros: true,
    })
    expect(rolesOf(org)).toEqual(names)
    expect(managerOf(org, 'toString')).toBe('constructor')
    const [row] = roleOf(org, '__proto__').data?.rows ?? []
    expect(Object.hasOwn(row, '__proto__')).toBe(true)
    expect(Reflect.ownKeys({})).toEqual([])
    expect('juniors' in {}).toBe(false)
  })
})

describe('options', () => {
  const anything = safeParseOrganogram as (source: string, options: unknown) => unknown

  it.each([
    ['an unknown option', { juniors: '' }, 'juniors'],
    ['a prefix that is a number', { unitPrefix: 7 }, 'unitPrefix'],
    ['a switch that is a word', { ignoreCase: 'yes' }, 'ignoreCase'],
    ['an unknown cost', { cost: 'pay' }, 'cost'],
    ['junior posts that are a number', { junior: 7 }, 'junior'],
    ['junior posts that are a stream', { junior: new ReadableStream() }, 'junior'],
    ['a delimiter of two characters', { delimiter: ',,' }, 'delimiter'],
    ['an unknown mode', { mode: 'loose' }, 'mode'],
  ])('refuse %s', (_what, options, option) => {
    const error = thrownBy(() => anything(senior('10,Ada,,a,,XX,1,,,'), options))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })

  it('let the senior table come as a stream', async () => {
    async function* pieces(): AsyncGenerator<string> {
      for (const character of senior('10,Ada,,a,,XX,1,,,')) {
        await Promise.resolve()
        yield character
      }
    }
    expect(rolesOf(await parseOrganogram(pieces()))).toEqual(['10'])
    expect(await safeParseOrganogram(pieces())).toMatchObject({ ok: true, issues: [] })
  })
})
