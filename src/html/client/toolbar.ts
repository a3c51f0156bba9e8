import { button, html } from './element.js'
import type { Explorer, View } from './explorer.js'
import { saveSvg } from './save-svg.js'

const ZOOM = 1.35

/** The buttons above the chart. */
export function toolbar(explorer: Explorer): HTMLElement {
  const view = (name: View, label: string): HTMLButtonElement => {
    const made = button(label, () => {
      explorer.show(name)
    })
    const show = (): void => {
      made.setAttribute('aria-pressed', String(explorer.view === name))
    }
    explorer.listen(show)
    show()
    return made
  }
  const views = html(
    'div',
    { class: 'group', role: 'group', 'aria-label': 'View' },
    view('reporting', 'Reporting'),
    view('career', 'Career'),
  )
  const expand = button('Expand all', () => {
    explorer.openAll(true)
  })
  const collapse = button('Collapse all', () => {
    explorer.openAll(false)
  })
  explorer.listen(() => {
    expand.disabled = explorer.view === 'career'
    collapse.disabled = explorer.view === 'career'
  })
  return html(
    'div',
    { class: 'tools' },
    ...(explorer.views.length === 1 ? [] : [views]),
    ...(explorer.views.includes('reporting') ? [html('div', { class: 'group' }, expand, collapse)] : []),
    html(
      'div',
      { class: 'group', role: 'group', 'aria-label': 'Zoom' },
      button(
        'Zoom out',
        () => {
          explorer.viewport.zoom(1 / ZOOM)
        },
        {},
        '−',
      ),
      button(
        'Zoom in',
        () => {
          explorer.viewport.zoom(ZOOM)
        },
        {},
        '+',
      ),
      button('Fit', () => {
        explorer.fit()
      }),
    ),
    html(
      'div',
      { class: 'group' },
      button('Save as SVG', () => {
        saveSvg(explorer)
      }),
      button('Print', () => {
        window.print()
      }),
    ),
  )
}
