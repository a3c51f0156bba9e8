import { blockColours } from './box-colours.js'
import { DIMMED } from './box-element.js'
import { type Chart, countOfMore, isMore } from './chart.js'
import { svg } from './element.js'
import { fitText, titleFont } from './fit-text.js'
import { isDimmed } from './colour-key.js'
import type { Block } from './layout.js'
import { nameOf } from './role-names.js'

/** The size of the text of a block on the screen, in pixels. */
const FONT = 11
const LINE = 14
const PADDING = 4
/** A narrower block has its text from bottom to top, if there is more room for it. */
const NARROW = 90
/** How far from the upper edge the text of a high block starts. */
const FROM_TOP = 12

/** A block with its text, which has the same size on the screen at every scale of the drawing. */
export function blockElement(chart: Chart, block: Block, scale: number, isHighlighted: boolean): SVGGElement {
  const { row, left, top, right, bottom, isTeam } = block
  const width = (right - left) * scale
  const height = (bottom - top) * scale
  const isUpright = width < NARROW && height > 1.5 * width
  const [along, across] = isUpright ? [height, width] : [width, height]
  const texts = textsOf(chart, block, along - 2 * PADDING, across - 2)
  const room = texts.length * LINE
  const first = (isUpright ? (across - room) / 2 : Math.min((across - room) / 2, FROM_TOP)) + FONT - 1
  const lines = texts.map((text, place) => {
    const isCount = place > 0 && place === texts.length - 1 && isTeam
    const y = (first + place * LINE).toFixed(1)
    return svg(
      'text',
      { class: isCount ? 'block-count' : 'block-name', x: isUpright ? 0 : along / 2, y },
      text,
    )
  })
  return svg(
    'g',
    {
      class: ['block', isTeam && 'team', isHighlighted && 'highlighted'].filter(Boolean).join(' '),
      'data-row': row,
      opacity: isWanted(chart, block) ? undefined : DIMMED,
      transform: `translate(${left} ${top}) scale(${1 / scale})`,
    },
    svg('rect', { class: 'frame', width, height, rx: 3 }),
    ...blockColours(chart, row, isTeam, width, height),
    isUpright
      ? svg('g', { class: 'upright', transform: `translate(0 ${2 * PADDING}) rotate(-90)` }, ...lines)
      : svg('g', {}, ...lines),
  )
}

/** Whether the filter leaves a role or a part of a team. */
function isWanted(chart: Chart, { row, isTeam }: Block): boolean {
  const { only } = chart.colouring
  return isTeam && only.size > 0 ? wantedBelow(chart, row) > 0 : !isDimmed(chart.colouring, row)
}

/** How many roles at and below a role the filter leaves. */
function wantedBelow({ colouring: { only, countsBelow } }: Chart, row: number): number {
  const counts = countsBelow(row)
  return Array.from(only, (entry) => counts[entry]).reduce((sum, count) => sum + count, 0)
}

/** The name, in as many lines as there is room for, and how many roles there are; only the number if nothing else fits. */
function textsOf(chart: Chart, { row, isTeam }: Block, width: number, height: number): string[] {
  const lines = Math.floor(height / LINE)
  if (lines < 1) return []
  if (isMore(chart, row)) return width < 20 ? [] : [`+${countOfMore(chart, row)}`]
  const count = isTeam ? (chart.below[row] ?? 0) + 1 : 0
  const { only } = chart.colouring
  const all = count.toLocaleString('en')
  const number = isTeam && only.size > 0 ? `${wantedBelow(chart, row).toLocaleString('en')} of ${all}` : all
  if (width < 60) return isTeam && width > 7 * number.length ? [number] : []
  const roles = `${number} role${number === '1' ? '' : 's'}`
  if (isTeam && lines === 1) return [roles]
  const name = fitText(nameOf(chart, row), titleFont(FONT), width, Math.min(3, isTeam ? lines - 1 : lines))
  const shown = name.map((line) => (line.rest === '' ? line.shown : `${line.shown}…`))
  return isTeam ? [...shown, roles] : shown
}
