import { MultiDirectedGraph } from 'graphology'
import { bidirectional, dijkstra } from 'graphology-shortest-path'
import { allSimplePaths } from 'graphology-simple-path'

/** graphology-shortest-path and graphology-simple-path. The search by years is bidirectional and not exact. */
export const careersGraphology = {
  name: 'graphology',
  isInexact: true,
  build(records) {
    const graph = new MultiDirectedGraph()
    for (const { id } of records) graph.addNode(id)
    for (const { id, moves } of records) {
      for (const { to, years } of moves) graph.addEdge(id, to, { years: years[0] })
    }
    return graph
  },
  shortestBySteps: (graph, from, to) => bidirectional(graph, from, to),
  shortestByYears: (graph, from, to) => yearsOf(graph, dijkstra.bidirectional(graph, from, to, 'years')),
  countOfAllPaths: (graph, from, to) => allSimplePaths(graph, from, to).length,
}

function yearsOf(graph, path) {
  if (path === null) return undefined
  let years = 0
  for (let step = 1; step < path.length; step++) {
    years += graph.getEdgeAttribute(graph.edges(path[step - 1], path[step])[0], 'years')
  }
  return years
}
