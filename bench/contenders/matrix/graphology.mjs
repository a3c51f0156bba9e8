import { DirectedGraph } from 'graphology'
import { willCreateCycle } from 'graphology-dag'
import { isAboveBreadthFirst } from '../breadth-first.mjs'
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
  isAbove: isAboveBreadthFirst,
}
