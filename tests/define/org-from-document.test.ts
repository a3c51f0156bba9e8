import {
  defineOrg,
  isOrgError,
  issuesOf,
  managerOf,
  type Org,
  orgFromDocument,
  orgFromRecords,
  roleOf,
  rolesOf,
  unitsOf,
} from 'rolegraph'
import { type OrgDocument, toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { anyDocument } from '../support/any-document.js'
import { itRefusesNoOptions } from '../support/it-refuses-bad-input.js'
import { issuesThrownBy, thrownBy } from '../support/thrown-by.js'

describe.each<[string, (document: OrgDocument) => Org]>([
  ['orgFromDocument', (document) => orgFromDocument(document)],
  ['defineOrg', (document) => defineOrg(document)],
  ['parseOrgDocument of the text', (document) => parseOrgDocument(JSON.stringify(document))],
])('%s', (_name, read) => {
  it('reads what toOrgDocument returns', () => {
    fc.assert(
      fc.property(anyDocument, (given) => {
        const org = parseOrgDocument(JSON.stringify(given))
        expect(read(toOrgDocument(org))).toStrictEqual(org)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the order of ids that look like array indexes, of roles and of units', () => {
    const org = read({
      rolegraph: 1,
      roles: listed([{ id: '9' }, { id: '7', reportsTo: '9', unit: '3' }, { id: '8' }]),
      units: listed([{ id: '3' }, { id: '2' }]),
    })
    expect(rolesOf(org)).toEqual(['9', '7', '8'])
    expect(unitsOf(org)).toEqual(['3', '2'])
    expect(managerOf(org, '7')).toBe('9')
  })
})

describe('orgFromDocument', () => {
  it('is typed like an imported org, and so is defineOrg of a document', () => {
    const org = defineOrg({ roles: { a: { data: { x: 1 } } } })
    expectTypeOf(orgFromDocument(toOrgDocument(org))).toEqualTypeOf<Org>()
    expectTypeOf(defineOrg(toOrgDocument(org))).toEqualTypeOf<Org>()
  })

  it('copies the document', () => {
    const document = { rolegraph: 1 as const, roles: { a: { skills: ['x'] } } }
    const org = orgFromDocument(document)
    document.roles.a.skills.push('y')
    expect(roleOf(org, 'a').skills).toEqual(['x'])
  })

  it('keeps years without an upper bound, also where JSON has made null of Infinity', () => {
    const years = [4, Infinity]
    const org = orgFromDocument({
      rolegraph: 1,
      roles: { a: { progressesTo: [{ to: 'b', years: [4, Infinity] }] }, b: {} },
    })
    const json = JSON.parse(JSON.stringify(roleOf(org, 'a').progressesTo)) as [
      { to: string; years: [number, number] },
    ]
    expect(json[0].years).toEqual([4, null])
    const again = defineOrg({ roles: { a: { progressesTo: [{ to: 'b', years: json[0].years }] }, b: {} } })
    for (const each of [org, again, orgFromDocument(toOrgDocument(org))]) {
      expect(roleOf(each, 'a').progressesTo[0]?.years).toEqual(years)
    }
  })

  it('throws all problems of a broken document, at their places in its lists', () => {
    const document = {
      rolegraph: 1,
      roles: listed([{ id: 'a', reportsTo: 'x' }, { id: 'b', grade: NaN }, { id: 'a' }]),
      units: listed([{ id: 'u' }, { id: 'u' }, { id: 'b' }]),
    } as const
    const issues = issuesThrownBy(() => orgFromDocument(document))
    expect(issues.map(({ code, place }) => [code, place.path?.join('.')])).toEqual([
      ['INVALID_FIELD', 'roles.1.grade'],
      ['DUPLICATE_ID', 'roles.2'],
      ['DUPLICATE_ID', 'units.1'],
      ['DUPLICATE_ID', 'units.2'],
      ['UNKNOWN_MANAGER', 'roles.0.reportsTo'],
    ])
    expect(issues[1].witness).toEqual([{ path: ['roles', 0] }, { path: ['roles', 2] }])
    expect(issues[2].witness).toEqual([{ path: ['units', 0] }, { path: ['units', 1] }])
    const org = orgFromDocument(document, { onIssue: 'collect' })
    expect(rolesOf(org)).toEqual(['a', 'b'])
    expect(issuesOf(org)).toEqual(issues)
  })

  it.each([[undefined], [null], ['{}'], [[]], [() => ({})]])(
    'refuses %o instead of a document',
    (received) => {
      const error = thrownBy(() => orgFromDocument(received as never))
      expect(isOrgError(error, 'INVALID_ARGUMENT') && error.details).toEqual({
        argument: 'document',
        received,
      })
    },
  )

  it.each([[undefined], [0], [3], ['1']])('refuses the version %o', (version) => {
    const issues = issuesThrownBy(() => orgFromDocument({ rolegraph: version as 1, roles: {} }))
    expect(issues.map(({ code, place }) => [code, place.path])).toEqual([['INVALID_FIELD', ['rolegraph']]])
  })

  it('is the way of an org that was collected, with onIssue again', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(thrownBy(() => orgFromDocument(toOrgDocument(org))).code).toBe('INVALID_ORG')
    const again = orgFromDocument(toOrgDocument(org), { onIssue: 'collect' })
    expect(issuesOf(again).map(({ code }) => code)).toEqual(['REPORTING_CYCLE'])
  })

  itRefusesNoOptions((options) => orgFromDocument({ rolegraph: 1, roles: {} }, options))
})

/** The type of a list in a document has an index by id too. */
function listed<Spec extends { readonly id: string }>(
  specs: readonly Spec[],
): readonly Spec[] & { readonly [id: string]: Spec } {
  return specs as readonly Spec[] & { readonly [id: string]: Spec }
}
