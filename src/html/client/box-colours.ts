import { lookAt } from '../../kernel/look.js'
import { type Chart, NONE } from './chart.js'
import { type Colouring, type KeyEntry, NO_VALUE, OTHERS } from './colour-key.js'
import { svg } from './element.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'

const GAP = 4
/** The width of a stripe: of a unit, and of an entry of the key. */
const NARROW = 4
const WIDE = 8

/** The class that gives an entry of the key its colour. */
function entryClass({ isScale }: Colouring, { place }: KeyEntry): string {
  if (place === OTHERS) return 'look rest'
  return `look ${isScale ? `s${place}` : `u${lookAt(place).colour}`}`
}

/** A stripe in one, two or four parts. */
function stripe(
  name: string,
  parts: number,
  x: number,
  y: number,
  width: number,
  height: number,
): SVGElement[] {
  const gap = Math.min(GAP, height / parts / 3)
  const step = (height + gap) / parts
  return Array.from({ length: parts }, (_, part) =>
    svg('rect', { class: name, x, y: y + part * step, width, height: step - gap, rx: 2 }),
  )
}

/** The stripe of a unit, which has the same look in every output. */
export function unitStripe(
  { data }: Pick<Chart, 'data'>,
  unit: number,
  x: number,
  y: number,
  width: number,
  height: number,
): SVGElement[] {
  const { colour, pattern } = lookAt(data.unitPlaces[unit])
  return stripe(`look u${colour}`, 2 ** pattern, x, y, width, height)
}

/** The stripe of an entry of the key. */
export function entryStripe(
  colouring: Colouring,
  entry: KeyEntry,
  x: number,
  y: number,
  width: number,
  height: number,
): SVGElement[] {
  if (entry.place === NO_VALUE) return []
  const parts = colouring.isScale || entry.place < 0 ? 1 : 2 ** lookAt(entry.place).pattern
  return stripe(entryClass(colouring, entry), parts, x, y, width, height)
}

/** The colours of the box of a row: those of its entry in the key, else the stripe of its unit. */
export function boxColours({ data, colouring }: Chart, row: number, width = NARROW): SVGElement[] {
  const [y, height] = [7, BOX_HEIGHT - 14]
  if (colouring.name === '') {
    const unit = data.units[row] ?? NONE
    return unit === NONE ? [] : unitStripe({ data }, unit, 3, y, width, height)
  }
  const entry = colouring.entries[colouring.entryOf[row]] as KeyEntry | undefined
  if (entry === undefined || entry.place === NO_VALUE) return []
  const tint = { class: `tint ${entryClass(colouring, entry)}`, width: BOX_WIDTH, height: BOX_HEIGHT, rx: 6 }
  return [svg('rect', tint), ...entryStripe(colouring, entry, 3, y, WIDE, height)]
}

/** The colours of a block of a size: those of one role, or how many roles of a team have each. */
export function blockColours(
  { data, colouring }: Chart,
  row: number,
  isTeam: boolean,
  width: number,
  height: number,
): SVGElement[] {
  if (colouring.name === '') {
    const unit = data.units[row] ?? NONE
    return unit === NONE ? [] : unitStripe({ data }, unit, 0, 0, Math.min(3, width), height)
  }
  const { entries, entryOf } = colouring
  if (!isTeam) {
    const entry = entries[entryOf[row]] as KeyEntry | undefined
    if (entry === undefined || entry.place === NO_VALUE) return []
    const tint = { class: `tint ${entryClass(colouring, entry)}`, width, height, rx: 3 }
    return [svg('rect', tint), ...entryStripe(colouring, entry, 0, 0, Math.min(5, width), height)]
  }
  const counts = colouring.countsBelow(row)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const thickness = Math.min(SHARES, height / 2)
  let x = 0
  return entries.flatMap((entry, place) => {
    const share = all === 0 ? 0 : (counts[place] / all) * width
    const start = x
    x += share
    if (share === 0 || entry.place === NO_VALUE) return []
    const name = entryClass(colouring, entry)
    return [svg('rect', { class: name, x: start, y: height - thickness, width: share, height: thickness })]
  })
}

/** The height of the bar with the shares of a team, in pixels. */
const SHARES = 7

/** The class of what is drawn for a role that is too small for a box. */
export function barClass({ colouring }: Chart, row: number): string {
  const entry = colouring.entries[colouring.entryOf[row]] as KeyEntry | undefined
  return entry === undefined || entry.place === NO_VALUE ? '' : entryClass(colouring, entry)
}
