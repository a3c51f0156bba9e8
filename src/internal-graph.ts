/**
 * The part of the core that needs graphology: a second entry that is not public, so that what asks for no graph, such as the
 * command, does not load graphology. Only the public index imports from here.
 */
export type {
  FlatAttribute,
  FlatGraph,
  GraphEdge,
  GraphNode,
  OrgGraph,
  PeopleGraph,
  PeopleGraphEdge,
  PeopleGraphNode,
} from './graph/org-graph.js'
export { toGraph, type ToGraphOptions } from './graph/to-graph.js'
export { type Reached, walk, type WalkOptions } from './graph/walk.js'
