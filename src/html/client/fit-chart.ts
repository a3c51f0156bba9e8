import { type Chart, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'
import {
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  type Highlights,
  type Layout,
  type Rect,
  withBoth,
} from './layout.js'
import { FULL_FROM } from './legibility.js'
import type { TreeArrangement } from './tree-arrangement.js'
import { AROUND, type Viewport } from './viewport.js'

/** A chart from left to right is at least this large when it opens. */
const LEAST_SIDEWAYS = 0.6
/** A narrow list is enlarged up to this scale. */
const MOST_OF_LIST = 1.15

interface Fitted {
  readonly chart: Chart
  readonly viewport: Viewport
  readonly tree: TreeArrangement
  readonly view: 'reporting' | 'career'
  readonly layout: Layout
  readonly highlights: Highlights
}

/** Shows the whole chart if it is at least as large as `least` then, or a part of it; see `Explorer.fit`. */
export function fitChart(explorer: Fitted, least: number): void {
  const { viewport, tree, view } = explorer
  const isTree = view === 'reporting'
  if (isTree) tree.fitColumns()
  const { layout } = explorer
  const { bounds, order, x, y } = layout
  if (isTree && tree.isList) {
    const across = (viewport.width - 2 * AROUND) / (bounds.right - bounds.left)
    viewport.fit(bounds, Math.max(FULL_FROM, Math.min(across, MOST_OF_LIST)), 0)
    return
  }
  if (isTree && tree.name === 'left-to-right') {
    const level = order.length > 0 ? y[order[0]] + BOX_HEIGHT / 2 : 0
    viewport.fit(bounds, least === 0 ? 0 : LEAST_SIDEWAYS, bounds.left, false, level)
    return
  }
  // A tree is read from its top, careers from the left.
  const middle = isTree && order.length > 0 ? x[order[0]] + BOX_WIDTH / 2 : bounds.left
  const main = mainPart(explorer)
  const isWhole = viewport.scaleFor(bounds) >= least || main === undefined || viewport.scaleFor(main) < least
  viewport.fit(isWhole ? bounds : main, least, middle, !isWhole)
}

/** The part of the drawing with the tops and everything highlighted. */
function mainPart({ chart, layout, view, highlights }: Fitted): Rect | undefined {
  const tops = view === 'reporting' ? edgesOf(chart.children, chart.root) : []
  return [...tops, ...highlights.rows]
    .filter((row) => layout.position[row] !== NONE)
    .map((row) => boxRect(layout, row))
    .reduce<Rect | undefined>((all, rect) => (all === undefined ? rect : withBoth(all, rect)), undefined)
}
