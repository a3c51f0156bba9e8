import { aboutRole } from './about-role.js'
import { addressOfRole } from './address.js'
import { NONE } from './chart.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { afterFirstFrame } from './first-frame.js'
import { overview } from './overview.js'

/** The panel with the details of the selected role. */
export function panel(explorer: Explorer): HTMLElement {
  const element = html('aside', { 'aria-label': 'Details', tabindex: '0' })
  let shown = ''
  // The overview reads all roles, so it waits for the first frame.
  let waits = true
  const show = (): void => {
    const { selected, view, edits, chart, hasOverview } = explorer
    const { name, only } = chart.colouring
    element.classList.toggle('empty', selected === NONE && !hasOverview)
    if (waits && selected === NONE) return
    const key = [selected, view, edits, name, ...only].join()
    if (key === shown) {
      // Links contain the ends of the path, and one of them may have changed.
      for (const link of element.querySelectorAll<HTMLAnchorElement>('a')) {
        link.href = addressOfRole(explorer, Number(link.dataset['role']))
      }
      return
    }
    shown = key
    element.replaceChildren(...(selected === NONE ? overview(explorer) : aboutRole(explorer, selected)))
    element.scrollTop = 0
  }
  explorer.listen(show)
  afterFirstFrame(() => {
    waits = false
    show()
  })
  return element
}

/** The button that shows and hides the overview where the window is too narrow to show it all the time. */
export function overviewButton(explorer: Explorer): HTMLButtonElement {
  const isShown = (): boolean => explorer.selected === NONE && explorer.hasOverview
  const made = button(
    '',
    () => {
      explorer.showOverview(!isShown())
    },
    { class: 'narrow' },
  )
  const show = (): void => {
    const { comparison } = explorer.chart.data
    made.textContent = comparison === null ? 'Overview' : `Changes (${comparison.changes.length})`
    made.setAttribute('aria-expanded', String(isShown()))
  }
  explorer.listen(show)
  show()
  return made
}
