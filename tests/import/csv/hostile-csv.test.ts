import fc from 'fast-check'
import { isOrgError, managementChainOf, managerOf, roleOf, rolesOf, unitsOf } from 'rolegraph'
import { type CsvOptions, parseCsv, safeParseCsv } from 'rolegraph/import'
import { afterEach, describe, expect, it } from 'vitest'

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
]

afterEach(() => {
  // Nothing of what was read has reached an object that others use.
  expect(Reflect.ownKeys({})).toEqual([])
  for (const name of ['id', 'manager', 'polluted', 'x']) expect(name in {}).toBe(false)
})

describe('names that lead into objects', () => {
  it('are ids, managers, titles, names and units like others', () => {
    const rows = NAMES.map((id, at) => `${id},${NAMES[at - 1] ?? ''},${id},${id},unit ${id}`)
    const org = parseCsv(`id,manager,title,name,department\n${rows.join('\n')}\n`)
    expect(rolesOf(org)).toEqual(NAMES)
    expect(managementChainOf(org, 'valueOf')).toEqual(NAMES.slice(0, -1).reverse())
    expect(roleOf(org, '__proto__')).toMatchObject({ title: '__proto__', holders: ['__proto__'] })
    expect(unitsOf(org)).toEqual(NAMES.map((id) => `unit ${id}`))
  })

  it('are found by name and by address', () => {
    const rows = NAMES.map((name, at) => `${at},${name},${NAMES[at - 1] ?? ''}`).join('\n')
    const byName = parseCsv(`id,name,manager name\n${rows}\n`)
    const byEmail = parseCsv(`id,email,manager email\n${rows}\n`)
    for (const org of [byName, byEmail]) {
      expect(rolesOf(org).map((role) => managerOf(org, role))).toEqual([
        undefined,
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
      ])
    }
    expect(safeParseCsv('id,name,manager name\n1,Ada,\n2,Bo,constructor\n').issues).toMatchObject([
      { code: 'UNKNOWN_MANAGER', witness: ['constructor'] },
    ])
  })

  it('are headers: own keys of the data, and nothing else', () => {
    const org = parseCsv(`id,manager,${NAMES.join(',')}\n1,,${NAMES.map((name) => `${name}!`).join(',')}\n`)
    const { data } = roleOf(org, '1')
    expect(Object.entries(data ?? {})).toEqual(NAMES.map((name) => [name, `${name}!`]))
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  })

  it('are not known headers', () => {
    for (const name of NAMES) {
      const { issues } = safeParseCsv(`${name},manager\n1,\n`)
      expect(issues).toMatchObject([{ code: 'MISSING_COLUMN' }])
    }
  })
})

describe('formulas', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/c calc'!A0", '\t=1', '=HYPERLINK("http://x")'])(
    '%j is text',
    (cell) => {
      const quoted = `"${cell.replaceAll('"', '""')}"`
      const org = parseCsv(`id,manager,title\n${quoted},,${quoted}\n`, { delimiter: ',' })
      expect(rolesOf(org)).toEqual([cell])
      expect(roleOf(org, cell).title).toBe(cell)
    },
  )
})

describe('sizes', () => {
  it('a hundred thousand columns are more than the limit', () => {
    const header = `id,manager${',x'.repeat(100_000)}`
    expect(safeParseCsv(`${header}\n1,\n`, { mode: 'lenient' }).issues).toMatchObject([
      { code: 'LIMIT_EXCEEDED', place: { line: 1 }, witness: ['columns', '1000'] },
    ])
  })

  it('a hundred thousand cells in a row are one issue', () => {
    const { issues } = safeParseCsv(`id,manager\n1,${',x'.repeat(100_000)}\n2,1\n`)
    expect(issues).toMatchObject([{ code: 'RAGGED_ROW', place: { line: 2 } }])
    expect(issues[0].witness).toHaveLength(8)
  })

  it('a quoted cell of ten million characters is a cell', () => {
    const long = '"",\n'.repeat(2_500_000)
    const org = parseCsv(`id,manager,title\n1,,"${long}"\n2,1,x\n`)
    expect(roleOf(org, '1').title).toHaveLength(7_500_000)
    expect(roleOf(org, '2').reportsTo).toBe('1')
  })

  it('a quote that opens ten million characters is one issue', () => {
    const { issues } = safeParseCsv(`id,manager\n"1,${'a\n'.repeat(5_000_000)}`)
    expect(issues.map(({ code }) => code)).toEqual(['UNCLOSED_QUOTE', 'RAGGED_ROW', 'LIMIT_EXCEEDED'])
    for (const { message } of issues) expect(message.length).toBeLessThan(300)
  })

  it('an id of ten million characters is an issue, and not in it', () => {
    const { issues } = safeParseCsv(`id,manager\n${'x'.repeat(10_000_000)},\n`)
    expect(issues).toMatchObject([{ code: 'LIMIT_EXCEEDED', place: { line: 2, field: 'id' } }])
    expect(JSON.stringify(issues).length).toBeLessThan(1000)
  })

  it('a hundred thousand people of one name, all of whom report to it, end', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `${row},Ada,Ada\n`).join('')
    const { issues } = safeParseCsv(`id,name,manager name\n${rows}`, { limits: { issues: 5 } })
    expect(issues).toHaveLength(6)
    expect(issues[5].message).toBe('99995 more issues are not listed')
  })

  it('a chain of a hundred thousand is read', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `${row + 1},${row === 0 ? '' : row}\n`).join('')
    expect(managementChainOf(parseCsv(`id,manager\n${rows}`), '100000')).toHaveLength(99_999)
  })

  it('thousands of spaces, dots and quotes take no more time', () => {
    const long = ' '.repeat(50_000)
    for (const cell of [
      `a${long}b`,
      `${long}@`,
      '="'.repeat(25_000),
      `="${'""'.repeat(25_000)}`,
      '0'.repeat(50_000),
    ]) {
      const quoted = `"${cell.replaceAll('"', '""')}"`
      const text = `id,manager,name,email,fte,dotted\n1,${quoted},${quoted},${quoted},${quoted},${quoted}\n`
      for (const match of ['id', 'email', 'name'] as const) {
        const result = safeParseCsv(text, { match, excelText: true, vacant: ['x'], mode: 'lenient' })
        expect(result.ok).toBe(true)
      }
    }
  })
})

const cells = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1',
    '2',
    ' 1',
    '1;2',
    '__proto__',
    'NO_MANAGER',
    '="1"',
    'a@x.org',
    'A@X.ORG',
    '1.5',
    'x, y',
  ),
  fc.string({ maxLength: 5 }),
)
const headers = fc.constantFrom(
  ...[
    'id',
    'manager',
    'Manager Email',
    'name',
    'First Name',
    'Last Name',
    'email',
    'dotted',
    'department',
    'fte',
  ],
  ...[
    'title',
    'Reports_To',
    'STATUS',
    'USERID',
    'MANAGER',
    'Boss ID',
    'Employee #',
    '__proto__',
    '',
    'Position ID',
  ],
)
const sources = fc.oneof(
  fc
    .tuple(
      fc.array(headers, { minLength: 1, maxLength: 7 }),
      fc.array(fc.array(cells, { maxLength: 7 }), { maxLength: 7 }),
    )
    .map(([header, rows]) => [header, ...rows].map((row) => row.join(',')).join('\n')),
  fc.string({
    unit: fc.constantFrom('id', 'manager', '"', ',', '\n', '\r', '1', '2', '\uFEFF', '\uD83D'),
    maxLength: 40,
  }),
  fc.uint8Array({ maxLength: 40 }),
)
const options: fc.Arbitrary<CsvOptions> = fc.record(
  {
    mode: fc.constantFrom('strict', 'lenient'),
    match: fc.constantFrom('id', 'email', 'name'),
    tops: fc.subarray(['0', '1', 'none', '']),
    selfManagedTops: fc.boolean(),
    vacant: fc.subarray(['', 'x']),
    unitPrefix: fc.constantFrom('', '1'),
    excelText: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252'),
    limits: fc.constantFrom({}, { rows: 2 }, { columns: 3 }, { issues: 1 }, { idLength: 1 }, { bytes: 20 }),
    columns: fc.constantFrom(
      {},
      { id: 'id' },
      { manager: null },
      { dotted: ['name', 'id'] },
      { holder: 'name' },
    ),
  },
  { requiredKeys: [] },
)

describe('any input', () => {
  it('makes an org or issues, and throws nothing', () => {
    fc.assert(
      fc.property(sources, options, (source, given) => {
        const result = safeParseCsv(source, given)
        const errors = result.issues.filter(({ severity }) => severity === 'error')
        if (!result.ok) expect(errors.length).toBeGreaterThan(0)
        else if (given.mode !== 'lenient') expect(errors).toEqual([])
        if (result.ok) for (const role of rolesOf(result.org)) managementChainOf(result.org, role)
        for (const { message, suggestion } of result.issues) {
          expect(message.length).toBeGreaterThan(10)
          expect(suggestion.length).toBeGreaterThan(10)
        }
        try {
          expect(rolesOf(parseCsv(source, given))).toEqual(result.ok ? rolesOf(result.org) : undefined)
        } catch (error) {
          if (!isOrgError(error, 'INVALID_ORG')) throw error
          expect(error.details.issues).toEqual(result.issues)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
