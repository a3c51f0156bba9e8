import {
  defineOrg,
  type Issue,
  isOrgError,
  issuesOf,
  managementChainOf,
  type Org,
  rolesOf,
  unitsOf,
} from 'rolegraph'
import { type OrgDocument, toOrgDocument } from 'rolegraph/export'
import {
  type ImportResult,
  type OrgDocumentOptions,
  parseOrgDocument,
  safeParseOrgDocument,
} from 'rolegraph/import'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as YAML from 'yaml'
import { issuesThrownBy, thrownBy } from '../../support/thrown-by.js'

const JSON_TEXT = '{"rolegraph":1,"roles":{"lead":{},"analyst":{"reportsTo":"lead"}}}'
const YAML_TEXT = 'rolegraph: 1\nroles:\n  lead: {}\n  analyst: { reportsTo: lead }\n'
const BROKEN = '{"rolegraph":1,"roles":{"a":{"reportsTo":"b"},"b":{"reportsTo":"a"},"c":{"titel":"x"}}}'

function shown(issues: readonly Issue<string>[]): readonly unknown[] {
  return issues.map(({ code, place }) => [code, place.path])
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7))
}

describe('parseOrgDocument', () => {
  it.each([
    ['JSON', JSON_TEXT, {}],
    ['JSON with a byte order mark', `\uFEFF${JSON_TEXT}`, {}],
    ['bytes', new TextEncoder().encode(JSON_TEXT), {}],
    ['YAML', YAML_TEXT, { yaml: YAML }],
    ['YAML by name', YAML_TEXT, { yaml: YAML, format: 'yaml' }],
    ['JSON by name, with the parser of YAML at hand', JSON_TEXT, { yaml: YAML, format: 'json' }],
    ['JSON as YAML', JSON_TEXT, { yaml: YAML }],
  ] as const)('reads %s', (_name, source, options) => {
    expect(managementChainOf(parseOrgDocument(source, options), 'analyst')).toEqual(['lead'])
  })

  it('reads streams', async () => {
    expect(rolesOf(await parseOrgDocument(chunks(JSON_TEXT)))).toEqual(['lead', 'analyst'])
    expect(rolesOf(await parseOrgDocument(chunks(YAML_TEXT), { yaml: YAML }))).toEqual(['lead', 'analyst'])
    await expect(parseOrgDocument(chunks(BROKEN))).rejects.toSatisfy((error) =>
      isOrgError(error, 'INVALID_ORG'),
    )
  })

  it('throws all issues, each with its line', () => {
    const error = thrownBy(() => parseOrgDocument(BROKEN))
    expect(error.message).toContain("Line 1, column 74: There is no field 'titel'; did you mean 'title'?")
    expect(shown(issuesThrownBy(() => parseOrgDocument(BROKEN)))).toEqual([
      ['UNKNOWN_FIELD', ['roles', 'c', 'titel']],
      ['REPORTING_CYCLE', ['roles', 'a', 'reportsTo']],
    ])
  })

  it('is typed', () => {
    expectTypeOf(parseOrgDocument(JSON_TEXT)).toEqualTypeOf<Org>()
    expectTypeOf(parseOrgDocument(chunks(JSON_TEXT))).toEqualTypeOf<Promise<Org>>()
    expectTypeOf<typeof YAML>().toExtend<NonNullable<OrgDocumentOptions['yaml']>>()
  })
})

describe('the options', () => {
  const wrong: readonly (readonly [option: string, options: object])[] = [
    ['format', { format: 'toml' }],
    ['format', { format: null, yaml: 7 }],
    ['yaml', { format: 'yaml' }],
    ['yaml', { yaml: {} }],
    ['yaml', { yaml: null }],
    ['yaml', { yaml: YAML.parse }],
    ['mode', { mode: 'loose' }],
    ['limits.depth', { limits: { depth: 0 } }],
    ['ymal', { ymal: YAML }],
  ]
  it.each(wrong)('refuse a wrong %s', (option, options) => {
    const error = thrownBy(() => safeParseOrgDocument(JSON_TEXT, options))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })

  it('explain how to read YAML', () => {
    expect(thrownBy(() => parseOrgDocument(YAML_TEXT, { format: 'yaml' })).message).toContain(
      "import * as YAML from 'yaml'",
    )
  })

  const sources: readonly unknown[] = [undefined, null, 7]
  it.each(sources)('%j is not a source', (source) => {
    expect(thrownBy(() => safeParseOrgDocument(source as string)).code).toBe('INVALID_ARGUMENT')
  })

  it('turn an error of the YAML parser into an issue', () => {
    function Composer(): never {
      throw new RangeError('Maximum call stack size exceeded')
    }
    // It stands in for a version of the package that gives up.
    const yaml = { ...YAML, Composer } as object as typeof YAML
    const { ok, issues } = safeParseOrgDocument(YAML_TEXT, { yaml })
    expect(ok).toBe(false)
    expect(issues.map(({ message }) => message)).toEqual([
      'Line 1, column 1: the YAML parser failed: RangeError: Maximum call stack size exceeded',
    ])
  })
})

describe('the version', () => {
  it.each([
    ['3', 'It is a history document: read it with parseHistoryDocument.'],
    ['4', 'Read it with a later version of the library.'],
    ['1.5', 'Read it with a later version of the library.'],
    ['0', 'Write "rolegraph": 1.'],
    ['"1"', 'Write "rolegraph": 1.'],
    ['null', 'Write "rolegraph": 1.'],
    ['{}', 'Write "rolegraph": 1.'],
  ])('%s makes no org in either mode', (version, suggestion) => {
    for (const mode of ['strict', 'lenient'] as const) {
      const { ok, issues } = safeParseOrgDocument(`{"roles":{"a":7},"rolegraph":${version}}`, { mode })
      expect(ok).toBe(false)
      expect(issues).toMatchObject([
        { code: 'UNSUPPORTED_VERSION', place: { path: ['rolegraph'], line: 1, column: 30 }, suggestion },
      ])
    }
  })

  it('that is missing is an error, and read as 1 in lenient mode', () => {
    const strict = safeParseOrgDocument('{"roles":{"a":{}}}')
    expect(strict.ok).toBe(false)
    expect(strict.issues).toMatchObject([{ code: 'UNSUPPORTED_VERSION', place: { line: 1, column: 1 } }])
    const lenient = safeParseOrgDocument('{"roles":{"a":{}}}', { mode: 'lenient' })
    expect(lenient.ok && rolesOf(lenient.org)).toEqual(['a'])
  })

  it.each(['1', '1.0', '1e0'])('%s is version 1', (version) => {
    expect(safeParseOrgDocument(`{"rolegraph":${version},"roles":{}}`).issues).toEqual([])
  })
})

describe('the fields of a document', () => {
  it.each([
    ['{"rolegraph":1}', [['INVALID_FIELD', ['roles']]]],
    ['{"rolegraph":1,"roles":null}', [['INVALID_FIELD', ['roles']]]],
    ['{"rolegraph":1,"roles":"a"}', [['INVALID_FIELD', ['roles']]]],
    ['{"rolegraph":1,"roles":{},"units":null}', [['INVALID_FIELD', ['units']]]],
    ['{"rolegraph":1,"roles":{},"services":{}}', [['INVALID_FIELD', ['services']]]],
    [
      '{"rolegraph":1,"roles":{},"services":[{"from":"a"}]}',
      [
        ['INVALID_FIELD', ['services', 0, 'to']],
        ['INVALID_FIELD', ['services', 0, 'name']],
      ],
    ],
    ['{"rolegraph":1,"role":{},"roles":{}}', [['UNKNOWN_FIELD', ['role']]]],
    ['{"rolegraph":1,"$schema":7,"roles":{}}', [['INVALID_FIELD', ['$schema']]]],
    ['{"rolegraph":1,"$schema":"./schema.json","roles":{}}', []],
    ['{"rolegraph":1,"roles":{"u":{}},"units":{"u":{}}}', [['DUPLICATE_ID', ['units', 'u']]]],
    ['{"rolegraph":1,"roles":[{"id":"a"},{"id":"a"}]}', [['DUPLICATE_ID', ['roles', 1, 'id']]]],
    [
      '{"rolegraph":1,"roles":[{"id":7},{},null,[],"a"]}',
      [
        ['INVALID_FIELD', ['roles', 0, 'id']],
        ['MISSING_ID', ['roles', 1]],
        ['INVALID_FIELD', ['roles', 2]],
        ['INVALID_FIELD', ['roles', 3]],
        ['INVALID_FIELD', ['roles', 4]],
      ],
    ],
    [
      '{"rolegraph":1,"roles":[],"units":[{"id":"u","partOf":"v"},{"title":"x"}]}',
      [
        ['MISSING_ID', ['units', 1]],
        ['UNKNOWN_UNIT', ['units', 'u', 'partOf']],
      ],
    ],
    ['{"rolegraph":1,"roles":{"a":{"id":"a"}}}', [['UNKNOWN_FIELD', ['roles', 'a', 'id']]]],
  ])('%s', (text, expected) => {
    expect(shown(safeParseOrgDocument(text).issues)).toEqual(expected)
    expect(shown(safeParseOrgDocument(text, { yaml: YAML }).issues)).toEqual(expected)
  })
})

describe('lenient mode', () => {
  it('keeps what can be read: cycles and the first of two, without lines to unknown roles', () => {
    const text = `{"rolegraph":1,"roles":[
      {"id":"a","reportsTo":"b"}, {"id":"b","reportsTo":"a"},
      {"id":"c","reportsTo":"x","title":7}, {"id":"c"}, {"title":"y"}],
      "units":[{"id":"u","head":"x"}]}`
    const result = safeParseOrgDocument(text, { mode: 'lenient' })
    expect(shown(result.issues)).toEqual([
      ['DUPLICATE_ID', ['roles', 3, 'id']],
      ['MISSING_ID', ['roles', 4]],
      ['INVALID_FIELD', ['roles', 'c', 'title']],
      ['UNKNOWN_MANAGER', ['roles', 'c', 'reportsTo']],
      ['REPORTING_CYCLE', ['roles', 'a', 'reportsTo']],
      ['UNKNOWN_ROLE', ['units', 'u', 'head']],
    ])
    if (!result.ok) throw new Error('no org')
    expect(rolesOf(result.org)).toEqual(['a', 'b', 'c'])
    expect(unitsOf(result.org)).toEqual(['u'])
    expect(managementChainOf(result.org, 'a')).toEqual(['b'])
    expect(managementChainOf(result.org, 'c')).toEqual([])
  })

  it('returns frozen issues', () => {
    const { issues } = safeParseOrgDocument(BROKEN, { mode: 'lenient' })
    expect(Object.isFrozen(issues)).toBe(true)
    expect(issues.every((issue) => Object.isFrozen(issue) && Object.isFrozen(issue.place))).toBe(true)
  })
})

describe('a document that is parsed already', () => {
  const chart = defineOrg({
    roles: {
      7: {},
      lead: { title: 'Lead', unit: 'u' },
      analyst: { reportsTo: { to: 'lead', note: 'since May' }, progressesTo: [{ to: 'lead', years: [2] }] },
    },
    units: { u: { head: 'lead' } },
    services: [{ from: 'u', to: 'analyst', name: 'training' }],
  })

  it('is what toOrgDocument returns, and what JSON.parse makes of it', () => {
    const document = toOrgDocument(chart)
    expectTypeOf(parseOrgDocument(document)).toEqualTypeOf<Org>()
    expectTypeOf(safeParseOrgDocument(document)).toEqualTypeOf<ImportResult>()
    for (const read of [
      parseOrgDocument(document),
      parseOrgDocument(JSON.parse(JSON.stringify(chart)) as OrgDocument),
      safeParseOrgDocument(document).org,
      defineOrg(document),
    ]) {
      expect(read).toEqual(chart)
    }
  })

  it('has issues by path, in both modes', () => {
    const text = BROKEN
    const strict = safeParseOrgDocument(JSON.parse(text) as OrgDocument)
    const expected = [
      ['UNKNOWN_FIELD', ['roles', 'c', 'titel']],
      ['REPORTING_CYCLE', ['roles', 'a', 'reportsTo']],
    ]
    expect([strict.ok, shown(strict.issues)]).toEqual([false, expected])
    expect(strict.issues[0].place).toEqual({ path: ['roles', 'c', 'titel'] })
    const lenient = safeParseOrgDocument(JSON.parse(text) as OrgDocument, { mode: 'lenient' })
    if (!lenient.ok) throw new Error('no org')
    expect(issuesOf(lenient.org)).toEqual(lenient.issues)
    expect(issuesThrownBy(() => parseOrgDocument(JSON.parse(text) as OrgDocument))).toEqual(strict.issues)
  })

  it.each([
    [{ roles: {} }, 'The document does not state the version of its format'],
    [
      { rolegraph: 3, roles: {} },
      'The version of the document is 3; this library reads the versions 1 and 2',
    ],
  ])('states its version: %j', (document, message) => {
    const { ok, issues } = safeParseOrgDocument(document as OrgDocument, { mode: 'lenient' })
    expect(issues.map((issue) => [issue.code, issue.message])).toEqual([['UNSUPPORTED_VERSION', message]])
    // Only a version that is stated can be another one.
    expect(ok).toBe(!('rolegraph' in document))
  })

  it.each<[name: string, roles: object]>([
    ['by id', { lead: {}, analyst: { reportsTo: 'led' } }],
    ['in a list', [{ id: 'lead' }, { id: 'analyst', reportsTo: 'led' }]],
  ])('is corrected in a copy: %s', (_name, roles) => {
    const document: object = { rolegraph: 1, roles }
    const before = JSON.stringify(document)
    const corrections = [{ id: 'analyst', field: 'manager', to: 'lead', why: 'a typo' }] as const
    const org = parseOrgDocument(document as OrgDocument, { corrections })
    expect(managementChainOf(org, 'analyst')).toEqual(['lead'])
    expect(JSON.stringify(document)).toBe(before)
  })

  it.each([new Map([['rolegraph', 1]]), new Date(0), [], [{ id: 'a' }]])('is not %o', (received) => {
    expect(thrownBy(() => parseOrgDocument(received as never)).code).toBe('INVALID_ARGUMENT')
  })
})
