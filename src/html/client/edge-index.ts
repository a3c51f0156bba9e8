/** The edges of each row, by position: `list` from `start[row]` up to `start[row + 1]`. */
export interface EdgeIndex {
  readonly start: Int32Array
  readonly list: Int32Array
}

/** Indexes edges by row; the edges of one row keep their input order. */
export function edgeIndex(rows: number, edges: number, rowOfEdge: (edge: number) => number): EdgeIndex {
  const start = new Int32Array(rows + 1)
  for (let edge = 0; edge < edges; edge++) start[rowOfEdge(edge) + 1]++
  for (let row = 0; row < rows; row++) start[row + 1] += start[row]
  const next = start.slice()
  const list = new Int32Array(edges)
  for (let edge = 0; edge < edges; edge++) list[next[rowOfEdge(edge)]++] = edge
  return { start, list }
}

/** The edges of a row. */
export function edgesOf({ start, list }: EdgeIndex, row: number): Int32Array {
  return list.subarray(start[row], start[row + 1])
}
