import { DirectedGraph, MultiDirectedGraph, MultiGraph, UndirectedGraph } from 'graphology'
import {
  defineOrg,
  fromGraph,
  headOf,
  isOrgError,
  issuesOf,
  linesOf,
  managementChainOf,
  managerOf,
  membersOf,
  type Org,
  orgFromRecords,
  type ReadableGraph,
  roleOf,
  rolesOf,
  servicesFrom,
  spansAndLayers,
  toGraph,
  topRolesOf,
  transitiveReportsOf,
  unitOf,
  unitsOf,
} from 'rolegraph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itRefusesNoOptions } from '../support/it-refuses-bad-input.js'

describe('fromGraph', () => {
  it('reads a graph from elsewhere: keys are ids, edges are solid lines, other attributes are ignored', () => {
    const graph = new DirectedGraph()
    graph.addNode('top', { x: 1, y: 2, label: 'T', size: null })
    graph.addNode('7', { title: 'Seven', grade: 3, id: 7 })
    graph.addNode('10', { title: null, kind: 'person', unit: 'nowhere' })
    graph.addEdge('10', '7', { weight: 2 })
    graph.addEdge('7', 'top')
    const org = fromGraph(graph)
    expect(rolesOf(org)).toEqual(['top', '7', '10'])
    expect(managementChainOf(org, '10')).toEqual(['7', 'top'])
    expect(roleOf(org, '7')).toMatchObject({ id: '7', title: 'Seven', grade: 3 })
    expect(roleOf(org, '10')).toMatchObject({ title: '10', unit: undefined })
    expect(unitsOf(org)).toEqual([])
  })

  it('reads ids from the attribute id, even those that a graph cannot have as keys', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('n1', { id: '__proto__' })
    graph.addNode('n2', { id: '' })
    graph.addEdge('n2', 'n1')
    expect(managerOf(fromGraph(graph), '')).toBe('__proto__')
  })

  it('reads units, heads, members and services from the edges', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('lead', { title: 'Lead' })
    graph.addNode('pmo', {
      kind: 'unit',
      title: 'PMO',
      unitKind: 'department',
      sources: ['S1'],
      aliases: ['P'],
    })
    graph.addNode('house', { kind: 'unit' })
    graph.addNode('clerk')
    graph.addEdge('clerk', 'pmo', { relation: 'memberOf' })
    graph.addEdge('lead', 'pmo', { relation: 'headOf' })
    graph.addEdge('pmo', 'house', { relation: 'partOf' })
    graph.addEdge('pmo', 'clerk', { relation: 'supports', name: 'training', note: 'yearly' })
    const org = fromGraph(graph)
    expect(unitsOf(org)).toEqual(['pmo', 'house'])
    expect(unitOf(org, 'pmo')).toEqual({
      id: 'pmo',
      title: 'PMO',
      aliases: ['P'],
      kind: 'department',
      head: 'lead',
      heads: ['lead'],
      partOf: 'house',
      sources: ['S1'],
    })
    expect(headOf(org, 'pmo')).toBe('lead')
    expect(membersOf(org, 'pmo')).toEqual(['clerk'])
    expect(servicesFrom(org, 'pmo')).toEqual([{ from: 'pmo', to: 'clerk', name: 'training', note: 'yearly' }])
  })

  it('reads moves and dotted lines in the order of the edges, whatever their keys', () => {
    const graph = new MultiDirectedGraph()
    for (const key of ['a', '10', '9']) graph.addNode(key)
    graph.addEdge('9', 'a', { relation: 'dottedTo' })
    graph.addEdge('a', '10', { relation: 'dottedTo', hedge: 'may' })
    graph.addEdge('a', '9', { relation: 'dottedTo', weight: 1 })
    graph.addEdge('a', '10', { relation: 'progressesTo', years: [1], kind: 'lateral', conditions: ['x'] })
    graph.addEdge('a', '9', { relation: 'progressesTo', sources: ['S'] })
    const org = fromGraph(graph)
    expect(linesOf(org, 'a', { lines: 'dotted' })).toEqual([
      { from: 'a', to: '10', kind: 'dotted', hedge: 'may' },
      { from: 'a', to: '9', kind: 'dotted' },
    ])
    expect(roleOf(org, '9').dottedTo).toEqual(['a'])
    expect(roleOf(org, 'a').progressesTo).toEqual([
      { from: 'a', to: '10', kind: 'lateral', years: [1, Infinity], conditions: ['x'] },
      { from: 'a', to: '9', kind: 'advancement', conditions: [], sources: ['S'] },
    ])
  })

  it('calls the option relation, and ignores an edge for which it returns undefined', () => {
    const graph = new MultiDirectedGraph()
    for (const key of ['a', 'b', 'c']) graph.addNode(key)
    graph.addEdgeWithKey('line', 'b', 'a')
    graph.addEdgeWithKey('other', 'b', 'c', { type: 'friend', relation: 'reportsTo' })
    graph.addEdgeWithKey('mentor', 'c', 'b', { type: 'mentor' })
    const org = fromGraph(graph, {
      relation: (edge, { type }) =>
        type === 'friend' ? undefined : edge === 'line' ? 'reportsTo' : 'dottedTo',
    })
    expect(managerOf(org, 'b')).toBe('a')
    expect(managerOf(org, 'c')).toBeUndefined()
    expect(roleOf(org, 'c').dottedTo).toEqual(['b'])
  })

  it('copies: changing the graph later has no effect', () => {
    const graph = new MultiDirectedGraph()
    const data = { site: { city: 'Leeds' } }
    const holders = ['Ada']
    graph.addNode('a', { data, holders })
    const org = fromGraph(graph)
    data.site.city = 'York'
    holders.push('Grace')
    graph.setNodeAttribute('a', 'title', 'Changed')
    expect(roleOf(org, 'a')).toMatchObject({
      data: { site: { city: 'Leeds' } },
      holders: ['Ada'],
      title: 'a',
    })
  })

  it('reads an empty graph', () => {
    expect(rolesOf(fromGraph(new DirectedGraph()))).toEqual([])
  })
})

describe('fromGraph reports', () => {
  const build = (...edges: [string, string, object?][]): MultiGraph => {
    const graph = new MultiGraph()
    for (const key of ['a', 'b', 'c']) graph.addNode(key)
    for (const key of ['u', 'v']) graph.addNode(key, { kind: 'unit' })
    for (const [index, [from, to, attributes]] of edges.entries()) {
      graph.addDirectedEdgeWithKey(`e${String(index)}`, from, to, attributes)
    }
    return graph
  }

  it('several solid managers, all of them in the witness, and keeps the first', () => {
    const graph = build(['a', 'c'], ['b', 'c'], ['a', 'b'])
    const org = fromGraph(graph, { onIssue: 'collect' })
    expect(issuesOf(org)).toMatchObject([
      {
        code: 'SEVERAL_MANAGERS',
        severity: 'error',
        roles: ['a'],
        witness: ['c', 'b'],
        place: { path: ['edges', 'e2'] },
      },
    ])
    expect(issuesOf(org)[0].message).toContain("The role 'a' has 2 solid managers: 'c', 'b'")
    expect(managerOf(org, 'a')).toBe('c')
    expect(transitiveReportsOf(org, 'c')).toEqual(['a', 'b'])
  })

  const member = { relation: 'memberOf' }
  const part = { relation: 'partOf' }
  it.each<[string, [string, string, object?][], object]>([
    [
      'the same line twice',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      { code: 'DUPLICATE_LINE', witness: ['a', 'b'] },
    ],
    ['a role that reports to itself', [['a', 'a']], { code: 'SELF_REPORT', roles: ['a'] }],
    [
      'a cycle',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { code: 'REPORTING_CYCLE', witness: ['a', 'b', 'a'] },
    ],
    [
      'a second unit',
      [
        ['a', 'u', member],
        ['a', 'v', member],
      ],
      { code: 'INVALID_FIELD', roles: ['a'], witness: ["'v'"] },
    ],
    [
      'a second larger unit',
      [
        ['u', 'v', part],
        ['u', 'v', part],
      ],
      { code: 'INVALID_FIELD', units: ['u'] },
    ],
    [
      'units in a circle',
      [
        ['u', 'v', part],
        ['v', 'u', part],
      ],
      { code: 'UNIT_CYCLE', witness: ['u', 'v', 'u'] },
    ],
    ['a unit that reports', [['u', 'a']], { code: 'INVALID_FIELD', witness: ['u', 'a'] }],
    ['a line to a unit', [['a', 'u']], { code: 'INVALID_FIELD', witness: ['a', 'u'] }],
    ['a role that is part of a unit', [['a', 'u', part]], { code: 'INVALID_FIELD' }],
    ['a unit that is a member', [['u', 'v', member]], { code: 'INVALID_FIELD' }],
    ['support of a unit', [['a', 'u', { relation: 'supports', name: 'x' }]], { code: 'INVALID_FIELD' }],
    [
      'a service without a name',
      [['a', 'b', { relation: 'supports' }]],
      { code: 'INVALID_FIELD', place: { path: ['edges', 'e0', 'name'] } },
    ],
    [
      'an unknown relation',
      [['a', 'b', { relation: 'knows' }]],
      { code: 'INVALID_FIELD', place: { path: ['edges', 'e0'] } },
    ],
    ['a relation that is no text', [['a', 'b', { relation: 3 }]], { code: 'INVALID_FIELD' }],
    [
      'a hedge that is none',
      [['a', 'b', { hedge: 'perhaps' }]],
      { code: 'INVALID_FIELD', place: { path: ['edges', 'e0', 'hedge'] } },
    ],
    [
      'years that are none',
      [['a', 'b', { relation: 'progressesTo', years: [3, 1] }]],
      { code: 'INVALID_FIELD', place: { path: ['edges', 'e0', 'years'] } },
    ],
  ])('%s', (_what, edges, expected) => {
    const graph = build(...edges)
    expect(issuesOf(fromGraph(graph, { onIssue: 'collect' }))).toMatchObject([expected])
    const error = thrownBy(() => fromGraph(graph))
    expect(isOrgError(error, 'INVALID_ORG') && error.details.issues).toMatchObject([expected])
  })

  it.each([
    ['a role', { id: 'x' }, { id: 'x' }, ['nodes', 'n2']],
    ['a unit', { id: 'x', kind: 'unit' }, { id: 'x', kind: 'unit' }, ['nodes', 'n2']],
    ['a role and a unit', { id: 'x' }, { id: 'x', kind: 'unit' }, ['nodes', 'n2']],
    // Roles come before units: the unit is the one that repeats the id.
    ['a unit and a role', { id: 'x', kind: 'unit' }, { id: 'x' }, ['nodes', 'n1']],
  ])('two nodes with the id of %s', (_what, first, second, path) => {
    const graph = new MultiDirectedGraph()
    graph.addNode('n1', first)
    graph.addNode('n2', second)
    graph.addNode('below')
    graph.addEdge('n1', 'n2')
    const org = fromGraph(graph, { onIssue: 'collect' })
    expect(issuesOf(org)).toMatchObject([{ code: 'DUPLICATE_ID', place: { path } }])
    expect([...rolesOf(org), ...unitsOf(org)].sort()).toEqual(['below', 'x'])
  })

  it('edges without direction', () => {
    const graph = new UndirectedGraph()
    graph.addNode('a')
    graph.addNode('b')
    graph.addEdge('a', 'b')
    const org = fromGraph(graph, { onIssue: 'collect' })
    expect(issuesOf(org)).toMatchObject([{ code: 'INVALID_FIELD', witness: ['a', 'b'] }])
    expect(topRolesOf(org)).toEqual(['a', 'b'])
  })

  it('attributes of the wrong type, each at its place', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('a', { title: 7, cost: -1, vacant: true, holders: ['Ada'] })
    graph.addNode('u', { kind: 'unit', title: 7 })
    const issues = issuesOf(fromGraph(graph, { onIssue: 'collect' }))
    expect(issues.map(({ code, place }) => [code, ...(place.path ?? [])].join(' ')).sort()).toEqual([
      'INVALID_FIELD nodes a cost',
      'INVALID_FIELD nodes a holders',
      'INVALID_FIELD nodes a title',
      'INVALID_FIELD nodes u title',
    ])
  })

  it('a problem of a node after one that repeats an id, at its own place', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('n1', { id: 'x' })
    graph.addNode('n2', { id: 'x' })
    graph.addNode('n3', { vacant: true, holders: ['Ada'] })
    const issues = issuesOf(fromGraph(graph, { onIssue: 'collect' }))
    expect(issues.map(({ place }) => place.path)).toEqual([
      ['nodes', 'n2'],
      ['nodes', 'n3', 'holders'],
    ])
  })

  it.each<[string, readonly unknown[], string]>([
    ['an object that is not a graph', [{}], 'INVALID_ARGUMENT'],
    ['nothing', [undefined], 'INVALID_ARGUMENT'],
    ['a string', ['graph'], 'INVALID_ARGUMENT'],
    ['an org', [defineOrg({ roles: { a: {} } })], 'INVALID_ARGUMENT'],
    ['onIssue', [new DirectedGraph(), { onIssue: 'ignore' }], 'INVALID_OPTION'],
    ['relation', [new DirectedGraph(), { relation: 'reportsTo' }], 'INVALID_OPTION'],
    ['a misspelt option', [new DirectedGraph(), { relations: () => 'reportsTo' }], 'INVALID_OPTION'],
    ['options that are a function', [new DirectedGraph(), () => 'reportsTo'], 'INVALID_OPTION'],
    ['options that are null', [new DirectedGraph(), null], 'INVALID_OPTION'],
    ['a key that is not text', [readable([[7, {}]])], 'INVALID_ARGUMENT'],
    ['attributes that are not an object', [readable([['a', 'title']])], 'INVALID_ARGUMENT'],
    ['the same of an edge', [readable([['a', {}]], [['e', 1, 'a', 'a']])], 'INVALID_ARGUMENT'],
  ])('a wrong argument: %s', (_what, args, code) => {
    const error = thrownBy(() => Reflect.apply(fromGraph, undefined, args))
    expect(isOrgError(error) && error.code).toBe(code)
  })

  it('nothing where attributes are null or undefined', () => {
    const graph = readable(
      [
        ['a', null],
        ['b', undefined],
      ],
      [['e', null, 'b', 'a']],
    )
    expect(managerOf(fromGraph(graph), 'b')).toBe('a')
  })

  itRefusesNoOptions((options) => fromGraph(new DirectedGraph(), options))

  it('a function that throws', () => {
    const cause = new Error('no such column')
    const graph = build(['a', 'b'], ['b', 'c'])
    const relation = (edge: string): 'reportsTo' => {
      if (edge === 'e1') throw cause
      return 'reportsTo'
    }
    const error = thrownBy(() => fromGraph(graph, { relation }))
    if (!isOrgError(error, 'READ_FAILED')) throw new Error('expected READ_FAILED', { cause: error })
    expect(error.details).toEqual({ record: 1, field: 'relation' })
    expect(error.cause).toBe(cause)
  })
})

describe('fromGraph and toGraph', () => {
  it('are inverse: every role, line, move, unit and service is the same', () => {
    fc.assert(
      fc.property(anySpec(), (spec) => {
        const org: Org = defineOrg(spec)
        const back = fromGraph(toGraph(org))
        expect(everythingIn(back)).toEqual(everythingIn(org))
        expect(toGraph(back).export()).toEqual(toGraph(org).export())
      }),
      { numRuns: 200 },
    )
  })

  it('are inverse on a broken chart, with the same problem', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
      { id: 'c', boss: 'b' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    const back = fromGraph(toGraph(org), { onIssue: 'collect' })
    expect(everythingIn(back)).toEqual(everythingIn(org))
    expect(issuesOf(back)).toMatchObject([{ code: 'REPORTING_CYCLE', witness: ['a', 'b', 'a'] }])
  })
})

/** What the queries say of each role and unit: between them all that an org is made of. */
function everythingIn(org: Org): unknown {
  const roles = rolesOf(org)
  return {
    roles: roles.map((id) => roleOf(org, id)),
    lines: roles.map((id) => linesOf(org, id, { lines: 'all' })),
    chains: roles.map((id) => managementChainOf(org, id, { lines: 'all' })),
    reports: roles.map((id) => transitiveReportsOf(org, id)),
    units: unitsOf(org).map((id) => unitOf(org, id)),
    members: unitsOf(org).map((id) => membersOf(org, id)),
    services: [...roles, ...unitsOf(org)].map((id) => servicesFrom(org, id)),
    whole: spansAndLayers(org),
  }
}

/** A chart with something of everything; a manager comes before its reports, so that there is no cycle. */
function anySpec(): fc.Arbitrary<Parameters<typeof defineOrg<string, string, unknown>>[0]> {
  const ids = ['b', 'a', '007', '7', '', '~', '~7', '__proto__', 'constructor', 'é', 'e\u0301']
  const unitIds = ['pmo', 'toString', '3']
  const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.option(value, { nil: undefined })
  const texts = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 })
  const evidence = {
    sources: texts,
    hedge: fc.constantFrom('typically', 'often', 'may', 'sometimes', 'many'),
    note: fc.string(),
  } as const
  const alias = fc.oneof(fc.string(), fc.record({ name: fc.string(), warning: fc.string() }))
  const years = fc.constantFrom<readonly [number, number?]>([4], [0, 0], [1, 3.5], [2, Infinity])
  const attributes = fc.record(
    {
      title: fc.string(),
      aliases: fc.array(alias, { maxLength: 3 }),
      grade: fc.integer(),
      family: fc.string(),
      unit: fc.constantFrom(...unitIds),
      holders: texts,
      fte: fc.constantFrom(0, 0.5, 1),
      cost: fc.nat(),
      minYears: fc.nat(),
      certifications: texts,
      skills: texts,
      data: fc.jsonValue(),
      ...evidence,
    },
    { requiredKeys: [] },
  )
  const line = (to: readonly string[]): fc.Arbitrary<object | undefined> =>
    to.length === 0
      ? fc.constant(undefined)
      : maybe(fc.record({ to: fc.constantFrom(...to), ...evidence }, { requiredKeys: ['to'] }))
  const role = (id: string, index: number): fc.Arbitrary<readonly [string, object]> => {
    const others = ids.filter((other) => other !== id)
    const toOther = { to: fc.constantFrom(...others), ...evidence }
    const byTarget = { selector: ({ to }: { to: string }) => to, maxLength: 3 }
    const edges = fc.record({
      reportsTo: line(ids.slice(0, index)),
      dottedTo: fc.uniqueArray(fc.record(toOther, { requiredKeys: ['to'] }), byTarget),
      progressesTo: fc.uniqueArray(
        fc.record(
          {
            ...toOther,
            kind: fc.constantFrom('advancement', 'lateral', 'transition'),
            years,
            conditions: texts,
          },
          { requiredKeys: ['to'] },
        ),
        byTarget,
      ),
    })
    return fc.tuple(attributes, edges).map(([said, lines]) => [id, { ...said, ...lines }] as const)
  }
  const unit = (id: string, index: number): fc.Arbitrary<readonly [string, object]> =>
    fc
      .record(
        {
          title: fc.string(),
          aliases: fc.array(alias, { maxLength: 3 }),
          kind: fc.string(),
          head: fc.constantFrom(...ids),
          ...(index > 0 && { partOf: fc.constantFrom(...unitIds.slice(0, index)) }),
          ...evidence,
        },
        { requiredKeys: [] },
      )
      .map((said) => [id, said] as const)
  const service = fc.record(
    {
      from: fc.constantFrom(...ids, ...unitIds),
      to: fc.constantFrom(...ids),
      name: fc.string(),
      ...evidence,
    },
    { requiredKeys: ['from', 'to', 'name'] },
  )
  return fc.record({
    roles: fc.tuple(...ids.map(role)).map((entries) => Object.fromEntries(entries)),
    units: fc.tuple(...unitIds.map(unit)).map((entries) => Object.fromEntries(entries)),
    services: fc.array(service, { maxLength: 4 }),
  })
}

/** What a graph from elsewhere may hand out. */
function readable(
  nodes: readonly (readonly unknown[])[],
  edges: readonly (readonly unknown[])[] = [],
): ReadableGraph {
  return {
    forEachNode: (visit: (...node: never[]) => void) => {
      for (const node of nodes) Reflect.apply(visit, undefined, node)
    },
    forEachEdge: (visit: (...edge: never[]) => void) => {
      for (const edge of edges) Reflect.apply(visit, undefined, edge)
    },
  }
}

function thrownBy(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}
