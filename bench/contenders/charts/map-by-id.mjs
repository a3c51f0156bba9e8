import { spansOfNodes } from './spans-of-nodes.mjs'

/**
 * What a good developer writes first: a Map of nodes, each with its record and a list of reports, all by id, so that it
 * can be logged and sent as it is. No recursion.
 */
export const mapById = {
  name: 'Map by id',

  build(records) {
    const nodes = new Map()
    for (const { id, manager, title, cost } of records) {
      nodes.set(id, { id, title, cost, manager, reports: [] })
    }
    for (const { id, manager } of nodes.values()) if (manager !== null) nodes.get(manager).reports.push(id)
    return nodes
  },

  isAbove(nodes, upper, lower) {
    for (let id = nodes.get(lower).manager; id !== null; id = nodes.get(id).manager) {
      if (id === upper) return true
    }
    return false
  },

  managementChainOf(nodes, id) {
    const chain = []
    for (let next = nodes.get(id).manager; next !== null; next = nodes.get(next).manager) chain.push(next)
    return chain
  },

  transitiveReportsOf(nodes, id) {
    const reports = []
    const open = [...nodes.get(id).reports]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      reports.push(next)
      for (const report of nodes.get(next).reports) open.push(report)
    }
    return reports
  },

  organizationSizeOf(nodes, id) {
    let size = 0
    const open = [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      size++
      for (const report of nodes.get(next).reports) open.push(report)
    }
    return size
  },

  lowestCommonManagerOf(nodes, a, b) {
    const above = new Set()
    for (let id = nodes.get(a).manager; id !== null; id = nodes.get(id).manager) above.add(id)
    for (let id = nodes.get(b).manager; id !== null; id = nodes.get(id).manager) {
      if (above.has(id)) return id
    }
    return undefined
  },

  rollUp(nodes) {
    const sums = new Map()
    let total = 0
    for (const top of nodes.values()) {
      if (top.manager !== null) continue
      // Managers before their reports; read backwards, reports before their managers.
      const order = [top]
      for (const node of order) for (const report of node.reports) order.push(nodes.get(report))
      for (const { id, cost, reports } of order.reverse()) {
        let sum = cost
        for (const report of reports) sum += sums.get(report)
        sums.set(id, sum)
      }
      total += sums.get(top.id)
    }
    return { total, of: (id) => sums.get(id) }
  },

  shape(nodes) {
    let level = []
    for (const { id, manager } of nodes.values()) if (manager === null) level.push(id)
    let layers = 0
    for (; level.length > 0; layers++) {
      const below = []
      for (const id of level) for (const report of nodes.get(id).reports) below.push(report)
      level = below
    }
    return { layers, ...spansOfNodes(nodes) }
  },
}
