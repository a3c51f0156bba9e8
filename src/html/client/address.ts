import { NONE } from './chart.js'
import type { Explorer } from './explorer.js'
import type { DottedLines } from './highlights.js'

import { LAYOUTS } from './tree-arrangement.js'

const DOTTED: readonly DottedLines[] = ['all', 'chosen', 'none']

/** The URL fragment of a state of the page, for links and bookmarks. */
function addressOf(
  { chart, view, views, dotted, tree, inAddress, usualColours }: Explorer,
  { role, from = NONE, to = NONE }: { role: number; from?: number; to?: number },
): string {
  const { colouring } = chart
  const { ids } = chart.data
  const parts = new URLSearchParams()
  if (role !== NONE) parts.set('role', ids[role])
  if (view !== views[0]) parts.set('view', view)
  if (from !== NONE) parts.set('from', ids[from])
  if (to !== NONE) parts.set('to', ids[to])
  if (tree.isChosen) parts.set('layout', tree.name)
  if (colouring.name !== usualColours) parts.set('color', colouring.name)
  for (const entry of colouring.only) parts.append('only', colouring.entries[entry].key)
  if (dotted !== 'all') parts.set('dotted', dotted)
  for (const [name, value] of inAddress) parts.set(name, value)
  return `#${parts.toString()}`
}

/** The URL fragment for selecting another role on the same page. */
export function addressOfRole(explorer: Explorer, role: number): string {
  return addressOf(explorer, { role, from: explorer.from, to: explorer.to })
}

/** Keeps the URL and the state of the page in sync, both ways; `say` tells the reader what the URL names and the chart has not. */
export function followAddress(explorer: Explorer, say: (message: string) => void): void {
  const read = (): void => {
    const parts = new URLSearchParams(location.hash.slice(1))
    const rowOf = (name: string): number => {
      const id = parts.get(name)
      return id === null ? NONE : (explorer.chart.rowOf.get(id) ?? NONE)
    }
    const unknown = ['role', 'from', 'to']
      .map((name) => parts.get(name))
      .filter((id) => id !== null && !explorer.chart.rowOf.has(id))
    const layout = LAYOUTS.find((name) => name === parts.get('layout'))
    if (layout !== (explorer.tree.isChosen ? explorer.tree.name : undefined)) explorer.layOut(layout, 'none')
    readColours(explorer, parts)
    const dotted = DOTTED.find((each) => each === parts.get('dotted')) ?? 'all'
    if (dotted !== explorer.dotted) explorer.showDotted(dotted, 'none')
    const colour = parts.get('color') ?? ''
    say(
      unknown.length > 0
        ? `This chart has no role with the ID ${unknown.map((id) => `“${id ?? ''}”`).join(', ')}.`
        : colour !== explorer.chart.colouring.name && parts.has('color')
          ? `This chart has no “${colour}” to colour by.`
          : '',
    )
    const view = parts.get('view')
    explorer.show(explorer.views.find((each) => each === view) ?? explorer.views[0], 'none')
    for (const end of ['from', 'to'] as const) {
      if (explorer[end] !== rowOf(end)) explorer.setEnd(end, rowOf(end), 'none')
    }
    if (explorer.selected !== rowOf('role')) explorer.select(rowOf('role'), 'none')
  }
  explorer.listen((step) => {
    if (step === 'none') return
    const { selected, from, to } = explorer
    const address = addressOf(explorer, { role: selected, from, to })
    if (address === location.hash || (address === '#' && location.hash === '')) return
    if (step === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  })
  window.addEventListener('hashchange', read)
  window.addEventListener('popstate', read)
  if (location.hash !== '') read()
}

function readColours(explorer: Explorer, parts: URLSearchParams): void {
  const { colouring } = explorer.chart
  const name = parts.get('color') ?? explorer.usualColours
  const keys = parts.getAll('only')
  const before = Array.from(colouring.only, (entry) => colouring.entries[entry].key)
  if (name !== colouring.name || String(keys) !== String(before)) explorer.colourBy(name, keys, 'none')
}
