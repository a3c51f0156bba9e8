import { spansOfNodes } from './spans-of-nodes.mjs'

/** What a good developer writes next: a Map of nodes that refer to their manager and reports as nodes, so a step needs no look-up. */
export const linkedMap = {
  name: 'Map, linked',

  build(records) {
    const nodes = new Map()
    for (const { id, title, cost } of records) {
      nodes.set(id, { id, title, cost, manager: null, reports: [] })
    }
    for (const { id, manager } of records) {
      if (manager === null) continue
      const node = nodes.get(id)
      const upper = nodes.get(manager)
      node.manager = upper
      upper.reports.push(node)
    }
    return nodes
  },

  handleOf: (nodes, id) => nodes.get(id),
  isHandleAbove: (_nodes, upper, lower) => isNodeAbove(upper, lower),
  sizeOfHandle: (_nodes, node) => sizeOf(node),

  isAbove: (nodes, upper, lower) => isNodeAbove(nodes.get(upper), nodes.get(lower)),

  managementChainOf(nodes, id) {
    const chain = []
    for (let node = nodes.get(id).manager; node !== null; node = node.manager) chain.push(node.id)
    return chain
  },

  lowestCommonManagerOf(nodes, a, b) {
    const above = new Set()
    for (let node = nodes.get(a).manager; node !== null; node = node.manager) above.add(node)
    for (let node = nodes.get(b).manager; node !== null; node = node.manager) {
      if (above.has(node)) return node.id
    }
    return undefined
  },

  transitiveReportsOf(nodes, id) {
    const reports = []
    const open = [...nodes.get(id).reports]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      reports.push(node.id)
      for (const report of node.reports) open.push(report)
    }
    return reports
  },

  organizationSizeOf: (nodes, id) => sizeOf(nodes.get(id)),

  rollUp(nodes) {
    const sums = new Map()
    let total = 0
    for (const top of nodes.values()) {
      if (top.manager !== null) continue
      const order = [top]
      for (const node of order) for (const report of node.reports) order.push(report)
      for (const node of order.reverse()) {
        let sum = node.cost
        for (const report of node.reports) sum += sums.get(report)
        sums.set(node, sum)
      }
      total += sums.get(top)
    }
    return { total, of: (id) => sums.get(nodes.get(id)) }
  },

  shape(nodes) {
    let level = []
    for (const node of nodes.values()) if (node.manager === null) level.push(node)
    let layers = 0
    for (; level.length > 0; layers++) {
      const below = []
      for (const node of level) for (const report of node.reports) below.push(report)
      level = below
    }
    return { layers, ...spansOfNodes(nodes) }
  },
}

function isNodeAbove(upper, lower) {
  for (let node = lower.manager; node !== null; node = node.manager) if (node === upper) return true
  return false
}

function sizeOf(top) {
  let size = 0
  const open = [top]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    size++
    for (const report of node.reports) open.push(report)
  }
  return size
}
