// The only file that imports graphology: everything else uses it through this one.
import { DirectedGraph, MultiDirectedGraph } from 'graphology'
import { bfsFromNode, dfsFromNode } from 'graphology-traversal'
import { writtenAliases } from '../model/alias.js'
import { type Relation, RELATIONS } from '../model/relation.js'
import type { RoleAttributes } from '../model/role.js'
import type { Unit } from '../model/unit.js'
import { graphKeyOf } from './graph-key.js'
import type { OrgState } from './org-state.js'
import { type EdgeFacts, relationEdges } from './relation-edges.js'
import { isVacant, titleOf } from './role-record.js'

/** The attributes of a node of {@link OrgGraph}: a role or a unit. What the org does not state is left out. */
export type GraphNode<Id extends string = string, Data = unknown> = Omit<
  RoleAttributes<string, Data>,
  'unit' | 'title'
> & {
  readonly kind: 'role' | 'unit'
  /** The id of the role or unit; the node's key is `graphKeyOf(id)`. */
  readonly id: Id
  readonly title: string
  /** The kind of a unit, in your own words. */
  readonly unitKind?: string
}

/** The attributes of an edge of {@link OrgGraph}. */
export type GraphEdge = { readonly relation: Relation } & {
  readonly [Name in keyof EdgeFacts]: EdgeFacts[Name]
}

/** An org as a graph of graphology: a node for each role and unit, an edge for each relation between two. */
export type OrgGraph<Id extends string = string, Data = unknown> = MultiDirectedGraph<
  GraphNode<Id, Data>,
  GraphEdge
>

/** The part of a graph that is read: every graph of graphology has it, whatever its type and version. */
export interface ReadableGraph {
  forEachNode(visit: (node: string, attributes: { readonly [name: string]: unknown }) => void): void
  forEachEdge(
    visit: (
      edge: string,
      attributes: { readonly [name: string]: unknown },
      source: string,
      target: string,
      sourceAttributes: unknown,
      targetAttributes: unknown,
      undirected: boolean,
    ) => void,
  ): void
}

/** A new graph with everything in the org. O(roles + units + edges). */
export function graphOf<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
): OrgGraph<Id | UnitId, Data> {
  const graph: OrgGraph<Id | UnitId, Data> = new MultiDirectedGraph()
  const keys: string[] = []
  const addNode = (node: GraphNode<Id | UnitId, Data>): void => {
    keys.push(graph.addNode(graphKeyOf(node.id), node))
  }
  for (let handle = 0; handle < state.columns.count; handle++) addNode(roleNode(state, handle))
  for (const unit of state.units.values()) addNode(unitNode(unit))
  for (const relation of RELATIONS) {
    for (const [row, { from, to, facts }] of relationEdges(state, relation).entries()) {
      graph.addEdgeWithKey(`${relation}/${String(row)}`, keys[from], keys[to], { relation, ...facts })
    }
  }
  return graph
}

function roleNode<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  handle: number,
): GraphNode<Id, Data> {
  const node: GraphNode<Id, Data> = {
    kind: 'role',
    id: state.columns.ids[handle],
    title: titleOf(state, handle),
    ...(isVacant(state, handle) && { vacant: true }),
  }
  const stated: { [name: string]: unknown } = {}
  for (const [name, column] of Object.entries(state.columns.attributes)) {
    // Membership is an edge, and a value that is not given is left out.
    if (name !== 'unit' && column[handle] !== undefined) stated[name] = column[handle]
  }
  return Object.assign(node, stated)
}

function unitNode<UnitId extends string>(unit: Unit<string, UnitId>): GraphNode<UnitId, never> {
  const { head: _head, partOf: _partOf, kind, aliases, warnedAliases: _warned, ...stated } = unit
  return {
    ...stated,
    kind: 'unit',
    ...(aliases.length > 0 && { aliases: writtenAliases(unit) }),
    ...(kind !== undefined && { unitKind: kind }),
  }
}

/** Which edges a walk follows, and how. */
export interface WalkRoute {
  readonly relations: ReadonlySet<Relation>
  readonly direction: 'out' | 'in' | 'both'
  readonly mode: 'bfs' | 'dfs'
  readonly depth: number
}

/** A node that a walk reaches, and the fewest edges from the start to it. */
export interface WalkStop {
  readonly node: number
  readonly depth: number
}

const TRAVERSAL_MODES = { out: 'outbound', in: 'inbound', both: 'directed' } as const

/** Every node that a walk reaches, in visiting order, without the start. O(nodes and edges of the relations). */
export function reachedFrom(state: OrgState, start: number, route: WalkRoute): WalkStop[] {
  const graph = walkGraph(state, route)
  const startKey = walkKey(start)
  if (!graph.hasNode(startKey)) return []
  const mode = TRAVERSAL_MODES[route.direction]
  const depths = new Map<string, number>()
  bfsFromNode(
    graph,
    startKey,
    (key, _attributes, depth) => {
      depths.set(key, depth)
      return depth >= route.depth
    },
    { mode },
  )
  const reached: WalkStop[] = []
  if (route.mode === 'bfs') {
    for (const [key, depth] of depths) reached.push({ node: nodeOf(key), depth })
  } else {
    // This search may reach a node by a long path, so the first one decides what lies within the depth.
    dfsFromNode(
      graph,
      startKey,
      (key) => {
        const depth = depths.get(key)
        if (depth !== undefined) reached.push({ node: nodeOf(key), depth })
        return depth === undefined
      },
      { mode },
    )
  }
  return reached.slice(1)
}

// Prefixed with a letter: keys that look like array indexes would be walked in numeric order.
function walkKey(node: number): string {
  return `n${String(node)}`
}

function nodeOf(key: string): number {
  return Number(key.slice(1))
}

const KEPT_WALK_GRAPHS = 4

/** The graphs of recent walks, the latest last; for {@link OrgState.kept}. */
function walkGraphs(_state: OrgState): Map<string, DirectedGraph> {
  return new Map()
}

function walkGraph(state: OrgState, route: WalkRoute): DirectedGraph {
  const kept = state.kept(walkGraphs)
  const relations = RELATIONS.filter((relation) => route.relations.has(relation))
  const name = [route.mode, ...relations].join(' ')
  const graph = kept.get(name) ?? buildWalkGraph(state, relations, route.mode)
  kept.delete(name)
  kept.set(name, graph)
  const [oldest] = kept.keys()
  if (kept.size > KEPT_WALK_GRAPHS) kept.delete(oldest)
  return graph
}

function buildWalkGraph(
  state: OrgState,
  relations: readonly Relation[],
  mode: WalkRoute['mode'],
): DirectedGraph {
  const nodes = state.columns.count + state.units.size
  // Two nodes with several edges between them count once, at the first edge.
  const pairs = new Set<number>()
  for (const relation of relations) {
    for (const { from, to } of relationEdges(state, relation)) pairs.add(from * nodes + to)
  }
  // A depth-first search takes the last neighbour first.
  const ordered = mode === 'dfs' ? Array.from(pairs).reverse() : pairs
  const graph = new DirectedGraph()
  for (const pair of ordered) graph.mergeEdge(walkKey(Math.floor(pair / nodes)), walkKey(pair % nodes))
  return graph
}
