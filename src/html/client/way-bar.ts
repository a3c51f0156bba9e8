import { addressOfRole } from './address.js'
import { NONE } from './chart.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { roleLabel } from './role-label.js'

/** The bar that tells the way between two chosen roles. */
export function wayBar(explorer: Explorer): HTMLElement {
  const text = html('div', { class: 'way-text' })
  const bar = html(
    'section',
    { class: 'way', 'aria-label': 'Path', hidden: true },
    text,
    button('Clear path', () => {
      explorer.clearWay()
    }),
  )
  const status = html('div', { class: 'for-ears', role: 'status' })
  const show = (): void => {
    const { from, to, way, view, chart } = explorer
    bar.hidden = from === NONE && to === NONE
    if (bar.hidden) {
      status.textContent = ''
      return
    }
    const link = (row: number): Node => {
      return html(
        'a',
        { href: addressOfRole(explorer, row), dir: 'auto' },
        chart.data.labels[row] || chart.data.ids[row],
      )
    }
    if (from === NONE || to === NONE) {
      const known = from === NONE ? to : from
      const words =
        from === NONE
          ? ['To ', '. Choose where it starts: “Path from here”.']
          : ['From ', '. Choose where it ends: “Path to here”.']
      text.replaceChildren(words[0], link(known), words[1])
    } else if (way === undefined) {
      const reason = view === 'reporting' ? ' have no common manager.' : ': no career moves lead there.'
      text.replaceChildren(link(from), view === 'reporting' ? ' and ' : ' → ', link(to), reason)
    } else {
      const steps = way.length - 1
      const head = `${view === 'reporting' ? 'Reporting path' : 'Career path'}, ${steps} ${steps === 1 ? 'step' : 'steps'}: `
      text.replaceChildren(
        head,
        ...way.flatMap((row, place) => (place === 0 ? [link(row)] : [' → ', link(row)])),
      )
    }
    status.textContent =
      way === undefined ? text.textContent : `Path: ${way.map((row) => roleLabel(chart, row)).join('; ')}`
  }
  explorer.listen(show)
  return html('div', { class: 'way-room' }, bar, status)
}
