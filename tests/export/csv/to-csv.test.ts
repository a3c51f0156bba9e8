import fc from 'fast-check'
import { defineOrg, isOrgError, type Org, roleOf, rolesOf } from 'rolegraph'
import { type CsvExportOptions, toCsv } from 'rolegraph/export'
import { parseCsv, parseOrgDocument, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'
import { everythingChart, namesChart } from '../../support/everything-chart.js'
import { thrownBy } from '../../support/thrown-by.js'
import { untold } from '../../support/untold.js'

/** What the importer makes of the export of an org. */
function readBack(
  org: Org,
  options?: CsvExportOptions,
): { readonly org: Org; readonly errors: readonly string[] } {
  const result = safeParseCsv(toCsv(org, options).text, { mode: 'lenient' })
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'))
  const errors = result.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  return { org: result.org, errors }
}

const office = defineOrg({
  roles: {
    ceo: { title: 'Chief, "Everything"', holders: ['Ada Byron'], unit: 'Office', grade: 9, cost: 1e21 },
    '007': { title: '=SUM(A1)', reportsTo: { to: 'ceo', as: 'assistant' }, vacant: true, fte: 0.5 },
    b: {
      reportsTo: 'ceo',
      dottedTo: [{ to: '007', as: 'project' }],
      status: 'planned',
      holders: ['-1', '+2'],
    },
    "'=c": { reportsTo: 'b', dottedTo: ['ceo', 'b'], alsoIn: ['Office'], minYears: 1e-7, holders: ["'@x"] },
  },
  units: { Office: {} },
})

describe('a table of text', () => {
  it('has a header, a row per holder, and an apostrophe before what would be a formula', () => {
    const { text, lost } = toCsv(office)
    expect(text.split('\r\n')).toEqual([
      'Role ID,Role Title,Reports To Role ID,Solid Line Name,Dotted Line Role IDs,Dotted Line Role IDs (project),Unit ID,Further Unit IDs,Role Grade,Role FTE,Role Cost,Required Years,Role Status,Role Holder',
      'ceo,"Chief, ""Everything""",,,,,Office,,9,,1000000000000000000000,,,Ada Byron',
      "007,'=SUM(A1),ceo,assistant,,,,,,0.5,,,,",
      "b,,ceo,,,007,,,,,,,planned,'-1",
      "b,,ceo,,,007,,,,,,,planned,'+2",
      `''=c,,b,,"ceo\nb",,,Office,,,,0.0000001,,''@x`,
      '',
    ])
    expect(lost).toEqual([])
  })

  it('comes in again equal', () => {
    const back = readBack(office)
    expect(back.errors).toEqual([])
    expect(untold(office, back.org, [])).toEqual([])
  })

  it('comes in again equal with people, their addresses and their terms', () => {
    const org = defineOrg({
      roles: {
        a: {
          holders: [
            { person: 'p1', share: 0.6, from: '2026-01-01' },
            { person: 'p2', share: 0.4, kind: 'acting', to: '2026-02-01' },
          ],
        },
        b: { reportsTo: 'a', holders: ['p1'] },
        c: { reportsTo: 'a', vacant: true },
      },
      people: { p1: { name: 'Ada', email: 'ada@ex.org' }, p2: { name: 'Bo' } },
    })
    const { lost } = toCsv(org)
    expect(lost).toEqual([])
    expect(untold(org, readBack(org).org, lost)).toEqual([])
  })

  it('comes in again equal with the data of a table', () => {
    const org = parseCsv('id,manager,Site,=odd\n1,,London,\n2,1,"Le;eds",-3\n')
    const { text, lost } = toCsv(org)
    expect(lost).toEqual([])
    expect(text.split('\r\n')[0]).toBe("Role ID,Role Title,Reports To Role ID,Site,'=odd")
    const back = parseCsv(text)
    for (const id of rolesOf(org)) expect(roleOf(back, id)).toEqual(roleOf(org, id))
  })

  it.each<[what: string, org: Org]>([
    ['everything', everythingChart],
    ['names as holders', namesChart],
  ])('tells everything that it loses: %s', (_what, org) => {
    const { lost } = toCsv(org)
    const back = readBack(org)
    expect(back.errors).toEqual([])
    expect(untold(org, back.org, lost)).toEqual([])
  })

  it('tells everything that it loses, for random charts', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom<CsvExportOptions>({}, { delimiter: ';' }, { delimiter: '\t', byteOrderMark: true }),
        (document, options) => {
          const org = parseOrgDocument(JSON.stringify(document))
          const back = readBack(org, options)
          expect(back.errors).toEqual([])
          expect(untold(org, back.org, toCsv(org, options).lost)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says what cannot be written', () => {
    const org = defineOrg({
      roles: {
        a: { progressesTo: 'b', certifications: ['PMP'], title: ' ' },
        b: { reportsTo: { to: 'a', note: 'n' }, dottedTo: { to: ' ', as: 'x' } },
        ' ': { reportsTo: 'a' },
        d: { holders: ['Ada'], data: { n: 1 } },
        e: { vacant: true },
      },
      units: { u: { head: 'a' } },
      services: [{ from: 'a', to: 'b', name: 's' }],
    })
    expect(toCsv(org).lost).toEqual([
      { kind: 'role', of: [' '], field: undefined, why: 'blank' },
      { kind: 'role', of: ['a'], field: 'certifications', why: 'no-place' },
      { kind: 'move', of: ['a', 'b'], field: undefined, why: 'no-place' },
      { kind: 'role', of: ['a'], field: undefined, why: 'blank' },
      { kind: 'role', of: ['a'], field: 'data', why: 'as-text' },
      { kind: 'role', of: ['a'], field: 'title', why: 'blank' },
      { kind: 'solid-line', of: ['b', 'a'], field: 'note', why: 'no-place' },
      { kind: 'role', of: ['b'], field: undefined, why: 'blank' },
      { kind: 'role', of: ['b'], field: 'data', why: 'as-text' },
      { kind: 'dotted-line', of: ['b', ' '], field: undefined, why: 'no-such-end' },
      { kind: 'role', of: ['d'], field: 'data', why: 'as-text' },
      { kind: 'role', of: ['e'], field: 'data', why: 'as-text' },
      { kind: 'unit', of: ['u'], field: undefined, why: 'no-place' },
      { kind: 'service', of: ['a', 'b'], field: undefined, why: 'no-place' },
    ])
  })

  it('comes in chunks that are the text', () => {
    const org = defineOrg({
      roles: Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          `role-${String(index)}`,
          { title: 'A title that is rather long' },
        ]),
      ),
    })
    const exported = toCsv(org)
    const chunks = [...exported]
    expect(chunks.length).toBeGreaterThan(1)
    expect(chunks.join('')).toBe(exported.text)
  })

  it.each<[options: unknown]>([
    [{ delimiter: ':' }],
    [{ product: 'sap' }],
    [{ byteOrderMark: 'yes' }],
    [{ separator: ';' }],
    ['rolegraph'],
  ])('refuses the options %j', (options) => {
    expect(
      isOrgError(
        thrownBy(() => toCsv(office, options as CsvExportOptions)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })

  it('writes data that JSON cannot hold: a bigint as its digits, what is nested too deeply as …', () => {
    let deep: unknown = 1
    for (let level = 0; level < 20_000; level++) deep = [deep]
    const { text, lost } = toCsv(defineOrg({ roles: { a: { data: { big: 10n, deep } } } }))
    expect(text.split(/\r?\n/)[1]).toContain(`,10,${'['.repeat(100)}…${']'.repeat(100)}`)
    expect(lost).toContainEqual({ kind: 'role', of: ['a'], field: 'data', why: 'as-text' })
  })
})
