import { DirectedGraph } from 'graphology'
import { graphLoops } from './graph-loops.mjs'

export const graphology = graphLoops({
  name: 'graphology',
  build(records) {
    const graph = new DirectedGraph()
    for (const { id, title, cost } of records) graph.addNode(id, { title, cost })
    for (const { id, manager } of records) if (manager !== null) graph.addEdge(id, manager)
    return graph
  },
  // Usually the fastest way to get the one neighbour of a node.
  managerIn: (graph, id) => graph.outNeighbors(id)[0],
  forEachReport: (graph, id, visit) => graph.forEachInNeighbor(id, visit),
  spanIn: (graph, id) => graph.inDegree(id),
  costIn: (graph, id) => graph.getNodeAttribute(id, 'cost'),
  forEachRole: (graph, visit) => graph.forEachNode(visit),
})
