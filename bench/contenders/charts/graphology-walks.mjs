import { isAboveBreadthFirst } from '../breadth-first.mjs'
import { graphology } from './graphology.mjs'

/** The walks up a graphology graph, one manager after the other. */
const nextManager = {
  'outNeighbors(id)[0]': (graph, id) => graph.outNeighbors(id)[0],
  'findOutNeighbor(id, always)': (graph, id) => graph.findOutNeighbor(id, always),
  'outEdges(id)[0], then target': (graph, id) => {
    const edge = graph.outEdges(id)[0]
    return edge === undefined ? undefined : graph.target(edge)
  },
}
const always = () => true

const walks = Object.entries(nextManager).map(([name, next]) => ({
  name,
  build: graphology.build,
  isAbove(graph, upper, lower) {
    for (let id = next(graph, lower); id !== undefined; id = next(graph, id)) if (id === upper) return true
    return false
  },
}))

const breadthFirst = {
  name: 'bfsFromNode of graphology-traversal',
  build: graphology.build,
  isAbove: isAboveBreadthFirst,
}

export const graphologyWalks = [...walks, breadthFirst]
