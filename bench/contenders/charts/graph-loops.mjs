/**
 * The questions as loops over a graph whose edges lead from a role to its manager. A library provides `build`, `managerIn`,
 * `forEachReport`, `spanIn`, `costIn` and `forEachRole`, each by its fastest method. No recursion.
 */
export function graphLoops({ name, build, managerIn, forEachReport, spanIn, costIn, forEachRole }) {
  function topsIn(graph) {
    const tops = []
    forEachRole(graph, (id) => {
      if (managerIn(graph, id) === undefined) tops.push(id)
    })
    return tops
  }

  return {
    name,
    build,

    isAbove(graph, upper, lower) {
      for (let id = managerIn(graph, lower); id !== undefined; id = managerIn(graph, id)) {
        if (id === upper) return true
      }
      return false
    },

    managementChainOf(graph, id) {
      const chain = []
      for (let next = managerIn(graph, id); next !== undefined; next = managerIn(graph, next))
        chain.push(next)
      return chain
    },

    transitiveReportsOf(graph, id) {
      const reports = []
      const open = []
      const push = (report) => {
        open.push(report)
      }
      forEachReport(graph, id, push)
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        reports.push(next)
        forEachReport(graph, next, push)
      }
      return reports
    },

    organizationSizeOf(graph, id) {
      let size = 0
      const open = [id]
      const push = (report) => {
        open.push(report)
      }
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        size++
        forEachReport(graph, next, push)
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
        const push = (report) => {
          order.push(report)
        }
        for (const id of order) forEachReport(graph, id, push)
        for (const id of order.reverse()) {
          let sum = costIn(graph, id)
          forEachReport(graph, id, (report) => {
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
      forEachRole(graph, (id) => {
        const span = spanIn(graph, id)
        if (span === 0) return
        managers++
        reports += span
        widestSpan = Math.max(widestSpan, span)
      })
      let layers = 0
      for (let level = topsIn(graph); level.length > 0; layers++) {
        const below = []
        const push = (report) => {
          below.push(report)
        }
        for (const id of level) forEachReport(graph, id, push)
        level = below
      }
      return { layers, managers, averageSpan: reports / managers, widestSpan }
    },
  }
}
