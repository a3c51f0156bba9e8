import { MultiDirectedGraph } from 'graphology'
import {
  checkOrg,
  defineOrg,
  fromGraph,
  issuesOf,
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
import { parseOrgDocument, parseRecords } from 'rolegraph/import'
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

describe('a manager that cannot be read', () => {
  const collected = { onIssue: 'collect' } as const
  const wrong: readonly (readonly [id: string, manager: unknown])[] = [
    ['number', 42],
    ['list', ['boss']],
    ['object', { to: 7 }],
    ['flag', false],
  ]
  const charts: readonly (readonly [maker: string, org: Org])[] = [
    [
      'orgFromRecords',
      orgFromRecords(
        [{ id: 'boss' }, { id: '42' }, ...wrong.map(([id, manager]) => ({ id, manager }))] as {
          id: string
          manager?: string
        }[],
        { id: 'id', manager: 'manager', ...collected },
      ),
    ],
    [
      'defineOrg',
      defineOrg<string>(
        {
          roles: {
            boss: {},
            ...Object.fromEntries(wrong.map(([id, reportsTo]) => [id, { reportsTo }])),
            42: {},
          },
        },
        collected,
      ),
    ],
  ]

  it.each(charts)('makes no top of its report: %s', (_maker, chart) => {
    expect(topRolesOf(chart).toSorted()).toEqual(['42', 'boss'])
    expect(orphansOf(chart)).toEqual(['number', 'list', 'object', 'flag'])
    expect(managerOf(chart, 'number')).toBeUndefined()
    expect(new Set(issuesOf(chart).map(({ code }) => code))).toEqual(new Set(['INVALID_FIELD']))
  })

  it.each(charts)('survives the document: %s', (_maker, chart) => {
    const again = orgFromDocument(toOrgDocument(chart), collected)
    expect(orphansOf(again)).toEqual(orphansOf(chart))
    expect(checkOrg(again).counts).toMatchObject({ UNKNOWN_MANAGER: 4 })
  })

  it('is not taken for a role that has its text as an id', () => {
    const roles = { a: { reportsTo: 42 }, 'unreadable: 42': {} }
    const chart = defineOrg<string>({ roles } as never, collected)
    const again = orgFromDocument(toOrgDocument(chart), collected)
    expect([managerOf(again, 'a'), orphansOf(again)]).toEqual([undefined, ['a']])
  })

  it('is one that null is not', () => {
    const records = [{ id: 'a', manager: null }]
    expect(topRolesOf(orgFromRecords(records, { id: 'id', manager: 'manager' }))).toEqual(['a'])
    expect(topRolesOf(defineOrg<string>({ roles: { a: { reportsTo: null } } } as never, collected))).toEqual([
      'a',
    ])
  })

  it('is the unit, or the second role with an id, at the end of an edge of a graph', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('ceo')
    graph.addNode('copy', { id: 'ceo' })
    graph.addNode('pmo', { kind: 'unit' })
    for (const [role, to] of [
      ['a', 'pmo'],
      ['b', 'copy'],
      ['c', 'ceo'],
    ]) {
      graph.addNode(role)
      graph.addEdge(role, to)
    }
    // Another edge says who the manager is.
    graph.addNode('d')
    graph.addEdge('d', 'pmo')
    graph.addEdge('d', 'ceo')
    const chart = fromGraph(graph, collected)
    expect([topRolesOf(chart), orphansOf(chart)]).toEqual([['ceo'], ['a', 'b']])
    expect(managerOf(chart, 'd')).toBe('ceo')
  })

  it('stays one in an imported document and in imported records', () => {
    const document = JSON.stringify({ rolegraph: 1, roles: { boss: {}, a: { reportsTo: 7.5 } } })
    const records = JSON.stringify([{ id: 'boss' }, { id: 'a', manager: 7.5 }])
    for (const chart of [
      parseOrgDocument(document, { mode: 'lenient' }),
      parseRecords(records, { mode: 'lenient' }),
    ]) {
      expect([topRolesOf(chart), orphansOf(chart)]).toEqual([['boss'], ['a']])
    }
  })
})
