import type { Explorer } from './explorer.js'
import { svg } from './element.js'

/** The visible part of the chart as a file of its own. */
function visibleSvg({ painter, viewport }: Explorer): string {
  painter.paint(0)
  const copy = painter.element.cloneNode(true) as SVGSVGElement
  painter.paint()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    // The parts of a tree without the tree would be nonsense to a screen reader.
    for (const name of element.getAttributeNames()) {
      if (/^(aria-|data-|role$|tabindex$|style$)/.test(name)) element.removeAttribute(name)
    }
  }
  for (const rest of copy.querySelectorAll('.rest')) rest.remove()
  copy.setAttribute('width', String(viewport.width))
  copy.setAttribute('height', String(viewport.height))
  const style = document.querySelector('style')?.textContent ?? ''
  copy.prepend(
    svg('title', {}, document.title),
    svg('style', {}, style),
    svg('rect', { class: 'paper', width: '100%', height: '100%' }),
  )
  return new XMLSerializer().serializeToString(copy)
}

/** Hands the visible part to the reader as a download. */
export function saveSvg(explorer: Explorer): void {
  const address = URL.createObjectURL(new Blob([visibleSvg(explorer)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'org-chart.svg'
  link.click()
  // The browser reads it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 10_000)
}
