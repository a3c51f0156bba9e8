import { addressOfRole } from './address.js'
import { chainAbove, NONE } from './chart.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { nameOf } from './role-names.js'

/** The bar with the management chain of the selected role, from the top, as links. */
export function crumbs(explorer: Explorer): HTMLElement {
  const { chart } = explorer
  const all = button(
    chart.data.title.trim() || 'Whole chart',
    () => {
      explorer.select(NONE)
      explorer.fit()
    },
    { dir: 'auto' },
  )
  const list = html('ol', {})
  const bar = html('nav', { class: 'crumbs', 'aria-label': 'Management chain' }, all, list)
  const show = (): void => {
    const { selected } = explorer
    const rows = selected === NONE ? [] : [...chainAbove(chart, selected).reverse(), selected]
    list.replaceChildren(
      ...rows.map((row) => {
        const current = row === selected ? 'page' : undefined
        const href = addressOfRole(explorer, row)
        return html('li', {}, html('a', { href, dir: 'auto', 'aria-current': current }, nameOf(chart, row)))
      }),
    )
    // Its width is known only after a layout of the page.
    if (rows.length > 0) list.scrollLeft = list.scrollWidth
  }
  explorer.listen(show)
  show()
  return bar
}
