import { MOVE_KINDS, type PageEvidence } from '../page-data.js'
import { chainAbove, type Chart, NONE, reportsOf } from './chart.js'
import { managerFigures } from './comparison-view.js'
import { edgesOf } from './edge-index.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { extraText, facts, MOST_LISTED, roleLink, section } from './panel-section.js'
import { holderItems } from './person-card.js'
import { roleFacts } from './role-facts.js'
import { nameOf } from './role-names.js'

/** What the panel has about a role. */
export function aboutRole(explorer: Explorer, row: number): Node[] {
  const { chart } = explorer
  const { data, facts: evidence } = chart
  const isGhost = chart.ghost[row] === 1
  const now = chart.rowOf.get(data.ids[row])
  const own = evidence.get(row)
  const held = holderItems(data, row)
  const link = (other: number, extra = '', about?: PageEvidence | null): HTMLElement => {
    const anchor = roleLink(explorer, other)
    return html(
      'li',
      {},
      anchor,
      ...(extra === '' ? [] : [extraText(extra)]),
      ...evidenceLine(about ?? undefined),
    )
  }
  const below = reportsOf(chart, row)
  const dottedFrom = Array.from(edgesOf(chart.linesFrom, row), (line) => chart.lines[line]).filter(
    ([, , kind]) => kind === 1,
  )
  const dottedTo = Array.from(edgesOf(chart.linesTo, row), (line) => chart.lines[line]).filter(
    ([, , kind]) => kind === 1,
  )
  const solid = Array.from(edgesOf(chart.linesFrom, row), (line) => chart.lines[line]).find(
    ([, , kind]) => kind === 0,
  )
  const chain = chainAbove(chart, row)
  const next = Array.from(edgesOf(chart.movesFrom, row), (move) => chart.moves[move])
  const feeders = Array.from(edgesOf(chart.movesTo, row), (move) => chart.moves[move])
  const close = button(
    'Close',
    () => {
      explorer.select(NONE)
    },
    { class: 'close' },
    '×',
  )
  return [
    html('div', { class: 'panel-head' }, html('h2', { dir: 'auto' }, nameOf(chart, row)), close),
    facts(roleFacts(chart, row)),
    ...section(held.length > 1 ? 'Holders' : 'Holder', held),
    ...(isGhost && now !== undefined && now !== row ? section('Now', [link(now)]) : []),
    html(
      'div',
      { class: 'actions', hidden: isGhost },
      button('Path from here', () => {
        explorer.setEnd('from', row)
      }),
      button('Path to here', () => {
        explorer.setEnd('to', row)
      }),
    ),
    ...managerFigures(chart, row),
    ...explorer.panelParts.flatMap((part) => part(row)),
    ...section(
      'Management chain',
      chain.map((other, place) =>
        place === 0 ? link(other, lineName(chart, row, other), solid?.[3]) : link(other),
      ),
    ),
    ...section(
      `Direct reports (${below.length})`,
      Array.from(below.slice(0, MOST_LISTED), (other) => link(other, lineName(chart, other, row))),
      below.length,
    ),
    ...section(
      'Dotted lines to',
      dottedFrom.map(([, other, , about, as]) => link(other, as, about)),
    ),
    ...section(
      'Dotted lines from',
      dottedTo.map(([other, , , about, as]) => link(other, as, about)),
    ),
    ...section(
      'Next steps',
      next.map(([, other, kind, years, conditions, about]) =>
        link(other, moveText(kind, years, conditions), about),
      ),
    ),
    ...section(
      'Feeders',
      feeders.map(([other, , kind, years, conditions, about]) =>
        link(other, moveText(kind, years, conditions), about),
      ),
    ),
    ...section(
      'Services from others',
      data.services
        .filter(([, to]) => to === row)
        .map(([from, , name, unit, about]) =>
          from === NONE
            ? html('li', { dir: 'auto' }, unit, extraText(name), ...evidenceLine(about))
            : link(from, name, about),
        ),
    ),
    ...section(
      'Services to others',
      data.services.filter(([from]) => from === row).map(([, to, name, , about]) => link(to, name, about)),
    ),
    ...(own === undefined ? [] : section('Sources', sourceItems(own))),
  ]
}

/** The name of the first line from one role to another, which is the solid one if there is one. */
function lineName({ lines, linesFrom }: Chart, from: number, to: number): string | undefined {
  const line = edgesOf(linesFrom, from).find((each) => lines[each][1] === to)
  return line === undefined ? undefined : lines[line][4]
}

function moveText(kind: 0 | 1 | 2, years: readonly number[], conditions: readonly string[]): string {
  const [min, max] = years
  const parts = [
    kind === 0 ? '' : MOVE_KINDS[kind],
    years.length === 0
      ? ''
      : years.length === 1
        ? `${min}+ years`
        : min === max
          ? `${min} ${min === 1 ? 'year' : 'years'}`
          : `${min}–${max} years`,
    ...conditions,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `(${parts.join('; ')})`
}

function evidenceLine(evidence: PageEvidence | undefined): Node[] {
  if (evidence === undefined) return []
  const [sources, hedge, note] = evidence
  const parts = [hedge, note, sources.length === 0 ? '' : `Source: ${sources.join(', ')}`].filter(
    (part) => part !== '',
  )
  return [html('small', { dir: 'auto' }, parts.join('. '))]
}

function sourceItems([sources, hedge, note]: PageEvidence): HTMLElement[] {
  return [...sources, ...(hedge === '' ? [] : [`Hedge: ${hedge}`]), ...(note === '' ? [] : [note])].map(
    (text) => html('li', { dir: 'auto' }, text),
  )
}
