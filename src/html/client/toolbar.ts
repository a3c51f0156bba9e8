import { button, html } from './element.js'
import type { Explorer, View } from './explorer.js'
import { savePng, saveSvg } from './save-file.js'
import type { LayoutName } from './tree-arrangement.js'

const ZOOM = 1.35

/** The buttons above the chart. */
export function toolbar(explorer: Explorer, say: (message: string) => void, print: () => void): HTMLElement {
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
  const layout = (name: LayoutName, label: string): HTMLButtonElement => {
    const made = button(label, () => {
      explorer.layOut(name)
    })
    const show = (): void => {
      made.setAttribute('aria-pressed', String(explorer.tree.name === name))
      made.disabled = explorer.view === 'career'
    }
    explorer.listen(show)
    show()
    return made
  }
  const layouts = html(
    'div',
    { class: 'group', role: 'group', 'aria-label': 'Layout' },
    layout('top-down', 'Tree'),
    layout('left-to-right', 'Left to right'),
    layout('indented', 'List'),
  )
  explorer.listen(() => {
    expand.disabled = explorer.view === 'career'
    collapse.disabled = explorer.view === 'career'
  })
  return html(
    'div',
    { class: 'tools', id: 'tools' },
    ...(explorer.views.length === 1 ? [] : [views]),
    ...(explorer.views.includes('reporting')
      ? [layouts, html('div', { class: 'group' }, expand, collapse)]
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
