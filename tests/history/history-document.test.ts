import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  defineOrg,
  historyFromDocument,
  historyFromSnapshots,
  historyOf,
  type HistoryDocument,
  orgAt,
  orgFromDocument,
  toHistoryDocument,
} from 'rolegraph'
import { safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { randomFrom, randomOrg } from '../change/random-charts.js'
import { thrownBy } from '../support/thrown-by.js'
import { dateOf, randomHistory } from './random-histories.js'

function read(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8')) as object
}

const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false })
const isValid = ajv.compile(read('org.schema.json'))
ajv.addSchema(read('org.schema.json'), 'org.schema.json')
const areChanges = ajv.compile(read('changes.schema.json'))

function sent(document: object): HistoryDocument {
  return JSON.parse(JSON.stringify(document)) as HistoryDocument
}

const office = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
const history = historyOf(office, [
  {
    on: '2026-04-01',
    knownOn: '2026-05-01',
    changes: [{ do: 'set-manager', role: 'analyst', manager: null }],
  },
])

describe('the document of a history', () => {
  it('is the document of the start, with the changes by date', () => {
    expect(sent(toHistoryDocument(history))).toEqual({
      rolegraph: 3,
      roles: { lead: {}, analyst: { reportsTo: 'lead' } },
      effective: [
        {
          on: '2026-04-01',
          knownOn: '2026-05-01',
          changes: [{ do: 'set-manager', role: 'analyst', manager: null }],
        },
      ],
    })
  })

  it('is read back as the same history, and fits the schemas', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { start, entries, snapshots } = randomHistory(randomFrom(seed), 40)
      const dated = snapshots.slice(1)
      for (const each of [
        historyOf(start, entries, { onIssue: 'collect' }),
        ...(dated.length === 0 ? [] : [historyFromSnapshots(dated)]),
      ]) {
        const document = sent(toHistoryDocument(each))
        expect(isValid(document), ajv.errorsText(isValid.errors)).toBe(true)
        for (const { changes } of document.effective ?? []) expect(areChanges(changes)).toBe(true)
        const again = historyFromDocument(document, { onIssue: 'collect' })
        expect(sent(toHistoryDocument(again))).toEqual(document)
      }
    }
  })

  it('of version 1 or 2 is an org that does not change', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const org = randomOrg(randomFrom(seed))
      const again = historyFromDocument(sent(org), { onIssue: 'collect' })
      expect(JSON.stringify(orgAt(again, dateOf(0), { assignments: 'all' }))).toBe(JSON.stringify(org))
    }
  })

  it('keeps where the history begins', () => {
    const begun = sent(historyFromSnapshots([{ on: '2026-01-01', org: office }]))
    expect(begun.since).toBe('2026-01-01')
    expect(thrownBy(() => orgAt(historyFromDocument(begun), '2025-12-31')).code).toBe('BEFORE_HISTORY')
  })

  it.each([
    [{ rolegraph: 3, roles: { a: {} }, effective: [{ on: '2026-02-30', changes: [] }] }, 'INVALID_HISTORY'],
    [
      { rolegraph: 3, roles: { a: {} }, effective: [{ on: '2026-02-28', changes: [{ do: 'sing' }] }] },
      'INVALID_HISTORY',
    ],
    [{ rolegraph: 3, roles: { a: {} }, effective: {} }, 'INVALID_ARGUMENT'],
    [{ rolegraph: 3, roles: { a: {} }, since: 'March' }, 'INVALID_ARGUMENT'],
    [{ rolegraph: 2, roles: { a: {} }, effective: [] }, 'INVALID_ORG'],
    [{ rolegraph: 4, roles: { a: {} } }, 'INVALID_ORG'],
    [{ roles: { a: {} } }, 'INVALID_ORG'],
    [null, 'INVALID_ARGUMENT'],
  ])('refuses %j', (document, code) => {
    expect(thrownBy(() => historyFromDocument(document as never)).code).toBe(code)
  })

  it('is not that of an org', () => {
    const document = sent(history)
    expect(thrownBy(() => orgFromDocument(document as never)).message).toContain(
      'Read it with historyFromDocument',
    )
    const parsed = safeParseOrgDocument(JSON.stringify(document))
    expect(parsed.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['UNSUPPORTED_VERSION', 'It is a history document: read it with parseHistoryDocument.'],
    ])
  })

  it('refuses data that JSON would change', () => {
    const odd = historyOf(office, [
      { on: '2026-04-01', changes: [{ do: 'update-role', role: 'lead', set: { data: { pay: Infinity } } }] },
    ])
    expect(thrownBy(() => toHistoryDocument(odd)).message).toContain('effective.0.changes')
  })
})
