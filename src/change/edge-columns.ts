import { type MoveColumns, NO_MOVES } from '../engine/columns.js'
import { type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import type { OpenLine, OpenMove } from './open-role.js'

/** What the rows of columns are about, and where what their edges lead to is. */
export interface EdgeRows {
  /** Each row, by its handle. */
  readonly nodes: Int32Array
  /** The handle of what an edge leads to. */
  readonly handleOf: Int32Array
}

/** The columns of dotted lines, which are read by node; without rows, nodes are handles. */
export function dottedColumns(
  count: number,
  rows: EdgeRows | undefined,
  linesOf: (node: number) => readonly OpenLine[],
): EvidencedEdges {
  const { edges, start, to } = edgeLists(count, rows, linesOf)
  return edges.length === 0 ? NO_EDGES : { start, to, evidence: factsBy(edges) }
}

/** The columns of career moves, likewise. */
export function moveColumns(
  count: number,
  rows: EdgeRows | undefined,
  movesOf: (node: number) => readonly OpenMove[],
): MoveColumns {
  const { edges, start, to } = edgeLists(count, rows, movesOf)
  if (edges.length === 0) return NO_MOVES
  return {
    start,
    to,
    evidence: factsBy(edges),
    kind: edges.map(({ kind }) => kind),
    years: edges.map(({ years }) => years),
    conditions: edges.map(({ conditions }) => conditions),
  }
}

/** The edges of all rows in order. */
function edgeLists<Edge extends { readonly to: number }>(
  count: number,
  rows: EdgeRows | undefined,
  edgesOf: (node: number) => readonly Edge[],
): { readonly edges: readonly Edge[]; readonly start: Int32Array; readonly to: Int32Array } {
  const start = new Int32Array(count + 1)
  const edges: Edge[] = []
  for (let handle = 0; handle < count; handle++) {
    for (const edge of edgesOf(rows === undefined ? handle : rows.nodes[handle])) edges.push(edge)
    start[handle + 1] = edges.length
  }
  const to = Int32Array.from(edges, (edge) => (rows === undefined ? edge.to : rows.handleOf[edge.to]))
  return { edges, start, to }
}

function factsBy<Facts>(edges: readonly { readonly facts: Facts | undefined }[]): Map<number, Facts> {
  const facts = new Map<number, Facts>()
  for (const [edge, { facts: given }] of edges.entries()) if (given !== undefined) facts.set(edge, given)
  return facts
}
