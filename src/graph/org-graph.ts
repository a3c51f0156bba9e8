// The only file that imports graphology: everything else uses it through this one.
import { DirectedGraph, MultiDirectedGraph } from 'graphology'
import { bfsFromNode } from 'graphology-traversal'
import {
  type AssignmentKind,
  type AssignmentTerms,
  type EdgeFacts,
  graphKeyOf,
  type GraphRelation,
  holderSpecsOf,
  isVacant,
  type MoveKind,
  type OrgState,
  peopleIndexOf,
  type Person,
  personRecord,
  type Relation,
  relationEdges,
  RELATIONS,
  type RoleAttributes,
  titleOf,
  type Unit,
  writtenAliases,
} from '../internal.js'

/** The attributes of a node of {@link OrgGraph}: a role or a unit. What the org does not state is left out. */
export type GraphNode<Id extends string = string, Data = unknown> = Omit<
  RoleAttributes<string, Data>,
  'unit' | 'alsoIn' | 'title'
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

/** An org as a graphology graph: a node for each role and unit, an edge for each relation between two. */
export type OrgGraph<Id extends string = string, Data = unknown> = MultiDirectedGraph<
  GraphNode<Id, Data>,
  GraphEdge
>

/** The attributes of a node of {@link PeopleGraph}: a role, a unit or a person. */
export type PeopleGraphNode<Id extends string = string> = Omit<GraphNode<Id>, 'kind'> & {
  readonly kind: 'role' | 'unit' | 'person'
  /** For a person only; the `title` is the name. */
  readonly email?: string
}

/** The attributes of an edge of {@link PeopleGraph}. */
export type PeopleGraphEdge = Omit<EdgeFacts & AssignmentTerms, 'kind'> & {
  readonly relation: GraphRelation
  /** For a move or an assignment. */
  readonly kind?: MoveKind | AssignmentKind
}

/** An org as a graphology graph in which people are nodes too, with an edge `holds` to each role that they fill. */
export type PeopleGraph<Id extends string = string> = MultiDirectedGraph<PeopleGraphNode<Id>, PeopleGraphEdge>

/** An attribute of {@link FlatGraph}. */
export type FlatAttribute = string | number | boolean

/** An org as a graphology graph whose attributes are single values. */
export type FlatGraph = MultiDirectedGraph<
  { readonly [name: string]: FlatAttribute },
  { readonly [name: string]: FlatAttribute }
>

type FlatFields = readonly (readonly [name: string, value: FlatAttribute | undefined])[]

/** A new graph with everything in the org. O(roles + units + edges). */
export function graphOf<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
): OrgGraph<Id | UnitId, Data> {
  const graph: OrgGraph<Id | UnitId, Data> = new MultiDirectedGraph()
  addRolesAndUnits(graph, state, MEMBERSHIP)
  return graph
}

/**
 * A new graph with everything in the org, with people as nodes and an edge per assignment instead of lists of holders.
 * O(roles + units + people + edges).
 */
export function peopleGraphOf<Id extends string, UnitId extends string, PersonId extends string>(
  state: OrgState<Id, UnitId>,
): PeopleGraph<Id | UnitId | PersonId> {
  const graph: PeopleGraph<Id | UnitId | PersonId> = new MultiDirectedGraph()
  addRolesAndUnits(graph, state, [...MEMBERSHIP, 'holders'])
  const people = state.kept(peopleIndexOf).ids
  // The definition has checked that every holder is one of the people.
  for (const id of people as readonly PersonId[]) {
    graph.addNode(graphKeyOf({ person: id }), personNode(id, personRecord(state, id)))
  }
  let row = 0
  for (let handle = 0; handle < state.columns.count; handle++) {
    const role = graphKeyOf(state.columns.ids[handle])
    for (const holder of holderSpecsOf(state, handle)) {
      const { person, ...terms } = typeof holder === 'string' ? { person: holder } : holder
      const edge: PeopleGraphEdge = { relation: 'holds', kind: 'permanent', ...terms }
      graph.addEdgeWithKey(`holds/${String(row++)}`, graphKeyOf({ person }), role, edge)
    }
  }
  return graph
}

/** A new graph of nodes and edges whose attributes are single values. O(nodes + edges). */
export function flatGraphOf(
  nodes: Iterable<{
    readonly kind: string
    readonly key: string
    readonly label: string
    readonly fields: FlatFields
  }>,
  edges: Iterable<{
    readonly relation: string
    readonly row: number
    readonly from: number
    readonly to: number
    readonly fields: FlatFields
  }>,
): FlatGraph {
  const graph: FlatGraph = new MultiDirectedGraph()
  const keys: string[] = []
  for (const { kind, key, label, fields } of nodes) {
    keys.push(graph.addNode(key, { kind, label, ...statedFields(fields) }))
  }
  for (const { relation, row, from, to, fields } of edges) {
    const attributes = { relation, ...statedFields(fields) }
    graph.addEdgeWithKey(`${relation}_${String(row)}`, keys[from], keys[to], attributes)
  }
  return graph
}

function statedFields(fields: FlatFields): { readonly [name: string]: FlatAttribute } {
  return Object.fromEntries(
    fields.filter(
      (field): field is readonly [string, FlatAttribute] => field[1] !== undefined && field[1] !== '',
    ),
  )
}

function personNode<Id extends string>(id: Id, person: Person): PeopleGraphNode<Id> {
  const { name, aliases, email, data } = person
  return {
    kind: 'person',
    id,
    title: name,
    ...(aliases.length > 0 && { aliases: writtenAliases(person) }),
    ...(email !== undefined && { email }),
    ...(data !== undefined && { data }),
  }
}

// Membership is an edge.
const MEMBERSHIP = ['unit', 'alsoIn'] as const

/** Adds a node for each role and unit, and the edges between them. The role attributes in `left` are edges instead. */
function addRolesAndUnits<Id extends string, UnitId extends string, Data>(
  graph: Pick<OrgGraph<Id | UnitId, Data>, 'addNode' | 'addEdgeWithKey'>,
  state: OrgState<Id, UnitId, Data>,
  left: readonly (keyof RoleAttributes)[],
): void {
  const keys: string[] = []
  const addNode = (node: GraphNode<Id | UnitId, Data>): void => {
    keys.push(graph.addNode(graphKeyOf(node.id), node))
  }
  for (let handle = 0; handle < state.columns.count; handle++) addNode(roleNode(state, handle, left))
  for (const unit of state.units.values()) addNode(unitNode(unit))
  for (const relation of RELATIONS) {
    for (const [row, { from, to, facts }] of relationEdges(state, relation).entries()) {
      graph.addEdgeWithKey(`${relation}/${String(row)}`, keys[from], keys[to], { relation, ...facts })
    }
  }
}

function roleNode<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  handle: number,
  left: readonly string[],
): GraphNode<Id, Data> {
  const node: GraphNode<Id, Data> = {
    kind: 'role',
    id: state.columns.ids[handle],
    title: titleOf(state, handle),
    ...(isVacant(state, handle) && { vacant: true }),
  }
  const stated: { [name: string]: unknown } = {}
  for (const [name, column] of Object.entries(state.columns.attributes)) {
    const value: unknown = column[handle]
    // A vacancy has no edges, so its empty list stays.
    const isLeft = left.includes(name) && !(Array.isArray(value) && value.length === 0 && name === 'holders')
    if (value !== undefined && !isLeft) stated[name] = value
  }
  return Object.assign(node, stated)
}

function unitNode<UnitId extends string>(unit: Unit<string, UnitId>): GraphNode<UnitId, never> {
  const {
    head: _head,
    heads: _heads,
    partOf: _partOf,
    kind,
    aliases,
    warnedAliases: _warned,
    ...stated
  } = unit
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

/** Every node that a walk reaches, in visiting order, without the start. O(nodes + edges of the relations). */
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
  const keys = route.mode === 'bfs' ? depths.keys() : depthFirst(graph, startKey, route.direction, depths)
  return Array.from(keys, (key) => ({ node: nodeOf(key), depth: depths.get(key) ?? 0 })).slice(1)
}

/**
 * The nodes within the depth in depth-first order, the start first. A node counts as visited when the search gets to it,
 * not when an earlier node lists it as a neighbour, so that each branch is followed to its end. graphology-traversal marks
 * all neighbours of a node at once.
 */
function depthFirst(
  graph: DirectedGraph,
  startKey: string,
  direction: WalkRoute['direction'],
  withinDepth: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const neighboursOf = (key: string): readonly string[] => {
    if (direction === 'both') return graph.directedNeighbors(key)
    return direction === 'in' ? graph.inNeighbors(key) : graph.outNeighbors(key)
  }
  const visited = new Set([startKey])
  const branch = [neighboursOf(startKey).values()]
  for (let last = branch.at(-1); last !== undefined; last = branch.at(-1)) {
    const { done, value: key } = last.next()
    if (done === true) branch.pop()
    else if (withinDepth.has(key) && !visited.has(key)) {
      visited.add(key)
      branch.push(neighboursOf(key).values())
    }
  }
  return visited
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
  const name = relations.join(' ')
  const graph = kept.get(name) ?? buildWalkGraph(state, relations)
  kept.delete(name)
  kept.set(name, graph)
  const [oldest] = kept.keys()
  if (kept.size > KEPT_WALK_GRAPHS) kept.delete(oldest)
  return graph
}

function buildWalkGraph(state: OrgState, relations: readonly Relation[]): DirectedGraph {
  const nodes = state.columns.count + state.units.size
  // Several edges between the same two nodes count once, at the first.
  const pairs = new Set<number>()
  for (const relation of relations) {
    for (const { from, to } of relationEdges(state, relation)) pairs.add(from * nodes + to)
  }
  const graph = new DirectedGraph()
  for (const pair of pairs) graph.mergeEdge(walkKey(Math.floor(pair / nodes)), walkKey(pair % nodes))
  return graph
}
