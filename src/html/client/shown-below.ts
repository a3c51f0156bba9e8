import type { Chart } from './chart.js'
import { edgesOf } from './edge-index.js'

/** Those below a role that are to be seen once it is open; `whole` says of which managers all are. */
export function shownBelow(chart: Chart, whole: Uint8Array, row: number): Int32Array {
  const below = edgesOf(chart.children, row)
  const more = chart.moreOf.get(row)
  if (more === undefined || whole[row] === 1) return below
  return Int32Array.from([...below.filter((child) => chart.leftOut[child] === 0), more])
}

/** How many reports the box stands for that a row belongs to. */
export function countOfMore(chart: Chart, more: number): number {
  return edgesOf(chart.children, chart.parent[more]).reduce((sum, row) => sum + chart.leftOut[row], 0)
}
