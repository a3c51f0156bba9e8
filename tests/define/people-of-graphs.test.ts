import { MultiDirectedGraph } from 'graphology'
import {
  assignmentsOf,
  defineOrg,
  fromGraph,
  graphKeyOf,
  holdersOf,
  isOrgError,
  issuesOf,
  linesOf,
  orgFromDocument,
  peopleOf,
  personOf,
  rolesHeldBy,
  rolesOf,
  toGraph,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { anyStaffedOrg } from 'rolegraph/testing/fast-check'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesThrownBy } from '../support/thrown-by.js'

describe('fromGraph with people', () => {
  it('reads nodes of the kind person as people, and edges holds as assignments', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('lead')
    graph.addNode('clerk')
    // A person may have the id of a role, and edges may come in any order.
    graph.addNode('p1', { kind: 'person', id: 'lead', title: 'Lee D.', email: 'lee@example.org', size: 3 })
    graph.addNode('joe', { kind: 'person', aliases: ['Joey'], data: { badge: 7 } })
    graph.addEdge('p1', 'clerk', {
      relation: 'holds',
      share: 0.4,
      kind: 'acting',
      to: '2026-05-01',
      weight: 2,
    })
    graph.addEdge('clerk', 'lead', { relation: 'reportsTo', as: 'assistant' })
    graph.addEdge('joe', 'clerk', { relation: 'holds', from: '2026-01-01' })
    graph.addEdge('p1', 'lead', { relation: 'holds' })
    const org = fromGraph(graph, { people: true })
    expect(rolesOf(org)).toEqual(['lead', 'clerk'])
    expect(peopleOf(org)).toEqual(['lead', 'joe'])
    expect(personOf(org, 'lead')).toEqual({
      id: 'lead',
      name: 'Lee D.',
      aliases: [],
      email: 'lee@example.org',
      data: undefined,
    })
    expect(personOf(org, 'joe')).toMatchObject({ name: 'joe', aliases: ['Joey'], data: { badge: 7 } })
    expect(assignmentsOf(org, { role: 'clerk' })).toEqual([
      { role: 'clerk', person: 'lead', share: 0.4, kind: 'acting', from: undefined, to: '2026-05-01' },
      {
        role: 'clerk',
        person: 'joe',
        share: undefined,
        kind: 'permanent',
        from: '2026-01-01',
        to: undefined,
      },
    ])
    expect(rolesHeldBy(org, 'lead')).toEqual(['lead', 'clerk'])
    expect(linesOf(org, 'clerk')).toEqual([{ from: 'clerk', to: 'lead', kind: 'solid', as: 'assistant' }])
  })

  it('takes the option relation for holds too', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('desk')
    graph.addNode('Ada', { kind: 'person' })
    graph.addEdge('Ada', 'desk', { type: 'SITS_AT' })
    expect(holdersOf(fromGraph(graph, { people: true, relation: () => 'holds' }), 'desk')).toEqual(['Ada'])
  })

  it('takes holders that are an attribute, where they are people of the graph', () => {
    const graph = new MultiDirectedGraph()
    graph.addNode('desk', { holders: ['ada', 'bob'] })
    graph.addNode('ada', { kind: 'person' })
    const org = fromGraph(graph, { people: true, onIssue: 'collect' })
    expect(holdersOf(org, 'desk')).toEqual(['ada'])
    expect(issuesOf(org)).toMatchObject([
      { code: 'UNKNOWN_PERSON', roles: ['desk'], place: { path: ['nodes', 'desk', 'holders', 1] } },
    ])
  })

  it('says how to read people where the option is missing', () => {
    const org = defineOrg({ roles: { a: { holders: ['p'] } }, people: { p: {} } })
    const issues = issuesThrownBy(() => fromGraph(toGraph(org, { people: true })))
    expect(issues).toMatchObject([
      {
        code: 'INVALID_FIELD',
        place: { path: ['edges', 'holds/0'] },
        message: "An edge has the relation 'holds' (at edges.'holds/0')",
        suggestion: 'Pass people: true to read nodes for people.',
      },
    ])
  })
})

describe('fromGraph with people reports', () => {
  const holds = { relation: 'holds' }
  const graphWith = (...edges: [from: string, to: string, attributes: object][]): MultiDirectedGraph => {
    const graph = new MultiDirectedGraph()
    for (const key of ['a', 'b']) graph.addNode(key)
    graph.addNode('vacancy', { vacant: true })
    graph.addNode('stated', { holders: ['q'] })
    graph.addNode('u', { kind: 'unit' })
    for (const key of ['p', 'q']) graph.addNode(key, { kind: 'person' })
    for (const [index, [from, to, attributes]] of edges.entries()) {
      graph.addEdgeWithKey(`e${String(index)}`, from, to, attributes)
    }
    return graph
  }

  it.each<[string, [string, string, object], object]>([
    [
      'a person who reports',
      ['p', 'a', {}],
      {
        witness: ['p', 'a'],
        message: "An edge reportsTo goes from the person 'p' to the role 'a' (at edges.e0)",
      },
    ],
    [
      'a line to a person',
      ['a', 'p', {}],
      { witness: ['a', 'p'], suggestion: 'It can go from a role to a role.' },
    ],
    ['a role that holds', ['a', 'b', holds], { suggestion: 'It can go from a person to a role.' }],
    [
      'a person who holds a unit',
      ['p', 'u', holds],
      { message: expect.stringContaining("to the unit 'u'") as unknown },
    ],
    [
      'a share that is none',
      ['p', 'a', { ...holds, share: 0 }],
      { roles: ['a'], place: { path: ['edges', 'e0', 'share'] } },
    ],
    [
      'a kind that is none',
      ['p', 'a', { ...holds, kind: 'lateral' }],
      { roles: ['a'], place: { path: ['edges', 'e0', 'kind'] } },
    ],
    [
      'a date that is none',
      ['p', 'a', { ...holds, from: '2026-02-30' }],
      { roles: ['a'], place: { path: ['edges', 'e0', 'from'] } },
    ],
    [
      'an end before the start',
      ['p', 'a', { ...holds, from: '2026-02-02', to: '2026-02-02' }],
      { roles: ['a'], place: { path: ['edges', 'e0', 'to'] } },
    ],
    [
      'a holder of a vacancy',
      ['p', 'vacancy', holds],
      { roles: ['vacancy'], place: { path: ['nodes', 'vacancy', 'holders'] } },
    ],
    [
      'holders as an attribute and as edges',
      ['p', 'stated', holds],
      {
        roles: ['stated'],
        place: { path: ['nodes', 'stated', 'holders'] },
        message: expect.stringContaining('no list of holders, since edges say who holds the role') as unknown,
      },
    ],
  ])('%s', (_what, edge, expected) => {
    const issues = issuesOf(fromGraph(graphWith(edge), { people: true, onIssue: 'collect' }))
    expect(issues).toMatchObject([{ code: 'INVALID_FIELD', ...expected }])
  })

  it('two people with one id, and leaves out the second with its edges', () => {
    const graph = graphWith()
    graph.addNode('again', { kind: 'person', id: 'p' })
    graph.addEdge('again', 'a', holds)
    const org = fromGraph(graph, { people: true, onIssue: 'collect' })
    const [first, place] = [{ path: ['nodes', 'p'] }, { path: ['nodes', 'again'] }]
    expect(issuesOf(org)).toMatchObject([
      {
        code: 'DUPLICATE_ID',
        place,
        witness: [first, place],
        message: "Two people have the id 'p' (at nodes.again)",
      },
    ])
    expect(holdersOf(org, 'a')).toEqual([])
  })

  it('a name and an address that are not text, at the node', () => {
    const graph = graphWith()
    graph.replaceNodeAttributes('p', { kind: 'person', title: 7, email: false })
    const error = issuesThrownBy(() => fromGraph(graph, { people: true }))
    expect(error.map(({ place }) => place)).toEqual([
      { path: ['nodes', 'p', 'title'] },
      { path: ['nodes', 'p', 'email'] },
    ])
  })

  it.each<unknown>([null, 'yes', 1])('people: %j', (people) => {
    let caught: unknown
    try {
      fromGraph(new MultiDirectedGraph(), { people: people as boolean })
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_OPTION')).toBe(true)
  })
})

describe('fromGraph and toGraph with people', () => {
  it('are inverse: people, assignments, staff and named lines are the same', () => {
    fc.assert(
      fc.property(anyPeopleSpec(), (spec) => {
        const org = defineOrg(spec)
        const graph = toGraph(org, { people: true })
        const copy = new MultiDirectedGraph()
        copy.import(JSON.parse(JSON.stringify(graph.export())) as ReturnType<typeof graph.export>)
        for (const each of [graph, copy]) {
          const back = fromGraph(each, { people: true })
          expect(back).toEqual(org)
          expect(toOrgDocument(back)).toEqual(toOrgDocument(org))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('turn names into people where the org has none, and change nothing else', () => {
    fc.assert(
      fc.property(anyStaffedOrg(), ({ org }) => {
        const back = fromGraph(toGraph(org, { people: true }), { people: true })
        const people = Object.fromEntries(peopleOf(org).map((id) => [id, {}]))
        expect(back).toEqual(orgFromDocument({ ...toOrgDocument(org), people }))
      }),
    )
  })

  it('keep every key apart, whatever roles, units and people are called', () => {
    const ids = ['', '~', '~person/', '~person/a', 'person/a', 'a', '__proto__', 'constructor', 'toString']
    const keys = ids.flatMap((id) => [graphKeyOf(id), graphKeyOf({ person: id })])
    expect(new Set(keys).size).toBe(2 * ids.length)
    expect(keys.filter((key) => key === '' || key in {})).toEqual([])
  })
})

/** Charts of a few roles with everything that people, staff lines and named lines can be. */
function anyPeopleSpec(): fc.Arbitrary<Parameters<typeof defineOrg<string, string, unknown, string>>[0]> {
  const roleIds = ['b', 'a', '7', '', '~person/a', '__proto__']
  const personIds = ['a', '', '~', 'constructor', '10', '9', '__proto__']
  const date = fc.constantFrom('2026-01-01', '2026-02-28', '2026-03-31')
  const person = fc.record(
    {
      name: fc.string(),
      email: fc.string(),
      aliases: fc.array(fc.oneof(fc.string(), fc.record({ name: fc.string(), warning: fc.string() })), {
        maxLength: 2,
      }),
      data: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    },
    { requiredKeys: [] },
  )
  const holder = fc.oneof(
    fc.constantFrom(...personIds),
    fc
      .record(
        {
          person: fc.constantFrom(...personIds),
          share: fc.constantFrom(0.2, 0.5, 1),
          kind: fc.constantFrom('permanent', 'acting', 'interim'),
          from: date,
          to: date,
        },
        { requiredKeys: ['person'] },
      )
      .filter(({ from, to }) => from === undefined || to === undefined || from < to),
  )
  const as = fc.constantFrom('assistant', 'adviser', 'project', 'functional')
  const role = (id: string, index: number): fc.Arbitrary<readonly [string, object]> => {
    const line = (to: readonly string[]): fc.Arbitrary<object> =>
      fc.record({ to: fc.constantFrom(...to), as }, { requiredKeys: ['to'] })
    return fc
      .record(
        {
          staff: fc.oneof(
            fc.array(holder, { maxLength: 3 }).map((holders) => ({ holders })),
            fc.constant({ vacant: true }),
          ),
          ...(index > 0 && {
            reportsTo: line(roleIds.slice(0, index)),
            dottedTo: line(roleIds.slice(0, index)),
          }),
          unit: fc.constantFrom('u', 'v'),
          alsoIn: fc.constantFrom('u', 'v'),
        },
        { requiredKeys: [] },
      )
      .map(({ staff, ...rest }) => [id, { ...rest, ...staff }] as const)
  }
  return fc.record({
    roles: fc.tuple(...roleIds.map(role)).map((entries) => Object.fromEntries(entries)),
    units: fc.constant({ u: {}, v: { partOf: 'u' } }),
    people: fc
      .tuple(...personIds.map((id) => person.map((spec) => [id, spec] as const)))
      .map((entries) => Object.fromEntries(entries)),
  })
}
