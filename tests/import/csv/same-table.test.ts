import fc from 'fast-check'
import { checkOrg } from 'rolegraph'
import { type CsvOptions, type ImportResult, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { everythingOf } from '../../support/everything-of.js'

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
        const withFormulas = safeParseCsv(text, { ...options, excelText: true })
        expect(everythingIn(result)).toEqual(everythingIn(withFormulas))
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
