import {
  isOrgError,
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

  it('keep fields that no part is read from, whatever their names', () => {
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

describe('words for no manager', () => {
  it.each([
    ['"0"', '0'],
    ['0', '0'],
    ['"null"', 'NULL'],
    ['""', ''],
    ['" Board"', 'board'],
  ])('are read as none if the caller gives them: %s', (manager, word) => {
    const json = `[{ "id": "1", "parent": ${manager} }, { "id": "2", "parent": "1" }]`
    const unknown = safeParseRecords(json, { manager: 'parent' })
    expect(unknown.issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(unknown.issues[0]?.suggestion).toContain('tops: [')
    const org = parseRecords(json, { manager: 'parent', tops: [word] })
    expect([managerOf(org, '1'), managerOf(org, '2')]).toEqual([undefined, '1'])
  })

  it('are refused if they are ids, and read in dotted managers too', () => {
    const json = '[{ "id": "0" }, { "id": "2", "manager": "0", "dotted": ["none", "0"] }]'
    const refused = safeParseRecords(json, { tops: ['0', 'none'] }).issues
    expect(refused).toMatchObject([{ code: 'OPTION_REFUSED' }])
    expect(managersOf(parseRecords(json, { tops: ['None'] }), '2', { lines: 'all' })).toEqual(['0'])
  })
})

describe('most managers that are unknown', () => {
  it('are one issue', () => {
    const records = Array.from({ length: 20 }, (_, i) => ({ id: `a${String(i)}`, manager: `b${String(i)}` }))
    const { issues } = safeParseRecords(JSON.stringify(records))
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(issues[0]?.message).toContain('20 of 20 managers are not ids of roles')
  })
})

describe('what is wrong', () => {
  it.each<[string, string, RecordsOptions, string[]]>([
    ['no list', '{"id":"a"}', {}, ['INVALID_DOCUMENT']],
    ['no JSON', '[{"id":"a"},]', {}, ['INVALID_DOCUMENT']],
    ['something behind the list', '[{"id":"a","manager":null}] x', {}, ['INVALID_DOCUMENT']],
    ['a record that is none', '[{"id":"a","manager":null},5]', {}, ['INVALID_FIELD']],
    ['no id', '[{"id":"a","manager":null},{"manager":"a"}]', {}, ['MISSING_ID']],
    ['an id that is not text', '[{"id":1.5,"manager":null}]', {}, ['INVALID_FIELD']],
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

  it('is reported with its line and column', () => {
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

  it('is half a character too, which stays as it is in lenient mode', () => {
    const result = safeParseRecords('[{"id":"a","manager":null,"title":"x\ud800"}]', { mode: 'lenient' })
    expect(codesOf(result)).toEqual(['INVALID_ENCODING'])
    expect(result.ok && roleOf(result.org, 'a').title).toBe('x\ud800')
  })

  it.each<[string, object]>([
    ['an unknown option', { boss: 'b' }],
    ['no id', { id: null }],
    ['a field that is no name', { title: 5 }],
    ['a prefix that is not text', { unitPrefix: 5 }],
  ])('with the caller is thrown: %s', (_, options) => {
    const error = thrownBy(() => parseRecords('[]', options))
    expect(isOrgError(error, 'INVALID_OPTION')).toBe(true)
  })
})
