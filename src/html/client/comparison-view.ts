import type { PageFigure } from '../page-data.js'
import { addressOfRole } from './address.js'
import { type Chart, NONE } from './chart.js'
import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { shownValue } from './field-values.js'

const MOST_LISTED = 200

/** The part of the overview that compares two orgs: figures, and the changes, each of which leads to its box. */
export function comparisonParts(explorer: Explorer): Node[] {
  const { comparison } = explorer.chart.data
  if (comparison === null) return []
  const { figures, changes } = comparison
  const rest = changes.length - MOST_LISTED
  return [
    html('h3', {}, 'Before and after'),
    figureTable(figures),
    html('h3', {}, `Changes (${changes.length})`),
    html(
      'ul',
      { class: 'changes' },
      ...changes
        .slice(0, MOST_LISTED)
        .map(([text, row]) =>
          html(
            'li',
            { dir: 'auto' },
            row === NONE
              ? text
              : html('a', { href: addressOfRole(explorer, row), 'data-role': row, dir: 'auto' }, text),
          ),
        ),
    ),
    ...(rest > 0 ? [html('p', { class: 'hint' }, `and ${rest} more`)] : []),
  ]
}

/** What has changed for a manager and everyone below. */
export function managerFigures({ data: { comparison } }: Chart, row: number): Node[] {
  const figures = comparison?.byManager.find(([each]) => each === row)?.[1]
  return figures === undefined ? [] : [html('h3', {}, 'Before and after'), figureTable(figures)]
}

function figureTable(figures: readonly PageFigure[]): HTMLElement {
  const cell = (value: number): HTMLElement => html('td', {}, shownValue(Number(value.toFixed(2))))
  const head = ['Figure', 'Before', 'After', 'Change'].map((name) => html('th', { scope: 'col' }, name))
  return html(
    'table',
    {},
    html('thead', {}, html('tr', {}, ...head)),
    html(
      'tbody',
      {},
      ...figures.map(([label, before, after]) => {
        const change = Number((after - before).toFixed(2))
        const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
        const text = `${sign}${shownValue(Math.abs(change))}`
        return html(
          'tr',
          {},
          html('th', { scope: 'row' }, label),
          cell(before),
          cell(after),
          html('td', {}, text),
        )
      }),
    ),
  )
}
