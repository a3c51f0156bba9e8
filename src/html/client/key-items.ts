import { entryLook, stripe, unitLook } from './box-colours.js'
import { DIMMED } from './box-element.js'
import { NONE } from './chart.js'
import { svg } from './element.js'
import type { Explorer } from './explorer.js'
import { nameClasses } from './layout.js'

const MOST_UNITS = 40

/** The size of a sample. */
export const SAMPLE = { width: 16, height: 10 }

/** What a colour or a kind of line on the chart stands for. */
export interface KeyItem {
  /** In a room of 16 × 10; nothing for a heading. */
  readonly sample: readonly SVGElement[]
  readonly text: string
}

/** The key of a drawing of some boxes: the colours of their roles, and the kinds of lines. */
export function keyItems(explorer: Explorer, rows: Iterable<number>): KeyItem[] {
  return [...colourItems(explorer, rows), ...lineItems(explorer)]
}

function colourItems({ chart }: Explorer, rows: Iterable<number>): KeyItem[] {
  const { colouring } = chart
  if (colouring.name === '') return unitItems(chart, rows)
  const { label, entries, only } = colouring
  const heading = only.size === 0 ? `${label}:` : `${label}, others dimmed:`
  return [
    { sample: [], text: heading },
    ...entries.map((entry, place) => {
      const stripes = stripe(entryLook(colouring, entry), 3, 0, SAMPLE.height, SAMPLE.height)
      const frame = svg('rect', { class: 'frame', x: 3.5, y: 0.5, width: 9, height: 9, rx: 2 })
      const sample = stripes.length === 0 ? [frame] : stripes
      if (only.size > 0 && !only.has(place))
        for (const part of sample) part.setAttribute('opacity', String(DIMMED))
      return { sample, text: `${entry.text} (${entry.count.toLocaleString('en')})` }
    }),
  ]
}

/** The units of rows, with their stripes. */
export function unitItems(chart: Explorer['chart'], rows: Iterable<number>, most = MOST_UNITS): KeyItem[] {
  const { data } = chart
  const units = new Set(Array.from(rows, (row) => data.units[row] ?? NONE))
  units.delete(NONE)
  const shown = [...units].sort((a, b) => a - b)
  const rest = shown.length - most
  return [
    ...shown.slice(0, most).map((unit) => ({
      sample: stripe(unitLook(chart, unit), 3, 0, SAMPLE.height, SAMPLE.height),
      text: data.unitTitles[unit],
    })),
    ...(rest > 0 ? [{ sample: [], text: `and ${rest} more units` }] : []),
  ]
}

/** The kinds of lines of the view: with colours those of each name. */
export function lineItems({ chart, view, dotted }: Explorer): KeyItem[] {
  const { data, nameOfLine, marks } = chart
  const line = (name: string, text: string): KeyItem => ({
    sample: [svg('path', { class: `edge ${name}`, d: `M0 5H${SAMPLE.width}` })],
    text,
  })
  if (view === 'career') {
    const hasOther = data.moves.some(([, , kind]) => kind !== 0)
    return [line('solid', 'Advancement'), ...(hasOther ? [line('dotted', 'Other move')] : [])]
  }
  const hasMoved = data.ghosts.some((row) => marks.get(row)?.[1] === 'moved')
  const isDrawn = dotted !== 'none'
  const names = new Set(isDrawn ? nameOfLine : [])
  const hasPlain = isDrawn && data.lines.some(([, , kind], place) => kind === 1 && nameOfLine[place] === NONE)
  return [
    line('solid', 'Solid line'),
    ...(hasMoved ? [line('moved-to', 'Moved')] : []),
    ...(hasPlain ? [line('dotted', 'Dotted line')] : []),
    ...data.lineNames.flatMap((name, place) =>
      names.has(place) ? [line(`dotted ${nameClasses(place)}`, `Dotted line: ${name}`)] : [],
    ),
  ]
}

/** The element of a sample. */
export function sampleElement({ sample }: KeyItem): Node[] {
  if (sample.length === 0) return []
  const room = `0 0 ${SAMPLE.width} ${SAMPLE.height}`
  return [svg('svg', { class: 'swatch', viewBox: room, 'aria-hidden': 'true' }, ...sample)]
}
