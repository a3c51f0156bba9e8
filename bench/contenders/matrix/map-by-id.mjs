/** By hand: a Map of nodes with the ids of all their managers, each of whom there is, searched depth-first with a Set of visited roles. */
export const matrixMap = {
  name: 'Map by id',
  build(records) {
    const nodes = new Map()
    for (const { id, manager, dotted } of records) {
      nodes.set(id, { id, managers: [manager, dotted].filter((upper) => upper !== null) })
    }
    for (const { managers } of nodes.values()) {
      for (const upper of managers) if (!nodes.has(upper)) throw new Error(`There is no role ${upper}`)
    }
    return nodes
  },
  isAbove,
  wouldMakeCycle: isAbove,
}

function isAbove(nodes, upper, lower) {
  const seen = new Set()
  const open = [lower]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const manager of nodes.get(id).managers) {
      if (manager === upper) return true
      if (seen.has(manager)) continue
      seen.add(manager)
      open.push(manager)
    }
  }
  return false
}
