/** The edges of each row, by position: `list` from `start[row]` up to `start[row + 1]`. */
export interface EdgeIndex {
  readonly start: Int32Array
  readonly list: Int32Array
}

/** Indexes edges by the row that each has in a column; the edges of one row keep their input order. */
export function edgeIndex(rows: number, column: ArrayLike<number>): EdgeIndex {
  const edges = column.length
  const start = new Int32Array(rows + 1)
  for (let edge = 0; edge < edges; edge++) start[column[edge] + 1]++
  for (let row = 0; row < rows; row++) start[row + 1] += start[row]
  const next = start.slice()
  const list = new Int32Array(edges)
  for (let edge = 0; edge < edges; edge++) list[next[column[edge]]++] = edge
  return { start, list }
}

/** One end of each edge, as a column: 0 for the row that it starts from, 1 for the one that it leads to. */
export function endsOf(edges: readonly (readonly [number, number, ...unknown[]])[], end: 0 | 1): Int32Array {
  const column = new Int32Array(edges.length)
  for (let edge = 0; edge < column.length; edge++) column[edge] = edges[edge][end]
  return column
}

/** The edges of a row. */
export function edgesOf({ start, list }: EdgeIndex, row: number): Int32Array {
  return list.subarray(start[row], start[row + 1])
}

/** A row and all rows below it, each after its manager. */
export function fromTheTop(children: EdgeIndex, top: number): number[] {
  const order = [top]
  // The loop also visits what is added while it runs.
  for (const row of order) for (const child of edgesOf(children, row)) order.push(child)
  return order
}
