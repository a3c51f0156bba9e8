import { type Issue, rolesOf } from 'rolegraph'
import { type OrgDocumentOptions, safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'

const LEVELS = 100_000

function codes(issues: readonly Issue<string>[]): readonly unknown[] {
  return issues.map(({ code, witness }) => [code, witness[0]])
}

describe('nesting of 100,000 levels', () => {
  const indented = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')
  const forms: readonly (readonly [name: string, text: string])[] = [
    ['lists in brackets', '['.repeat(LEVELS)],
    ['lists in brackets that are closed', '['.repeat(LEVELS) + ']'.repeat(LEVELS)],
    ['maps in braces', `${'{a: '.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`],
    ['lists and maps in turn', '[{a: '.repeat(LEVELS / 2)],
    ['lists in lines', `${'- '.repeat(LEVELS)}x`],
    ['explicit keys', `${'? '.repeat(LEVELS)}x`],
    ['explicit keys and lists', `${'? - '.repeat(LEVELS / 2)}x`],
    ['values without keys', `${': '.repeat(LEVELS)}x`],
    ['indented maps', indented],
    ['maps in a role', `rolegraph: 1\nroles:\n  a:\n    data: ${'['.repeat(LEVELS)}`],
  ]

  it.each(forms)('is an issue in YAML: %s', (_form, text) => {
    for (const depth of [64, LEVELS * 10]) {
      const { ok, issues } = safeParseOrgDocument(text, { yaml: YAML, limits: { depth }, mode: 'lenient' })
      expect(ok).toBe(false)
      expect(codes(issues)).toEqual([['LIMIT_EXCEEDED', 'depth']])
    }
  })

  it.each([
    ['arrays', '['.repeat(LEVELS)],
    ['arrays that are closed', '['.repeat(LEVELS) + ']'.repeat(LEVELS)],
    ['objects', `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`],
    ['both in turn', '[{"a":'.repeat(LEVELS)],
  ])('is an issue in JSON: %s', (_form, text) => {
    const { ok, issues } = safeParseOrgDocument(text, { mode: 'lenient' })
    expect(ok).toBe(false)
    expect(codes(issues)).toEqual([['LIMIT_EXCEEDED', 'depth']])
  })

  it('is read in JSON where the limit is raised', () => {
    const data = '['.repeat(LEVELS) + ']'.repeat(LEVELS)
    const text = `{"rolegraph":1,"roles":{"a":{"data":${data},"data":${data}}}}`
    const result = safeParseOrgDocument(text, { limits: { depth: LEVELS + 3 }, mode: 'lenient' })
    expect(result.ok).toBe(true)
    expect(result.issues.map(({ code }) => code)).toEqual(['DUPLICATE_KEY'])
  })
})

describe('the limit of', () => {
  const list = (count: number): string => Array.from({ length: count }, (_, n) => `"r${n}":{}`).join(',')
  const cases: readonly (readonly [
    name: string,
    limits: NonNullable<OrgDocumentOptions['limits']>,
    fits: string,
    tooMuch: string,
    place: Issue['place'],
  ])[] = [
    [
      'depth',
      { depth: 4 },
      '{"rolegraph":1,"roles":{"a":{"data":[]}}}',
      '{"rolegraph":1,"roles":{"a":{"data":[[]]}}}',
      { line: 1, column: 38 },
    ],
    [
      'rows',
      { rows: 3 },
      `{"rolegraph":1,"roles":{${list(3)}}}`,
      `{"rolegraph":1,"roles":{${list(4)}}}`,
      { line: 1, column: 49 },
    ],
    [
      'rows',
      { rows: 2 },
      '{"rolegraph":1,"roles":{"a":{"skills":["x","y"]}}}',
      '{"rolegraph":1,"roles":{"a":{"skills":["x","y","z"]}}}',
      { line: 1, column: 48 },
    ],
    [
      'columns',
      { columns: 2 },
      '{"rolegraph":1,"roles":{"a":{"data":{"x":1,"y":2}},"b":{},"c":{}}}',
      '{"rolegraph":1,"roles":{"a":{"data":{"x":1,"y":2,"z":3}}}}',
      { line: 1, column: 50 },
    ],
    [
      'idLength',
      { idLength: 3 },
      '{"rolegraph":1,"roles":{"abc":{}}}',
      '{"rolegraph":1,"roles":{"abcd":{}}}',
      { path: ['roles', 'abcd'], line: 1, column: 25 },
    ],
    [
      'idLength',
      { idLength: 3 },
      '{"rolegraph":1,"roles":[{"id":"abc"}]}',
      '{"rolegraph":1,"roles":[{"id":"abcd"}]}',
      { path: ['roles', 0], line: 1, column: 25 },
    ],
    [
      'idLength',
      { idLength: 3 },
      '{"rolegraph":1,"roles":{},"units":{"abc":{}}}',
      '{"rolegraph":1,"roles":{},"units":{"abcd":{}}}',
      { path: ['units', 'abcd'], line: 1, column: 36 },
    ],
    ['bytes', { bytes: 27 }, '{"rolegraph":1, "roles":{}}', '{"rolegraph":1,  "roles":{}}', {}],
  ]

  it.each(cases)(
    '%s %j holds in JSON, and is exceeded in both modes',
    (limit, limits, fits, tooMuch, place) => {
      expect(safeParseOrgDocument(fits, { limits }).issues).toEqual([])
      for (const mode of ['strict', 'lenient'] as const) {
        const { ok, issues } = safeParseOrgDocument(tooMuch, { limits, mode })
        expect(ok).toBe(false)
        expect(issues).toMatchObject([{ code: 'LIMIT_EXCEEDED', place }])
        expect(issues[0].witness[0]).toBe(limit)
      }
    },
  )

  // JSON is YAML too.
  it.each(cases)('%s %j holds in YAML', (limit, limits, fits, tooMuch) => {
    expect(safeParseOrgDocument(fits, { limits, yaml: YAML }).issues).toEqual([])
    const { ok, issues } = safeParseOrgDocument(tooMuch, { limits, yaml: YAML, mode: 'lenient' })
    expect(ok).toBe(false)
    expect(codes(issues)).toEqual([['LIMIT_EXCEEDED', limit]])
  })

  it('issues: lists the first ones in their places, and counts the others', () => {
    const roles = Array.from({ length: 30 }, (_, n) => `"r${n}":{"reportsTo":"nobody"}`).join(',\n')
    const { issues } = safeParseOrgDocument(`{"rolegraph":1,"roles":{${roles}}}`, { limits: { issues: 3 } })
    expect(issues.map(({ code, place }) => [code, place.line])).toEqual([
      ['UNKNOWN_MANAGER', 1],
      ['UNKNOWN_MANAGER', 2],
      ['UNKNOWN_MANAGER', 3],
      ['LIMIT_EXCEEDED', undefined],
    ])
  })
})

describe('large documents', () => {
  it('of 200,000 roles are read, in their order', { timeout: 120_000 }, () => {
    const ids = Array.from({ length: 200_000 }, (_, n) => String(200_000 - n))
    const roles = ids.map((id, n) => `"${id}":{"reportsTo":"${ids[Math.floor((n - 1) / 7)]}"}`)
    const text = `{"rolegraph":1,"roles":{"${ids[0]}":{},${roles.slice(1).join(',')}}}`
    const result = safeParseOrgDocument(text)
    expect(result.ok && rolesOf(result.org)).toEqual(ids)
  })

  it('of many blank lines before many comments are read in YAML', { timeout: 120_000 }, () => {
    const many = 20_000
    const text = `rolegraph: 1\nroles:\n  a:\n    note: |\n      x\n${'\n'.repeat(many)}${'     # c\n'.repeat(many)}`
    expect(safeParseOrgDocument(text, { yaml: YAML }).issues).toEqual([])
  })
})
