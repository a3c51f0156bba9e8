/**
 * What a good developer writes first: a Map of nodes, each the record and the list of its reports, all by id, so that it
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
    return { layers, ...spans(nodes) }
  },
}

/** The same a step further: nodes know their manager and their reports as nodes, so that a step needs no look-up. */
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

  isAbove(nodes, upper, lower) {
    const sought = nodes.get(upper)
    for (let node = nodes.get(lower).manager; node !== null; node = node.manager) {
      if (node === sought) return true
    }
    return false
  },

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

  organizationSizeOf(nodes, id) {
    let size = 0
    const open = [nodes.get(id)]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      size++
      for (const report of node.reports) open.push(report)
    }
    return size
  },

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
    return { layers, ...spans(nodes) }
  },
}

function spans(nodes) {
  let managers = 0
  let reports = 0
  let widestSpan = 0
  for (const node of nodes.values()) {
    const span = node.reports.length
    if (span === 0) continue
    managers++
    reports += span
    widestSpan = Math.max(widestSpan, span)
  }
  return { managers, averageSpan: reports / managers, widestSpan }
}
