/** A hand-written search up a graph of another library, depth-first with a Set of visited roles. */
export function graphSearch({ name, addRole, addLine, newGraph, forEachManager }) {
  function isAbove(graph, upper, lower) {
    const seen = new Set()
    const open = [lower]
    let found = false
    const visit = (manager) => {
      if (manager === upper) found = true
      if (seen.has(manager)) return
      seen.add(manager)
      open.push(manager)
    }
    for (let id = open.pop(); id !== undefined && !found; id = open.pop()) forEachManager(graph, id, visit)
    return found
  }

  return {
    name,
    build(records) {
      const graph = newGraph()
      for (const { id } of records) addRole(graph, id)
      for (const { id, manager, dotted } of records) {
        if (manager !== null) addLine(graph, id, manager)
        if (dotted !== null) addLine(graph, id, dotted)
      }
      return graph
    },
    isAbove,
    wouldMakeCycle: isAbove,
  }
}
