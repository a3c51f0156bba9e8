import { type Chart, reportsOf } from './chart.js'
import { svg } from './element.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'

// What is drawn on the edge of a box.

const TOGGLE_HEIGHT = 20
/** The part of a toggle that can be hit: 24 pixels at the smallest scale at which boxes have all of their texts. */
const TOGGLE_ROOM = 29
const FLAG_HEIGHT = 18
const BADGE_HEIGHT = 16

/** The upper left badge of a box: that nobody holds the role, or that it is planned. */
export function staffingBadge(text: string): SVGGElement {
  return svg(
    'g',
    { class: 'badge staffing', transform: `translate(8 ${-BADGE_HEIGHT / 2})`, 'aria-hidden': 'true' },
    ...badgeParts(text),
  )
}

/** The sign of a role that breaks a rule. */
export function warning(scale = 1): SVGGElement {
  return svg(
    'g',
    {
      class: 'warning',
      transform: `translate(0 ${BOX_HEIGHT}) scale(${scale.toFixed(2)})`,
      'aria-hidden': 'true',
    },
    svg('circle', { r: 9 }),
    svg('text', { y: 4.5 }, '!'),
  )
}

/**
 * The lower right badge of a box: its span of control and the number of roles below it. On a collapsed box it goes on where the
 * toggle ends: `+3` `of 9`. The name of the box has the same words in the same order.
 */
export function showSpan(chart: Chart, row: number, box: SVGGElement, open: boolean): void {
  const [direct, all] = [reportsOf(chart, row).length, chart.below[row]]
  box.querySelector('.badge.span')?.remove()
  const text = spanText(direct, all, open)
  if (text === '') return
  const [rect, words] = badgeParts(text)
  const left = BOX_WIDTH - 8 - badgeWidth(text)
  box.append(
    svg(
      'g',
      {
        class: 'badge span',
        transform: `translate(${left} ${BOX_HEIGHT - BADGE_HEIGHT / 2})`,
        'aria-hidden': 'true',
      },
      rect,
      words,
    ),
  )
}

/** The step of a route in which a role is asked, in a circle on the right edge of its box; the name of the box begins with it. */
export function showStep(box: SVGGElement, step: string): void {
  box.querySelector('.step')?.remove()
  if (step === '') return
  const place = { transform: `translate(${BOX_WIDTH} ${BOX_HEIGHT / 2})`, 'aria-hidden': 'true' }
  const text = svg('text', { y: 4.5 }, `${step} `)
  box.querySelector('.frame')?.after(svg('g', { class: 'step', ...place }, svg('circle', { r: 10 }), text))
}

function spanText(direct: number, all: number, open: boolean): string {
  if (direct === 0) return ''
  if (direct === all) return open ? `${direct} direct` : ''
  return open ? `${direct} of ${all}` : `of ${all}`
}

function badgeWidth(text: string): number {
  return 14 + text.length * 5.8
}

function badgeParts(text: string): [SVGRectElement, SVGTextElement] {
  const width = badgeWidth(text)
  return [
    svg('rect', { width, height: BADGE_HEIGHT, rx: BADGE_HEIGHT / 2 }),
    svg('text', { x: width / 2, y: 11.5 }, text),
  ]
}

/** The mark of a box, on its upper edge; that of a small box is mostly above it, clear of the title. */
export function flag(label: string, scale = 1): SVGGElement {
  const width = 18 + label.length * 6.4
  return svg(
    'g',
    {
      class: 'flag',
      transform: `translate(${BOX_WIDTH - 8 - width * scale} ${(scale > 1 ? -13 : -9) * scale}) scale(${scale.toFixed(2)})`,
      'aria-hidden': 'true',
    },
    svg('rect', { width, height: FLAG_HEIGHT, rx: FLAG_HEIGHT / 2 }),
    svg('text', { x: width / 2, y: 13 }, label),
  )
}

/** The count of reports on the lower edge of a box, which expands and collapses it. */
export function toggleElement(direct: number, scale = 1): SVGGElement {
  const text = `+${direct}`
  const width = 16 + text.length * 7
  const room = Math.max(width, TOGGLE_ROOM)
  return svg(
    'g',
    {
      class: 'toggle',
      transform: `translate(${BOX_WIDTH / 2} ${BOX_HEIGHT}) scale(${scale.toFixed(2)})`,
      'aria-hidden': 'true',
    },
    svg('rect', { class: 'hit', x: -room / 2, y: -TOGGLE_ROOM / 2, width: room, height: TOGGLE_ROOM }),
    svg('rect', {
      x: -width / 2,
      y: -TOGGLE_HEIGHT / 2,
      width,
      height: TOGGLE_HEIGHT,
      rx: TOGGLE_HEIGHT / 2,
    }),
    svg('text', { class: 'count', y: 4 }, text),
  )
}
