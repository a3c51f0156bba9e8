import { stratify } from 'd3-hierarchy'
import { DirectedGraph } from 'graphology'
import { draftOf, isOrgError, orgFromRecords } from 'rolegraph'
import { draftByHandle } from 'rolegraph/handles'

/** The questions that rolegraph answers by id and by handle. */
const questions = {
  move(draft, role, manager) {
    try {
      draft.setManager(role, manager)
      return true
    } catch (error) {
      if (isOrgError(error, 'INVALID_CHANGES')) return false
      throw error
    }
  },
  isAbove: (draft, upper, lower) => draft.isAbove(upper, lower),
  organizationSizeOf: (draft, id) => draft.organizationSizeOf(id),
  managementChainOf: (draft, id) => draft.managementChainOf(id),
}

const draftOfRecords = (records) => draftOf(orgFromRecords(records, { id: 'id', manager: 'manager' }))

/**
 * Each can move a role; `move` is false, and does nothing, where the move would close a cycle. Unknown ids throw. One with `referenceTo` takes
 * what it gives for an id, in place of the id.
 */
export const drafts = [
  {
    name: 'rolegraph',
    build: draftOfRecords,
    ...questions,
  },
  {
    name: 'rolegraph, by handle',
    build: (records) => draftByHandle(draftOfRecords(records)),
    referenceTo: (draft, id) => draft.handleOf(id),
    ...questions,
  },
  linkedMap('Map, linked', false),
  linkedMap('Map, linked, that keeps sizes', true),
  byNode(linkedMap('Map, linked, that keeps sizes, by its nodes', true)),
  {
    name: 'graphology',
    build(records) {
      const graph = new DirectedGraph()
      for (const { id } of records) graph.addNode(id)
      for (const { id, manager } of records) if (manager !== null) graph.addEdge(id, manager)
      return { graph, edits: [] }
    },
    move({ graph, edits }, role, manager) {
      for (let at = manager; at !== undefined; at = graph.outNeighbors(at)[0]) if (at === role) return false
      const was = graph.outNeighbors(role)[0]
      edits.push({ role, was, is: manager })
      if (was !== undefined) graph.dropEdge(role, was)
      graph.addEdge(role, manager)
      return true
    },
    isAbove({ graph }, upper, lower) {
      for (let [at] = graph.outNeighbors(lower); at !== undefined; at = graph.outNeighbors(at)[0]) {
        if (at === upper) return true
      }
      return false
    },
    organizationSizeOf({ graph }, id) {
      let size = 0
      const pending = [id]
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        size++
        graph.forEachInNeighbor(next, (report) => pending.push(report))
      }
      return size
    },
    managementChainOf({ graph }, id) {
      const chain = []
      for (let [at] = graph.outNeighbors(id); at !== undefined; at = graph.outNeighbors(at)[0]) chain.push(at)
      return chain
    },
  },
]

/**
 * What a good developer writes: nodes that refer to each other in a Map, checks of every id and of cycles, and a list of edits to undo.
 * Sizes are counted when they are asked for, or kept up to date.
 */
function linkedMap(name, keepsSizes) {
  const nodeOf = (nodes, id) => {
    const node = nodes.get(id)
    if (node === undefined) throw new Error(`Unknown role ${id}`)
    return node
  }
  const isNodeAbove = (upper, lower) => {
    for (let node = lower.manager; node !== null; node = node.manager) if (node === upper) return true
    return false
  }
  const addSize = (node, size) => {
    for (let at = node; at !== null; at = at.manager) at.size += size
  }
  return {
    name,
    build(records) {
      const nodes = new Map()
      for (const { id } of records) nodes.set(id, { id, manager: null, reports: [], size: 1 })
      for (const { id, manager } of records) {
        if (manager === null) continue
        const node = nodes.get(id)
        node.manager = nodes.get(manager)
        node.manager.reports.push(node)
      }
      if (keepsSizes) {
        for (const node of nodes.values()) node.size = sizeOf(node)
      }
      return { nodes, edits: [] }
    },
    move({ nodes, edits }, role, manager) {
      const node = nodeOf(nodes, role)
      const upper = nodeOf(nodes, manager)
      if (node === upper || isNodeAbove(node, upper)) return false
      const was = node.manager
      edits.push({ node, was, is: upper })
      if (was !== null) {
        was.reports.splice(was.reports.indexOf(node), 1)
        if (keepsSizes) addSize(was, -node.size)
      }
      node.manager = upper
      upper.reports.push(node)
      if (keepsSizes) addSize(upper, node.size)
      return true
    },
    isAbove: ({ nodes }, upper, lower) => isNodeAbove(nodeOf(nodes, upper), nodeOf(nodes, lower)),
    organizationSizeOf({ nodes }, id) {
      const node = nodeOf(nodes, id)
      return keepsSizes ? node.size : sizeOf(node)
    },
    managementChainOf({ nodes }, id) {
      const chain = []
      for (let node = nodeOf(nodes, id).manager; node !== null; node = node.manager) chain.push(node.id)
      return chain
    },
  }
}

/** The same without look-ups: it takes its nodes in place of ids. */
function byNode(contender) {
  return {
    ...contender,
    build: (records) => {
      const model = contender.build(records)
      const itself = { get: (node) => node }
      return { nodes: itself, nodesById: model.nodes, edits: model.edits }
    },
    referenceTo: ({ nodesById }, id) => nodesById.get(id),
  }
}

function sizeOf(top) {
  let size = 0
  const pending = [top]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    size++
    for (const report of node.reports) pending.push(report)
  }
  return size
}

const toNodes = stratify()
  .id(({ id }) => id)
  .parentId(({ manager }) => manager)

/** d3-hierarchy has no moves: it is stratified again after each. */
export const stratifiedDraft = {
  name: 'd3-hierarchy',
  build(records) {
    const rows = new Map(records.map((record) => [record.id, { ...record }]))
    return { rows, nodes: nodesOf(rows) }
  },
  move(chart, role, manager) {
    const node = chart.nodes.get(role)
    if (chart.nodes.get(manager).ancestors().includes(node)) return false
    chart.rows.get(role).manager = manager
    chart.nodes = nodesOf(chart.rows)
    return true
  },
  isAbove: ({ nodes }, upper, lower) =>
    upper !== lower && nodes.get(lower).ancestors().includes(nodes.get(upper)),
  organizationSizeOf: ({ nodes }, id) => nodes.get(id).descendants().length,
  managementChainOf: ({ nodes }, id) =>
    nodes
      .get(id)
      .ancestors()
      .slice(1)
      .map((node) => node.id),
}

function nodesOf(rows) {
  const nodes = new Map()
  toNodes([...rows.values()]).each((node) => nodes.set(node.id, node))
  return nodes
}
