import { stratify, hierarchy } from 'd3-hierarchy'
import fc from 'fast-check'
import {
  defineOrg,
  isOrgError,
  issuesOf,
  layerOf,
  managerOf,
  type Org,
  orgFromRecords,
  roleOf,
  rolesOf,
  topRolesOf,
} from 'rolegraph'
import { type FlatRow, type NestedRow, toFlatRows, toFlow, toNestedRows } from 'rolegraph/export'
import { parseNested, safeParseNested } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { forestCharts } from '../../support/org-arbitraries.js'
import { everythingChart } from '../../support/everything-chart.js'
import { thrownBy } from '../../support/thrown-by.js'

const org = defineOrg({
  roles: {
    ceo: { holders: ['Ada', 'Bo'], unit: 'top', grade: 9 },
    cfo: {
      title: 'Finance',
      reportsTo: { to: 'ceo', as: 'assistant' },
      vacant: true,
      data: { site: 'Leeds' },
    },
    cto: { reportsTo: 'ceo', dottedTo: { to: 'cfo', as: 'project' } },
    adviser: {},
  },
  units: { top: {} },
})

const forest = forestCharts.map((records): Org => orgFromRecords(records, { id: 'id', manager: 'manager' }))

describe('flat rows', () => {
  it('have the id of the manager, and the attributes that are there', () => {
    const { rows, lost } = toFlatRows(org)
    expect(rows).toEqual([
      { id: 'ceo', title: 'ceo', holders: ['Ada', 'Bo'], unit: 'top', grade: 9, parentId: null },
      { id: 'cfo', title: 'Finance', vacant: true, data: { site: 'Leeds' }, parentId: 'ceo' },
      { id: 'cto', title: 'cto', parentId: 'ceo' },
      { id: 'adviser', title: 'adviser', parentId: null },
    ])
    expect(lost).toEqual([
      { kind: 'solid-line', of: ['cfo', 'ceo'], field: 'as', why: 'no-place' },
      { kind: 'dotted-line', of: ['cto', 'cfo'], field: undefined, why: 'no-place' },
    ])
  })

  it('are what d3-hierarchy reads, with one root', () => {
    fc.assert(
      fc.property(forest, (chart) => {
        // stratify takes a blank id for none.
        fc.pre(!rolesOf(chart).includes(''))
        const root = 'the root of all'
        const tree = stratify<FlatRow>()(toFlatRows(chart, { root }).rows)
        expect(tree.children?.map(({ id }) => id)).toEqual(topRolesOf(chart))
        for (const node of tree.descendants()) {
          if (node.depth === 0) continue
          expect(node.depth).toBe(layerOf(chart, node.data.id))
          expect(node.parent?.id).toBe(managerOf(chart, node.data.id) ?? root)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('leave one line of a cycle out, and say so', () => {
    const ring = orgFromRecords(
      [
        { id: 'a', manager: 'c' },
        { id: 'b', manager: 'a' },
        { id: 'c', manager: 'b' },
        { id: 'd', manager: 'a' },
      ],
      { id: 'id', manager: 'manager', onIssue: 'collect' },
    )
    const { rows, lost } = toFlatRows(ring)
    expect(rows.map(({ parentId }) => parentId)).toEqual([null, 'a', 'b', 'a'])
    expect(lost).toEqual([
      { kind: 'solid-line', of: ['a', 'c'], field: undefined, why: 'no-place' },
      { kind: 'org', of: [], field: 'issues', why: 'no-place' },
    ])
    expect(issuesOf(ring).length).toBe(1)
  })

  it('refuse a root that is a role', () => {
    expect(
      isOrgError(
        thrownBy(() => toFlatRows(org, { root: 'ceo' })),
        'INVALID_OPTION',
      ),
    ).toBe(true)
    expect(
      isOrgError(
        thrownBy(() => toFlatRows(org, { root: 7 as never })),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })
})

describe('rows', () => {
  it('are yours to change', () => {
    const { rows } = toFlatRows(org)
    rows.reverse().pop()
    rows.at(-1)?.holders?.push('Eve')
    expect(toFlatRows(org).rows.map(({ id }) => id)).toEqual(['ceo', 'cfo', 'cto', 'adviser'])
    const [top] = toNestedRows(org).rows
    top.children?.pop()
    top.holders?.pop()
    expect(toNestedRows(org).rows[0].children?.length).toBe(2)
    toFlow(org).nodes.pop()
    expect(toFlow(org).nodes.length).toBe(4)
    expect(roleOf(org, 'ceo').holders).toEqual(['Ada', 'Bo'])
  })
})

describe('nested rows', () => {
  it('have their reports as children', () => {
    expect(toNestedRows(org).rows).toEqual([
      {
        id: 'ceo',
        title: 'ceo',
        holders: ['Ada', 'Bo'],
        unit: 'top',
        grade: 9,
        children: [
          { id: 'cfo', title: 'Finance', vacant: true, data: { site: 'Leeds' } },
          { id: 'cto', title: 'cto' },
        ],
      },
      { id: 'adviser', title: 'adviser' },
    ])
  })

  it('are what d3-hierarchy reads', () => {
    const [top] = toNestedRows(org).rows
    expect(
      hierarchy<NestedRow>(top)
        .descendants()
        .map(({ data, depth }) => [data.id, depth]),
    ).toEqual([
      ['ceo', 0],
      ['cfo', 1],
      ['cto', 1],
    ])
  })

  it('come in again equal', () => {
    fc.assert(
      fc.property(forest, (chart) => {
        const text = JSON.stringify(toNestedRows(chart).rows)
        const back = parseNested(text, { limits: { depth: 200 } })
        // Siblings and trees keep their order; rows are in the order of the trees.
        expect([...rolesOf(back)].sort()).toEqual([...rolesOf(chart)].sort())
        expect(topRolesOf(back)).toEqual(topRolesOf(chart))
        for (const id of rolesOf(chart)) expect(managerOf(back, id)).toBe(managerOf(chart, id))
      }),
      { numRuns: 100 },
    )
    const back = parseNested(JSON.stringify(toNestedRows(org).rows))
    for (const id of rolesOf(org)) {
      expect(roleOf(back, id)).toEqual({ ...roleOf(org, id), dottedTo: [] })
    }
  })

  it('carry hostile texts', () => {
    const { rows } = toNestedRows(everythingChart)
    const back = parseNested(JSON.stringify(rows), { limits: { depth: 200 } })
    for (const id of rolesOf(everythingChart)) {
      const { title, grade, family } = roleOf(everythingChart, id)
      if (title !== '' && family !== '') expect(roleOf(back, id)).toMatchObject({ title, grade, family })
    }
  })

  it('are written without recursion', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => ({
      id: String(index),
      manager: index === 0 ? null : String(index - 1),
    }))
    const { rows } = toNestedRows(orgFromRecords(chain, { id: 'id', manager: 'manager' }))
    expect(rows.length).toBe(1)
  })
})

describe('nested rows of others', () => {
  it('are read with names as titles, numbers as ids, and other fields as data', () => {
    const text = '{"id": 1, "name": "Ada", "value": 3, "children": [{"id": "x", "title": "T", "name": "Bo"}]}'
    const back = parseNested(text)
    expect(rolesOf(back)).toEqual(['1', 'x'])
    expect(roleOf(back, '1')).toMatchObject({ title: 'Ada', data: { value: 3 } })
    expect(roleOf(back, 'x')).toMatchObject({ title: 'T', reportsTo: '1', data: { name: 'Bo' } })
  })

  it('can have their ids and children elsewhere', () => {
    const text = '[{"key": "a", "reports": [{"key": "b"}]}]'
    expect(managerOf(parseNested(text, { id: 'key', children: 'reports' }), 'b')).toBe('a')
  })

  it.each<[text: string, codes: readonly string[]]>([
    ['7', ['INVALID_DOCUMENT']],
    ['{', ['INVALID_DOCUMENT']],
    ['[{"id": "a"}, {"id": "a"}]', ['DUPLICATE_ID']],
    ['[{"id": "a", "children": {}}]', ['INVALID_FIELD']],
    ['[{"id": "a", "children": [7]}]', ['INVALID_FIELD']],
    ['[{"id": 1.5}]', ['INVALID_FIELD']],
    ['[{}]', ['MISSING_ID']],
    ['[{"id": "a", "grade": "x"}]', ['INVALID_FIELD']],
    ['[{"id":"a","children":'.repeat(70), ['LIMIT_EXCEEDED']],
  ])('have issues with their places: %s', (text, codes) => {
    const { issues } = safeParseNested(text)
    expect(issues.map(({ code }) => code)).toEqual(codes)
    expect(issues[0]?.place.line).toBe(1)
  })
})

describe('nodes and edges of React Flow', () => {
  it('have dotted lines too, and managers above the middle of their reports', () => {
    const { nodes, edges, lost } = toFlow(org)
    expect(nodes.map(({ id, position }) => [id, position.x, position.y])).toEqual([
      ['ceo', 110, 0],
      ['cfo', 0, 120],
      ['cto', 220, 120],
      ['adviser', 440, 0],
    ])
    expect(nodes[1]?.data).toEqual({
      title: 'Finance',
      vacant: true,
      data: { site: 'Leeds' },
      label: 'Finance',
    })
    expect(edges).toEqual([
      { id: 'reportsTo_0', source: 'ceo', target: 'cfo', data: { relation: 'reportsTo', as: 'assistant' } },
      { id: 'reportsTo_1', source: 'ceo', target: 'cto', data: { relation: 'reportsTo' } },
      { id: 'dottedTo_2', source: 'cfo', target: 'cto', data: { relation: 'dottedTo', as: 'project' } },
    ])
    expect(lost).toEqual([])
  })
})
