import { MultiDirectedGraph } from 'graphology'
import { fromGraph } from 'rolegraph'
import { chart, describeRule, structureRule } from '../harness.js'

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
