import { alg, Graph } from '@dagrejs/graphlib'

/** graphlib only finds the paths to every role at once. */
export const careersGraphlib = {
  name: 'graphlib',
  build(records) {
    const graph = new Graph()
    for (const { id } of records) graph.setNode(id)
    for (const { id, moves } of records) for (const { to, years } of moves) graph.setEdge(id, to, years[0])
    return graph
  },
  shortestByYears(graph, from, to) {
    const { distance } = alg.dijkstra(graph, from, ({ v, w }) => graph.edge(v, w))[to]
    return distance === Infinity ? undefined : distance
  },
}
