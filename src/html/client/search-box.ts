import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { afterFirstFrame } from './first-frame.js'
import { type Result, RoleSearch } from './role-search.js'

const MOST_SHOWN = 50
/** How long after the first frame the index is made, in milliseconds: other processes draw that frame meanwhile. */
const INDEX_DELAY = 200

/** The search field with its results: the WAI-ARIA combobox pattern with a listbox. */
export function searchBox(explorer: Explorer, goToChart: () => void): HTMLElement {
  const list = html('ul', { id: 'results', role: 'listbox', 'aria-label': 'Search results', hidden: true })
  const status = html('div', { class: 'visually-hidden', role: 'status' })
  const input = html('input', {
    type: 'search',
    role: 'combobox',
    placeholder: 'Search roles, people, units',
    'aria-label': 'Search roles, people and units',
    'aria-expanded': 'false',
    'aria-controls': 'results',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  let search: RoleSearch | undefined
  let searchedAt = 0
  let results: readonly Result[] = []
  let chosen = -1

  function searchNow(): RoleSearch {
    // Edits add roles and change names.
    if (searchedAt !== explorer.edits) search = undefined
    searchedAt = explorer.edits
    return (search ??= new RoleSearch(explorer.chart))
  }

  function show(): void {
    const sought = input.value.trim()
    const found = searchNow().find(sought, MOST_SHOWN)
    results = found.results
    chosen = -1
    list.replaceChildren(...results.map(option))
    const isOpen = sought !== ''
    list.hidden = results.length === 0
    input.setAttribute('aria-expanded', String(results.length > 0))
    input.removeAttribute('aria-activedescendant')
    if (found.hasMore) {
      list.append(html('li', { role: 'presentation', class: 'more' }, 'and more: keep typing'))
    }
    const count = `${found.hasMore ? 'more than ' : ''}${results.length} ${results.length === 1 ? 'result' : 'results'}`
    status.textContent = isOpen ? count : ''
    nothing.hidden = !isOpen || results.length > 0
  }

  function option({ row, name, facts, kind }: Result, place: number): HTMLElement {
    const item = html(
      'li',
      { role: 'option', id: `result-${place}`, 'aria-selected': 'false' },
      html('span', { class: `result-name ${kind}`, dir: 'auto' }, name),
      html('span', { class: 'result-more', dir: 'auto' }, facts.join(' · ')),
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
    explorer.select(row, 'push', true)
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
    else if (event.key === 'Enter') choose(results[Math.max(0, chosen)].row)
    else return
    event.preventDefault()
  })
  // So that the first letters are answered at once too.
  afterFirstFrame(() => {
    requestIdleCallback(() => {
      searchNow().prepare()
    })
  }, INDEX_DELAY)
  return html('div', { class: 'search', role: 'search' }, input, list, nothing, status)
}
