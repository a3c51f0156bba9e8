import { DirectedGraph } from 'graphology'
import { willCreateCycle } from 'graphology-dag'
import { bfsFromNode } from 'graphology-traversal'
import { graphSearch } from './graph-search.mjs'

export const matrixGraphology = graphSearch({
  name: 'graphology',
  newGraph: () => new DirectedGraph(),
  addRole: (graph, id) => graph.addNode(id),
  addLine: (graph, report, manager) => graph.addEdge(report, manager),
  forEachManager: (graph, id, visit) => graph.forEachOutNeighbor(id, visit),
})

export const matrixDag = {
  name: 'graphology-dag',
  build: matrixGraphology.build,
  wouldMakeCycle: (graph, report, manager) => willCreateCycle(graph, report, manager),
}

export const matrixTraversal = {
  name: 'graphology-traversal',
  build: matrixGraphology.build,
  isAbove(graph, upper, lower) {
    let found = false
    bfsFromNode(
      graph,
      lower,
      (id, _attributes, depth) => {
        found ||= depth > 0 && id === upper
        return found
      },
      { mode: 'outbound' },
    )
    return found
  },
}
