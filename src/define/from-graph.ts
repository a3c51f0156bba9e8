import { orgOfRecord } from './org-of-record.js'
import type { ReadableGraph } from './read-graph-nodes.js'
import type { Org } from '../model/org.js'
import { invalidArgument, invalidOption } from '../kernel/invalid-input.js'
import { givenOptions, oneOf, trueOrFalse } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote, reasonText } from '../kernel/quote.js'
import type { GraphRelation } from '../model/relation.js'
import { linkOrg } from './link-org.js'
import { collectsIssues, IssueList, type OnIssue } from './issue-list.js'
import { hasPeople, unflattened } from './read-flat-graph.js'
import { readGraph } from './read-graph.js'
import type { RelationOf } from './read-graph-edges.js'

/** The options of {@link fromGraph}: how it reads a graph, and what it does with a broken chart. */
export interface GraphOptions {
  /**
   * What an edge means, by its key and its attributes; `undefined` ignores the edge. Default: the attribute
   * `relation`, or `'reportsTo'` for an edge without it.
   */
  readonly relation?: (
    edge: string,
    attributes: { readonly [name: string]: unknown },
  ) => GraphRelation | undefined
  /**
   * Whether nodes with the attribute `kind: 'person'` are people, and edges `holds` say which roles they fill. Default:
   * `false`: such a node is a role, like any node that is not a unit. With `values: 'flat'` the default is whether the
   * graph has people.
   */
  readonly people?: boolean
  /**
   * `'flat'` for a graph made by `toGraph(org, { values: 'flat' })`, even after other programs have written and read it:
   * lists and `data` are JSON texts, and ids are read from keys. Default: `'typed'`.
   */
  readonly values?: 'typed' | 'flat'
  /** `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them on the org: see `issuesOf`. */
  readonly onIssue?: OnIssue
}

/**
 * Makes an org from a graphology graph: the inverse of {@link toGraph}, and an import of graphs from elsewhere.
 *
 * A node is a role, unless its attribute `kind` is `'unit'`. Its id is the attribute `id` if that is a string, otherwise
 * its key. The attributes of a role (`title`, `grade`, `holders`, `cost`, `data`, …) are read and checked; others, such
 * as positions and colours, are ignored, and so are null and undefined. An edge goes from the role that reports
 * (progresses, is a member, …) to the other end, as {@link toGraph} writes it; for a graph from elsewhere, the option
 * `relation` says what an edge means. Membership and heads of units are edges.
 *
 * With `people: true`, a node whose `kind` is `'person'` is a person, as {@link toGraph} writes it with the same option:
 * its name is the attribute `title`, and an edge `holds` from it to a role is an assignment, with `kind`, `share`, `from`
 * and `to`. The graph then has all people of the org: a role whose attribute `holders` names anybody else is an issue.
 *
 * Roles keep the order of the nodes, lines and moves the order of the edges. Nothing is repaired: several solid
 * managers of one role, an edge without direction or between the wrong kinds of nodes, a value of the wrong type
 * and any other problem in the chart are issues. With `onIssue: 'collect'`, the first of several managers
 * is kept and an unusable edge is left out.
 *
 * Complexity: O(nodes + edges × log edges).
 *
 * @param graph A graphology graph: directed or mixed, simple or multi. It is read once and not kept.
 * @param options `relation`, `people`, `values`, `onIssue`.
 * @returns An org with ids of type `string`; narrow one with `isRole`.
 * @throws {@link OrgError} `INVALID_ORG` with all issues (unless they are collected), `INVALID_ARGUMENT`,
 * `INVALID_OPTION`, `READ_FAILED` when the function `relation` throws.
 * @example
 * ```ts
 * import { MultiDirectedGraph } from 'graphology'
 * import { fromGraph, managementChainOf } from 'rolegraph'
 *
 * const graph = new MultiDirectedGraph()
 * graph.addNode('1', { title: 'Director' })
 * graph.addNode('2', { title: 'Manager' })
 * graph.addNode('3', { title: 'Analyst' })
 * graph.addEdge('2', '1')
 * graph.addEdge('3', '2', { type: 'boss' })
 * graph.addEdge('3', '1', { type: 'mentor' })
 * const org = fromGraph(graph, {
 *   relation: (_edge, { type }) => (type === 'mentor' ? 'dottedTo' : 'reportsTo'),
 * })
 * console.log(managementChainOf(org, '3')) // => [ '2', '1' ]
 * ```
 * @see {@link toGraph}, {@link orgFromRecords}.
 */
export function fromGraph(graph: ReadableGraph, options?: GraphOptions): Org {
  refuseNoGraph(graph)
  const given = givenOptions('fromGraph', options, ['relation', 'people', 'values', 'onIssue'])
  const collect = collectsIssues(given)
  const relationOf = relationReader(given.get('relation'))
  const isFlat = oneOf('values', given.get('values'), ['typed', 'flat'], 'typed') === 'flat'
  const read = isFlat ? unflattened(graph) : graph
  const withPeople = trueOrFalse('people', given.get('people'), isFlat && hasPeople(graph))
  const issues = new IssueList()
  const { rows, units, services, people } = readGraph(read, { relationOf, withPeople }, issues)
  const record = linkOrg(rows, units, services, people)
  if (!collect) issues.throwIfAny()
  return orgOfRecord(record)
}

function refuseNoGraph(received: unknown): void {
  if (typeof received === 'object' && received !== null) {
    const methods = ['forEachNode', 'forEachEdge'].map((name): unknown => Reflect.get(received, name))
    if (methods.every((method) => typeof method === 'function')) return
  }
  throw invalidArgument('fromGraph', 'graph', received, 'a graphology graph')
}

function relationReader(relation: unknown): RelationOf {
  if (relation === undefined) return (_edge, attributes) => attributes['relation'] ?? 'reportsTo'
  if (typeof relation !== 'function') {
    throw invalidOption('relation', relation, 'a function of the key and the attributes of an edge')
  }
  const read = relation as RelationOf
  let record = 0
  return (edge, attributes) => {
    try {
      return read(edge, attributes)
    } catch (cause) {
      throw new OrgError(
        'READ_FAILED',
        `Reading the relation of the edge ${quote(edge)} failed: ${reasonText(cause)}`,
        { record, field: 'relation' },
        { cause },
      )
    } finally {
      record++
    }
  }
}
