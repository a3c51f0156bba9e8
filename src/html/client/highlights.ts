import { chainAbove, type Chart, NONE } from './chart.js'
import type { Highlights, Marking } from './layout.js'
import type { Path } from './paths.js'

/** Which dotted lines across the tree are drawn. */
export type DottedLines = 'all' | 'chosen' | 'none'

const NO_STEPS: ReadonlyMap<number, string> = new Map()

/** The state of the page by which something is highlighted. */
interface Highlighted {
  readonly chart: Chart
  readonly path: Path
  readonly selected: number
  readonly view: 'reporting' | 'career'
  readonly dotted: DottedLines
  readonly markingOf: (row: number) => Marking | undefined
}

/** What is highlighted now: the path that was chosen, else what another script marks for the selected role, else what the page highlights. */
export function highlightsOf(state: Highlighted): Highlights {
  const { chart, path, selected, view, dotted, markingOf } = state
  const { data } = chart
  const marking = path === undefined && selected !== NONE ? markingOf(selected) : undefined
  const rows = path ?? marking?.rows ?? data.highlight
  const set = new Set(rows)
  const inOrder = path !== undefined || view === 'career'
  const pathSteps = path?.slice(1).map((row, step) => [rows[step], row] as const)
  const steps = new Set(
    (pathSteps ?? data.highlightedMoves.map((move) => data.moves[move])).map(([from, to]) => `${from} ${to}`),
  )
  return {
    joins: (from, to) => (inOrder ? steps.has(`${from} ${to}`) : set.has(from) && set.has(to)),
    along: set,
    steps: NO_STEPS,
    ...marking,
    rows: set,
    above: new Set(rows.flatMap((row) => [row, ...chainAbove(chart, row)])),
    focus: selected,
    shows: (from, to) => dotted === 'all' || (dotted === 'chosen' && (from === selected || to === selected)),
  }
}
