import type { Picture } from './picture.js'

/** A chart with more boxes next to each other is folded, for renderers that place all reports of a manager in one row. */
const WIDEST = 12

/** Pairs of boxes of which the second is below the first, in a column of reports of one manager. */
export type FoldedBoxes = readonly (readonly [upper: number, lower: number])[]

/** Columns of reports with nothing below them, in a wide chart. */
export function foldedBoxes({ boxes, relations }: Picture): FoldedBoxes {
  if (relations === 'career') return []
  const hasReports = new Set(boxes.map(({ parent }) => parent))
  const leaves = new Map<number, number[]>()
  const inLayer: number[] = []
  for (const { index, parent, layer } of boxes) {
    inLayer[layer] = (inLayer[layer] ?? 0) + 1
    if (parent === undefined || hasReports.has(index)) continue
    const team = leaves.get(parent) ?? []
    team.push(index)
    leaves.set(parent, team)
  }
  const widest = inLayer.reduce((most, count) => Math.max(most, count), 0)
  if (widest <= WIDEST) return []
  // Columns of this height make the widest layer about twice as many boxes wide as it is high.
  const height = Math.ceil(Math.sqrt(widest / 2))
  return [...leaves.values()].flatMap((team) =>
    team.flatMap((lower, place): [number, number][] =>
      place % height === 0 ? [] : [[team[place - 1], lower]],
    ),
  )
}

/** What a reader of the text is told about a folded chart. */
export const FOLDED_NOTE = 'This chart is wide: reports of one manager are drawn in columns.'
