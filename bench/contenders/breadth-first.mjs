import { bfsFromNode } from 'graphology-traversal'

/** Searches up all lines with graphology-traversal, which allocates for the whole graph at each call. */
export function isAboveBreadthFirst(graph, upper, lower) {
  let found = false
  bfsFromNode(
    graph,
    lower,
    (id, _attributes, depth) => {
      found ||= depth > 0 && id === upper
      return found
    },
    { mode: 'outbound' },
  )
  return found
}
