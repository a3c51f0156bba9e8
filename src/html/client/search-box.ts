import { edgesFrom, reversed } from '../../engine/edges.js'
import { NameSearch } from '../../engine/name-search.js'
import { type Chart, NONE } from './chart.js'
import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { staffing } from './role-names.js'

const MOST_SHOWN = 50

/** Finds roles by their labels, other names, ids and holders, as `find` does. */
class RoleSearch {
  readonly #search: NameSearch
  readonly #chart: Chart

  constructor(chart: Chart) {
    const { data, count, rowOf } = chart
    const aliases: (readonly string[] | undefined)[] = []
    for (const [row, names] of data.aliases) aliases[row] = names
    const holderRows = data.holders.flatMap(([row, , people]) => people.map(() => row))
    const held = edgesFrom(
      count,
      holderRows,
      data.holders.flatMap(([, , people]) => people),
    )
    const people = data.people.map(([id]) => id)
    this.#chart = chart
    this.#search = new NameSearch({
      roles: { ids: data.ids, titles: data.labels, aliases },
      roleNumbers: rowOf,
      units: { ids: [], titles: [], aliases: [] },
      people: {
        ids: people,
        titles: data.people.map(([, name]) => name),
        aliases: data.people.map(([, , ...others]) => others),
      },
      holders: {
        numbers: new Map(people.map((id, number) => [id, number])),
        holders: held,
        roles: reversed(count, held, people.length),
      },
    })
  }

  /** The rows that a text may mean, best first, each with the alias by which it was found. */
  find(text: string): Result[] {
    const { rowOf, data, count } = this.#chart
    if (text.trim() === '') return []
    const { things } = this.#search
    // A role that has moved is found where it is now.
    const isWanted = (thing: number): boolean => thing < count && rowOf.get(data.ids[thing]) === thing
    return this.#search.find(text, isWanted, Infinity).map(({ thing, holder, place }) => {
      const found = holder === NONE ? things.nameOf(thing, place) : ''
      const name = typeof found === 'string' ? found : found.name
      return { row: thing, alias: name === data.labels[thing] || name === data.ids[thing] ? '' : name }
    })
  }
}

interface Result {
  readonly row: number
  readonly alias: string
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
  let search: RoleSearch | undefined
  let results: Result[] = []
  let chosen = -1

  function show(): void {
    const sought = input.value.trim()
    results = sought === '' ? [] : (search ??= new RoleSearch(chart)).find(sought)
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

  function option({ row, alias }: Result, place: number): HTMLElement {
    const { data, holders } = chart
    const small = [alias, staffing(chart, row) || holders.get(row)?.join(', '), data.ids[row]]
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
  return html('div', { class: 'search', role: 'search' }, input, list, nothing, status)
}
