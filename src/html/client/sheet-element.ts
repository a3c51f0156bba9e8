import { html } from './element.js'
import type { Explorer } from './explorer.js'
import { keyItems, sampleElement } from './key-items.js'
import type { Paper, Sheet } from './sheets.js'
import { stillDrawing } from './still-drawing.js'

/** The sheets of paper for printing, each with the title, the date and a legend. */
export function sheetElements(explorer: Explorer, sheets: readonly Sheet[], paper: Paper): HTMLElement {
  const { data } = explorer.chart
  const date = new Date().toLocaleDateString('en', { year: 'numeric', month: 'long', day: 'numeric' })
  const pages = sheets.map((sheet, index) => {
    const drawing = stillDrawing(explorer, sheet)
    nameSheets(drawing, sheet.continued)
    for (const [side, length] of [
      ['width', sheet.part.right - sheet.part.left],
      ['height', sheet.part.bottom - sheet.part.top],
    ] as const)
      drawing.style[side] = `${(length * sheet.scale).toFixed(2)}mm`
    const place = [sheet.caption, date, `page ${index + 1} of ${sheets.length}`].filter(Boolean).join(' · ')
    return html(
      'section',
      { class: 'sheet' },
      html(
        'header',
        { class: 'sheet-head' },
        html('h2', { dir: 'auto' }, data.title),
        html('p', { dir: 'auto' }, place),
      ),
      html('div', { class: 'sheet-drawing' }, drawing),
      legend(explorer, sheet),
    )
  })
  return html('div', { class: `sheets ${paper.name}` }, ...pages)
}

/** Writes on each team that is on another sheet where that is. */
function nameSheets(drawing: SVGSVGElement, continued: Sheet['continued']): void {
  for (const [row, page] of continued) {
    const toggle = drawing.querySelector(`[data-row="${row}"] > .toggle`)
    const count = toggle?.querySelector('.count')
    const pill = toggle?.querySelector('rect:not(.hit)')
    if (count === undefined || count === null) continue
    count.textContent = `${count.textContent} on page ${page}`
    const width = 18 + 6.4 * count.textContent.length
    pill?.setAttribute('width', String(width))
    pill?.setAttribute('x', String(-width / 2))
    drawing.querySelector(`[data-row="${row}"] > .span`)?.remove()
  }
}

/** What the colours and lines of a sheet stand for. */
function legend(explorer: Explorer, { layout }: Sheet): HTMLElement {
  return html(
    'ul',
    { class: 'sheet-legend' },
    ...keyItems(explorer, layout.order).map((item) =>
      html('li', { dir: 'auto' }, ...sampleElement(item), item.text),
    ),
  )
}
