import { isRightToLeft, rightToLeftLine } from '../../kernel/text-layout.js'
import { boxColours } from './box-colours.js'
import { flag, toggleElement, warning } from './box-badges.js'
import { boxElement, boxId, smallTexts } from './box-element.js'
import { type Chart, isMore, reportsOf } from './chart.js'
import { svg } from './element.js'
import { fitText, titleFont } from './fit-text.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'
import { nameOf, staffing } from './role-names.js'

const INSIDE = 12
const TOGGLE_ROOM = 10

/** The box of a row with nothing but a title, in a larger size: for a drawing that is too small for all texts. */
export function smallBox(chart: Chart, row: number, size: number): SVGGElement {
  if (isMore(chart, row)) {
    const more = boxElement(chart, row)
    more.querySelector('.count')?.setAttribute('font-size', size.toFixed(1))
    return more
  }
  const name = nameOf(chart, row)
  const [, kind, mark] = chart.marks.get(row) ?? []
  const direct = reportsOf(chart, row).length
  const room = BOX_HEIGHT - (direct > 0 ? TOGGLE_ROOM : 4)
  const line = size * 1.08
  const most = Math.max(1, Math.min(3, Math.floor(room / line)))
  const lines = fitText(name, titleFont(size), BOX_WIDTH - 2 * INSIDE, most)
  const top = (room - lines.length * line) / 2
  // Below the flag.
  let baseline = Math.max(top, mark === undefined ? 0 : size * 0.18 + 1) + size * 0.93
  const box = svg(
    'g',
    { id: boxId(row), 'data-row': row },
    svg('title', {}, name),
    svg('rect', { class: 'frame', width: BOX_WIDTH, height: BOX_HEIGHT, rx: 6 }),
  )
  box.append(...boxColours(chart, row, 5))
  const rightToLeft = isRightToLeft(name)
  for (const { shown, rest, after } of lines) {
    const text = rightToLeft ? rightToLeftLine(shown) : shown
    box.append(
      svg(
        'text',
        {
          class: 'name',
          x: INSIDE,
          y: baseline.toFixed(1),
          'font-size': size.toFixed(1),
          'aria-hidden': 'true',
          ...(rightToLeft && { 'unicode-bidi': 'plaintext' }),
          ...(kind === 'removed' && { 'text-decoration': 'line-through' }),
        },
        text,
        ...(rest === '' ? [] : [svg('tspan', { class: 'cut-off' }, rest), '…']),
      ),
      after,
    )
    baseline += line
  }
  // In the order of the accessible name.
  if (mark !== undefined) box.append(flag(mark, size / 13), ' ')
  if (chart.culprits.has(row)) box.append(warning(size / 13))
  // Not visible, but part of the accessible name, as what is cut off is.
  const others = [staffing(chart, row), ...smallTexts(chart, row)].filter((part) => part !== '')
  if (others.length > 0) {
    const place = { x: INSIDE, y: baseline.toFixed(1) }
    box.append(svg('text', { class: 'cut-off', ...place, 'aria-hidden': 'true' }, others.join(' · ')), ' ')
  }
  if (direct > 0) box.append(toggleElement(direct, size / 15), ' ')
  return box
}
