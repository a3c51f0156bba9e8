import type { Chart } from './chart.js'
import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { fold } from './role-names.js'

const MOST_SHOWN = 50

/** The matching rows, best first: the whole title, its start, the start of a word, any part of it, holders or id. */
function findRows(names: readonly (readonly [title: string, others: string])[], sought: string): number[] {
  const ranks: number[][] = [[], [], [], [], []]
  for (const [row, [title, others]] of names.entries()) {
    const at = title.indexOf(sought)
    if (title === sought) ranks[0].push(row)
    else if (at === 0) ranks[1].push(row)
    else if (at > 0) ranks[title.includes(` ${sought}`) ? 2 : 3].push(row)
    else if (others.includes(sought)) ranks[4].push(row)
  }
  return ranks.flat()
}

function namesOf({ data, holders }: Chart): (readonly [title: string, others: string])[] {
  return data.ids.map((id, row) => {
    return [fold(data.labels[row]), fold([id, ...(holders.get(row) ?? [])].join('\n'))] as const
  })
}

/** The search field with its results: the WAI-ARIA combobox pattern with a listbox. */
export function searchBox(explorer: Explorer, goToChart: () => void): HTMLElement {
  const { chart } = explorer
  const list = html('ul', { id: 'results', role: 'listbox', 'aria-label': 'Search results', hidden: true })
  const status = html('div', { class: 'visually-hidden', role: 'status' })
  const input = html('input', {
    type: 'search',
    role: 'combobox',
    placeholder: 'Search title, holder or ID',
    'aria-label': 'Search roles by title, holder or ID',
    'aria-expanded': 'false',
    'aria-controls': 'results',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  let names: (readonly [string, string])[] | undefined
  let results: number[] = []
  let chosen = -1

  function show(): void {
    const sought = fold(input.value)
    results = sought === '' ? [] : findRows((names ??= namesOf(chart)), sought)
    chosen = -1
    const shown = results.slice(0, MOST_SHOWN)
    list.replaceChildren(...shown.map(option))
    const isOpen = sought !== ''
    list.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(shown.length > 0))
    input.removeAttribute('aria-activedescendant')
    const more = results.length - shown.length
    if (more > 0) list.append(html('li', { role: 'presentation', class: 'more' }, `and ${more} more`))
    status.textContent = isOpen ? `${results.length} ${results.length === 1 ? 'result' : 'results'}` : ''
    nothing.hidden = !isOpen || results.length > 0
  }

  function option(row: number, place: number): HTMLElement {
    const { data, holders, vacant } = chart
    const small = [vacant.has(row) ? 'Vacant' : holders.get(row)?.join(', '), data.ids[row]]
      .filter(Boolean)
      .join(' · ')
    const item = html(
      'li',
      { role: 'option', id: `result-${place}`, 'aria-selected': 'false' },
      html('span', { class: 'result-name', dir: 'auto' }, data.labels[row]),
      html('span', { class: 'result-more', dir: 'auto' }, small),
    )
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault()
    })
    item.addEventListener('click', () => {
      choose(row)
    })
    return item
  }

  function close(): void {
    list.hidden = true
    nothing.hidden = true
    status.textContent = ''
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function choose(row: number): void {
    close()
    if (explorer.view === 'career' && explorer.layout.position[row] === -1) explorer.show('reporting')
    explorer.select(row)
    goToChart()
  }

  function mark(place: number): void {
    const options = Array.from(list.querySelectorAll('[role=option]'))
    chosen = (place + options.length) % options.length
    for (const [index, each] of options.entries())
      each.setAttribute('aria-selected', String(index === chosen))
    options[chosen].scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', `result-${chosen}`)
  }

  const nothing = html('p', { class: 'no-results', hidden: true }, 'No results')
  input.addEventListener('input', show)
  input.addEventListener('focus', show)
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    else if (results.length === 0 || list.hidden) return
    else if (event.key === 'ArrowDown') mark(chosen + 1)
    else if (event.key === 'ArrowUp') mark(chosen < 0 ? -1 : chosen - 1)
    else if (event.key === 'Enter') choose(results[Math.max(0, chosen)])
    else return
    event.preventDefault()
  })
  return html('div', { class: 'search', role: 'search' }, input, list, nothing, status)
}
