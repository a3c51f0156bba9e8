import { Graph } from '@dagrejs/graphlib'
import { graphSearch } from './graph-search.mjs'

export const matrixGraphlib = graphSearch({
  name: 'graphlib',
  newGraph: () => new Graph(),
  addRole: (graph, id) => graph.setNode(id),
  addLine: (graph, report, manager) => graph.setEdge(report, manager),
  forEachManager(graph, id, visit) {
    for (const manager of graph.successors(id)) visit(manager)
  },
})
