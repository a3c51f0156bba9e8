import fc from 'fast-check'
import { type Issue, managerOf, roleOf, rolesOf } from 'rolegraph'
import { safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

function issuesIn(text: string): readonly Issue<string>[] {
  return safeParseOrgDocument(text).issues
}

function at({ code, place }: Issue<string>): readonly unknown[] {
  return [code, place.line, place.column]
}

/** A role in a document of one line; `^` is where the issue must be. */
function inRole(marked: string): { readonly text: string; readonly column: number } {
  const whole = `{"rolegraph":1,"roles":{"boss":{},"a":${marked}}}`
  return { text: whole.replace('^', ''), column: whole.indexOf('^') + 1 }
}

describe('a text that is not JSON', () => {
  it.each([
    ['', 1, 1],
    ['   ', 1, 4],
    ['{', 1, 2],
    ['{"rolegraph": 1,\n  "roles": {}', 2, 14],
    ['{"rolegraph": 1,\n}', 2, 1],
    ['{"rolegraph": 1,\r\n "roles": [1,],}', 2, 14],
    ['{"rolegraph": 1,\r "roles" {}}', 2, 10],
    ["{'rolegraph': 1}", 1, 2],
    ['{"rolegraph": 1} x', 1, 18],
    ['{"rolegraph": 01}', 1, 16],
    ['{"rolegraph": +1}', 1, 15],
    ['{"rolegraph": .5}', 1, 15],
    ['{"rolegraph": 1.}', 1, 16],
    ['{"rolegraph": NaN}', 1, 15],
    ['{"rolegraph": truee}', 1, 19],
    ['// a chart\n{}', 1, 1],
    ['{"a" 1}', 1, 6],
    ['{"a": "b', 1, 7],
    ['{"a": "\\x"}', 1, 8],
    ['{"a": "\\u12g4"}', 1, 8],
    ['{"a": "b\nc"}', 1, 9],
    ['{"a": "\u0000"}', 1, 8],
    ['\u0000{}', 1, 1],
    ['[1, 2}', 1, 6],
    ['{"a": 1]', 1, 8],
    ['\uFEFF\uFEFF{}', 1, 1],
  ])('%j has its place', (text, line, column) => {
    expect(issuesIn(text).map(at)).toEqual([['INVALID_DOCUMENT', line, column]])
    expect(safeParseOrgDocument(text, { mode: 'lenient' }).ok).toBe(false)
  })

  it.each([
    ['{"a": 1,}', 'Remove the comma before it.'],
    ["{'a': 1}", 'Write strings and keys in double quotes.'],
    ['{"a": 1} // end', 'JSON has no comments: use the field note, or write YAML.'],
    ['{"a": [1', 'Close what is open; the file may be truncated.'],
  ])('%j has a suggestion', (text, suggestion) => {
    expect(issuesIn(text).map((issue) => issue.suggestion)).toEqual([suggestion])
  })

  it('that is truncated names what is open', () => {
    expect(issuesIn('{"rolegraph": 1,\n  "roles": {')[0]?.witness).toEqual([{ line: 2, column: 12 }])
  })

  it('is exactly what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"\\n"',
        '"\\',
        '1',
        '-0',
        '1e',
        '1.5E+3',
        '00',
        'null',
        'tru',
      ],
      ...[
        ' ',
        '\n',
        '\t',
        '\f',
        '\u00a0',
        '\u2028',
        '"\u2028"',
        '\ufeff',
        '{}',
        '[]',
        '"a":',
        '[1,2]',
        '{"a":{}}',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        // A byte order mark at the start is left out before.
        const text = ` ${pieces.join('')}`
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        const refused = issuesIn(text).some(
          ({ code, place }) => code === 'INVALID_DOCUMENT' && place.path === undefined,
        )
        expect(refused).toBe(!isJson)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('an issue of a role', () => {
  it.each([
    ['{"reportsTo":^"bos"}', 'UNKNOWN_MANAGER'],
    ['{"reportsTo":{"to":"boss",^"not":"x"}}', 'UNKNOWN_FIELD'],
    ['{"dottedTo":[ "boss",^ 7]}', 'INVALID_FIELD'],
    ['{"progressesTo":[{"to":"boss","years":^[3,1]}]}', 'INVALID_FIELD'],
    ['{^"reportTo":"boss"}', 'UNKNOWN_FIELD'],
    ['{"title":^null}', 'INVALID_FIELD'],
    ['{"note":"\\"}{\\\\","grade":^"1"}', 'INVALID_FIELD'],
    ['^"boss"', 'INVALID_FIELD'],
    ['{"vacant":true,"holders":^["Ada"]}', 'INVALID_FIELD'],
    ['{"data":{"reportsTo":{"to":1}},"reportsTo":{"to":^1}}', 'INVALID_FIELD'],
    // The field is missing: the nearest place around it.
    ['{"reportsTo":^{"note":"x"}}', 'INVALID_FIELD'],
    ['{"unit":^"u"}', 'UNKNOWN_UNIT'],
    ['{"reportsTo":^"a"}', 'SELF_REPORT'],
  ])('%s has its place', (marked, code) => {
    const { text, column } = inRole(marked)
    // A blank after the mark belongs to the text, not to the value.
    const blanks = /\^( *)/.exec(marked)?.[1].length ?? 0
    expect(issuesIn(text).map(at)).toEqual([[code, 1, column + blanks]])
  })

  it('has the path, and its place at the start of the message', () => {
    const text = '{\n  "rolegraph": 1,\n  "roles": {\n    "a": { "grade": "x" }\n  }\n}'
    const [issue] = issuesIn(text)
    expect(issue.place).toEqual({ path: ['roles', 'a', 'grade'], line: 4, column: 21 })
    expect(issue.message).toBe("Line 4, column 21: Expected a finite number, received 'x' (at roles.a.grade)")
  })

  it('of a list has the place of the role in the list, and its id in the path', () => {
    const text = '{"rolegraph":1,"roles":[{"id":"b"},\n{"id":"7","reportsTo":"x"}]}'
    expect(issuesIn(text).map((issue) => issue.place)).toEqual([
      { path: ['roles', '7', 'reportsTo'], line: 2, column: 23 },
    ])
  })
})

describe('duplicate keys', () => {
  it('are an issue with both places', () => {
    const text = '{"rolegraph":1,"roles":{"a":{"title":"x",\n"title":"y"}}}'
    const [issue, ...more] = issuesIn(text)
    expect(more).toEqual([])
    expect(issue).toMatchObject({
      code: 'DUPLICATE_KEY',
      roles: ['a'],
      place: { path: ['roles', 'a', 'title'], line: 2, column: 1 },
      witness: [
        { path: ['roles', 'a', 'title'], line: 1, column: 30 },
        { path: ['roles', 'a', 'title'], line: 2, column: 1 },
      ],
    })
  })

  it.each([
    ['{"rolegraph":1,"roles":{"a":{},"\\u0061":{}}}', 'DUPLICATE_ID', ['roles', 'a'], 32],
    ['{"rolegraph":1,"roles":{"a":{}},"units":{"u":{},"u":{}}}', 'DUPLICATE_ID', ['units', 'u'], 49],
    ['{"rolegraph":1,"roles":{"__proto__":{},"__proto__":{}}}', 'DUPLICATE_ID', ['roles', '__proto__'], 40],
    ['{"rolegraph":1,"roles":{},"roles":{}}', 'DUPLICATE_KEY', ['roles'], 27],
    ['{"rolegraph":1,"rolegraph":2,"roles":{}}', 'DUPLICATE_KEY', ['rolegraph'], 16],
    [
      '{"rolegraph":1,"roles":{"a":{"data":[1,{"x":1,"x":2}]}}}',
      'DUPLICATE_KEY',
      ['roles', 'a', 'data', 1, 'x'],
      47,
    ],
    // One inside another: the inner one is out with the outer one.
    ['{"rolegraph":1,"roles":{"a":{},"a":{"title":"x","title":"y"}}}', 'DUPLICATE_ID', ['roles', 'a'], 32],
  ])('in %s', (text, code, path, column) => {
    expect(issuesIn(text).map(({ code, place }) => ({ code, place }))).toEqual([
      { code, place: { path, line: 1, column } },
    ])
  })

  it('leave the first one in lenient mode, at any depth', () => {
    const text =
      '{"rolegraph":1,"roles":{"a":{"title":"x", "title" : {"y":[1,{}]} , "grade":1,"grade":2},"b":{"note":"1"},"a":{}}}'
    const result = safeParseOrgDocument(text, { mode: 'lenient' })
    expect(result.issues.map(({ code }) => code)).toEqual(['DUPLICATE_KEY', 'DUPLICATE_KEY', 'DUPLICATE_ID'])
    if (!result.ok) throw new Error('no org')
    expect(rolesOf(result.org)).toEqual(['a', 'b'])
    expect(roleOf(result.org, 'a')).toMatchObject({ title: 'x', grade: 1 })
    expect(roleOf(result.org, 'b').note).toBe('1')
  })

  it('are found where an oracle finds them', () => {
    // Members as pairs, which may repeat a key.
    type Members = readonly (readonly [key: string, value: Members | number])[]
    const { members } = fc.letrec<{ members: Members; value: Members | number }>((tie) => ({
      members: fc.array(fc.tuple(fc.constantFrom('a', 'b', '"', '__proto__'), tie('value')), {
        maxLength: 4,
      }),
      value: fc.oneof({ maxDepth: 3 }, fc.nat(9), tie('members')),
    }))
    const written = (value: Members | number): string =>
      typeof value === 'number'
        ? String(value)
        : `{${value.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(' , ')}}`
    const firsts = (value: Members | number): { readonly value: unknown; readonly twice: number } => {
      if (typeof value === 'number') return { value, twice: 0 }
      const seen = new Map<string, unknown>()
      let twice = 0
      for (const [key, inner] of value) {
        if (seen.has(key)) {
          twice++
          continue
        }
        const read = firsts(inner)
        seen.set(key, read.value)
        twice += read.twice
      }
      return { value: Object.fromEntries(seen), twice }
    }
    fc.assert(
      fc.property(members, (data) => {
        const text = `{"rolegraph":1,"roles":{"r":{"data":${written(data)}}}}`
        const { value, twice } = firsts(data)
        const result = safeParseOrgDocument(text, { mode: 'lenient' })
        expect(result.issues.map(({ code }) => code)).toEqual(Array(twice).fill('DUPLICATE_KEY'))
        if (!result.ok) throw new Error('no org')
        expect(JSON.stringify(roleOf(result.org, 'r').data)).toBe(JSON.stringify(value))
      }),
      { numRuns: 500 },
    )
  })
})

describe('numbers', () => {
  it.each([
    '12345678901234567890',
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '-1e400',
    `1${'0'.repeat(400)}`,
  ])('%s cannot be represented exactly', (number) => {
    const { text, column } = inRole(`{"data":{"n":^${number}}}`)
    expect(issuesIn(text).map(at)).toEqual([['INVALID_FIELD', 1, column]])
  })

  it.each([0, -1, 0.1, 1e300, 5e-324, 2 ** 53 - 1, 2 ** 60, 1.7976931348623157e308, 1e21])(
    '%d can',
    (number) => {
      const result = safeParseOrgDocument(inRole(`{"data":${JSON.stringify(number)}}`).text)
      expect(result.issues).toEqual([])
      if (result.ok) expect(roleOf(result.org, 'a').data).toBe(number)
    },
  )
})

describe('the order of ids that JavaScript would move to the front', () => {
  it.each([
    [
      '{"rolegraph":1,"roles":{"b":{},"7":{},"a":{},"007":{},"0":{},"4294967295":{}}}',
      ['b', '7', 'a', '007', '0', '4294967295'],
    ],
    ['{"rolegraph":1,"roles":{"2":{},"1":{}}}', ['2', '1']],
    ['{"rolegraph":1,"roles":{"\\u0032":{},"1":{}}}', ['2', '1']],
    ['{"rolegraph":1,"roles":[{"id":"2"},{"id":"1"},{"id":"0"}]}', ['2', '1', '0']],
  ])('%s', (text, ids) => {
    const result = safeParseOrgDocument(text)
    expect(result.ok && rolesOf(result.org)).toEqual(ids)
  })
})

describe('hostile ids', () => {
  const ids = ['__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', 'a\u202eb', '7']

  it.each(ids)('%j is an id like any other', (id) => {
    const key = JSON.stringify(id)
    for (const text of [
      `{"rolegraph":1,"roles":{${key}:{"title":"x"},"b":{"reportsTo":${key}}}}`,
      `{"rolegraph":1,"roles":[{"id":${key},"title":"x"},{"id":"b","reportsTo":${key}}]}`,
    ]) {
      const result = safeParseOrgDocument(text)
      expect(result.issues).toEqual([])
      if (!result.ok) throw new Error('no org')
      expect(roleOf(result.org, id).title).toBe('x')
      expect(managerOf(result.org, 'b')).toBe(id)
    }
  })

  it('reach no prototype', () => {
    const text =
      '{"rolegraph":1,"__proto__":{"polluted":1},"roles":{"a":{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1}}},"__proto__":{"polluted":1}}}'
    const result = safeParseOrgDocument(text, { mode: 'lenient' })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(result.issues.map(({ code, place }) => [code, place.path])).toEqual([
      ['UNKNOWN_FIELD', ['__proto__']],
      ['UNKNOWN_FIELD', ['roles', 'a', '__proto__']],
      ['UNKNOWN_FIELD', ['roles', '__proto__', 'polluted']],
    ])
    if (!result.ok) throw new Error('no org')
    const { data } = roleOf(result.org, 'a')
    expect(Object.getOwnPropertyNames(data)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  })
})
