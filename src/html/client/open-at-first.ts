import { type Chart, NONE } from './chart.js'

/** By default, layers are open at first as long as the chart is at least this large in its window. */
const READABLE = 0.6
/** The second layer is open unless it has more than this many boxes. */
const MOST_AT_FIRST = 3000

/**
 * 1 for the root of the chart and for each role whose reports are shown when the page opens. `scaleOf` says how large the chart
 * would be in its window.
 */
export function openAtFirst(chart: Chart, scaleOf: (open: Uint8Array) => number): Uint8Array {
  const { depth } = chart.data
  if (depth !== NONE) return openTo(chart, depth)
  let open = openTo(chart, 1)
  const perLayer = shownPerLayer(chart)
  if (perLayer[2] > MOST_AT_FIRST) return openTo(chart, 0)
  let shown = perLayer[1] + perLayer[2]
  for (let layer = 3; layer < perLayer.length; layer++) {
    shown += perLayer[layer]
    if (shown > MOST_AT_FIRST) break
    const more = openTo(chart, layer - 1)
    if (scaleOf(more) < READABLE) break
    open = more
  }
  return open
}

function openTo(chart: Chart, layers: number): Uint8Array {
  const open = new Uint8Array(chart.count + 1)
  open[chart.root] = 1
  for (let row = 0; row < chart.count; row++) if (chart.layer[row] <= layers) open[row] = 1
  return open
}

/** How many boxes each layer has if everything is open. */
function shownPerLayer(chart: Chart): Int32Array {
  const perLayer = new Int32Array(chart.layer.reduce((most, layer) => Math.max(most, layer), 2) + 1)
  // A manager comes before its reports.
  const hidden = new Uint8Array(chart.count + 1)
  for (let row = 0; row < chart.count; row++) {
    hidden[row] = chart.leftOut[row] | hidden[chart.parent[row]]
    if (hidden[row] === 0) perLayer[chart.layer[row]]++
  }
  return perLayer
}
