import { type Issue, managerOf, roleOf, rolesOf, unitsOf } from 'rolegraph'
import { type ImportResult, type OrgDocumentOptions, safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'

function parsed(text: string, options: OrgDocumentOptions = {}): ImportResult {
  return safeParseOrgDocument(text, { yaml: YAML, ...options })
}

function at({ code, place }: Issue<string>): readonly unknown[] {
  return [code, place.line, place.column]
}

/** A document whose third line begins with two blanks and the text. */
function withRoles(text: string): string {
  return `rolegraph: 1\nroles:\n  ${text}\n`
}

describe('an org document in YAML', () => {
  it('is read as it is written', () => {
    const result = parsed(`%YAML 1.2
---
# The office.
rolegraph: 1
roles:
  director: { title: "PMO \\u0044irector" } # the top
  '007':
    title: PMO Manager
    reportsTo: { to: director, hedge: typically, sources: [S1, 'S 2'] }
    note: |
      # no comment
      'quoted' & *not* an alias: !
    progressesTo:
    - to: director
      years: [4]
  analyst: {reportsTo: '007', unit: pmo,
    data: {on: yes, 'no': ~, start: 2024-01-31, time: 1:20, level: 0x1F, rate: 1.5, ok: true}}
units: { pmo: { head: director } }
services: [ { from: pmo, to: analyst, name: templates } ]
...
`)
    expect(result.issues).toEqual([])
    if (!result.ok) throw new Error('no org')
    expect(rolesOf(result.org)).toEqual(['director', '007', 'analyst'])
    expect(unitsOf(result.org)).toEqual(['pmo'])
    expect(managerOf(result.org, 'analyst')).toBe('007')
    expect(roleOf(result.org, 'director').title).toBe('PMO Director')
    expect(roleOf(result.org, '007')).toMatchObject({
      note: "# no comment\n'quoted' & *not* an alias: !\n",
      progressesTo: [{ to: 'director', years: [4, Infinity] }],
    })
    // Only true and false are booleans, and a date is text: the core schema of YAML 1.2.
    expect(roleOf(result.org, 'analyst').data).toEqual({
      on: 'yes',
      no: null,
      start: '2024-01-31',
      time: '1:20',
      level: 31,
      rate: 1.5,
      ok: true,
    })
  })

  it('keeps the order of ids that JavaScript would move to the front', () => {
    const result = parsed(withRoles("b: {}\n  '7': {}\n  a: {}\n  '0': {}"))
    expect(result.ok && rolesOf(result.org)).toEqual(['b', '7', 'a', '0'])
  })

  it.each([
    'yes',
    'no',
    'on',
    'off',
    'y',
    'n',
    '1:20',
    '12:30:45',
    '2024-01-31',
    '1_000',
    '0b1',
    '0o8',
    '.',
    'nil',
  ])('reads %s as text', (id) => {
    const result = parsed(withRoles(`${id}: {}\n  b: { reportsTo: ${id} }`))
    expect(result.issues).toEqual([])
    expect(result.ok && managerOf(result.org, 'b')).toBe(id)
  })
})

describe('an id that YAML does not read as text', () => {
  it.each([
    ['7', 'the number 7'],
    ['007', 'the number 7'],
    ['1.50', 'the number 1.5'],
    ['1e3', 'the number 1000'],
    ['0o17', 'the number 15'],
    ['0x1F', 'the number 31'],
    ['true', 'the boolean true'],
    ['False', 'the boolean false'],
    ['null', 'null'],
    ['~', 'null'],
  ])('%s is an issue that says to quote it', (id, kind) => {
    const [issue, ...more] = parsed(withRoles(`${id}: {}`)).issues
    expect(more).toEqual([])
    expect(issue).toMatchObject({
      code: 'INVALID_FIELD',
      place: { path: ['roles', id], line: 3, column: 3 },
      message: `Line 3, column 3: YAML reads the key '${id}' as ${kind}`,
      suggestion: `Keys and ids are text: quote it, '${id}'.`,
    })
  })

  it('is read as it is written in lenient mode', () => {
    const result = parsed(withRoles('007: {}\n  7: {}'), { mode: 'lenient' })
    expect(result.ok && rolesOf(result.org)).toEqual(['007', '7'])
  })

  it.each([
    ['a: { reportsTo: 007 }', 3, 19, "YAML reads 007 as the number 7: quote it, '007'."],
    ['a: { title: 2024 }', 3, 15, "YAML reads 2024 as the number 2024: quote it, '2024'."],
    ['a: { note: true }', 3, 14, "YAML reads true as the boolean true: quote it, 'true'."],
    ['a: { holders: [Ada, 12] }', 3, 23, "YAML reads 12 as the number 12: quote it, '12'."],
    ['a: { dottedTo: [b, 7] }\n  b: {}', 3, 22, "YAML reads 7 as the number 7: quote it, '7'."],
    ['a: { title: }', 3, 15, 'An empty value is null: leave the field out, or quote the text.'],
    ['a:', 3, 5, 'An empty value is null: write {} for a role or a unit without fields.'],
    ['a: { grade: true }', 3, 15, 'Correct the value, or leave the field out.'],
    ['a: { title: [x] }', 3, 15, 'Correct the value, or leave the field out.'],
  ])('in a value: %s', (text, line, column, suggestion) => {
    const [issue, ...more] = parsed(withRoles(text)).issues
    expect(more).toEqual([])
    expect(issue).toMatchObject({ code: 'INVALID_FIELD', place: { line, column }, suggestion })
  })

  it('in a list of roles', () => {
    const [issue] = parsed('rolegraph: 1\nroles:\n- id: 007\n').issues
    expect(issue).toMatchObject({
      code: 'INVALID_FIELD',
      place: { path: ['roles', 0, 'id'], line: 3, column: 7 },
      suggestion: "YAML reads 007 as the number 7: quote it, '007'.",
    })
  })
})

describe('YAML features that an org document cannot use', () => {
  it.each([
    ['a: &x {}', 3, 6, "an anchor, '&x', is not supported"],
    ['&x a: {}', 3, 3, "an anchor, '&x', is not supported"],
    ['a: *x', 3, 6, "an alias, '*x', is not supported"],
    ['a: [*x, 1]', 3, 7, "an alias, '*x', is not supported"],
    ['*x : {}', 3, 3, "an alias, '*x', is not supported"],
    ['a: !role {}', 3, 6, "a tag, '!role', is not supported"],
    ['a: { title: !!str 7 }', 3, 15, "a tag, '!!str', is not supported"],
    ['a: { title: ! 7 }', 3, 15, "a tag, '!', is not supported"],
    [
      'a: { title: !<tag:yaml.org,2002:str> 7 }',
      3,
      15,
      "a tag, '!<tag:yaml.org,2002:str>', is not supported",
    ],
    ['a: !!binary aGk=', 3, 6, "a tag, '!!binary', is not supported"],
    ['a: {}\n  <<: {}', 4, 3, 'a merge key (<<) is not supported'],
    ['a: { <<: { title: x } }', 3, 8, 'a merge key (<<) is not supported'],
    ['? [a, b]\n  : {}', 3, 5, 'a map or a list cannot be a key'],
    ['? { a: b }\n  : {}', 3, 5, 'a map or a list cannot be a key'],
    ['a: {}\n---\nb: {}', 4, 1, 'another document begins'],
    ['a: { title: "\u0007" }', 3, 16, "'\\u0007' is not allowed in YAML"],
    ['a: {}#x', 3, 8, 'a comment follows a value without a space'],
  ])('%s', (text, line, column, what) => {
    const issues = parsed(withRoles(text)).issues
    expect(issues.map(({ code, message }) => [code, message])).toContainEqual([
      'INVALID_DOCUMENT',
      `Line ${line}, column ${column}: ${what}`,
    ])
    expect(issues.every(({ code }) => code === 'INVALID_DOCUMENT')).toBe(true)
  })

  it.each(['%YAML 1.1', '%TAG ! tag:example.com,2000:', '%WHAT x'])('the directive %s', (directive) => {
    const [issue] = parsed(`${directive}\n---\nrolegraph: 1\nroles: { no: {} }\n`).issues
    expect(issue.message).toBe(`Line 1, column 1: a directive, '${directive}', is not supported`)
  })

  it('is all listed, and expands nothing', () => {
    const laughs = Array.from(
      { length: 20 },
      (_, n) => `x${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}*x${n}]`,
    )
    const { ok, issues } = parsed(`rolegraph: 1\nroles: {}\nx0: &x0 lol\n${laughs.join('\n')}\n`)
    expect(ok).toBe(false)
    expect(issues).toHaveLength(1 + 20 + 200)
  })

  it.each(["'<<': {}", '"<<": {}'])('unless it is quoted: %s', (text) => {
    const result = parsed(withRoles(text))
    expect(result.ok && rolesOf(result.org)).toEqual(['<<'])
  })
})

describe('duplicate keys in YAML', () => {
  it.each([
    ['a: {}\n  a: {}', 'DUPLICATE_ID', 4, 3],
    ["a: {}\n  'a': {}", 'DUPLICATE_ID', 4, 3],
    ['a: {}\n  "\\u0061": {}', 'DUPLICATE_ID', 4, 3],
    ['a: { title: x, title: y }', 'DUPLICATE_KEY', 3, 18],
    ['__proto__: {}\n  __proto__: {}', 'DUPLICATE_ID', 4, 3],
  ])('%s', (text, code, line, column) => {
    expect(parsed(withRoles(text)).issues.map(at)).toEqual([[code, line, column]])
  })

  it('leave the first one in lenient mode', () => {
    const result = parsed(withRoles('a: { title: x, title: y }\n  a: { title: z }'), { mode: 'lenient' })
    expect(result.ok && roleOf(result.org, 'a').title).toBe('x')
  })
})

describe('an issue in YAML', () => {
  it.each([
    ['a: { reportsTo: b }', 'UNKNOWN_MANAGER', 3, 19],
    ['a:\n    reportTo: b', 'UNKNOWN_FIELD', 4, 5],
    ['a:\n    reportsTo:\n      to: b', 'UNKNOWN_MANAGER', 5, 7],
    ['a:\n    reportsTo: { note: x }', 'INVALID_FIELD', 4, 16],
    ['a:\r\n    grade: x', 'INVALID_FIELD', 4, 12],
    ['a: { data: 12345678901234567890 }', 'INVALID_FIELD', 3, 14],
    ['a: { data: .inf }', 'INVALID_FIELD', 3, 14],
    ['a: { data: .NaN }', 'INVALID_FIELD', 3, 14],
    ['a: { title: "x }', 'INVALID_DOCUMENT', 4, 1],
    ['a: [1', 'INVALID_DOCUMENT', 4, 1],
    ['a: b: c', 'INVALID_DOCUMENT', 3, 6],
    ['a: {}\n b: {}', 'INVALID_DOCUMENT', 4, 1],
    ['a: @x', 'INVALID_DOCUMENT', 3, 6],
  ])('of %j has its place', (text, code, line, column) => {
    expect(parsed(withRoles(text)).issues.map(at)[0]).toEqual([code, line, column])
  })

  it.each(['', '\n', '# nothing\n', '---\n', 'text', '7', '[]', '- rolegraph: 1\n'])(
    'of %j, which is no document of an org',
    (text) => {
      const { ok, issues } = parsed(text, { mode: 'lenient' })
      expect(ok).toBe(false)
      expect(issues.map(({ code }) => code)).toEqual(['INVALID_FIELD'])
    },
  )

  it('reads __proto__ as a key like any other', () => {
    const result = parsed(withRoles('__proto__: { title: x, data: { __proto__: { polluted: 1 } } }'))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    if (!result.ok) throw new Error('no org')
    expect(rolesOf(result.org)).toEqual(['__proto__'])
    expect(Object.getOwnPropertyNames(roleOf(result.org, '__proto__').data)).toEqual(['__proto__'])
  })

  it('writes a message of several lines of the parser on one', () => {
    const { issues } = parsed(withRoles('a: { title: "\\u\n], }" }'))
    const [message = ''] = issues.map((issue) => issue.message)
    expect(message).toContain('Invalid escape sequence')
    for (const issue of issues) expect(issue.message).not.toMatch(/[\0-\x1f]/)
  })
})
