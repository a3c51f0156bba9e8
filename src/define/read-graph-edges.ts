import type { ReadableGraph } from './read-graph-nodes.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { type GraphRelation, isRelation, RELATIONS } from '../model/relation.js'
import type { IssueList } from './issue-list.js'
import { attributesOf, keyOf, type NodeRows, statedFields } from './read-graph-nodes.js'
import type { Fields } from './spec-reader.js'

type Kind = 'role' | 'unit' | 'person'

const ENDS: { readonly [Name in GraphRelation]: { readonly from: readonly Kind[]; readonly to: Kind } } = {
  reportsTo: { from: ['role'], to: 'role' },
  dottedTo: { from: ['role'], to: 'role' },
  progressesTo: { from: ['role'], to: 'role' },
  memberOf: { from: ['role'], to: 'unit' },
  headOf: { from: ['role'], to: 'unit' },
  partOf: { from: ['unit'], to: 'unit' },
  supports: { from: ['role', 'unit'], to: 'role' },
  holds: { from: ['person'], to: 'role' },
}

type End = NodeRows['ends'] extends ReadonlyMap<string, infer Value> ? Value : never

/** An edge with a known relation, and ends of the kinds that it joins. */
export interface GraphEdgeRow {
  readonly from: End
  readonly to: End
  readonly fields: Fields
  readonly place: Place
}

/** The relation of an edge; `undefined` ignores the edge. */
export type RelationOf = (edge: string, attributes: { readonly [name: string]: unknown }) => unknown

/** How a graph is read. */
export interface GraphReading {
  readonly relationOf: RelationOf
  /** Whether people are nodes. */
  readonly withPeople: boolean
}

/** The edges of a graph by relation, in the order of the graph. */
export function readGraphEdges(
  graph: ReadableGraph,
  { rows, ends }: NodeRows,
  { relationOf, withPeople }: GraphReading,
  issues: IssueList,
): ReadonlyMap<GraphRelation, GraphEdgeRow[]> {
  const known: readonly GraphRelation[] = withPeople ? [...RELATIONS, 'holds'] : RELATIONS
  const edges = new Map<GraphRelation, GraphEdgeRow[]>(known.map((relation) => [relation, []]))
  graph.forEachEdge((givenKey, givenAttributes, source, target, _source, _target, undirected) => {
    const key = keyOf(givenKey)
    const attributes = attributesOf(givenAttributes)
    const relation = relationOf(key, attributes) ?? undefined
    if (relation === undefined) return
    const place: Place = { path: ['edges', key] }
    const problem = (message: string, suggestion: string): void => {
      issues.add('INVALID_FIELD', { place, witness: [source, target], message, suggestion })
    }
    if (!isRelation(relation) && !(withPeople && relation === 'holds')) {
      const suggestion =
        relation === 'holds'
          ? 'Pass people: true to read nodes for people.'
          : `The relations are ${known.join(', ')}; use the option relation to say what an edge means.`
      problem(`An edge has the relation ${quote(relation)}`, suggestion)
      return
    }
    if (undirected) {
      problem('An edge is undirected', 'Use a directed edge to say who reports to whom.')
      return
    }
    const from = ends.get(source)
    const to = ends.get(target)
    const unread = relation === 'reportsTo' && from?.kind === 'role' ? from : undefined
    // A node that repeats an id has an issue already.
    if (from === undefined || to === undefined) {
      if (unread !== undefined) rows.addUnreadManager(unread.handle, target)
      return
    }
    const allowed = ENDS[relation]
    if (!allowed.from.includes(from.kind) || allowed.to !== to.kind) {
      if (unread !== undefined) rows.addUnreadManager(unread.handle, target)
      problem(
        `An edge ${relation} goes from the ${from.kind} ${quote(from.id)} to the ${to.kind} ${quote(to.id)}`,
        `It can go from a ${allowed.from.join(' or a ')} to a ${allowed.to}.`,
      )
      return
    }
    edges.get(relation)?.push({ from, to, fields: statedFields(attributes), place })
  })
  return edges
}
