const NONE = -1

/**
 * A hand-written lower bound: numbers in typed arrays, the roles numbered in preorder, no checks, no cycles, no
 * second top, and one Map from ids to numbers.
 */
export const typedArrays = {
  name: 'typed arrays',

  build(records) {
    const count = records.length
    const handles = new Map()
    const ids = []
    const titles = []
    const cost = new Float64Array(count)
    for (let handle = 0; handle < count; handle++) {
      const record = records[handle]
      handles.set(record.id, handle)
      ids.push(record.id)
      titles.push(record.title)
      cost[handle] = record.cost
    }
    const manager = new Int32Array(count).fill(NONE)
    for (let handle = 0; handle < count; handle++) {
      const above = records[handle].manager
      if (above !== null) manager[handle] = handles.get(above)
    }
    return { count, handles, ids, titles, cost, manager, ...numbered(manager), preorderIds: undefined }
  },

  handleOf: (chart, id) => chart.handles.get(id),
  isHandleAbove,
  sizeOfHandle: ({ end, start }, handle) => end[handle] - start[handle],

  isAbove: (chart, upper, lower) => isHandleAbove(chart, chart.handles.get(upper), chart.handles.get(lower)),

  managementChainOf({ handles, manager, ids }, id) {
    const chain = []
    for (let above = manager[handles.get(id)]; above !== NONE; above = manager[above]) chain.push(ids[above])
    return chain
  },

  lowestCommonManagerOf(chart, a, b) {
    const { handles, manager, ids } = chart
    const other = handles.get(b)
    let above = manager[handles.get(a)]
    while (above !== NONE && !isHandleAbove(chart, above, other)) above = manager[above]
    return above === NONE ? undefined : ids[above]
  },

  transitiveReportsOf(chart, id) {
    const { handles, start, end, order, ids } = chart
    chart.preorderIds ??= Array.from(order, (handle) => ids[handle])
    const handle = handles.get(id)
    return chart.preorderIds.slice(start[handle] + 1, end[handle])
  },

  organizationSizeOf({ handles, start, end }, id) {
    const handle = handles.get(id)
    return end[handle] - start[handle]
  },

  rollUp({ count, handles, cost, manager, order }) {
    const sums = cost.slice()
    for (let at = count - 1; at > 0; at--) sums[manager[order[at]]] += sums[order[at]]
    return { total: sums[order[0]], of: (id) => sums[handles.get(id)] }
  },

  shape({ count, manager, order, span }) {
    const layer = new Int32Array(count)
    let layers = 0
    let managers = 0
    let widestSpan = 0
    for (let at = 0; at < count; at++) {
      const handle = order[at]
      layer[handle] = at === 0 ? 1 : layer[manager[handle]] + 1
      if (layer[handle] > layers) layers = layer[handle]
      if (span[handle] > 0) managers++
      if (span[handle] > widestSpan) widestSpan = span[handle]
    }
    return { layers, managers, averageSpan: (count - 1) / managers, widestSpan }
  },
}

function isHandleAbove({ start, end }, upper, lower) {
  return start[upper] < start[lower] && start[lower] < end[upper]
}

/** Preorder without recursion: where the run of each role begins and ends, and the role at each position. */
function numbered(manager) {
  const count = manager.length
  const span = new Int32Array(count)
  for (let handle = 0; handle < count; handle++) if (manager[handle] !== NONE) span[manager[handle]]++
  const first = new Int32Array(count + 1)
  for (let handle = 0; handle < count; handle++) first[handle + 1] = first[handle] + span[handle]
  const reports = new Int32Array(count)
  const filled = first.slice()
  const byLayer = new Int32Array(count)
  for (let handle = 0; handle < count; handle++) {
    if (manager[handle] === NONE) byLayer[0] = handle
    else reports[filled[manager[handle]]++] = handle
  }
  for (let at = 0, known = 1; at < count; at++) {
    const handle = byLayer[at]
    for (let edge = first[handle]; edge < first[handle + 1]; edge++) byLayer[known++] = reports[edge]
  }
  const end = new Int32Array(count).fill(1)
  for (let at = count - 1; at > 0; at--) end[manager[byLayer[at]]] += end[byLayer[at]]
  const start = new Int32Array(count)
  const order = new Int32Array(count)
  const free = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const handle = byLayer[at]
    const size = end[handle]
    const here = at === 0 ? 0 : free[manager[handle]]
    if (at > 0) free[manager[handle]] += size
    start[handle] = here
    end[handle] = here + size
    order[here] = handle
    free[handle] = here + 1
  }
  return { start, end, order, span }
}
