import { type Chart, NONE } from './chart.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { keyItems, lineItems, sampleElement } from './key-items.js'

/** The bar below the chart that says what colours and lines stand for. An entry of the colours filters the chart. */
export function keyBar(explorer: Explorer): HTMLElement {
  const list = html('ul', {})
  const status = html('p', { role: 'status' })
  const clear = button('Clear filter', () => {
    explorer.colourBy(explorer.chart.colouring.name)
  })
  const heading = html('strong', {})
  const bar = html(
    'section',
    { class: 'key', 'aria-label': 'Key', tabindex: '0' },
    heading,
    status,
    clear,
    list,
  )
  let shown = ''
  const show = (): void => {
    const { chart, view, dotted, edits } = explorer
    const { name, label, only } = chart.colouring
    const hasNames =
      view === 'reporting' && dotted !== 'none' && chart.nameOfLine.some((each) => each !== NONE)
    bar.hidden = name === '' && !hasNames
    if (bar.hidden) return
    heading.textContent = label
    const key = JSON.stringify([name, view, dotted, edits])
    if (shown !== key)
      list.replaceChildren(...colourEntries(explorer), ...(hasNames ? lineEntries(explorer) : []))
    shown = key
    for (const entry of list.querySelectorAll('button')) {
      entry.setAttribute('aria-pressed', String(only.has(Number(entry.dataset['entry']))))
    }
    // A phone has the entries in one row, longer than it is wide.
    list.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' })
    clear.hidden = only.size === 0
    status.textContent = only.size === 0 ? '' : filterText(chart)
  }
  explorer.listen(show)
  show()
  return bar
}

function colourEntries(explorer: Explorer): HTMLElement[] {
  const { entries, name } = explorer.chart.colouring
  if (name === '') return []
  // The first item is the heading.
  return keyItems(explorer, [])
    .slice(1, entries.length + 1)
    .map((item, place) => {
      const entry = button(
        item.text,
        () => {
          toggle(explorer, place)
        },
        { 'data-entry': place, dir: 'auto' },
      )
      entry.prepend(...sampleElement(item))
      return html('li', {}, entry)
    })
}

function lineEntries(explorer: Explorer): HTMLElement[] {
  return lineItems(explorer).map((item) => html('li', { dir: 'auto' }, ...sampleElement(item), item.text))
}

/** Adds an entry to the filter, or takes it out. */
function toggle(explorer: Explorer, place: number): void {
  const { name, entries, only } = explorer.chart.colouring
  const wanted = entries.filter((_, each) => only.has(each) !== (each === place))
  explorer.colourBy(
    name,
    wanted.map(({ key }) => key),
  )
}

function filterText({ colouring: { entries, only } }: Chart): string {
  let [wanted, all] = [0, 0]
  for (const [place, { count }] of entries.entries()) {
    all += count
    if (only.has(place)) wanted += count
  }
  return `${wanted.toLocaleString('en')} of ${all.toLocaleString('en')} roles`
}
