import { table } from './table.mjs'

/** Every goal with its figures and their sizes. A goal is met if each measured figure meets it. */
export function goalsTable(goals, board) {
  const rows = goals.map(({ goal, wanted, unit, at, least = -Infinity, most = Infinity, seen }) => {
    const found = seen(board)
      .map((figure, index) => ({ figure, size: at[index] }))
      .filter(({ figure }) => figure !== undefined && !Number.isNaN(figure))
    const isMet = found.every(({ figure }) => figure >= least && figure <= most)
    const figures = found.map(
      ({ figure, size }) =>
        `${text(figure)} ${unit}`.trim() + (size === undefined ? '' : ` at ${size.toLocaleString('en')}`),
    )
    const verdict = isMet ? 'met' : '**MISSED**'
    return [goal, wanted, figures.join(', ') || '–', found.length === 0 ? 'not measured' : verdict]
  })
  return table(['goal', 'wanted', 'seen', ''], rows, 4)
}

function text(figure) {
  if (figure >= 99.5) return Math.round(figure).toLocaleString('en')
  return figure >= 0.1 ? figure.toPrecision(2) : figure.toPrecision(1)
}
