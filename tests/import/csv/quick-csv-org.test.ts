import fc from 'fast-check'
import { checkOrg } from 'rolegraph'
import { type CsvOptions, type ImportResult, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { csvColumnsOf } from '../../../src/import/csv/csv-columns.js'
import { quickCsvOrg } from '../../../src/import/csv/quick-csv-org.js'
import { readCsvTable } from '../../../src/import/csv/read-csv-table.js'
import { ImportIssues } from '../../../src/import/input/import-issues.js'
import { DEFAULT_LIMITS } from '../../../src/import/input/limits.js'
import { everythingOf } from '../../support/everything-of.js'

/** Whether a table is read by its bytes. */
function isQuick(text: string, options: CsvOptions = {}): boolean {
  const issues = new ImportIssues(DEFAULT_LIMITS)
  const table = readCsvTable(text, { delimiter: ',', begin: 0 }, issues)
  if (table === undefined) throw new Error('no table')
  const columns = csvColumnsOf(table.row(0), 1, options.columns, issues)
  expect(issues.all).toEqual([])
  return quickCsvOrg(table, columns, options, DEFAULT_LIMITS.idLength) !== undefined
}

describe('a table is read by its bytes', () => {
  it.each<[string, string, CsvOptions?]>([
    ['with ids and managers', 'id,manager\n1,\n2,1\n'],
    ['with texts and numbers', 'id,manager,title,unit,job family,fte\n1,,Boss,A,x,1\n2,1,,,,0.5\n'],
    ['with letters beyond ASCII', 'id,manager,title\né,,Président·e\n漢,é,経理\n'],
    ['with quotes around cells', '"id","manager"\n"1",""\n"2","1"\n'],
    ['with a column that is named', 'post,boss\n1,\n2,1\n', { columns: { id: 'post', manager: 'boss' } }],
    ['with a byte order mark before a blank line', 'id,manager\n\n1,\r\n2,1'],
    ['with names', 'id,manager,name\n1,,Ada\n2,1,\n'],
    ['with holders and vacancies', 'id,manager,holder\n1,,Ada\n2,1,\n'],
    ['with data', 'id,manager,site,email\n1,, Leeds,a@b.c\n2,1,,\n'],
    ['without a row', 'id,manager\n'],
  ])('%s', (_, text, options) => {
    expect(isQuick(text, options)).toBe(true)
  })

  it.each<[string, string, CsvOptions?]>([
    ['first and last names', 'id,manager,first name,last name\n1,,Ada,L\n'],
    ['words for vacancies', 'id,manager,name\n1,,Ada\n', { vacant: ['TBH'] }],
    ['quotes inside a cell of data', 'id,manager,site\n1,,"a ""b"""\n'],
    ['a holder that is a blank', 'id,manager,holder\n1,,\u00a0\n'],
    ['ids that are names', 'name,manager\nAda,\n', { columns: { id: 'name', name: 'name' } }],
    ['managers by e-mail', 'id,email,manager email\n1,a@b.c,\n'],
    ['quotes inside a cell', 'id,manager,title\n1,,"the ""boss"""\n'],
    ['a cell that begins with a space', 'id,manager\n1, \n'],
    ['a cell that begins with a wide space', 'id,manager\n1,\u3000\n'],
    ['a blank id', 'id,manager\n1,\n,\n'],
    ['an unknown manager', 'id,manager\n1,0\n'],
    ['an id that is there twice', 'id,manager\n1,\n1,\n'],
    ['a circle', 'id,manager\n1,2\n2,1\n'],
    ['a number with an exponent', 'id,manager,fte\n1,,1e3\n'],
    ['a number of twenty digits', 'id,manager,fte\n1,,12345678901234567890\n'],
    ['a number that ends in a dot', 'id,manager,fte\n1,,5.\n'],
    ['a number that begins with one', 'id,manager,fte\n1,,.5\n'],
    ['a number with two', 'id,manager,fte\n1,,1.2.3\n'],
    ['a number with a plus', 'id,manager,fte\n1,,+1\n'],
    ['a sign alone', 'id,manager,fte\n1,,-\n'],
    ['a negative number', 'id,manager,fte\n1,,-1\n'],
    ['an id beyond the limit', `id,manager\n${'x'.repeat(1025)},\n`],
    ['words for tops', 'id,manager\n1,\n', { tops: ['none'] }],
    ['a prefix for units', 'id,manager,unit\n1,,a\n', { unitPrefix: 'u:' }],
    ['decimal commas', 'id,manager,fte\n1,,1\n', { decimal: ',' }],
    ['formulas as text', 'id,manager\n1,\n', { excelText: true }],
  ])('but not one with %s', (_, text, options) => {
    expect(isQuick(text, options)).toBe(false)
  })
})

function everythingIn(result: ImportResult): unknown {
  const { ok, org, issues } = result
  return ok ? { issues, org: everythingOf(org), problems: checkOrg(org) } : issues
}

const HEADERS = [
  ...[
    'title',
    'department',
    'job family',
    'fte',
    'cost',
    'grade',
    'name',
    'holder',
    'email',
    'site',
    '__proto__',
  ],
  'first name',
]
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '2', '3', '4', 'é', '漢', '__proto__', 'constructor') },
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '-0', '1.5', '.5', '5.', '+1', '1e3', '007', '99999999999999999'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' ', '\u00a0', '\ufeff', '\u3000', 'x y', '"', 'a"b', '\ufffd', '😀'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
)

function written(text: string, isQuoted: boolean): string {
  return isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const tables = fc
  .record({
    headers: fc.subarray(HEADERS).map((some) => ['id', 'manager', ...some]),
    // Managers mostly stand above, so that many of the charts are sound.
    ids: fc.uniqueArray(cell, { maxLength: 6 }),
    quoted: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\n\n'),
    others: fc.array(fc.tuple(cell, fc.nat(7)), { minLength: 84, maxLength: 84 }),
  })
  .map(({ headers, ids, quoted, lineEnd, others }) => {
    const rows = ids.map((id, index) =>
      headers.map((header, column) => {
        const [other, number] = others[14 * index + column]
        if (header === 'id') return id
        if (header === 'manager') return number < 7 ? (ids.slice(0, index)[number] ?? '') : other
        return ['fte', 'cost', 'grade'].includes(header) && number < 7 ? String(number / 2) : other
      }),
    )
    return [headers, ...rows]
      .map((cells) => cells.map((each) => written(each, quoted)).join(','))
      .join(lineEnd)
  })
  // A formula is the one thing that the option below reads in another way.
  .filter((text) => !text.includes('='))

describe('however it is read', () => {
  it('a table makes the same org, with the same issues', () => {
    let sound = 0
    let broken = 0
    const columns = { cost: 'cost', grade: 'grade' }
    fc.assert(
      fc.property(tables, fc.constantFrom('strict', 'lenient'), (text, mode) => {
        const options: CsvOptions = {
          mode,
          columns: text.includes('cost') && text.includes('grade') ? columns : {},
        }
        const result = safeParseCsv(text, options)
        // Cell by cell, as every table is read with this option.
        const byCells = safeParseCsv(text, { ...options, excelText: true })
        expect(everythingIn(result)).toEqual(everythingIn(byCells))
        const fromBytes = safeParseCsv(new TextEncoder().encode(text), options)
        if (!/\p{Surrogate}/u.test(text)) expect(everythingIn(fromBytes)).toEqual(everythingIn(result))
        if (result.ok && result.issues.length === 0) sound++
        else broken++
      }),
      { numRuns: 500 },
    )
    // Both kinds come up often enough to mean something.
    expect(sound).toBeGreaterThan(25)
    expect(broken).toBeGreaterThan(25)
  })
})
