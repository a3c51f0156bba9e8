import type { ApprovalData } from '../../approval-options.js'
import { NONE } from '../../page-data.js'
import { html } from '../element.js'
import type { Explorer, Step } from '../explorer.js'
import { PageRoutes } from './page-routes.js'
import { readRequestIn, writeRequest } from './request-address.js'
import { RoutePanel } from './route-panel.js'

/** Lets the page of an explorer show who approves a request of the selected role. */
function startApprovals(explorer: Explorer): void {
  const data = JSON.parse(document.getElementById('approval')?.textContent ?? '') as ApprovalData
  const routes = new PageRoutes(explorer, data)
  const status = html('div', { class: 'visually-hidden', role: 'status' })
  const show = (step: Step): void => {
    writeRequest(explorer.inAddress, routes.request)
    explorer.select(explorer.selected, step)
    status.textContent = panel.show(explorer.selected)
  }
  const panel = new RoutePanel(routes, (request) => {
    routes.request = request
    show('push')
  })
  const follow = (): void => {
    routes.request = readRequestIn(location.hash)
    show('none')
  }
  explorer.markingOf = (row) => routes.markingOf(row)
  explorer.panelParts.push((row) => {
    if (row === NONE || explorer.chart.ghost[row] === 1) return []
    status.textContent = panel.show(row)
    return [panel.element]
  })
  document.querySelector('.stage')?.after(status)
  window.addEventListener('hashchange', follow)
  window.addEventListener('popstate', follow)
  // The panel is made again, with the part for approvals.
  explorer.edits++
  follow()
}

document.addEventListener(
  'explorer',
  (event) => {
    if (event instanceof CustomEvent) startApprovals(event.detail as Explorer)
  },
  { once: true },
)
