import { DirectedGraph } from 'graphology'

// Of the ways to ask graphology for the one neighbour of a node, this is the fastest.
function managerIn(graph, id) {
  return graph.outNeighbors(id)[0]
}

/** Loops over a graph of graphology whose edges lead from a role to its manager. No recursion. */
export const graphologyLoops = {
  name: 'graphology',

  build(records) {
    const graph = new DirectedGraph()
    for (const { id, title, cost } of records) graph.addNode(id, { title, cost })
    for (const { id, manager } of records) if (manager !== null) graph.addEdge(id, manager)
    return graph
  },

  isAbove(graph, upper, lower) {
    for (let id = managerIn(graph, lower); id !== undefined; id = managerIn(graph, id)) {
      if (id === upper) return true
    }
    return false
  },

  managementChainOf(graph, id) {
    const chain = []
    for (let next = managerIn(graph, id); next !== undefined; next = managerIn(graph, next)) chain.push(next)
    return chain
  },

  transitiveReportsOf(graph, id) {
    const reports = []
    const open = graph.inNeighbors(id)
    const push = (report) => open.push(report)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      reports.push(next)
      graph.forEachInNeighbor(next, push)
    }
    return reports
  },

  organizationSizeOf(graph, id) {
    let size = 0
    const open = [id]
    const push = (report) => open.push(report)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      size++
      graph.forEachInNeighbor(next, push)
    }
    return size
  },

  lowestCommonManagerOf(graph, a, b) {
    const above = new Set()
    for (let id = managerIn(graph, a); id !== undefined; id = managerIn(graph, id)) above.add(id)
    for (let id = managerIn(graph, b); id !== undefined; id = managerIn(graph, id)) {
      if (above.has(id)) return id
    }
    return undefined
  },

  rollUp(graph) {
    const sums = new Map()
    let total = 0
    for (const top of topsIn(graph)) {
      const order = [top]
      const push = (report) => order.push(report)
      for (const id of order) graph.forEachInNeighbor(id, push)
      for (const id of order.reverse()) {
        let sum = graph.getNodeAttribute(id, 'cost')
        graph.forEachInNeighbor(id, (report) => {
          sum += sums.get(report)
        })
        sums.set(id, sum)
      }
      total += sums.get(top)
    }
    return { total, of: (id) => sums.get(id) }
  },

  shape(graph) {
    let managers = 0
    let reports = 0
    let widestSpan = 0
    graph.forEachNode((id) => {
      const span = graph.inDegree(id)
      if (span === 0) return
      managers++
      reports += span
      widestSpan = Math.max(widestSpan, span)
    })
    let layers = 0
    for (let level = topsIn(graph); level.length > 0; layers++) {
      const below = []
      for (const id of level) graph.forEachInNeighbor(id, (report) => below.push(report))
      level = below
    }
    return { layers, managers, averageSpan: reports / managers, widestSpan }
  },
}

function topsIn(graph) {
  return graph.filterNodes((id) => graph.outDegree(id) === 0)
}
