import createGraph from 'ngraph.graph'
import { graphLoops } from './graph-loops.mjs'

export const ngraph = graphLoops({
  name: 'ngraph.graph',
  build(records) {
    const graph = createGraph()
    for (const { id, title, cost } of records) graph.addNode(id, { title, cost })
    for (const { id, manager } of records) if (manager !== null) graph.addLink(id, manager)
    return graph
  },
  managerIn(graph, id) {
    for (const { fromId, toId } of linksOf(graph, id)) if (fromId === id) return toId
    return undefined
  },
  forEachReport(graph, id, visit) {
    for (const { fromId, toId } of linksOf(graph, id)) if (toId === id) visit(fromId)
  },
  spanIn(graph, id) {
    let span = 0
    for (const { toId } of linksOf(graph, id)) if (toId === id) span++
    return span
  },
  costIn: (graph, id) => graph.getNode(id).data.cost,
  forEachRole(graph, visit) {
    // A callback that returns true would end the walk.
    graph.forEachNode(({ id }) => {
      visit(id)
    })
  },
})

/** All links of a node, in and out; a node without links has none to iterate. */
function linksOf(graph, id) {
  return graph.getNode(id).links ?? []
}
