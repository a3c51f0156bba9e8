import { MultiDirectedGraph } from 'graphology'
import {
  defineOrg,
  fromGraph,
  graphKeyOf,
  managementChainOf,
  managerOf,
  orgFromRecords,
  roleOf,
  toGraph,
  transitiveReportsOf,
  walk,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesNoOptions } from '../support/it-refuses-bad-input.js'
import { thrownBy } from '../support/thrown-by.js'

const office = defineOrg({
  roles: {
    sponsor: {},
    director: { title: 'PMO Director', grade: 7, reportsTo: { to: 'sponsor', hedge: 'typically' } },
    manager: {
      reportsTo: 'director',
      dottedTo: [{ to: 'sponsor', sources: ['S1', 'S2'], note: 'for budgets' }],
      progressesTo: [
        { to: 'director', years: [4], conditions: ['an opening'] },
        { to: 'analyst', kind: 'lateral', years: [0, 1], hedge: 'may' },
      ],
      unit: 'pmo',
      holders: ['Ada', 'Grace'],
      data: { site: { city: 'Leeds' } },
    },
    analyst: { reportsTo: 'manager', unit: 'pmo', holders: [], aliases: ['PA', { name: 'A', warning: 'w' }] },
  },
  units: {
    office: { title: 'The Office' },
    pmo: {
      kind: 'department',
      head: 'director',
      partOf: 'office',
      aliases: ['x', { name: 'y', warning: 'v' }],
    },
  },
  services: [
    { from: 'pmo', to: 'sponsor', name: 'reports', sources: ['S3'] },
    { from: 'analyst', to: 'sponsor', name: 'minutes' },
  ],
})

describe('toGraph', () => {
  const graph = toGraph(office)

  it('is a directed multigraph of graphology', () => {
    expect(graph).toBeInstanceOf(MultiDirectedGraph)
    expect([graph.type, graph.multi]).toEqual(['directed', true])
  })

  it('has a node for each role and then each unit, with its attributes', () => {
    expect(graph.mapNodes((key, attributes) => [key, attributes])).toEqual([
      ['sponsor', { kind: 'role', id: 'sponsor', title: 'sponsor' }],
      ['director', { kind: 'role', id: 'director', title: 'PMO Director', grade: 7 }],
      [
        'manager',
        {
          kind: 'role',
          id: 'manager',
          title: 'manager',
          holders: ['Ada', 'Grace'],
          data: { site: { city: 'Leeds' } },
        },
      ],
      [
        'analyst',
        {
          kind: 'role',
          id: 'analyst',
          title: 'analyst',
          vacant: true,
          holders: [],
          aliases: ['PA', { name: 'A', warning: 'w' }],
        },
      ],
      ['office', { kind: 'unit', id: 'office', title: 'The Office' }],
      [
        'pmo',
        {
          kind: 'unit',
          id: 'pmo',
          title: 'pmo',
          unitKind: 'department',
          aliases: ['x', { name: 'y', warning: 'v' }],
        },
      ],
    ])
  })

  it('has an edge for each relation, with its evidence', () => {
    expect(
      graph.mapEdges((key, attributes, source, target) => [key, `${source} → ${target}`, attributes]),
    ).toEqual([
      ['reportsTo/0', 'director → sponsor', { relation: 'reportsTo', hedge: 'typically' }],
      ['reportsTo/1', 'manager → director', { relation: 'reportsTo' }],
      ['reportsTo/2', 'analyst → manager', { relation: 'reportsTo' }],
      [
        'dottedTo/0',
        'manager → sponsor',
        { relation: 'dottedTo', sources: ['S1', 'S2'], note: 'for budgets' },
      ],
      [
        'progressesTo/0',
        'manager → director',
        { relation: 'progressesTo', kind: 'advancement', years: [4], conditions: ['an opening'] },
      ],
      [
        'progressesTo/1',
        'manager → analyst',
        { relation: 'progressesTo', kind: 'lateral', years: [0, 1], hedge: 'may' },
      ],
      ['memberOf/0', 'manager → pmo', { relation: 'memberOf' }],
      ['memberOf/1', 'analyst → pmo', { relation: 'memberOf' }],
      ['headOf/0', 'director → pmo', { relation: 'headOf' }],
      ['partOf/0', 'pmo → office', { relation: 'partOf' }],
      ['supports/0', 'pmo → sponsor', { relation: 'supports', name: 'reports', sources: ['S3'] }],
      ['supports/1', 'analyst → sponsor', { relation: 'supports', name: 'minutes' }],
    ])
  })

  it('survives an export as JSON', () => {
    const copy = new MultiDirectedGraph()
    copy.import(JSON.parse(JSON.stringify(graph.export())) as ReturnType<typeof graph.export>)
    expect(roleOf(fromGraph(copy), 'manager')).toEqual(roleOf(office, 'manager'))
  })

  it('is a new graph at each call: changing one changes nothing else', () => {
    const mine = toGraph(office)
    const before = walk(office, 'analyst', { relations: ['reportsTo'] })
    mine.setNodeAttribute('analyst', 'title', 'Changed')
    mine.setEdgeAttribute('reportsTo/2', 'relation', 'dottedTo')
    mine.dropNode('manager')
    expect(toGraph(office).export()).toEqual(graph.export())
    expect(walk(office, 'analyst', { relations: ['reportsTo'] })).toEqual(before)
    expect(roleOf(office, 'analyst').title).toBe('analyst')
    expect(managerOf(office, 'analyst')).toBe('manager')
    mine.clear()
    expect(toGraph(office).order).toBe(6)
  })

  it('returns frozen lists and data', () => {
    const { holders, data } = graph.getNodeAttributes('manager')
    expect([holders, data].every(Object.isFrozen)).toBe(true)
    expect(Object.isFrozen(graph.getNodeAttribute('pmo', 'aliases'))).toBe(true)
    expect(Object.isFrozen(graph.getEdgeAttribute('progressesTo/0', 'years'))).toBe(true)
    expect(Object.isFrozen(graph.getEdgeAttribute('progressesTo/0', 'conditions'))).toBe(true)
    expect(Object.isFrozen(graph.getEdgeAttribute('dottedTo/0', 'sources'))).toBe(true)
  })

  it('carries the cycles of a broken chart', () => {
    const records = [
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'c' },
    ]
    const broken = orgFromRecords(records, { id: 'id', manager: 'manager', onIssue: 'collect' })
    expect(toGraph(broken).mapEdges((_edge, _attributes, source, target) => source + target)).toEqual([
      'ab',
      'ba',
      'cc',
    ])
  })
})

describe('toGraph with people', () => {
  const staffed = defineOrg({
    roles: {
      ada: { title: 'Director', holders: ['ada'] },
      manager: {
        reportsTo: { to: 'ada', as: 'adviser' },
        holders: [{ person: 'ada', kind: 'acting', from: '2026-03-01', to: '2026-09-01' }],
        unit: 'pmo',
      },
      planner: {
        reportsTo: 'manager',
        dottedTo: [{ to: 'ada', as: 'project' }],
        holders: [{ person: 'joe', share: 0.6 }, 'may'],
      },
      analyst: { reportsTo: 'manager', holders: [] },
      clerk: { reportsTo: 'manager' },
    },
    units: { pmo: {} },
    people: {
      joe: { name: 'Joe Bloggs', email: 'joe@example.org', aliases: ['JB'], data: { badge: 7 } },
      ada: { name: 'Ada Lovelace' },
      may: {},
      constructor: {},
    },
  })
  const graph = toGraph(staffed, { people: true })

  it('has a node for each person after roles and units, with a key of its own', () => {
    const people = graph.filterNodes((_key, { kind }) => kind === 'person')
    expect(graph.nodes().slice(-4)).toEqual(people)
    expect(people.map((key) => [key, graph.getNodeAttributes(key)])).toEqual([
      [
        '~person/joe',
        {
          kind: 'person',
          id: 'joe',
          title: 'Joe Bloggs',
          email: 'joe@example.org',
          aliases: ['JB'],
          data: { badge: 7 },
        },
      ],
      ['~person/ada', { kind: 'person', id: 'ada', title: 'Ada Lovelace' }],
      ['~person/may', { kind: 'person', id: 'may', title: 'may' }],
      ['~person/constructor', { kind: 'person', id: 'constructor', title: 'constructor' }],
    ])
  })

  it('has an edge for each assignment, from the person to the role', () => {
    const holds = graph
      .filterEdges((_edge, { relation }) => relation === 'holds')
      .map((edge) => [edge, graph.extremities(edge), graph.getEdgeAttributes(edge)])
    expect(holds).toEqual([
      ['holds/0', ['~person/ada', 'ada'], { relation: 'holds', kind: 'permanent' }],
      [
        'holds/1',
        ['~person/ada', 'manager'],
        { relation: 'holds', kind: 'acting', from: '2026-03-01', to: '2026-09-01' },
      ],
      ['holds/2', ['~person/joe', 'planner'], { relation: 'holds', kind: 'permanent', share: 0.6 }],
      ['holds/3', ['~person/may', 'planner'], { relation: 'holds', kind: 'permanent' }],
    ])
  })

  it('has edges instead of the attribute holders, and keeps the empty list of a vacancy', () => {
    const roles = graph.filterNodes((_key, { kind }) => kind === 'role')
    expect(roles.map((key) => [key, graph.getNodeAttribute(key, 'holders')])).toEqual([
      ['ada', undefined],
      ['manager', undefined],
      ['planner', undefined],
      ['analyst', []],
      ['clerk', undefined],
    ])
  })

  it('is otherwise the graph without people', () => {
    const without = toGraph(staffed)
    expect(toGraph(staffed, {}).export()).toEqual(without.export())
    expect(toGraph(staffed, { people: false }).export()).toEqual(without.export())
    const edges = graph.export().edges.filter(({ attributes }) => attributes?.relation !== 'holds')
    expect(edges).toEqual(without.export().edges)
  })

  it('has a node for each distinct name where the org has no people', () => {
    const named = defineOrg({
      roles: { lead: { holders: ['Ada'] }, clerk: { reportsTo: 'lead', holders: ['Joe', 'Ada'] } },
    })
    const people = toGraph(named, { people: true })
    expect(people.nodes()).toEqual(['lead', 'clerk', '~person/Ada', '~person/Joe'])
    expect(people.outNeighbors(graphKeyOf({ person: 'Ada' }))).toEqual(['lead', 'clerk'])
  })

  itRefusesNoOptions((options) => toGraph(staffed, options))

  it.each<unknown>([null, 'yes', 1])('refuses people: %j', (people) => {
    const error = thrownBy(() => toGraph(staffed, { people: people as boolean }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'people', received: people, allowed: 'true or false' })
  })
})

describe('ids that every object has as a property', () => {
  const names = ['', '~', '7', ...Object.getOwnPropertyNames(Object.prototype)]
  const rows = names.map((id, index) => ({
    id,
    manager: names[index - 1],
    dotted: index > 1 ? [names[index - 2]] : [],
    moves: [names[(index + 1) % names.length]],
  }))

  it('leave Object.prototype as it was, whatever is done with the graph', () => {
    const before = Reflect.ownKeys(Object.prototype)
    const descriptors = Object.getOwnPropertyDescriptors(Object.prototype)
    const org = orgFromRecords(rows, { id: 'id', manager: 'manager', dotted: 'dotted', moves: 'moves' })
    const graph = toGraph(org)
    const [first, second] = names.slice(3, 5).map(graphKeyOf)
    graph.addEdge(first, second)
    graph.addEdge(first, second)
    graph.mergeNode(graphKeyOf('__proto__'))
    const copy = graph.copy()
    const imported = new MultiDirectedGraph()
    imported.import(graph.export())
    imported.import(graph.export(), true)
    for (const each of [copy, imported]) {
      each.forEachNode((node) => each.neighbors(node))
      each.edges(first, second).forEach((edge) => {
        each.dropEdge(edge)
      })
      each.dropNode(graphKeyOf('__proto__'))
      each.clear()
    }
    walk(org, '__proto__', { relations: ['reportsTo', 'dottedTo', 'progressesTo'], direction: 'both' })
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
    expect(Object.getOwnPropertyDescriptors(Object.prototype)).toEqual(descriptors)
    expect('previous' in {}).toBe(false)
  })

  it('come back from the graph as they were', () => {
    const org = orgFromRecords(rows, { id: 'id', manager: 'manager', dotted: 'dotted', moves: 'moves' })
    const graph = toGraph(org)
    expect(graph.mapNodes((_key, { id }) => id)).toEqual(names)
    expect(names.map((id) => graph.getNodeAttribute(graphKeyOf(id), 'id'))).toEqual(names)
    const back = fromGraph(graph)
    expect(managementChainOf(back, 'valueOf')).toEqual(managementChainOf(org, 'valueOf'))
    expect(transitiveReportsOf(back, '')).toEqual(names.slice(1))
  })
})
