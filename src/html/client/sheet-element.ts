import { unitClass } from './box-element.js'
import { NONE } from './chart.js'
import { html, svg } from './element.js'
import type { Explorer } from './explorer.js'
import type { Paper, Sheet } from './sheets.js'
import { stillDrawing } from './still-drawing.js'

const MOST_UNITS = 40

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

/** The units on a sheet, with their colours, and the kinds of lines. */
function legend({ chart, view }: Explorer, { layout }: Sheet): HTMLElement {
  const { data } = chart
  const units = [...new Set(layout.order.map((row) => data.units[row] ?? NONE))].filter(
    (unit) => unit !== NONE,
  )
  const swatch = (content: SVGElement): SVGSVGElement =>
    svg('svg', { class: 'swatch', viewBox: '0 0 16 10', 'aria-hidden': 'true' }, content)
  const line = (name: string, label: string): HTMLElement =>
    html('li', {}, swatch(svg('path', { class: `edge ${name}`, d: 'M0 5H16' })), label)
  const isCareer = view === 'career'
  const hasDotted = isCareer
    ? data.moves.some(([, , kind]) => kind !== 0)
    : data.lines.some(([, , kind]) => kind === 1)
  return html(
    'ul',
    { class: 'sheet-legend' },
    ...units
      .sort((a, b) => a - b)
      .slice(0, MOST_UNITS)
      .map((unit) =>
        html(
          'li',
          { dir: 'auto' },
          swatch(svg('rect', { class: unitClass(unit), x: 3, width: 10, height: 10, rx: 2 })),
          data.unitTitles[unit],
        ),
      ),
    ...(units.length > MOST_UNITS ? [html('li', {}, `and ${units.length - MOST_UNITS} more units`)] : []),
    line('solid', isCareer ? 'Advancement' : 'Solid line'),
    ...(hasDotted ? [line('dotted', isCareer ? 'Other move' : 'Dotted line')] : []),
  )
}
