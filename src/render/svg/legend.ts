import { isOldPlace, MARK_ORDER, MARK_SIGNS } from '../picture/marks.js'
import type { Picture } from '../picture/picture.js'
import { pathElement, rectElement, stripeElement, textElement } from './elements.js'
import { lineNameClasses } from './svg-style.js'
import { fitted, textWidth } from './text-width.js'

const SIZE = 11.5
const SAMPLE = 30
const STRIPE = 8
const STEP = 22
const MOST_UNITS = 24
const LONGEST = 320

interface Key {
  /** Keys of one kind are next to each other. */
  readonly kind: number
  readonly sample: string
  readonly sampleWidth: number
  readonly text: string
}

/** What a key explains of a picture. */
type KeyedPicture = Pick<Picture, 'boxes' | 'lines' | 'moves' | 'units' | 'lineNames'>

/** The key of pictures, in rows. */
export interface Legend {
  readonly rows: string
  readonly height: number
  readonly width: number
}

/**
 * Explains the colours and line styles of pictures, in rows below them; empty if they use none. If it would be higher than
 * `highest`, it has fewer units.
 */
export function legend(
  pictures: readonly KeyedPicture[],
  left: number,
  top: number,
  width: number,
  highest = Infinity,
): Legend {
  const keys = uniqueKeys(pictures.flatMap(keysOf))
  let most = MOST_UNITS
  let drawn = drawnKeys(withinLimit(keys, most), left, top, width)
  while (drawn.height > highest && most > 0) drawn = drawnKeys(withinLimit(keys, --most), left, top, width)
  return drawn
}

function drawnKeys(keys: readonly Key[], left: number, top: number, width: number): Legend {
  if (keys.length === 0) return { rows: '', height: 0, width: 0 }
  let x = 0
  let row = 0
  let widest = 0
  const drawn = keys.map(({ sample, sampleWidth, text }) => {
    const shown = fitted(text, LONGEST / SIZE)
    const needed = sampleWidth + 8 + Math.ceil(textWidth(shown) * SIZE) + 18
    if (x > 0 && x + needed > width) {
      x = 0
      row++
    }
    const place = `translate(${String(left + x)} ${String(top + row * STEP)})`
    x += needed
    widest = Math.max(widest, x)
    return `<g role="listitem" transform="${place}">${sample}${textElement('rg-key', sampleWidth + 8, 13, shown)}</g>`
  })
  return {
    rows: `<g role="list" aria-label="Key">${drawn.join('')}</g>`,
    height: (row + 1) * STEP,
    width: widest,
  }
}

/** Each key once, by kind. */
function uniqueKeys(keys: readonly Key[]): Key[] {
  const unique = new Map(keys.map((key) => [`${key.sample} ${key.text}`, key]))
  return [...unique.values()].sort((a, b) => a.kind - b.kind)
}

/** The last kind of key. */
const UNIT = 99

function withinLimit(keys: readonly Key[], most: number): Key[] {
  const others = keys.filter(({ kind }) => kind < UNIT)
  const units = keys.filter(({ kind }) => kind === UNIT)
  const more = units.length - most
  if (more <= 0) return [...others, ...units]
  const text = `+${String(more)} more units`
  return [...others, ...units.slice(0, most), { kind: UNIT, sample: '', sampleWidth: 0, text }]
}

function keysOf({ boxes, lines, moves, units, lineNames }: KeyedPicture): Key[] {
  const keys: Key[] = []
  const sampleLine = (name: string): string => pathElement(name, `M0 9H${String(SAMPLE - 3)}`)
  const sampleBox = (name: string): string => rectElement(name, 1, 2, 26, 14, 3)
  const dotted = lines.filter(({ kind }) => kind === 'dotted')
  if (dotted.length > 0) {
    keys.push({ kind: 1, sampleWidth: SAMPLE, sample: sampleLine('rg-line'), text: 'Solid line' })
    const across = dotted.some(({ tree }) => !tree) ? ' rg-across' : ''
    if (dotted.some(({ as }) => as === undefined))
      keys.push({
        kind: 2,
        sampleWidth: SAMPLE,
        sample: sampleLine(`rg-line rg-dotted${across}`),
        text: 'Dotted line',
      })
    for (const [place, name] of lineNames.entries()) {
      const named = dotted.filter(({ as }) => as === name)
      if (named.length === 0) continue
      const end = named.some(({ tree }) => !tree) ? ' rg-across' : ' rg-inside'
      const sample = sampleLine(`rg-line rg-dotted${end}${lineNameClasses(place)}`)
      keys.push({ kind: 3, sampleWidth: SAMPLE, sample, text: `Dotted line: ${name}` })
    }
  }
  if (moves.some(({ kind }) => kind === 'advancement'))
    keys.push({ kind: 4, sampleWidth: SAMPLE, sample: sampleLine('rg-move'), text: 'Advancement' })
  if (moves.some(({ kind }) => kind !== 'advancement')) {
    keys.push({
      kind: 5,
      sampleWidth: SAMPLE,
      sample: sampleLine('rg-move rg-dotted'),
      text: 'Lateral move or transition',
    })
  }
  if (boxes.some(({ planned }) => planned))
    keys.push({ kind: 6, sampleWidth: SAMPLE, sample: sampleBox('rg-box rg-planned'), text: 'Planned' })
  if (boxes.some(({ vacant, planned }) => vacant && planned !== true))
    keys.push({ kind: 7, sampleWidth: SAMPLE, sample: sampleBox('rg-box rg-vacant'), text: 'Vacant' })
  if (boxes.some(({ highlighted }) => highlighted))
    keys.push({
      kind: 8,
      sampleWidth: SAMPLE,
      sample: sampleBox('rg-box rg-highlighted'),
      text: 'Highlighted',
    })
  for (const [place, mark] of MARK_ORDER.entries()) {
    if (!boxes.some((box) => box.mark === mark && !isOldPlace(box))) continue
    keys.push({
      kind: 10 + place,
      sampleWidth: SAMPLE,
      sample: sampleBox(`rg-box rg-${mark}`),
      text: `${MARK_SIGNS[mark]} ${capital(mark)}`,
    })
  }
  if (boxes.some(({ span }) => span !== undefined)) {
    const sample = rectElement('rg-flag rg-below', 1, 3, 26, 12, 6)
    keys.push({ kind: 21, sampleWidth: SAMPLE, sample, text: 'Number of direct reports' })
  }
  if (boxes.some(isOldPlace)) {
    const sample = sampleBox('rg-box rg-moved rg-ghost')
    keys.push({ kind: 20, sampleWidth: SAMPLE, sample, text: 'Was here before' })
  }
  const withMembers = [...new Set(boxes.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))]
  for (const unit of withMembers) {
    keys.push({
      kind: UNIT,
      sampleWidth: STRIPE,
      sample: stripeElement(units[unit].place, 2, 1, 5, 16),
      text: units[unit].title,
    })
  }
  return keys
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
