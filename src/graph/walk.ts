import {
  alongGiven,
  type GivenOptions,
  givenOptions,
  invalidOption,
  type LineKinds,
  type Lines,
  listed,
  oneOf,
  type Org,
  type OrgState,
  ownHandle,
  quote,
  type Relation,
  RELATIONS,
  stateOf,
  unitNodes,
  upperLimit,
} from '../internal.js'
import { reachedFrom, type WalkRoute } from './org-graph.js'

/** Which edges {@link walk} follows, and how. */
export interface WalkOptions {
  /** The relations to follow; their order does not matter. */
  readonly relations: readonly Relation[]
  /** Which reporting lines `reportsTo` and `dottedTo` stand for. Default: `'all'`. */
  readonly lines?: Lines
  /** Along the edges (`'out'`, the default), against them (`'in'`), or both ways. */
  readonly direction?: 'out' | 'in' | 'both'
  /** Nearest first (`'bfs'`, the default), or one branch after another (`'dfs'`). */
  readonly mode?: 'bfs' | 'dfs'
  /** The largest distance from the start, in edges: a whole number, 0 or more. Default: no limit. */
  readonly depth?: number
}

/** A role or unit that a walk reaches, and its distance from the start in edges. */
export type Reached<Id extends string = string, Unit extends string = string> =
  | { readonly id: Id; readonly kind: 'role'; readonly depth: number }
  | { readonly id: Unit; readonly kind: 'unit'; readonly depth: number }

/**
 * Returns everything that can be reached from a role or a unit over any mix of relations: reporting lines and career
 * moves, members and heads of units, services.
 *
 * The start itself is left out, even in a cycle, and everything is listed once. `'bfs'` lists by distance; at the same
 * distance, neighbours come in the order of the relations (`reportsTo`, `dottedTo`, `progressesTo`, `memberOf`,
 * `headOf`, `partOf`, `supports`) and then of the input. `'dfs'` follows a branch to its end before it takes the next,
 * with neighbours in the same order, and lists the same roles and units with the same depths. In direction `'both'` the
 * neighbours against the edges come first. A walk from a unit starts at the unit itself, not at its head.
 *
 * With `lines: { as: 'project' }`, `reportsTo` and `dottedTo` stand for the lines of that name.
 *
 * For reporting lines alone, {@link managementChainOf} and {@link transitiveReportsOf} do the same much faster.
 *
 * Complexity: O(roles and edges of the relations). The first walk over a set of relations builds its graph, which the
 * org keeps for the latest four sets.
 *
 * @param org The org.
 * @param start The id of a role or of a unit.
 * @param options `relations` to follow; `lines`, `direction`, `mode` and `depth`.
 * @returns A fresh array in visiting order.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, walk } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     manager: { reportsTo: 'director', progressesTo: 'director', unit: 'pmo' },
 *     analyst: { reportsTo: 'manager', progressesTo: 'manager', unit: 'pmo' },
 *   },
 *   units: { pmo: { head: 'manager' } },
 * })
 * const up = walk(org, 'analyst', { relations: ['progressesTo', 'memberOf'], depth: 1 })
 * console.log(up.map((reached) => reached.id)) // => [ 'manager', 'pmo' ]
 * const under = walk(org, 'pmo', { relations: ['memberOf'], direction: 'in' })
 * console.log(under[1]) // => { id: 'analyst', kind: 'role', depth: 1 }
 * ```
 * @see {@link toGraph} for the whole graph.
 */
export function walk<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  start: NoInfer<Id | Unit>,
  options: WalkOptions,
): Reached<Id, Unit>[] {
  const state = stateOf(org)
  const given = givenOptions('walk', options, OPTIONS)
  const { state: view, lines } = alongGiven(state, given.get('lines'), 'all')
  const route = routeOf(given, lines)
  const { count, ids } = state.columns
  const unitIds = Array.from(state.units.keys())
  return reachedFrom(view, startNode(state, start), route).map(({ node, depth }) =>
    node < count
      ? { id: ids[node], kind: 'role', depth }
      : // The keys of the units are the ids of type Unit.
        { id: unitIds[node - count] as Unit, kind: 'unit', depth },
  )
}

function startNode(state: OrgState, start: string): number {
  return state.kept(unitNodes).get(start) ?? ownHandle(state, start)
}

const OPTIONS = ['relations', 'lines', 'direction', 'mode', 'depth']

function routeOf(given: GivenOptions, lines: LineKinds): WalkRoute {
  return {
    relations: relationsIn(given.get('relations'), lines),
    direction: oneOf('direction', given.get('direction'), ['out', 'in', 'both'], 'out'),
    mode: oneOf('mode', given.get('mode'), ['bfs', 'dfs'], 'bfs'),
    depth: upperLimit('depth', given.get('depth'), 0),
  }
}

function relationsIn(received: unknown, lines: LineKinds): ReadonlySet<Relation> {
  if (!Array.isArray(received)) {
    throw invalidOption('relations', received, `an array of ${listed(RELATIONS.map(quote), 'and')}`)
  }
  const relations: readonly unknown[] = received
  const checked = new Set(relations.map((relation) => oneOf('relations', relation, RELATIONS)))
  if (lines === 'dotted') checked.delete('reportsTo')
  if (lines === 'solid') checked.delete('dottedTo')
  return checked
}
