import createGraph from 'ngraph.graph'
import { graphSearch } from './graph-search.mjs'

export const matrixNgraph = graphSearch({
  name: 'ngraph.graph',
  newGraph: () => createGraph(),
  addRole: (graph, id) => graph.addNode(id),
  addLine: (graph, report, manager) => graph.addLink(report, manager),
  forEachManager(graph, id, visit) {
    for (const { fromId, toId } of graph.getNode(id).links ?? []) if (fromId === id) visit(toId)
  },
})
