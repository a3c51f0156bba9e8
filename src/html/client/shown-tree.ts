import { type Chart, shownBelow } from './chart.js'
import { edgesOf } from './edge-index.js'

/** The shown boxes in preorder. At position 0 is the root, which is above all of them and is never drawn. */
export interface ShownTree {
  readonly rows: readonly number[]
  /** For each position, the position after everything below it. */
  readonly end: Int32Array
  /** For each position, how many layers are below it. */
  readonly layersBelow: Int32Array
}

/** Everything that is shown, or what is shown at and below some rows. */
export function shownTree(
  chart: Chart,
  open: Uint8Array,
  showsAll: Uint8Array,
  from: readonly number[] = [chart.root],
): ShownTree {
  const { root, children } = chart
  const rows: number[] = []
  const above: number[] = []
  const stack: number[] = []
  const stackAbove: number[] = []
  const add = (row: number, at: number): void => {
    stack.push(row)
    stackAbove.push(at)
  }
  const visit = (row: number, at: number): void => {
    const place = rows.push(row) - 1
    above.push(at)
    if (open[row] !== 1 || edgesOf(children, row).length === 0) return
    const below = shownBelow(chart, showsAll, row)
    for (let index = below.length - 1; index >= 0; index--) add(below[index], place)
  }
  if (from[0] === root) visit(root, 0)
  else {
    rows.push(root)
    above.push(0)
    for (const row of from.toReversed()) add(row, 0)
  }
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) visit(row, stackAbove.pop() ?? 0)
  const end = new Int32Array(rows.length)
  const layersBelow = new Int32Array(rows.length)
  for (let at = rows.length - 1; at >= 0; at--) {
    end[at] = Math.max(end[at], at + 1)
    if (at === 0) break
    end[above[at]] = Math.max(end[above[at]], end[at])
    layersBelow[above[at]] = Math.max(layersBelow[above[at]], layersBelow[at] + 1)
  }
  return { rows, end, layersBelow }
}
