import { checkOrg, fromGraph, issuesOf, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule, structureRule } from '../harness.js'
import { MultiDirectedGraph } from 'graphology'

const org = orgFromRecords(
  [
    { id: 'a', moves: ['a', 'nobody'], unit: null },
    { id: 'b', manager: 'nobody', dotted: ['a', 'a'], moves: ['a', 'a'], unit: 'u' },
    { id: 'b' },
  ],
  {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    moves: 'moves',
    unit: 'unit',
    grade: (row) => (row.id === 'a' ? NaN : 1),
    onIssue: 'collect',
    units: { v: { head: 'no one' } },
  },
)
const others = ['DUPLICATE_ID', 'UNKNOWN_MANAGER']

describeRule('what was found in the input', structureRule('INVALID_FIELD'), {
  valid: {
    'a clean chart': chart([{ id: 'a' }, { id: 'b', manager: 'a', moves: ['a'], unit: 'u' }]),
    'what has a rule of its own': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a', dotted: ['b', 'nobody'] },
      { id: 'b' },
    ]),
  },
  broken: {
    'all else, as it was found': {
      org,
      issues: issuesOf(org).filter((issue) => !others.includes(issue.code)),
    },
  },
})

describe('what was found in the input', () => {
  it('is listed once, some of it by its own rule', () => {
    const codes = checkOrg(org).issues.map((issue) => issue.code)
    expect(codes).toEqual([
      'DUPLICATE_ID',
      'UNKNOWN_MANAGER',
      'INVALID_FIELD',
      'DUPLICATE_LINE',
      'SELF_MOVE',
      'UNKNOWN_ROLE',
      'DUPLICATE_MOVE',
      'UNKNOWN_ROLE',
      'UNKNOWN_UNIT',
    ])
    expect(new Set(checkOrg(org).issues)).toEqual(new Set(issuesOf(org)))
  })
})

describeRule('DUPLICATE_ID', structureRule('DUPLICATE_ID'), {
  valid: {
    'ids that differ in one character': chart([{ id: '7' }, { id: '007' }, { id: '7 ' }, { id: '' }]),
  },
  broken: {
    'each further record with an id, with both places': {
      org: chart([{ id: 'a' }, { id: 'valueOf' }, { id: 'valueOf', manager: 'a' }, { id: 'a' }, { id: 'a' }]),
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['valueOf'],
          units: [],
          place: { record: 2, field: 'id' },
          witness: [{ record: 1 }, { record: 2, field: 'id' }],
          message: "Two roles have the id 'valueOf', the first at record 1 (at record 2, id)",
          suggestion:
            "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
        },
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 3, field: 'id' },
          witness: [{ record: 0 }, { record: 3, field: 'id' }],
          message: "Two roles have the id 'a', the first at record 0 (at record 3, id)",
          suggestion:
            "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
        },
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 4, field: 'id' },
          witness: [{ record: 0 }, { record: 4, field: 'id' }],
          message: "Two roles have the id 'a', the first at record 0 (at record 4, id)",
          suggestion:
            "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
        },
      ],
    },
    'a role and a unit with one id': {
      org: chart([{ id: 'pmo' }], { pmo: {} }),
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['pmo'],
          units: ['pmo'],
          place: { path: ['units', 'pmo'] },
          witness: [{ record: 0 }, { path: ['units', 'pmo'] }],
          message: "A role and a unit have the id 'pmo' (at units.pmo)",
          suggestion: 'Roles and units share one namespace: rename one of the two.',
        },
      ],
    },
  },
})

const graph = new MultiDirectedGraph()
for (const node of ['a', 'b', 'valueOf', 'd']) graph.addNode(node)
graph.addEdgeWithKey('1', 'd', 'a')
graph.addEdgeWithKey('2', 'valueOf', 'b')
graph.addEdgeWithKey('3', 'd', 'b')
graph.addEdgeWithKey('4', 'valueOf', 'a')
graph.addEdgeWithKey('5', 'd', 'valueOf')

describeRule('SEVERAL_MANAGERS', structureRule('SEVERAL_MANAGERS'), {
  valid: { 'dotted managers': chart([{ id: 'a' }, { id: 'b' }, { id: 'c', manager: 'a', dotted: ['b'] }]) },
  broken: {
    'each role with several solid managers': {
      org: fromGraph(graph, { onIssue: 'collect' }),
      issues: [
        {
          code: 'SEVERAL_MANAGERS',
          severity: 'error',
          roles: ['valueOf'],
          units: [],
          place: { path: ['edges', '4'] },
          witness: ['b', 'a'],
          message: "The role 'valueOf' has 2 solid managers: 'b', 'a' (at edges.4)",
          suggestion: 'Keep one solid line, and give the other edges the relation dottedTo.',
        },
        {
          code: 'SEVERAL_MANAGERS',
          severity: 'error',
          roles: ['d'],
          units: [],
          place: { path: ['edges', '3'] },
          witness: ['a', 'b', 'valueOf'],
          message: "The role 'd' has 3 solid managers: 'a', 'b', 'valueOf' (at edges.3)",
          suggestion: 'Keep one solid line, and give the other edges the relation dottedTo.',
        },
      ],
    },
  },
})

describeRule('UNKNOWN_MANAGER', structureRule('UNKNOWN_MANAGER'), {
  valid: {
    'managers that come later': chart([{ id: 'a', manager: 'b', dotted: ['c'] }, { id: 'b' }, { id: 'c' }]),
    'an unknown end of a move': chart([{ id: 'a', moves: ['nobody'] }]),
  },
  broken: {
    'solid and dotted lines into nothing': {
      org: chart([
        { id: 'analyst', manager: 'directer' },
        { id: 'director', manager: '' },
        { id: 'planner', manager: 'director', dotted: ['__proto__'] },
      ]),
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['analyst'],
          units: [],
          place: { record: 0, field: 'manager' },
          witness: ['directer'],
          message:
            "The role 'analyst' reports to 'directer', which is not a role of this org; did you mean 'director'? (at record 0, manager)",
          suggestion: 'Add the role, correct the id, or leave the manager out for a role at the top.',
        },
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['director'],
          units: [],
          place: { record: 1, field: 'manager' },
          witness: [''],
          message:
            "The role 'director' reports to '', which is not a role of this org (at record 1, manager)",
          suggestion:
            'A blank string counts as an id: leave the manager out (undefined) for a role at the top.',
        },
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['planner'],
          units: [],
          place: { record: 2, field: 'dotted.0' },
          witness: ['planner', '__proto__'],
          message:
            "The role 'planner' has a dotted line to '__proto__', which is not a role of this org (at record 2, dotted.0)",
          suggestion: 'Add the role, or correct the id.',
        },
      ],
    },
  },
})
