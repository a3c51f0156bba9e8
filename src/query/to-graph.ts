import { graphOf, type OrgGraph } from '../engine/graph.js'
import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * The org as a graph of graphology, for every algorithm and renderer that takes one.
 *
 * The graph is a `MultiDirectedGraph`. Its nodes are the roles and then the units, in input order, with the
 * attributes `kind` (`'role'` or `'unit'`), `id`, `title` and whatever else the org says of them; the kind of
 * a unit is `unitKind`. Its edges carry `relation`: `reportsTo`, `dottedTo`, `progressesTo`, `memberOf` (role to
 * unit), `headOf` (role to unit), `partOf` (unit to unit) or `supports` (the service from a unit or role to a
 * role), and what the fact rests on (`sources`, `hedge`, `note`); a move has `kind`, `years` (`[4]` is
 * "4 or more") and `conditions`, a service has its `name`. What the org does not say is left out.
 *
 * A node's key is `graphKeyOf(id)`: the id itself but for the few ids that a graph cannot hold safely. Edges have
 * keys of their own, such as `reportsTo/0`. graphology lists the neighbours of a node in input order, but
 * for keys that look like numbers, which come first and in numeric order.
 *
 * Each call makes a new graph, which is the caller's to change: nothing of it is shared with the org, with
 * {@link walk} or with another call, but for lists and `data`, which are frozen.
 *
 * Complexity: O(roles + units + edges).
 *
 * @param org The org.
 * @returns A fresh graph.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, graphKeyOf, toGraph } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     manager: { reportsTo: 'director', progressesTo: 'director' },
 *     analyst: { reportsTo: 'manager', dottedTo: 'director' },
 *   },
 * })
 * const graph = toGraph(org)
 * console.log(graph.order, graph.size) // => 3 4
 * console.log(graph.inDegree(graphKeyOf('director'))) // => 3
 * console.log(graph.getEdgeAttributes('progressesTo/0')) // => { relation: 'progressesTo', kind: 'advancement' }
 * ```
 * @see {@link fromGraph} for the way back, {@link graphKeyOf}, {@link walk}.
 */
export function toGraph<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
): OrgGraph<Id | Unit, Data> {
  return graphOf(stateOf(org))
}
