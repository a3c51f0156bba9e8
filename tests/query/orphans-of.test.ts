import {
  checkOrg,
  defineOrg,
  layerOf,
  managerOf,
  oneTop,
  type Org,
  orgFromDocument,
  orgFromRecords,
  orphansOf,
  spansAndLayers,
  topRolesOf,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { describe, expect, it } from 'vitest'
import { withIssues } from '../../src/define/org-of-record.js'
import { office } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'

/** `ceo` is a top; nobody knows the managers of `clerk` and `7`; `temp` is below the clerk. */
const rows = [
  { id: 'temp', boss: 'clerk' },
  { id: 'clerk', boss: 'head' },
  { id: 'ceo', boss: null },
  { id: '7', boss: '' },
  { id: 'cfo', boss: 'ceo' },
]
const org = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })

describe('orphansOf', () => {
  it('tells roles with an unknown manager from tops, in input order', () => {
    expect(orphansOf(org)).toEqual(['clerk', '7'])
    expect(topRolesOf(org)).toEqual(['ceo'])
    expect(topRolesOf(org, { lines: 'all' })).toEqual(['ceo'])
    expect(spansAndLayers(org)).toMatchObject({
      roles: 5,
      tops: 1,
      orphans: 2,
      layers: 2,
      rolesPerLayer: [3, 2],
    })
  })

  it('gives them no manager and the first layer', () => {
    expect([managerOf(org, 'clerk'), layerOf(org, 'clerk'), layerOf(org, 'temp')]).toEqual([undefined, 1, 2])
  })

  it('is empty for a sound chart, and for cycles', () => {
    expect(orphansOf(office)).toEqual([])
    expect(orphansOf(defineOrg({ roles: { a: { reportsTo: 'a' } } }, { onIssue: 'collect' }))).toEqual([])
  })

  it('is not a second top for a policy', () => {
    expect(checkOrg(org, { rules: [oneTop()] }).issues).toEqual([])
    expect(checkOrg(org).counts).toEqual({ UNKNOWN_MANAGER: 2 })
  })

  it('survives the document, with the issue', () => {
    const again = orgFromDocument(toOrgDocument(org), { onIssue: 'collect' })
    expect(orphansOf(again)).toEqual(['7', 'clerk'].toReversed())
    expect(checkOrg(again).counts).toEqual({ UNKNOWN_MANAGER: 2 })
    expect(thrownBy(() => orgFromDocument(toOrgDocument(org))).code).toBe('INVALID_ORG')
  })

  it('has those that an importer could not find', () => {
    const rest = withIssues(
      office,
      [],
      new Map([
        ['ceo', 'Board'],
        ['nobody', 'x'],
        ['analyst', 'x'],
      ]),
    )
    expect(orphansOf(rest)).toEqual(['ceo'])
    expect(orphansOf(office)).toEqual([])
  })

  it('gives a fresh array', () => {
    orphansOf(org).length = 0
    expect(orphansOf(org)).toHaveLength(2)
  })

  it('refuses anything but an org', () => {
    expect(thrownBy(() => orphansOf({} as Org)).code).toBe('NOT_AN_ORG')
  })
})
