import {
  defineOrg,
  fromGraph,
  issuesOf,
  linesOf,
  type Org,
  orgFromDocument,
  orgFromRecords,
  packOrg,
  toGraph,
  unpackOrg,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    ceo: {},
    clerk: { reportsTo: { to: 'ceo', as: 'assistant', hedge: 'may' } },
    engineer: { reportsTo: 'ceo', dottedTo: [{ to: 'clerk', as: 'project' }, 'ceo'] },
  },
})
const document = {
  rolegraph: 2,
  roles: {
    ceo: {},
    clerk: { reportsTo: { to: 'ceo', as: 'assistant', hedge: 'may' } },
    engineer: { reportsTo: 'ceo', dottedTo: [{ to: 'clerk', as: 'project' }, 'ceo'] },
  },
}

describe('the name of a line', () => {
  it('is part of a document, which is then of version 2', () => {
    expect(toOrgDocument(org)).toEqual(document)
    expect(
      toOrgDocument(defineOrg({ roles: { a: {}, b: { dottedTo: { to: 'a', note: 'x' } } } })).rolegraph,
    ).toBe(1)
    expect(
      toOrgDocument(defineOrg({ roles: { a: {}, b: { dottedTo: { to: 'a', as: 'x' } } } })).rolegraph,
    ).toBe(2)
  })

  it.each<[string, (org: Org) => Org]>([
    ['a document', (given) => orgFromDocument(toOrgDocument(given))],
    [
      'JSON',
      (given) => orgFromDocument(JSON.parse(JSON.stringify(given)) as ReturnType<typeof toOrgDocument>),
    ],
    ['a packed org', (given) => unpackOrg(structuredClone(packOrg(given)))],
    ['a graph', (given) => fromGraph(toGraph(given))],
  ])('passes through %s', (_, through) => {
    const again = through(org)
    expect(again).toEqual(org)
    expect(linesOf(again, 'engineer', { lines: 'all' })).toEqual(linesOf(org, 'engineer', { lines: 'all' }))
  })

  it('is an attribute of an edge', () => {
    const edges = toGraph(org).mapEdges((key, attributes) => [key, attributes])
    expect(edges).toEqual([
      ['reportsTo/0', { relation: 'reportsTo', as: 'assistant', hedge: 'may' }],
      ['reportsTo/1', { relation: 'reportsTo' }],
      ['dottedTo/0', { relation: 'dottedTo', as: 'project' }],
      ['dottedTo/1', { relation: 'dottedTo' }],
    ])
  })

  it('is content: orgs with other names are not equal', () => {
    const other = structuredClone(document)
    other.roles.clerk.reportsTo.as = 'adviser'
    expect(orgFromDocument(other as ReturnType<typeof toOrgDocument>)).not.toEqual(org)
  })

  it('is read from records whose managers are lines', () => {
    const rows = [
      { id: 'ceo', boss: null, also: [] },
      { id: 'clerk', boss: { to: 'ceo', as: 'assistant', hedge: 'may' }, also: [] },
      { id: 'engineer', boss: 'ceo', also: [{ to: 'clerk', as: 'project' }, 'ceo'] },
    ] as const
    expect(orgFromRecords(rows, { id: 'id', manager: 'boss', dotted: 'also' })).toEqual(org)
  })

  it('is read from a JSON list of records, with the issues of orgFromRecords', () => {
    const rows = [
      { id: 'ceo' },
      { id: 'clerk', manager: { to: 'ceo', as: 'assistant', hedge: 'may' } },
      { id: 'engineer', manager: 'ceo', dotted: [{ to: 'clerk', as: 'project' }, 'ceo'] },
    ]
    expect(safeParseRecords(JSON.stringify(rows)).org).toEqual(org)
    const odd = [
      { id: 'a', manager: { to: 'gone', as: 'x' } },
      { id: 'b', manager: { to: 'b', as: 'y' } },
      { id: 'c', manager: { as: 'z' } },
      { id: 'd', manager: { to: 'a', as: '  ', in: 1 } },
      { id: 'e', manager: ['a'] },
    ]
    const fields = { id: 'id', onIssue: 'collect' } as const
    const manager = (row: (typeof odd)[number]): { to: string } => row.manager as { to: string }
    const expected = orgFromRecords(odd, { ...fields, manager })
    const { org: parsed } = safeParseRecords(JSON.stringify(odd), { mode: 'lenient' })
    expect(parsed && toOrgDocument(parsed)).toEqual(toOrgDocument(expected))
    expect(parsed && issuesOf(parsed).map(({ code }) => code)).toEqual(
      issuesOf(expected).map(({ code }) => code),
    )
  })

  it('is kept where the manager of a record is unknown or above itself', () => {
    const rows = [
      { id: 'a', boss: { to: 'gone', as: 'x' } },
      { id: 'b', boss: { to: 'b', as: 'y' } },
      { id: 'c', boss: { as: 'z' } },
      { id: 'd', boss: { to: 'a', as: '  ' } },
    ]
    const manager = (row: (typeof rows)[number]): { to: string } => row.boss as { to: string }
    const broken = orgFromRecords(rows, { id: 'id', manager, onIssue: 'collect' })
    expect(issuesOf(broken).map(({ code, message }) => [code, message])).toEqual([
      ['INVALID_FIELD', 'Expected the id of a role, received undefined (at record 2, manager.to)'],
      [
        'INVALID_FIELD',
        "Expected the name of a line as text that is not blank, such as 'project', received '  ' (at record 3, manager.as)",
      ],
      [
        'UNKNOWN_MANAGER',
        "The role 'a' reports to 'gone', which is not a role of this org (at record 0, manager)",
      ],
      ['SELF_REPORT', "The role 'b' reports to itself (at record 1, manager)"],
    ])
    expect(toOrgDocument(broken).roles).toMatchObject({
      a: { reportsTo: { to: 'gone', as: 'x' } },
      b: { reportsTo: { to: 'b', as: 'y' } },
      d: { reportsTo: 'a' },
    })
  })

  it.each([
    ['', "''"],
    [7, '7'],
    [['x'], 'an array of 1'],
  ])('cannot be %j', (as, shown) => {
    const roles = { a: {}, b: { dottedTo: { to: 'a', as: as as string } } } as const
    const broken = defineOrg({ roles }, { onIssue: 'collect' })
    expect(issuesOf(broken).map(({ message }) => message)).toEqual([
      `Expected the name of a line as text that is not blank, such as 'project', received ${shown} (at roles.b.dottedTo.as)`,
    ])
    expect(linesOf(broken, 'b', { lines: 'all' })).toEqual([{ from: 'b', to: 'a', kind: 'dotted' }])
  })

  it('is not a field of a move', () => {
    const roles = { a: {}, b: { progressesTo: { to: 'a', as: 'x' } } } as const
    const broken = defineOrg({ roles }, { onIssue: 'collect' })
    expect(issuesOf(broken)[0].code).toBe('UNKNOWN_FIELD')
  })
})
