import { lookAt } from '../../kernel/look.js'
import { type Chart, NONE } from './chart.js'
import { type Colouring, type KeyEntry, NO_VALUE, OTHERS } from './colour-key.js'
import { svg } from './element.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'

const GAP = 4
/** The width of the stripe of an entry of the key. */
const WIDE = 8
/** The height of the bar with the shares of a team, in pixels. */
const SHARES = 7

/** What makes a unit or an entry of the key recognizable: classes for the colour, and the number of parts of its stripe. */
interface Look {
  readonly classes: string
  readonly parts: number
}

/** The look of a place, which is the same in every output. */
function placeLook(place: number): Look {
  const { colour, pattern } = lookAt(place)
  return { classes: `look u${colour}`, parts: 2 ** pattern }
}

export function unitLook({ data }: Pick<Chart, 'data'>, unit: number): Look | undefined {
  return unit === NONE ? undefined : placeLook(data.unitPlaces[unit])
}

export function entryLook({ isScale }: Colouring, { place }: KeyEntry): Look | undefined {
  if (place === NO_VALUE) return undefined
  if (place === OTHERS) return { classes: 'look rest', parts: 1 }
  return isScale ? { classes: `look s${place}`, parts: 1 } : placeLook(place)
}

/** The look of a role: that of its entry in the key, or of its unit where boxes are not coloured. */
function rowLook(chart: Chart, row: number): Look | undefined {
  const { data, colouring } = chart
  const { name, entries, entryOf } = colouring
  if (name === '') return unitLook(chart, data.units[row] ?? NONE)
  const entry = entries[entryOf[row]] as KeyEntry | undefined
  return entry && entryLook(colouring, entry)
}

/** A stripe in one, two or four parts. */
export function stripe(
  look: Look | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
): SVGElement[] {
  if (look === undefined) return []
  const { classes, parts } = look
  const gap = Math.min(GAP, height / parts / 3)
  const step = (height + gap) / parts
  return Array.from({ length: parts }, (_, part) =>
    svg('rect', { class: classes, x, y: y + part * step, width, height: step - gap, rx: 2 }),
  )
}

/** A surface in the colour of a role, unless boxes have the stripes of units only. */
function tint(
  { colouring }: Chart,
  look: Look | undefined,
  width: number,
  height: number,
  rx: number,
): SVGElement[] {
  if (colouring.name === '' || look === undefined) return []
  return [svg('rect', { class: `tint ${look.classes}`, width, height, rx })]
}

/** The colours of the box of a row; `width` is that of the stripe of a unit. */
export function boxColours(chart: Chart, row: number, width: number): SVGElement[] {
  const look = rowLook(chart, row)
  const stripeWidth = chart.colouring.name === '' ? width : WIDE
  return [...tint(chart, look, BOX_WIDTH, BOX_HEIGHT, 6), ...stripe(look, 3, 7, stripeWidth, BOX_HEIGHT - 14)]
}

/** The colours of a block of a size: those of one role, or how many roles of a team have each. */
export function blockColours(
  chart: Chart,
  row: number,
  isTeam: boolean,
  width: number,
  height: number,
): SVGElement[] {
  const { colouring } = chart
  if (!isTeam || colouring.name === '') {
    const look = rowLook(chart, row)
    return [...tint(chart, look, width, height, 3), ...stripe(look, 0, 0, Math.min(4, width), height)]
  }
  const counts = colouring.countsBelow(row)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const thickness = Math.min(SHARES, height / 2)
  let x = 0
  return colouring.entries.flatMap((entry, place) => {
    const look = entryLook(colouring, entry)
    const share = (counts[place] / Math.max(all, 1)) * width
    const bar = { x, y: height - thickness, width: share, height: thickness }
    x += share
    return share === 0 || look === undefined ? [] : [svg('rect', { class: look.classes, ...bar })]
  })
}

/** The classes of what is drawn for a role that is too small for a box. */
export function barClasses(chart: Chart, row: number): string {
  return chart.colouring.name === '' ? '' : (rowLook(chart, row)?.classes ?? '')
}
