import { addressOfRole } from './address.js'
import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { nameOf } from './role-names.js'

/** How many items a list of the panel has at most. */
export const MOST_LISTED = 100

/** A titled list of the panel; `total` is the number of items before the list was cut. */
export function section(title: string, items: readonly HTMLElement[], total = items.length): Node[] {
  if (items.length === 0) return []
  const more = total - items.length
  const rest = more > 0 ? [html('p', { class: 'hint' }, `and ${more} more on the chart`)] : []
  return [html('h3', {}, title), html('ul', {}, ...items), ...rest]
}

export function facts(
  rows: readonly (readonly [name: string, values: readonly (Node | string)[]])[],
): HTMLElement {
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

export function roleLink(explorer: Explorer, row: number): HTMLElement {
  const href = addressOfRole(explorer, row)
  return html('a', { href, 'data-role': row, dir: 'auto' }, nameOf(explorer.chart, row))
}

/** What is said after a name. */
export function extraText(text: string): HTMLElement {
  return html('span', { class: 'extra' }, ` ${text}`)
}
