import { type Chart, NONE } from './chart.js'
import { comparisonParts } from './comparison-view.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { sampleElement, unitItems } from './key-items.js'
import type { PageMark } from '../page-data.js'
import { extraText, facts, MOST_LISTED, roleLink, section } from './panel-section.js'

/** What the panel has about the chart. */
export function overview(explorer: Explorer): Node[] {
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
    html('p', { class: 'hint' }, 'Select a role for details. Drag to pan. Scroll or pinch to zoom.'),
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
    const value = isScale ? values[row]?.toLocaleString('en') : chart.holdersOf(row)?.join(', ')
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
