import type { LineFacts } from '../model/line.js'

/**
 * Directed edges between handles as compressed rows: the targets of `from` are
 * `to[start[from]] … to[start[from + 1] - 1]`. If there are no edges, both columns are empty.
 */
export interface Edges {
  readonly start: Int32Array
  readonly to: Int32Array
}

/** Edges with their evidence, which includes the names of reporting lines, by the position of the edge in `to`. */
export interface EvidencedEdges extends Edges {
  readonly evidence: ReadonlyMap<number, LineFacts>
}

export const NO_EDGES: EvidencedEdges = {
  start: new Int32Array(0),
  to: new Int32Array(0),
  evidence: new Map(),
}

/** Makes rows from pairs; the targets of a row keep the order of the pairs. O(count + edges). */
export function edgesFrom(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Edges {
  if (to.length === 0) return NO_EDGES
  const start = new Int32Array(count + 1)
  for (let edge = 0; edge < from.length; edge++) start[from[edge] + 1]++
  for (let handle = 0; handle < count; handle++) start[handle + 1] += start[handle]
  const next = start.slice(0, count)
  const targets = new Int32Array(to.length)
  for (let edge = 0; edge < from.length; edge++) targets[next[from[edge]]++] = to[edge]
  return { start, to: targets }
}

/** The edges reversed, as rows of `targets` handles; the sources in a row are in ascending order. */
export function reversed(count: number, edges: Edges, targets = count): Edges {
  return edges.to.length === 0 ? NO_EDGES : edgesFrom(targets, edges.to, sourcesOf(count, edges))
}

/** The handle that each edge comes from, by the position of the edge in `to`. O(count + edges). */
export function sourcesOf(count: number, { start, to }: Edges): Int32Array {
  const from = new Int32Array(to.length)
  if (to.length === 0) return from
  for (let handle = 0; handle < count; handle++) from.fill(handle, start[handle], start[handle + 1])
  return from
}

/** The targets of a handle, as a view: do not return it to a caller of the library. */
export function targetsOf(edges: Edges, handle: number): Int32Array {
  if (edges.to.length === 0) return edges.to
  return edges.to.subarray(edges.start[handle], edges.start[handle + 1])
}
