import { graphOf, type OrgGraph } from '../engine/graph.js'
import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Returns the org as a graphology graph, for every algorithm and renderer that takes one.
 *
 * The graph is a `MultiDirectedGraph`. Its nodes are the roles and then the units, in input order, with the
 * attributes `kind` (`'role'` or `'unit'`), `id`, `title` and everything else the org has on them; the kind of
 * a unit is `unitKind`. Its edges carry `relation`: `reportsTo`, `dottedTo`, `progressesTo`, `memberOf` (role to
 * unit), `headOf` (role to unit), `partOf` (unit to unit) or `supports` (the service from a unit or role to a
 * role), and the evidence for the fact (`sources`, `hedge`, `note`); a move has `kind`, `years` (`[4]` means
 * "4 or more") and `conditions`, a service has its `name`. An attribute that the org does not have is left out.
 *
 * The key of a node is `graphKeyOf(id)`: the id itself, except for the few ids that a graph cannot hold safely. Edges
 * have keys such as `reportsTo/0`. graphology lists the neighbours of a node in input order, except that keys that
 * look like numbers come first, in numeric order.
 *
 * Each call makes a new graph, which the caller may change: it shares nothing with the org, with {@link walk} or with
 * another call, except lists and `data`, which are frozen.
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
 * @see {@link fromGraph} for the opposite direction, {@link graphKeyOf}, {@link walk}.
 */
export function toGraph<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
): OrgGraph<Id | Unit, Data> {
  return graphOf(stateOf(org))
}
