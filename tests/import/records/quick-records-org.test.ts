import fc from 'fast-check'
import { isRole, type Org, roleOf, rolesOf } from 'rolegraph'
import {
  type ImportResult,
  parseRecords,
  type RecordData,
  type RecordsOptions,
  safeParseRecords,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/import/input/limits.js'
import { fieldNames } from '../../../src/import/records/records-options.js'
import { quickRecordsOrg } from '../../../src/import/records/quick-records-org.js'
import { everythingOf } from '../../support/everything-of.js'

/** The org of a text by its bytes. */
function quickly(json: string, options: RecordsOptions = {}): Org<string, string, RecordData> | undefined {
  return quickRecordsOrg(json, json, fieldNames(options), options, DEFAULT_LIMITS)
}

function isQuick(json: string): boolean {
  return quickly(json) !== undefined
}

/** The same text with a key that is escaped, with which nothing is read by its bytes. */
function forParser(json: string): string {
  return json.replace('"id"', '"\\u0069d"')
}

describe('plain records are read by their bytes', () => {
  it.each<[string, string]>([
    [
      'as JSON.stringify writes them',
      '[{"id":"a","manager":null,"cost":1.5},{"id":"b","manager":"a","cost":null}]',
    ],
    ['with blanks', '[\n  { "id" : "a", "manager" : null },\r\n\t{ "id" : "b", "manager" : "a" }\n]\n'],
    [
      'with letters beyond ASCII',
      '[{"id":"é","manager":null,"title":"漢字"},{"id":"😀","manager":"é","title":""}]',
    ],
  ])('%s', (_, json) => {
    expect(isQuick(json)).toBe(true)
  })

  it.each<[string, string]>([
    ['a part that is a list', '[{"id":"a","manager":null,"holders":["Ada"]}]'],
    ['a part that bytes do not tell', '[{"id":"a","manager":null,"note":"x"}]'],
    ['a number as an id', '[{"id":1,"manager":null}]'],
    ['a text as a number', '[{"id":"a","manager":null,"cost":"1"}]'],
    ['true', '[{"id":"a","manager":null,"title":true}]'],
    ['an escape', '[{"id":"a","manager":null,"title":"\\n"}]'],
    ['an escape in a key', '[{"\\u0069d":"a","manager":null}]'],
    ['a field less', '[{"id":"a","manager":null},{"id":"b"}]'],
    ['another order', '[{"id":"a","manager":null},{"manager":null,"id":"b"}]'],
    ['other blanks', '[{"id":"a","manager":null},{"id": "b","manager":null}]'],
    ['a line end in a text', '[{"id":"a\n","manager":null}]'],
    ['an exponent', '[{"id":"a","manager":null,"cost":1e3}]'],
    ['a dot too many', '[{"id":"a","manager":null,"cost":1.2.3}]'],
    ['a zero too many', '[{"id":"a","manager":null,"cost":01}]'],
    ['no digit', '[{"id":"a","manager":null,"cost":-}]'],
    ['half a null', '[{"id":"a","manager":nul}]'],
    ['no end', '[{"id":"a","manager":null}'],
    ['no end of a text', '[{"id":"a","manager":"'],
    ['something behind it', '[{"id":"a","manager":null}],'],
    ['no comma', '[{"id":"a","manager":null}{"id":"b","manager":null}]'],
    ['nothing', ''],
    ['no record', '[]'],
    ['an empty record', '[{}]'],
  ])('but not with %s', (_, json) => {
    expect(isQuick(json)).toBe(false)
  })
})

/** A record that has a field with a value, as it stands in the text, and one more after it. */
function withField(value: string, key = '"site"'): string {
  return `[{"id":"a",${key}:${value},"manager":null},{"id":"b",${key}:null,"manager":"a"}]`
}

describe('fields that no part takes are read by their bytes', () => {
  it.each<[string, string, string, unknown]>([
    ['a text', '"site"', '"Leeds"', 'Leeds'],
    ['a blank text', '"site"', '""', ''],
    ['a text with escapes', '"site"', String.raw`"\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00"`, '"\\/\b\f\n\r\té😀'],
    ['half a character, escaped', '"site"', String.raw`"\ud800"`, '\ud800'],
    ['letters beyond ASCII', '"ort"', '"Köln 漢字 😀"', 'Köln 漢字 😀'],
    ['what looks like the end of a record', '"site"', '"},{"', '},{'],
    ['an integer', '"floor"', '7', 7],
    ['an integer with as many digits as are surely held', '"floor"', '-123456789012345', -123456789012345],
    ['a zero', '"floor"', '0', 0],
    ['a negative zero', '"floor"', '-0', -0],
    ['decimals', '"floor"', '1.0', 1],
    ['many decimals', '"floor"', '0.30000000000000004', 0.30000000000000004],
    ['true', '"active"', 'true', true],
    ['false', '"active"', 'false', false],
    ['null', '"active"', 'null', null],
    ['a key that is a name of prototypes', '"__proto__"', '"x"', 'x'],
    ['a key that every object inherits', '"constructor"', '1', 1],
    ['a key without letters', '""', 'true', true],
  ])('%s', (_, key, value, expected) => {
    const json = withField(value, key)
    const org = quickly(json)
    const { data } = org ? roleOf(org, 'a') : {}
    expect(data && Object.entries(data)).toEqual([[JSON.parse(key), expected]])
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect(Object.isFrozen(data)).toBe(true)
    expect(data).toEqual(roleOf(parseRecords(forParser(json)), 'a').data)
    expect(org && Object.values(roleOf(org, 'b').data ?? {})).toEqual([null])
  })

  it.each<[string, string]>([
    ['a list', '[1]'],
    ['an object', '{"city":"Leeds"}'],
    ['an exponent', '1e3'],
    ['an integer that may not be held', '1234567890123456'],
    ['a zero too many', '01'],
    ['no digit', '-'],
    ['no digit behind a dot', '1.'],
    ['no digit before a dot', '.5'],
    ['a plus', '+1'],
    ['half a word', 'tru'],
    ['a word with another letter', 'trua'],
    ['a word with another letter behind the first', 'fxlse'],
    ['nothing by another word', 'nill'],
    ['a word too long', 'nulll'],
    ['a word that is none', 'NaN'],
    ['no value', ''],
    ['two values', '1 2'],
    ['an unknown escape', String.raw`"\x"`],
    ['an escape without its digits', String.raw`"\u00e"`],
    ['an escape with letters that are no digits', String.raw`"\u00eg"`],
    ['a line end in a text', '"a\nb"'],
    ['a control character in a text', '"a\u0001"'],
    ['no end of a text', '"a'],
    ['an escaped end of a text', String.raw`"a\"`],
  ])('but not %s', (_, value) => {
    expect(isQuick(withField(value))).toBe(false)
    expect(isQuick(withField('7').replace(':null,"manager":"a"', `:${value},"manager":"a"`))).toBe(false)
  })

  it.each<[string, string]>([
    ['a key twice', '[{"id":"a","manager":null,"x":1,"x":2}]'],
    ['an escape in a key', String.raw`[{"id":"a","manager":null,"\u0078":1}]`],
    ['a text that ends the input', '[{"id":"a","manager":null,"x":"'],
    ['an escape that ends the input', String.raw`[{"id":"a","manager":null,"x":"\u00`],
    ['a field that one record lacks', '[{"id":"a","manager":null,"x":1},{"id":"b","manager":"a"}]'],
  ])('nor %s', (_, json) => {
    expect(isQuick(json)).toBe(false)
  })

  it('in the order of the keys of an object, with values of any kind in one field', () => {
    const json =
      '[{"b":1,"id":"a","10":"x","manager":null,"2":true,"a":null},{"b":"1","id":"b","10":2.5,"manager":"a","2":"","a":false}]'
    const org = quickly(json)
    expect(org && rolesOf(org).map((id) => JSON.stringify(roleOf(org, id).data))).toEqual([
      '{"2":true,"10":"x","b":1,"a":null}',
      '{"2":"","10":2.5,"b":"1","a":false}',
    ])
  })

  it('and do not change with the bytes that they were read from', () => {
    const bytes = new TextEncoder().encode('[{"id":"a","manager":null,"site":"Leeds","active":true}]')
    const org = parseRecords(bytes)
    bytes.fill(0x20)
    expect(roleOf(org, 'a').data).toEqual({ site: 'Leeds', active: true })
  })

  it('of parts that have no field too', () => {
    const org = quickly('[{"id":"a","manager":null,"title":"x","cost":-1}]', { title: null, cost: null })
    expect(org && roleOf(org, 'a')).toMatchObject({
      title: 'a',
      cost: undefined,
      data: { title: 'x', cost: -1 },
    })
  })

  it('within the limits', () => {
    const json = '[{"id":"a","manager":null,"x":1}]'
    const columns = safeParseRecords(json, { limits: { columns: 2 } })
    expect(columns.issues.map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED'])
  })
})

function everythingIn(result: ImportResult<RecordData>): unknown {
  const { ok, org, issues } = result
  if (!ok) return issues.map(({ code, roles, place: { path } }) => ({ code, roles, path }))
  return {
    issues: issues.map(({ code, witness }) => ({ code, witness })),
    org: everythingOf(org),
    // The order of the keys, and what of the data could be changed.
    data: rolesOf(org).map((id) => [JSON.stringify(roleOf(org, id).data), frozenIn(roleOf(org, id).data)]),
    strangers: ['', 'x', '\ufffd'].map((id) => isRole(org, id)),
  }
}

function frozenIn(data: RecordData | undefined): readonly boolean[] {
  return [data, ...Object.values(data ?? {})].map((value) => Object.isFrozen(value))
}

const text = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    '',
    '__proto__',
    'constructor',
    'é',
    '漢',
    '😀',
    '\ufffd',
    '\u00a0',
    '"',
    '\\',
    '\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)
const number = fc.oneof(
  fc.nat(100),
  fc.constantFrom(-0, 0.1, 1e21, 1e-7, 123456789012345, 12345678901234.5, 0.000001, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
/** Values of data as they stand in a text, sound ones and others. */
const written = fc.oneof(
  { weight: 16, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 16, arbitrary: fc.constantFrom('true', 'false', 'null', '0', '-0', '1.0', '1.50', '0.1') },
  { weight: 8, arbitrary: number.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['1e3', '1E-2', '01', '1.', '-', 'tru', 'nul', 'NaN', '', '1 2', '9007199254740993', '1e400'],
      ...[String.raw`"\ud800"`, String.raw`"\u00e9\/"`, String.raw`"\x"`, String.raw`"\u12"`, '"\t"', '"'],
      ...['[]', '{}', '[1,]', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', '[[[["a",null]]],{"b":[true]}]'],
    ),
  },
)
const key = fc.constantFrom('site', 'email', '__proto__', 'constructor', '', '7', '10', 'é', 'holders')
const FIELDS = ['title', 'unit', 'family', 'cost', 'grade'] as const
const charts = fc
  .record({
    ids: fc.uniqueArray(text, { maxLength: 6 }),
    fields: fc.subarray([...FIELDS], { maxLength: 3 }),
    managers: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: text }), {
      minLength: 6,
      maxLength: 6,
    }),
    data: fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.uniqueArray(key, { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(key, { maxLength: 3 }) },
      ),
      fc.array(written, { minLength: 18, maxLength: 18 }),
    ),
    values: fc.array(fc.tuple(fc.option(text), fc.option(number)), { minLength: 36, maxLength: 36 }),
    indent: fc.constantFrom(0, 2, '\t'),
  })
  .map(({ ids, fields, managers, data: [keys, texts], values, indent }) => {
    const records = ids.map((id, index) => {
      const manager = managers[index]
      const others = fields.map((field, column) => {
        const [anyText, anyNumber] = values[6 * index + column]
        return [field, field === 'cost' || field === 'grade' ? anyNumber : anyText] as const
      })
      const known = typeof manager === 'number' ? (ids.slice(0, index)[manager] ?? null) : manager
      return Object.fromEntries([['id', id], ['manager', known], ...others])
    })
    const gap = indent === 0 ? '' : ' '
    // As text, since a record with these values is no JSON, or has a key twice.
    const more = (index: number): string =>
      keys.map((name, at) => `,${gap}${JSON.stringify(name)}:${gap}${texts[3 * index + at]}`).join('')
    const lines = records.map((record, index) =>
      JSON.stringify(record, null, indent).replace(/\s*\}$/, (end) => more(index) + end),
    )
    return `[${lines.join(`,${gap}`)}]`
  })

describe('however they are read', () => {
  it('records make the same org', () => {
    let quick = 0
    let quickData = 0
    let general = 0
    fc.assert(
      fc.property(charts, (json) => {
        const result = everythingIn(safeParseRecords(json))
        expect(result).toEqual(everythingIn(safeParseRecords(forParser(json))))
        expect(everythingIn(safeParseRecords(new TextEncoder().encode(json)))).toEqual(result)
        const org = quickly(json)
        if (org === undefined) general++
        else if (rolesOf(org).some((id) => roleOf(org, id).data !== undefined)) quickData++
        else quick++
      }),
      { numRuns: 1000 },
    )
    expect(quick).toBeGreaterThan(25)
    expect(quickData).toBeGreaterThan(25)
    expect(general).toBeGreaterThan(25)
  })
})
