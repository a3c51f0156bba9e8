import {
  historyFromDocument,
  type HistoryDocument,
  historyIssuesOf,
  historyOf,
  isOrgError,
  issuesOf,
  managerAt,
  orgAt,
  rolesOf,
} from 'rolegraph'
import { type HistoryImportResult, parseHistoryDocument, safeParseHistoryDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { randomFrom } from '../../change/random-charts.js'
import { dateOf, randomHistory } from '../../history/random-histories.js'
import { thrownBy } from '../../support/thrown-by.js'

const text = `{
  "rolegraph": 3,
  "since": "2026-01-01",
  "roles": {
    "lead": {},
    "analyst": { "reportsTo": "lead" }
  },
  "effective": [
    {
      "on": "2026-04-01",
      "changes": [
        { "do": "set-manager", "role": "analyst", "manager": null }
      ]
    }
  ]
}`

/** Each issue as its code, line, column, path and days. */
function shown({ issues }: HistoryImportResult): unknown[] {
  return issues.map(({ code, place, from, to }) => [
    code,
    place.line,
    place.column,
    place.path?.join('.'),
    from,
    to,
  ])
}

/** The same text with one part replaced. */
function changed(part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`no ${part}`)
  return text.replace(part, by)
}

describe('a history is read', () => {
  const fromText = parseHistoryDocument(text)

  it.each([
    ['text', (): unknown => parseHistoryDocument(text)],
    ['bytes', (): unknown => parseHistoryDocument(new TextEncoder().encode(text))],
    ['an object', (): unknown => parseHistoryDocument(JSON.parse(text) as HistoryDocument)],
    ['YAML', (): unknown => parseHistoryDocument(YAML.stringify(JSON.parse(text)), { yaml: YAML })],
  ])('from %s', (_name, parse) => {
    const expected: unknown = JSON.parse(text)
    expect(JSON.parse(JSON.stringify(parse()))).toEqual(expected)
  })

  it('from a stream', async () => {
    const stream = new Blob([text]).stream()
    expect(JSON.stringify(await parseHistoryDocument(stream))).toBe(JSON.stringify(fromText))
  })

  it('that answers as what it was written from', () => {
    expect(managerAt(fromText, 'analyst', '2026-03-31')).toBe('lead')
    expect(managerAt(fromText, 'analyst', '2026-04-01')).toBeUndefined()
    expect(thrownBy(() => managerAt(fromText, 'lead', '2025-12-31')).code).toBe('BEFORE_HISTORY')
  })

  it('for any history, as by historyFromDocument', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { start, entries } = randomHistory(randomFrom(seed), 30)
      const written = JSON.stringify(historyOf(start, entries, { onIssue: 'collect' }))
      const again = historyFromDocument(JSON.parse(written) as HistoryDocument, { onIssue: 'collect' })
      for (const source of [written, YAML.stringify(JSON.parse(written), { aliasDuplicateObjects: false })]) {
        const options = source === written ? {} : { yaml: YAML }
        const { history } = safeParseHistoryDocument(source, { ...options, mode: 'lenient' })
        expect(JSON.stringify(history)).toBe(JSON.stringify(again))
      }
    }
  })

  it('from an org document of version 1 or 2, which does not change', () => {
    for (const rolegraph of [1, 2]) {
      const history = parseHistoryDocument(JSON.stringify({ rolegraph, roles: { a: {} } }))
      expect(rolesOf(orgAt(history, dateOf(0)))).toEqual(['a'])
    }
  })

  it('with roles as a list, in the order of the text', () => {
    const list = '{ "rolegraph": 3, "roles": [{ "id": "b" }, { "id": "7" }], "effective": [] }'
    expect(rolesOf(orgAt(parseHistoryDocument(list), dateOf(0)))).toEqual(['b', '7'])
  })
})

describe('an issue has its place', () => {
  it.each<[part: string, by: string, issue: readonly unknown[]]>([
    [
      '"role": "analyst"',
      '"role": "analist"',
      ['UNKNOWN_ROLE', 12, 40, 'effective.0.changes.0.role', '2026-04-01', undefined],
    ],
    ['"2026-04-01"', '"2026-02-30"', ['INVALID_FIELD', 10, 13, 'effective.0.on', undefined, undefined]],
    ['"2026-04-01"', '"2025-04-01"', ['INVALID_FIELD', 10, 13, 'effective.0.on', undefined, undefined]],
    [
      '"set-manager"',
      '"sing"',
      ['INVALID_FIELD', 12, 17, 'effective.0.changes.0.do', '2026-04-01', undefined],
    ],
    [
      '"manager": null',
      '"manager": "analyst"',
      ['SELF_REPORT', 12, 62, 'effective.0.changes.0.manager', '2026-04-01', undefined],
    ],
    [
      '"manager": null',
      '"manger": null',
      ['UNKNOWN_FIELD', 12, 51, 'effective.0.changes.0.manger', '2026-04-01', undefined],
    ],
    ['"2026-01-01"', '"March"', ['INVALID_FIELD', 3, 12, 'since', undefined, undefined]],
    ['"effective"', '"efective"', ['UNKNOWN_FIELD', 8, 3, 'efective', undefined, undefined]],
    [
      '"reportsTo": "lead"',
      '"reportsTo": "led"',
      ['UNKNOWN_MANAGER', 6, 31, 'roles.analyst.reportsTo', undefined, undefined],
    ],
    ['"rolegraph": 3', '"rolegraph": 4', ['UNSUPPORTED_VERSION', 2, 16, 'rolegraph', undefined, undefined]],
    ['"rolegraph": 3', '"rolegraph": 2', ['UNKNOWN_FIELD', 3, 3, 'since', undefined, undefined]],
    [
      '"on": "2026-04-01",',
      '"on": "2026-04-01", "on": "2026-05-01",',
      ['DUPLICATE_KEY', 10, 27, 'effective.0.on', undefined, undefined],
    ],
  ])('%s: %s', (part, by, issue) => {
    const result = safeParseHistoryDocument(changed(part, by))
    expect(result.ok).toBe(false)
    expect(shown(result)[0]).toEqual(issue)
    const error = thrownBy(() => parseHistoryDocument(changed(part, by)))
    if (!isOrgError(error, 'INVALID_HISTORY')) throw error
    expect(error.details.issues.map(({ code, place }) => ({ code, place }))).toEqual(
      result.issues.map(({ code, place }) => ({ code, place })),
    )
    expect(error.message).toContain(`Line ${String(issue[1])}, column ${String(issue[2])}`)
  })

  it('in YAML too', () => {
    const yaml = [
      'rolegraph: 3',
      'roles:',
      '  lead: {}',
      'effective:',
      '  - on: 2026-04-01',
      '    changes:',
      '      - do: update-role',
      '        role: lead',
      '        set: { grade: high }',
    ].join('\n')
    const result = safeParseHistoryDocument(yaml, { yaml: YAML })
    expect(shown(result)).toEqual([
      ['INVALID_FIELD', 9, 23, 'effective.0.changes.0.set.grade', '2026-04-01', undefined],
    ])
  })

  it('as a path only, where the document is an object', () => {
    const object = JSON.parse(changed('"role": "analyst"', '"role": "analist"')) as HistoryDocument
    expect(shown(safeParseHistoryDocument(object))).toEqual([
      ['UNKNOWN_ROLE', undefined, undefined, 'effective.0.changes.0.role', '2026-04-01', undefined],
    ])
  })

  it('where changes are not a list', () => {
    const effective = changed(text.slice(text.indexOf('"effective"')), '"effective": {} }')
    expect(shown(safeParseHistoryDocument(effective))).toEqual([
      ['INVALID_FIELD', 8, 16, 'effective', undefined, undefined],
    ])
  })
})

describe('in lenient mode', () => {
  it('the history has what can be read, and keeps its errors with their places', () => {
    const cycle = changed('"manager": null', '"manager": "analyst"')
    const result = safeParseHistoryDocument(cycle, { mode: 'lenient' })
    if (!result.ok) throw new Error('no history')
    expect(historyIssuesOf(result.history)).toEqual(result.issues)
    expect(
      issuesOf(orgAt(result.history, '2026-04-01')).map(({ code, place }) => [code, place.line]),
    ).toEqual([['SELF_REPORT', 12]])
    expect(issuesOf(orgAt(result.history, '2026-03-31'))).toEqual([])
  })

  it('the errors of the org at the start stay with its orgs', () => {
    const unknown = changed('"reportsTo": "lead"', '"reportsTo": "led"')
    const result = safeParseHistoryDocument(unknown, { mode: 'lenient' })
    if (!result.ok) throw new Error('no history')
    expect(
      issuesOf(orgAt(result.history, '2026-03-31')).map(({ code, place }) => [code, place.line]),
    ).toEqual([['UNKNOWN_MANAGER', 6]])
  })
})

describe('limits', () => {
  it('hold for the ids that changes give', () => {
    const long = changed('"role": "analyst"', `"role": "${'x'.repeat(20)}"`)
    const result = safeParseHistoryDocument(long, { limits: { idLength: 10 }, mode: 'lenient' })
    expect(shown(result)).toEqual([
      ['LIMIT_EXCEEDED', 12, 40, 'effective.0.changes.0.role', undefined, undefined],
    ])
  })

  it('hold for bytes and levels', () => {
    expect(safeParseHistoryDocument(text, { limits: { bytes: 20 } }).issues[0].code).toBe('LIMIT_EXCEEDED')
    expect(safeParseHistoryDocument(text, { limits: { depth: 2 } }).issues[0].code).toBe('LIMIT_EXCEEDED')
  })
})

describe('a mistake of the caller', () => {
  it.each([
    [undefined, undefined, 'INVALID_ARGUMENT'],
    [null, undefined, 'INVALID_ARGUMENT'],
    [text, 'yaml', 'INVALID_OPTION'],
    [text, { mod: 'lenient' }, 'INVALID_OPTION'],
    [text, { format: 'yaml' }, 'INVALID_OPTION'],
  ])('throws: %#', (source, options, code) => {
    expect(thrownBy(() => parseHistoryDocument(source as never, options as never)).code).toBe(code)
    expect(thrownBy(() => safeParseHistoryDocument(source as never, options as never)).code).toBe(code)
  })
})
