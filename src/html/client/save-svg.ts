import type { Explorer } from './explorer.js'
import { svg } from './element.js'

/** The visible part of the chart as an SVG document. */
function visibleSvg({ painter, viewport }: Explorer): string {
  painter.paint(0)
  const copy = painter.element.cloneNode(true) as SVGSVGElement
  painter.paint()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    // The roles of a tree are meaningless to a screen reader outside the tree.
    for (const name of element.getAttributeNames()) {
      if (/^(aria-|data-|role$|tabindex$|style$)/.test(name)) element.removeAttribute(name)
    }
  }
  for (const cutOff of copy.querySelectorAll('.cut-off')) cutOff.remove()
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

/** Downloads the visible part. */
export function saveSvg(explorer: Explorer): void {
  const url = URL.createObjectURL(new Blob([visibleSvg(explorer)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'org-chart.svg'
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
