import { holdersIn, type PackedData, unpacked } from '../packed-data.js'
import { followAddress } from './address.js'
import { chartOf, isMore, NONE } from './chart.js'
import { choices } from './choices.js'
import { crumbs } from './crumbs.js'
import { html } from './element.js'
import { Explorer } from './explorer.js'
import { listenToGestures } from './gestures.js'
import { keyBar } from './key-bar.js'
import { listenToKeys } from './keyboard.js'
import { notice } from './notice.js'
import { overviewButton, panel } from './panel.js'
import { pathBar } from './path-bar.js'
import { Printing } from './printing.js'
import { searchBox } from './search-box.js'
import { menuButton, toolbar } from './toolbar.js'

// The page has the data that the library wrote.
const file = JSON.parse(document.getElementById('org')?.textContent ?? '') as PackedData
const data = unpacked(file)
const chart = chartOf(data, undefined, holdersIn(file))
const explorer = new Explorer(chart)
const { viewport, painter } = explorer

const stage = html('div', { class: 'stage', tabindex: '0', 'aria-describedby': 'keys' }, painter.element)
const keys = html('p', { id: 'keys', class: 'visually-hidden' })
const empty = html('p', { class: 'empty-chart' })
const message = notice()
const goToChart = (): void => {
  stage.focus()
}
const heading = html('h1', { dir: 'auto' }, data.title)
const printing = new Printing(explorer)
const tools = toolbar(explorer, message.say, () => {
  printing.ask()
})
const header = html('header', {}, heading, searchBox(explorer, goToChart), menuButton(tools), tools)
document.body.append(
  header,
  html(
    'main',
    {},
    html(
      'div',
      { class: 'drawing' },
      message.element,
      stage,
      keys,
      empty,
      keyBar(explorer),
      pathBar(explorer),
      html('div', { class: 'foot' }, crumbs(explorer), overviewButton(explorer), choices(explorer)),
    ),
    panel(explorer),
  ),
)

listenToGestures(stage, viewport)
listenToKeys(stage, explorer)
stage.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined
  const row = Number(target?.closest<SVGGElement>('[data-row]')?.dataset['row'] ?? NaN)
  if (Number.isNaN(row)) return
  const onToggle = target?.closest('.toggle') !== null && explorer.view === 'reporting'
  if (isMore(chart, row)) explorer.showMore(row)
  else if (onToggle) explorer.toggle(row)
  else explorer.select(row)
})
stage.addEventListener('dblclick', (event) => {
  const row =
    event.target instanceof Element
      ? event.target.closest<SVGGElement>('[data-row]')?.dataset['row']
      : undefined
  if (row !== undefined && explorer.view === 'reporting') explorer.toggle(Number(row))
})

const TREE_KEYS =
  'Use the arrow keys to move between roles and to expand or collapse them. Home and End go to the first and last role, asterisk expands all siblings, plus and minus zoom.'
const CAREER_KEYS =
  'Use the arrow keys to move between roles: right to the next step, left to a feeder, up and down to any role. Home and End go to the first and last role, plus and minus zoom.'

const describeStage = (): void => {
  const isCareer = explorer.view === 'career'
  const hasBoxes = explorer.layout.order.length > 0
  // An empty chart is not a tab stop.
  if (hasBoxes) stage.tabIndex = 0
  else stage.removeAttribute('tabindex')
  stage.setAttribute('role', !hasBoxes ? 'group' : isCareer ? 'listbox' : 'tree')
  stage.setAttribute('aria-label', isCareer ? 'Career moves' : 'Reporting lines')
  keys.textContent = isCareer ? CAREER_KEYS : TREE_KEYS
  stage.classList.toggle('career', isCareer)
  stage.classList.toggle('chosen', explorer.selected !== NONE)
  empty.hidden = hasBoxes
  empty.textContent = isCareer ? 'The chart has no career moves.' : 'The chart has no roles.'
}
explorer.listen(describeStage)

explorer.begin(stage.clientWidth, stage.clientHeight)
followAddress(explorer, message.say)
// Draws the chart, and tells all listeners.
explorer.select(explorer.selected, 'none')
new ResizeObserver(() => {
  // The size of the sheet in print is not a new size of the window.
  if (!matchMedia('print').matches) explorer.resize(stage.clientWidth, stage.clientHeight)
}).observe(stage)
// A second script, where there is one, edits the chart.
document.dispatchEvent(new CustomEvent('explorer', { detail: explorer }))
