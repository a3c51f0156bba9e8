import { button, html } from './element.js'
import type { Explorer, View } from './explorer.js'
import { savePng, saveSvg } from './save-file.js'
import type { LayoutName } from './tree-arrangement.js'

const ZOOM = 1.35

/** The buttons above the chart. */
export function toolbar(explorer: Explorer, say: (message: string) => void, print: () => void): HTMLElement {
  /** A button that is pressed while something holds. */
  const toggle = (label: string, holds: () => boolean, run: () => void): HTMLButtonElement => {
    const made = button(label, run)
    const show = (): void => {
      made.setAttribute('aria-pressed', String(holds()))
    }
    explorer.listen(show)
    show()
    return made
  }
  const view = (name: View, label: string): HTMLButtonElement =>
    toggle(
      label,
      () => explorer.view === name,
      () => {
        explorer.show(name)
      },
    )
  const layout = (name: LayoutName, label: string): HTMLButtonElement =>
    toggle(
      label,
      () => explorer.tree.name === name,
      () => {
        explorer.layOut(name)
      },
    )
  const opening = (isOpen: boolean, label: string): HTMLButtonElement =>
    button(label, () => {
      explorer.openAll(isOpen)
    })
  const views = html(
    'div',
    { class: 'group', role: 'group', 'aria-label': 'View' },
    view('reporting', 'Reporting'),
    view('career', 'Career'),
  )
  const layouts = [
    layout('top-down', 'Tree'),
    layout('compact', 'Compact'),
    layout('left-to-right', 'Left to right'),
    layout('indented', 'List'),
  ]
  const openings = [opening(true, 'Expand all'), opening(false, 'Collapse all')]
  explorer.listen(() => {
    for (const each of [...layouts, ...openings]) each.disabled = explorer.view === 'career'
  })
  return html(
    'div',
    { class: 'tools', id: 'tools' },
    ...(explorer.views.length === 1 ? [] : [views]),
    ...(explorer.views.includes('reporting')
      ? [
          html('div', { class: 'group', role: 'group', 'aria-label': 'Layout' }, ...layouts),
          html('div', { class: 'group' }, ...openings),
        ]
      : []),
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
      { class: 'group', role: 'group', 'aria-label': 'Save' },
      button(
        'Save as SVG',
        () => {
          saveSvg(explorer, say)
        },
        {},
        'SVG',
      ),
      button(
        'Save as PNG',
        () => {
          void savePng(explorer, say)
        },
        {},
        'PNG',
      ),
      button('Print…', print),
    ),
  )
}

/** The button that shows and hides the tools where they do not fit next to the search. */
export function menuButton(tools: HTMLElement): HTMLButtonElement {
  const show = (isOpen: boolean): void => {
    tools.classList.toggle('open', isOpen)
    menu.setAttribute('aria-expanded', String(isOpen))
  }
  const menu = button(
    'Menu',
    () => {
      show(!tools.classList.contains('open'))
    },
    { class: 'menu', 'aria-expanded': 'false', 'aria-controls': tools.id },
  )
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !tools.contains(target) && !menu.contains(target)) show(false)
  })
  tools.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    show(false)
    menu.focus()
  })
  return menu
}
