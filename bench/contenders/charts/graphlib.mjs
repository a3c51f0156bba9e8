import { Graph } from '@dagrejs/graphlib'
import { graphLoops } from './graph-loops.mjs'

export const graphlib = graphLoops({
  name: 'graphlib',
  build(records) {
    const graph = new Graph()
    for (const { id, title, cost } of records) graph.setNode(id, { title, cost })
    for (const { id, manager } of records) if (manager !== null) graph.setEdge(id, manager)
    return graph
  },
  managerIn: (graph, id) => graph.successors(id)[0],
  forEachReport(graph, id, visit) {
    for (const report of graph.predecessors(id)) visit(report)
  },
  spanIn: (graph, id) => graph.predecessors(id).length,
  costIn: (graph, id) => graph.node(id).cost,
  forEachRole(graph, visit) {
    for (const id of graph.nodes()) visit(id)
  },
})
