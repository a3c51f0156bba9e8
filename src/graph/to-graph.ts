import { flatEdges, flatNodes, givenOptions, oneOf, type Org, stateOf, trueOrFalse } from '../internal.js'
import {
  type FlatGraph,
  flatGraphOf,
  graphOf,
  type OrgGraph,
  type PeopleGraph,
  peopleGraphOf,
} from './org-graph.js'

/** The options of {@link toGraph}. */
export interface ToGraphOptions {
  /** Whether people are nodes. Default: `false`; holders are then an attribute of a role. */
  readonly people?: boolean
  /**
   * `'flat'` makes every attribute a string, a number or a boolean, which survive in graph files: lists and `data` become JSON. Empty
   * strings are left out, and so is `data` that JSON would change. Default: `'typed'`.
   */
  readonly values?: 'typed' | 'flat'
}

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
 * With `people: true`, people are nodes too, after the units: their `kind` is `'person'` and their `title` is the name, and they
 * have `email`, `aliases` and `data`. An edge `holds` goes from a person to a role for each assignment, with its `kind`
 * (`'permanent'` where nothing else is stated), `share`, `from` and `to`. These edges replace the attribute `holders`, which
 * only a vacant role may still have, as an empty list. In an org without `people`, each distinct name is a person.
 *
 * With `values: 'flat'`, every attribute is a string, a number or a boolean, for graphology-gexf and other writers: lists and `data`
 * are JSON. Nodes have a `label`, which is never empty, and no `id`, since the key has it. The kind of a move is `moveKind` and the
 * kind of an assignment is `assignmentKind`, because `kind` of an edge means something else in GEXF. People are nodes if the org has
 * `people`. `fromGraph(graph, { values: 'flat' })` is the inverse.
 *
 * The key of a node is `graphKeyOf(id)`, and `graphKeyOf({ person: id })` for a person: the id itself, except for the few ids that
 * a graph cannot hold safely. Edges have keys such as `reportsTo/0`. graphology lists the neighbours of a node in input order, but
 * puts keys that look like numbers first, in numeric order.
 *
 * Each call makes a new graph, which the caller may change: it shares nothing with the org, with {@link walk} or with
 * another call, except lists and `data`, which are frozen.
 *
 * Complexity: O(roles + units + people + edges).
 *
 * @param org The org.
 * @param options `people`: whether people are nodes; `values`: `'flat'` for strings, numbers and booleans only.
 * @returns A fresh graph.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
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
  options?: { readonly people?: false; readonly values?: 'typed' },
): OrgGraph<Id | Unit, Data>
export function toGraph(org: Org, options: ToGraphOptions & { readonly values: 'flat' }): FlatGraph
export function toGraph<Id extends string, Unit extends string, Person extends string>(
  org: Org<Id, Unit, unknown, Person>,
  options: ToGraphOptions,
): PeopleGraph<Id | Unit | Person>
export function toGraph(org: Org, options?: ToGraphOptions): OrgGraph | PeopleGraph | FlatGraph {
  const state = stateOf(org)
  const given = givenOptions('toGraph', options, ['people', 'values'])
  const withPeople = trueOrFalse('people', given.get('people'), false)
  if (oneOf('values', given.get('values'), ['typed', 'flat'], 'typed') === 'flat') {
    return flatGraphOf(flatNodes(state), flatEdges(state))
  }
  return withPeople ? peopleGraphOf(state) : graphOf(state)
}
