import { chainAbove, type Chart } from './chart.js'
import type { Highlights } from './layout.js'
import type { Path } from './paths.js'

/** Which dotted lines across the tree are drawn. */
export type DottedLines = 'all' | 'chosen' | 'none'

/** The state of the page that highlights something. */
interface Chosen {
  readonly chart: Chart
  readonly view: 'reporting' | 'career'
  readonly path: Path
  readonly selected: number
  readonly dotted: DottedLines
}

/** What the state of the page highlights: the path that is shown, or what the page was made with. */
export function highlightsOf({ chart, path, view, selected, dotted }: Chosen): Highlights {
  const { data } = chart
  const rows = path ?? data.highlight
  const set = new Set(rows)
  const inOrder = path !== undefined || view === 'career'
  const pathSteps = path?.slice(1).map((row, step) => [rows[step], row] as const)
  const steps = new Set(
    (pathSteps ?? data.highlightedMoves.map((move) => data.moves[move])).map(([from, to]) => `${from} ${to}`),
  )
  return {
    rows: set,
    above: new Set(rows.flatMap((row) => [row, ...chainAbove(chart, row)])),
    focus: selected,
    shows: (from, to) => {
      if (dotted === 'all') return true
      return dotted === 'chosen' && (from === selected || to === selected)
    },
    joins: (from, to) => (inOrder ? steps.has(`${from} ${to}`) : set.has(from) && set.has(to)),
  }
}
