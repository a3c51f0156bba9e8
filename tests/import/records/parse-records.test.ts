import fc from 'fast-check'
import {
  isOrgError,
  isRole,
  managerOf,
  managersOf,
  membersOf,
  nextStepsOf,
  roleOf,
  rolesOf,
  unitsOf,
} from 'rolegraph'
import { type ImportResult, parseRecords, type RecordsOptions, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { fieldNames } from '../../../src/import/records/records-options.js'
import { quickRecordsOrg } from '../../../src/import/records/quick-records-org.js'
import { DEFAULT_LIMITS } from '../../../src/import/input/limits.js'
import { everythingOf } from '../../support/everything-of.js'
import { thrownBy } from '../../support/thrown-by.js'

const codesOf = (result: ImportResult): string[] => result.issues.map(({ code }) => code)

describe('records in JSON', () => {
  it('have parts in fields of their names', () => {
    const org = parseRecords(
      JSON.stringify([
        { id: 'a', title: 'Director', unit: 'pmo', holders: ['Ada'], cost: 90, grade: 3 },
        { id: 'b', manager: 'a', dotted: ['c'], moves: 'a', vacant: true, note: 'new' },
        { id: 'c', manager: null, holders: 'Grace', skills: ['law'] },
      ]),
    )
    expect(roleOf(org, 'a')).toMatchObject({ title: 'Director', holders: ['Ada'], cost: 90, grade: 3 })
    expect(managersOf(org, 'b', { lines: 'all' })).toEqual(['a', 'c'])
    expect(nextStepsOf(org, 'b').map(({ to }) => to)).toEqual(['a'])
    expect(roleOf(org, 'b')).toMatchObject({ vacant: true, note: 'new', data: undefined })
    expect(roleOf(org, 'c')).toMatchObject({ holders: ['Grace'], skills: ['law'] })
    expect(membersOf(org, 'pmo')).toEqual(['a'])
  })

  it('have parts in fields that are named', () => {
    const json = '[{"post":"a","boss":null,"name":"Chief"},{"post":"b","boss":"a","name":"Clerk"}]'
    const org = parseRecords(json, { id: 'post', manager: 'boss', title: 'name' })
    expect(managerOf(org, 'b')).toBe('a')
    expect(roleOf(org, 'b')).toMatchObject({ title: 'Clerk', data: undefined })
  })

  it('keep what no part takes, whatever it is called', () => {
    const json = '[{"id":"a","manager":null,"site":{"city":"Leeds"},"__proto__":{"x":1},"title":null}]'
    const { data, title } = roleOf(parseRecords(json), 'a')
    expect(JSON.stringify(data)).toBe('{"site":{"city":"Leeds"},"__proto__":{"x":1}}')
    expect(title).toBe('a')
    expect(Reflect.get({}, 'x')).toBeUndefined()
    expect(roleOf(parseRecords(json, { title: null }), 'a').data).toHaveProperty('title', null)
  })

  it('have whole numbers as ids by their digits', () => {
    const org = parseRecords(
      '[{"id":7,"manager":null},{"id":"007","manager":7,"dotted":[8,"9"]},{"id":8},{"id":9}]',
    )
    expect(rolesOf(org)).toEqual(['7', '007', '8', '9'])
    expect(managersOf(org, '007', { lines: 'all' })).toEqual(['7', '8', '9'])
  })

  it('are a list, which may be empty', () => {
    expect(rolesOf(parseRecords(' [ ] '))).toEqual([])
  })

  it('come in a stream too', async () => {
    const pieces = (async function* () {
      await Promise.resolve()
      yield '[{"id":"a","man'
      yield 'ager":null}]'
    })()
    expect(rolesOf(await parseRecords(pieces))).toEqual(['a'])
  })

  it('put a prefix before units that would take the ids of roles', () => {
    const json = '[{"id":"pmo","manager":null,"unit":"pmo"}]'
    expect(codesOf(safeParseRecords(json))).toEqual(['DUPLICATE_ID'])
    expect(unitsOf(parseRecords(json, { unitPrefix: 'u:' }))).toEqual(['u:pmo'])
  })
})

describe('what is wrong', () => {
  it.each<[string, string, RecordsOptions, string[]]>([
    ['no list', '{"id":"a"}', {}, ['INVALID_DOCUMENT']],
    ['no JSON', '[{"id":"a"},]', {}, ['INVALID_DOCUMENT']],
    ['something behind the list', '[{"id":"a","manager":null}] x', {}, ['INVALID_DOCUMENT']],
    ['a record that is none', '[{"id":"a","manager":null},5]', {}, ['INVALID_FIELD']],
    ['no id', '[{"id":"a","manager":null},{"manager":"a"}]', {}, ['MISSING_ID']],
    ['an id that is no text', '[{"id":1.5,"manager":null}]', {}, ['INVALID_FIELD']],
    ['an id that is there twice', '[{"id":"1","manager":null},{"id":1}]', {}, ['DUPLICATE_ID']],
    ['an unknown manager', '[{"id":"a","manager":"b"}]', {}, ['UNKNOWN_MANAGER']],
    ['a blank manager', '[{"id":"a","manager":""}]', {}, ['UNKNOWN_MANAGER']],
    ['a circle', '[{"id":"a","manager":"b"},{"id":"b","manager":"a"}]', {}, ['REPORTING_CYCLE']],
    ['a key that is there twice', '[{"id":"a","manager":null,"id":"b"}]', {}, ['DUPLICATE_KEY']],
    ['a manager that nothing tells', '[{"id":"a"}]', {}, ['MISSING_COLUMN']],
    ['a field that no record has', '[{"id":"a","manager":null}]', { title: 'name' }, ['MISSING_COLUMN']],
    ['a cost that is a text', '[{"id":"a","manager":null,"cost":"9"}]', {}, ['INVALID_FIELD']],
    ['a number with a leading zero', '[{"id":"a","manager":null,"cost":09}]', {}, ['INVALID_DOCUMENT']],
    [
      'too many records',
      '[{"id":"a","manager":null},{"id":"b","manager":null}]',
      { limits: { rows: 1 } },
      ['LIMIT_EXCEEDED'],
    ],
    ['too many fields', '[{"id":"a","manager":null}]', { limits: { columns: 1 } }, ['LIMIT_EXCEEDED']],
    ['too deep', '[{"id":"a","manager":null}]', { limits: { depth: 1 } }, ['LIMIT_EXCEEDED']],
    ['too long an id', '[{"id":"abc","manager":null}]', { limits: { idLength: 2 } }, ['LIMIT_EXCEEDED']],
  ])('%s', (_, json, options, codes) => {
    const result = safeParseRecords(json, options)
    expect(codesOf(result)).toEqual(codes)
    expect(result.ok).toBe(false)
  })

  it('is told with its line and column', () => {
    const json = '[\n  { "id": "a", "manager": null },\n  { "id": "b", "manager": "x" }\n]'
    const [issue] = safeParseRecords(json).issues
    expect(issue.place).toEqual({ path: [1, 'manager'], line: 3, column: 27 })
    expect(issue.message).toMatch(/^Line 3, column 27: The role 'b' reports to 'x'/)
  })

  it('is left out in lenient mode', () => {
    const json =
      '[{"id":"a","manager":null},{"manager":"a"},{"id":"b","manager":"x"},{"id":"a","manager":"b"}]'
    const result = safeParseRecords(json, { mode: 'lenient' })
    expect(codesOf(result).toSorted()).toEqual(['DUPLICATE_ID', 'MISSING_ID', 'UNKNOWN_MANAGER'])
    expect(result.ok && rolesOf(result.org)).toEqual(['a', 'b'])
  })

  it.each<[string, object]>([
    ['an unknown option', { boss: 'b' }],
    ['no id', { id: null }],
    ['a field that is no name', { title: 5 }],
    ['a prefix that is no text', { unitPrefix: 5 }],
  ])('with the caller is thrown: %s', (_, options) => {
    const error = thrownBy(() => parseRecords('[]', options))
    expect(isOrgError(error, 'INVALID_OPTION')).toBe(true)
  })
})

function isQuick(json: string, options: RecordsOptions = {}): boolean {
  return quickRecordsOrg(json, json, fieldNames(options), options, DEFAULT_LIMITS) !== undefined
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
    ['another field', '[{"id":"a","manager":null,"site":"x"}]'],
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

function everythingIn(result: ImportResult): unknown {
  const { ok, org, issues } = result
  if (!ok) return issues.map(({ code, roles, place: { path } }) => ({ code, roles, path }))
  return {
    issues: issues.map(({ code, witness }) => ({ code, witness })),
    org: everythingOf(org),
    strangers: ['', 'x', '\ufffd'].map((id) => isRole(org, id)),
  }
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
const FIELDS = ['title', 'unit', 'family', 'cost', 'grade', 'site'] as const
const charts = fc
  .record({
    ids: fc.uniqueArray(text, { maxLength: 6 }),
    fields: fc.subarray([...FIELDS]),
    managers: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: text }), {
      minLength: 6,
      maxLength: 6,
    }),
    values: fc.array(fc.tuple(fc.option(text), fc.option(number)), { minLength: 36, maxLength: 36 }),
    indent: fc.constantFrom(0, 2, '\t'),
  })
  .map(({ ids, fields, managers, values, indent }) => {
    const records = ids.map((id, index) => {
      const manager = managers[index]
      const others = fields.map((field, column) => {
        const [anyText, anyNumber] = values[6 * index + column]
        return [field, field === 'cost' || field === 'grade' ? anyNumber : anyText] as const
      })
      const known = typeof manager === 'number' ? (ids.slice(0, index)[manager] ?? null) : manager
      return Object.fromEntries([['id', id], ['manager', known], ...others])
    })
    return JSON.stringify(records, null, indent)
  })

describe('however they are read', () => {
  it('records make the same org', () => {
    let quick = 0
    let general = 0
    fc.assert(
      fc.property(charts, (json) => {
        // With a key that is escaped nothing is read by its bytes.
        const parsed = json.replace('"id"', '"\\u0069d"')
        const result = everythingIn(safeParseRecords(json))
        expect(result).toEqual(everythingIn(safeParseRecords(parsed)))
        expect(everythingIn(safeParseRecords(new TextEncoder().encode(json)))).toEqual(result)
        if (isQuick(json)) quick++
        else general++
      }),
      { numRuns: 500 },
    )
    expect(quick).toBeGreaterThan(25)
    expect(general).toBeGreaterThan(25)
  })
})
