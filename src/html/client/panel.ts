import { MOVE_KINDS, type PageEvidence, type PageMark } from '../page-data.js'
import { addressOfRole } from './address.js'
import { chainAbove, type Chart, NONE, reportsOf } from './chart.js'
import { edgesOf } from './edge-index.js'
import { comparisonParts, managerFigures } from './comparison-view.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { sampleElement, unitItems } from './key-items.js'
import { holderItems } from './person-card.js'
import { roleFacts } from './role-facts.js'
import { nameOf } from './role-names.js'

const MOST_LISTED = 100

/** The panel with the details of the selected role. */
export function panel(explorer: Explorer): HTMLElement {
  const element = html('aside', { 'aria-label': 'Details', tabindex: '0' })
  let shown = ''
  const show = (): void => {
    const { selected, view, edits, chart } = explorer
    const { name, only } = chart.colouring
    const key = [selected, view, edits, name, ...only].join()
    if (key === shown) {
      // Links contain the ends of the path, and one of them may have changed.
      for (const link of element.querySelectorAll<HTMLAnchorElement>('a')) {
        link.href = addressOfRole(explorer, Number(link.dataset['role']))
      }
      return
    }
    shown = key
    element.classList.toggle('empty', selected === NONE && only.size === 0)
    element.replaceChildren(...(selected === NONE ? summary(explorer) : aboutRole(explorer, selected)))
    element.scrollTop = 0
  }
  explorer.listen(show)
  show()
  return element
}

function summary(explorer: Explorer): Node[] {
  const { chart } = explorer
  let [roles, layers, vacant] = [0, 0, 0]
  for (let row = 0; row < chart.count; row++) {
    if (chart.ghost[row] === 1) continue
    roles++
    layers = Math.max(layers, chart.layer[row])
    if (chart.vacant.has(row)) vacant++
  }
  return [
    html('h2', {}, 'Overview'),
    facts([
      ['Roles', [String(roles)]],
      ['Layers', chart.data.relations === 'career' ? [] : [String(layers)]],
      ['Vacant', vacant === 0 ? [] : [vacantButton(explorer, vacant)]],
      ['Career moves', chart.moves.length === 0 ? [] : [String(chart.moves.length)]],
    ]),
    ...filteredRoles(explorer),
    ...comparisonParts(explorer),
    ...explorer.panelParts.flatMap((part) => part(NONE)),
    ...changes(explorer),
    // The key below the chart has the units if boxes are coloured.
    ...(chart.colouring.name === '' ? unitKey(chart) : []),
    html(
      'p',
      { class: 'hint' },
      'Select a role to see its details. Drag to pan. Zoom with the mouse wheel or with two fingers.',
    ),
  ]
}

function vacantButton(explorer: Explorer, vacant: number): HTMLElement {
  const run = (): void => {
    explorer.colourBy('vacancy', ['Vacant'])
  }
  return button(`${vacant} vacant: list them`, run, {}, String(vacant))
}

/** The roles that the filter leaves, with their holders; those of a scale from the largest value to the smallest, with the value. */
function filteredRoles(explorer: Explorer): Node[] {
  const { chart } = explorer
  const { only, entryOf, values, isScale } = chart.colouring
  const rows = Array.from(chart.data.ids.keys()).filter((row) => only.has(entryOf[row]))
  if (isScale) rows.sort((a, b) => Number(values[b] ?? -Infinity) - Number(values[a] ?? -Infinity))
  const items = rows.slice(0, MOST_LISTED).map((row) => {
    const value = isScale ? values[row]?.toLocaleString('en') : chart.holders.get(row)?.join(', ')
    return html('li', {}, roleLink(explorer, row), ...(value === undefined ? [] : [extraText(value)]))
  })
  return section(`Filtered roles (${rows.length})`, items, rows.length)
}

const MARKS: readonly PageMark[1][] = ['added', 'removed', 'moved', 'changed']

/** The marked roles by their marks, each in the order of the chart; not the old places of those that have moved. */
function changes(explorer: Explorer): Node[] {
  const { marks, rowOf, data } = explorer.chart
  const marked = [...marks.values()].filter(([row]) => rowOf.get(data.ids[row]) === row)
  return MARKS.flatMap((mark) => {
    const rows = marked.filter(([, kind]) => kind === mark).map(([row]) => row)
    const label = marked.find(([, kind]) => kind === mark)?.[2] ?? mark
    const items = rows.slice(0, MOST_LISTED).map((row) => html('li', {}, roleLink(explorer, row)))
    return section(`${label} (${rows.length})`, items, rows.length)
  })
}

function roleLink(explorer: Explorer, row: number): HTMLElement {
  const href = addressOfRole(explorer, row)
  return html('a', { href, 'data-role': row, dir: 'auto' }, nameOf(explorer.chart, row))
}

/** The units of roles, with their colours on the boxes. */
function unitKey(chart: Chart): Node[] {
  const items = unitItems(chart, chart.data.ids.keys(), Infinity)
  return section(
    'Units',
    items
      .slice(0, MOST_LISTED)
      .map((item) => html('li', {}, ...sampleElement(item), html('span', { dir: 'auto' }, item.text))),
    items.length,
  )
}

/** The name of the first line from one role to another, which is the solid one if there is one. */
function lineName({ lines, linesFrom }: Chart, from: number, to: number): string | undefined {
  const line = edgesOf(linesFrom, from).find((each) => lines[each][1] === to)
  return line === undefined ? undefined : lines[line][4]
}

function aboutRole(explorer: Explorer, row: number): Node[] {
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

function extraText(text: string): HTMLElement {
  return html('span', { class: 'extra' }, ` ${text}`)
}

function facts(rows: readonly (readonly [name: string, values: readonly (Node | string)[]])[]): HTMLElement {
  const items = rows.filter(([, values]) => values.length > 0)
  return html(
    'dl',
    {},
    ...items.flatMap(([name, values]) => [
      html('dt', {}, name),
      ...values.map((value) => html('dd', { dir: 'auto' }, value)),
    ]),
  )
}

function section(title: string, items: readonly HTMLElement[], total = items.length): Node[] {
  if (items.length === 0) return []
  const more = total - items.length
  const rest = more > 0 ? [html('p', { class: 'hint' }, `and ${more} more on the chart`)] : []
  return [html('h3', {}, title), html('ul', {}, ...items), ...rest]
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
