import { stratify } from 'd3-hierarchy'

const toNodes = stratify()
  .id(({ id }) => id)
  .parentId(({ manager }) => manager)

/**
 * d3-hierarchy: stratified once, queried with its own methods, with a separate Map from ids to nodes, since it finds
 * a node only by searching.
 */
export const d3Hierarchy = {
  name: 'd3-hierarchy',

  build(records) {
    const root = toNodes(records)
    const nodes = new Map()
    root.each((node) => nodes.set(node.id, node))
    return { root, nodes }
  },

  handleOf: ({ nodes }, id) => nodes.get(id),
  isHandleAbove: (_chart, upper, lower) => isNodeAbove(upper, lower),
  sizeOfHandle: (_chart, node) => sizeOf(node),

  isAbove: ({ nodes }, upper, lower) => isNodeAbove(nodes.get(upper), nodes.get(lower)),

  managementChainOf: ({ nodes }, id) =>
    nodes
      .get(id)
      .ancestors()
      .slice(1)
      .map((node) => node.id),

  lowestCommonManagerOf({ nodes }, a, b) {
    const [from, to] = [nodes.get(a), nodes.get(b)]
    let lowest = from
    for (const node of from.path(to)) if (node.depth < lowest.depth) lowest = node
    const manager = lowest === from || lowest === to ? lowest.parent : lowest
    return manager?.id
  },

  transitiveReportsOf: ({ nodes }, id) =>
    nodes
      .get(id)
      .descendants()
      .slice(1)
      .map((node) => node.id),

  organizationSizeOf: ({ nodes }, id) => sizeOf(nodes.get(id)),

  rollUp({ root, nodes }) {
    root.sum(({ cost }) => cost)
    return { total: root.value, of: (id) => nodes.get(id).value }
  },

  shape({ root }) {
    let managers = 0
    let reports = 0
    let widestSpan = 0
    root.each(({ children }) => {
      if (children === undefined) return
      managers++
      reports += children.length
      widestSpan = Math.max(widestSpan, children.length)
    })
    return { layers: root.height + 1, managers, averageSpan: reports / managers, widestSpan }
  },
}

function isNodeAbove(upper, lower) {
  return upper !== lower && lower.ancestors().includes(upper)
}

function sizeOf(node) {
  let size = 0
  node.each(() => {
    size++
  })
  return size
}
