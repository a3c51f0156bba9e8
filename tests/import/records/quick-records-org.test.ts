import { roleOf, rolesOf } from 'rolegraph'
import { parseRecords, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../../src/import/input/limits.js'
import { forParser, quickly } from './quickly.js'

function isQuick(json: string): boolean {
  return quickly(json) !== undefined
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
    ['something after it', '[{"id":"a","manager":null}],'],
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

describe('fields that no part is read from are read by their bytes', () => {
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
    ['an exponent', '1e3'],
    ['an integer that may not be held', '1234567890123456'],
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
    ['an exponent within', '[{"a":1e400}]'],
    ['a key twice within', '[{"a":1,"b":2,"a":3}]'],
    ['a key with an escape', String.raw`{"a":1,"\u0061":2}`],
    ['a key without an end', '{"a'],
    ['more items than are looked at', `[${'1,'.repeat(64)}1]`],
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

  it('deeply frozen, with no key that sets a prototype', () => {
    const org = quickly(withField('[{"__proto__":{"x":1}},{"x":[2]}]'))
    const { data } = org ? roleOf(org, 'a') : {}
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
    expect(quickly(json, { limits }) !== undefined).toBe(isWithin)
    const result = safeParseRecords(json, { limits })
    expect(result.issues.map(({ code }) => code)).toEqual(isWithin ? [] : ['LIMIT_EXCEEDED'])
  })

  it('within the limits', () => {
    const json = '[{"id":"a","manager":null,"x":1}]'
    const columns = safeParseRecords(json, { limits: { columns: 2 } })
    expect(columns.issues.map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED'])
  })
})
