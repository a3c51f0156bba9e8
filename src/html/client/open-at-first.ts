import { type Chart, NONE } from './chart.js'

/** By default, layers are open at first up to this number of boxes. */
const OPEN_AT_FIRST = 60

/** 1 for the root of the chart and for each role whose reports are shown when the page opens. */
export function openAtFirst(chart: Chart): Uint8Array {
  const open = new Uint8Array(chart.count + 1)
  open[chart.root] = 1
  const { depth } = chart.data
  const opened = depth === NONE ? deepestShown(chart) - 1 : depth
  for (let row = 0; row < chart.count; row++) if (chart.layer[row] <= opened) open[row] = 1
  return open
}

/** The deepest layer that fits on a screen; at least the second. */
function deepestShown(chart: Chart): number {
  const perLayer: number[] = []
  // A manager comes before its reports.
  const hidden = new Uint8Array(chart.count + 1)
  for (let row = 0; row < chart.count; row++) {
    hidden[row] = chart.leftOut[row] | hidden[chart.parent[row]]
    if (hidden[row] === 0) perLayer[chart.layer[row]] = (perLayer[chart.layer[row]] ?? 0) + 1
  }
  let shown = 0
  let deepest = 0
  for (let layer = 1; layer < perLayer.length; layer++) {
    shown += perLayer[layer]
    if (layer > 2 && shown > OPEN_AT_FIRST) break
    if (layer === 2 && shown > 50 * OPEN_AT_FIRST) break
    deepest = layer
  }
  return deepest
}
