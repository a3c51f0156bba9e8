import { type Org, roleOf, rolesOf } from 'rolegraph'
import { parseRecords, type RecordData, type RecordsOptions, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../../src/import/input/limits.js'

/** The codes of the issues of a text, with the column of each. */
function issuesIn(json: string): readonly string[] {
  return safeParseRecords(json).issues.map(({ code, place }) => `${code} ${String(place.column)}`)
}

function lenientOrg(json: string, options: RecordsOptions = {}): Org<string, string, RecordData> {
  const { org } = safeParseRecords(json, { ...options, mode: 'lenient' })
  if (org === undefined) throw new Error('no org')
  return org
}

describe('records', () => {
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
    ['with lists', '[{"id":"a","manager":null,"holders":["Ada"]},{"id":"b","manager":"a","holders":"Bo"}]'],
    ['with numbers as ids', '[{"id":1,"manager":null},{"id":2,"manager":1}]'],
    ['with an escape', '[{"id":"a","manager":null,"title":"\\n"},{"id":"b\\u0062","manager":"\\u0061"}]'],
    ['with an escape in a key', '[{"\\u0069d":"a","manager":null},{"id":"b","m\\u0061nager":"a"}]'],
    ['with a field less', '[{"id":"a","manager":"b"},{"id":"b"}]'],
    ['in another order', '[{"id":"a","manager":null},{"manager":"a","id":"b"}]'],
    ['with other blanks', '[{"id":"a","manager":null},{"id": "b","manager":"a" }]'],
    ['with an exponent', '[{"id":"a","manager":null,"cost":1e3},{"id":1e2,"manager":"a"}]'],
  ])('are read as their objects are: %s', (_, json) => {
    const objects = JSON.parse(json) as Readonly<Record<string, unknown>>[]
    const org = parseRecords(json)
    expect(rolesOf(org)).toEqual(objects.map(({ id }) => String(id)))
    for (const { id, manager, title, cost, holders } of objects) {
      const role = roleOf(org, String(id))
      expect(role.reportsTo).toBe(typeof manager === 'number' ? String(manager) : (manager ?? undefined))
      expect(role.title).toBe(title ?? String(id))
      expect(role.cost).toBe(cost ?? undefined)
      expect(role.holders).toEqual([holders ?? []].flat())
    }
  })

  it.each<[string, string, string]>([
    ['a text as a number', '[{"id":"a","manager":null,"cost":"1"}]', 'INVALID_FIELD 34'],
    ['true', '[{"id":"a","manager":null,"title":true}]', 'INVALID_FIELD 35'],
    ['a line end in a text', '[{"id":"a\n","manager":null}]', 'INVALID_DOCUMENT 10'],
    ['a dot too many', '[{"id":"a","manager":null,"cost":1.2.3}]', 'INVALID_DOCUMENT 37'],
    ['a zero too many', '[{"id":"a","manager":null,"cost":01}]', 'INVALID_DOCUMENT 35'],
    ['no digit', '[{"id":"a","manager":null,"cost":-}]', 'INVALID_DOCUMENT 34'],
    ['half a null', '[{"id":"a","manager":nul}]', 'INVALID_DOCUMENT 22'],
    ['no end', '[{"id":"a","manager":null}', 'INVALID_DOCUMENT 27'],
    ['no end of a text', '[{"id":"a","manager":"', 'INVALID_DOCUMENT 22'],
    ['something after it', '[{"id":"a","manager":null}],', 'INVALID_DOCUMENT 28'],
    ['no comma', '[{"id":"a","manager":null}{"id":"b","manager":null}]', 'INVALID_DOCUMENT 27'],
    ['nothing', '', 'INVALID_DOCUMENT 1'],
  ])('have an issue with %s', (_, json, issue) => {
    expect(issuesIn(json)).toEqual([issue])
  })
})

/** A record that has a field with a value, as it stands in the text, and one more after it. */
function withField(value: string, key = '"site"'): string {
  return `[{"id":"a",${key}:${value},"manager":null},{"id":"b",${key}:null,"manager":"a"}]`
}

describe('fields that no part is read from are data', () => {
  it.each<[string, string, string, unknown]>([
    ['a string', '"site"', '"Leeds"', 'Leeds'],
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
    ['a list', '"tags"', '[ "a" , 1, true,null ]', ['a', 1, true, null]],
    ['an empty list', '"tags"', '[ ]', []],
    ['an object', '"site"', '{"city":"Leeds","floor":3}', { city: 'Leeds', floor: 3 }],
    ['an empty object', '"site"', '{}', {}],
    [
      'keys that begin with the same letters',
      '"x"',
      '{"a":1,"ab":2,"b":3,"":4}',
      { a: 1, ab: 2, b: 3, '': 4 },
    ],
    [
      'lists in objects in lists',
      '"x"',
      '[{"a":[[],{"b":{}}]},"]}",{"a":1}]',
      [{ a: [[], { b: {} }] }, ']}', { a: 1 }],
    ],
    ['an object with blanks', '"x"', '{\n "a" :\t1 ,\r\n "b" : [ 2 ] }', { a: 1, b: [2] }],
    ['a key that is a name of prototypes', '"__proto__"', '"x"', 'x'],
    ['a key that every object inherits', '"constructor"', '1', 1],
    ['a key without letters', '""', 'true', true],
  ])('%s', (_, key, value, expected) => {
    const org = parseRecords(withField(value, key))
    const { data } = roleOf(org, 'a')
    expect(data && Object.entries(data)).toEqual([[JSON.parse(key), expected]])
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect(Object.isFrozen(data)).toBe(true)
    expect(Object.values(roleOf(org, 'b').data ?? {})).toEqual([null])
  })

  it.each<[string, string]>([
    ['a zero too many', '01'],
    ['no digit', '-'],
    ['no digit after a dot', '1.'],
    ['no digit before a dot', '.5'],
    ['a plus', '+1'],
    ['half a word', 'tru'],
    ['a word with another letter', 'trua'],
    ['a word with another letter behind the first', 'fxlse'],
    ['nothing by another word', 'nill'],
    ['a word too long', 'nulll'],
    ['a word that JSON does not have', 'NaN'],
    ['no value', ''],
    ['two values', '1 2'],
    ['an unknown escape', String.raw`"\x"`],
    ['an escape without its digits', String.raw`"\u00e"`],
    ['an escape with letters that are not digits', String.raw`"\u00eg"`],
    ['a line end in a text', '"a\nb"'],
    ['a control character in a text', '"a\u0001"'],
    ['no end of a text', '"a'],
    ['a comma too many in a list', '[1,]'],
    ['a comma too many in an object', '{"a":1,}'],
    ['a comma first', '[,1]'],
    ['no comma in a list', '[1 2]'],
    ['another sign instead of a comma', '[1;2]'],
    ['another sign instead of a colon', '{"a"=1}'],
    ['another sign instead of a quote', `{'a":1}`],
    ['no comma in an object', '{"a":1 "b":2}'],
    ['no end of a list', '[1'],
    ['a list that ends as an object', '[1}'],
    ['an object that ends as a list', '{"a":1]'],
    ['an empty object that ends as a list', '{]'],
    ['no key', '{1:2}'],
    ['an end too many', '[1]]'],
    ['no colon', '{"a" 1}'],
    ['no value of a key', '{"a":}'],
    ['a bad value within', '[{"a":tru}]'],
    ['a key without an end', '{"a'],
    ['an escaped end of a text', String.raw`"a\"`],
  ])('but %s is refused, in the first record and in any other', (_, value) => {
    for (const json of [
      withField(value),
      withField('7').replace(':null,"manager":"a"', `:${value},"manager":"a"`),
    ]) {
      const { ok, issues } = safeParseRecords(json, { mode: 'lenient' })
      expect([ok, issues.map(({ code }) => code)]).toEqual([false, ['INVALID_DOCUMENT']])
    }
  })

  it.each<[string, string, unknown, readonly string[]]>([
    ['an exponent', '1e3', 1000, []],
    ['an integer of 16 digits', '1234567890123456', 1234567890123456, []],
    ['an integer that no double holds', '9007199254740993', 9007199254740992, ['INVALID_FIELD 19']],
    ['a number that is too large', '[{"a":1e400}]', [{ a: Infinity }], ['INVALID_FIELD 25']],
    ['a key twice within', '[{"a":1,"b":{},"a":[3,{"x":4}]}]', [{ a: 1, b: {} }], ['DUPLICATE_KEY 34']],
    ['a key twice, once with an escape', String.raw`{"a":1,"\u0061":2}`, { a: 1 }, ['DUPLICATE_KEY 26']],
    ['many items', `[${'1,'.repeat(64)}1]`, Array.from({ length: 65 }, () => 1), []],
    [
      'many keys, one of them twice',
      `{${Array.from({ length: 40 }, (_, n) => `"k${String(n)}":0,`).join('')}"k7":1}`,
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`k${String(n)}`, 0])),
      ['DUPLICATE_KEY 330'],
    ],
  ])('with what is odd as an issue: %s', (_, value, expected, issues) => {
    const json = withField(value)
    expect(issuesIn(json)).toEqual(issues)
    expect(roleOf(lenientOrg(json), 'a').data).toEqual({ site: expected })
  })

  it('without a key that is there already', () => {
    const json = '[{"id":"a","x":1,"manager":null,"x":{"y":2},"z":3,"id":"b"},{"id":"b","x":4,"manager":"a"}]'
    expect(issuesIn(json)).toEqual(['DUPLICATE_KEY 33', 'DUPLICATE_KEY 51'])
    const org = lenientOrg(json)
    expect(rolesOf(org).map((id) => roleOf(org, id).data)).toEqual([{ x: 1, z: 3 }, { x: 4 }])
  })

  it('of some records only', () => {
    const json = '[{"id":"a","manager":null},{"id":"b","manager":"a","x":1},{"id":"c","manager":"a"}]'
    const org = parseRecords(json)
    expect(rolesOf(org).map((id) => roleOf(org, id).data)).toEqual([undefined, { x: 1 }, undefined])
  })

  it('of many records, each with its own fields', () => {
    const records = Array.from({ length: 3000 }, (_, n) => ({
      [`k${String(n)}`]: n,
      id: `r${String(n)}`,
      manager: n === 0 ? null : `r${String(n >> 3)}`,
      ...(n % 3 === 0 && { note: 'x' }),
      ...(n % 5 === 0 && { '\u0000': [n] }),
    }))
    const org = parseRecords(JSON.stringify(records.slice(1).concat(records.slice(0, 1))))
    for (const { id, manager, note, ...rest } of records) {
      const { reportsTo, note: read, data } = roleOf(org, id)
      expect([reportsTo ?? null, read, data]).toEqual([manager, note, rest])
    }
  })

  it('in the order of the keys of an object, with values of any kind in one field', () => {
    const json =
      '[{"b":1,"id":"a","10":"x","manager":null,"2":true,"a":null},{"b":"1","id":"b","10":2.5,"manager":"a","2":"","a":false}]'
    const org = parseRecords(json)
    expect(rolesOf(org).map((id) => JSON.stringify(roleOf(org, id).data))).toEqual([
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
    const json = '[{"id":"a","manager":null,"title":"x","cost":-1}]'
    expect(roleOf(parseRecords(json, { title: null, cost: null }), 'a')).toMatchObject({
      title: 'a',
      cost: undefined,
      data: { title: 'x', cost: -1 },
    })
  })

  it('deeply frozen, with no key that sets a prototype', () => {
    const { data } = roleOf(parseRecords(withField('[{"__proto__":{"x":1}},{"x":[2]}]')), 'a')
    expect(JSON.stringify(data)).toBe('{"site":[{"__proto__":{"x":1}},{"x":[2]}]}')
    const open: unknown[] = [data]
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      expect(Object.isFrozen(value)).toBe(true)
      if (typeof value === 'object' && value !== null) open.push(...Object.values<unknown>({ ...value }))
    }
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  it.each<[string, string, Partial<Limits>, boolean]>([
    ['as deep as is allowed', '[[1]]', { depth: 4 }, true],
    ['deeper', '[[[1]]]', { depth: 4 }, false],
    ['as many fields as are allowed', '{"a":1,"b":2,"c":3}', { columns: 3 }, true],
    ['more fields', '{"a":1,"b":2,"c":3,"d":4}', { columns: 3 }, false],
    ['as many items as are allowed', '[1,2]', { rows: 2 }, true],
    ['more items', '[1,2,3]', { rows: 2 }, false],
  ])('and not beyond the limits: %s', (_, value, limits, isWithin) => {
    const json = withField(value)
    const result = safeParseRecords(json, { limits })
    expect(result.issues.map(({ code }) => code)).toEqual(isWithin ? [] : ['LIMIT_EXCEEDED'])
  })

  it('within the limits', () => {
    const json = '[{"id":"a","manager":null,"x":1}]'
    const columns = safeParseRecords(json, { limits: { columns: 2 } })
    expect(columns.issues.map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED'])
  })
})
