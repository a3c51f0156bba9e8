import { counted } from '../../internal.js'
import type { Box, Picture } from '../picture/picture.js'
import { isOldPlace, markLabel, placeText } from '../picture/marks.js'
import { BOX_WIDTH, type BoxRows, META_STEP, TITLE_STEP, TOP } from './box-size.js'
import { rectElement, stripeElement, textElement, xmlText } from './elements.js'
import { textWidth } from './text-width.js'

const BASELINE = 13

interface BoxPlace {
  readonly left: number
  readonly top: number
  readonly height: number
  /** What it says at its lower edge instead of the number of roles below it. */
  readonly note: string | undefined
}

const BELOW_WIDTH = 80
const SPAN_FROM = BOX_WIDTH - 46

/** How far from its left edge the upper and the lower edge of a box have no flag. */
export function edgesFreeTo(box: Box): number {
  const label = markLabel(box)
  return Math.min(
    box.mark === undefined || label === undefined ? BOX_WIDTH : markFrom(label),
    box.role !== undefined && box.hidden > 0 ? (BOX_WIDTH - BELOW_WIDTH) / 2 : BOX_WIDTH,
    box.span === undefined ? BOX_WIDTH : SPAN_FROM,
  )
}

/** A box with its texts. Its title, which screen readers and tooltips use, has everything on the box, uncut. */
export function drawnBox(
  box: Box,
  picture: Picture,
  rows: BoxRows,
  { left, top, height, note }: BoxPlace,
): string {
  const { unit, mark, hidden, role } = box
  const label = markLabel(box)
  const below = note ?? (role === undefined || hidden === 0 ? undefined : `+${String(hidden)} below`)
  const spoken = xmlText(boxName(box, picture) + (note === undefined ? '' : `; continued on ${note}`))
  return [
    `<g role="listitem" transform="translate(${String(left)} ${String(top)})"><title>${spoken}</title>`,
    rectElement(boxClasses(box), 0, 0, BOX_WIDTH, height, 6),
    unit === undefined ? '' : stripeElement(picture.units[unit].place, 3, 6, 4, height - 12),
    role === undefined ? countText(rows, height) : roleText(box, rows, height),
    mark === undefined || label === undefined ? '' : markFlag(label, `rg-flag rg-${mark}`),
    below === undefined
      ? ''
      : flag(below, (BOX_WIDTH - BELOW_WIDTH) / 2, height - 9, 'rg-below', BELOW_WIDTH),
    box.span === undefined ? '' : flag(String(box.span), SPAN_FROM, height - 9, 'rg-below', 38),
    '</g>',
  ].join('')
}

function boxClasses({ role, vacant, planned, highlighted, mark, ghost }: Box): string {
  const names = ['rg-box']
  if (role === undefined) names.push('rg-more')
  if (planned) names.push('rg-planned')
  else if (vacant) names.push('rg-vacant')
  if (mark !== undefined) names.push(`rg-${mark}`)
  if (ghost) names.push('rg-ghost')
  if (highlighted) names.push('rg-highlighted')
  return names.join(' ')
}

function roleText(box: Box, { title, rightToLeft, holder, grade, facts }: BoxRows, height: number): string {
  const { vacant, planned, mark } = box
  const meta = holder !== '' || grade !== ''
  const titleClass =
    mark === 'removed' ? 'rg-title rg-gone' : isOldPlace(box) ? 'rg-title rg-old' : 'rg-title'
  const used = title.length * TITLE_STEP + ((meta ? 1 : 0) + facts.length) * META_STEP
  const start = TOP + Math.round((height - 2 * TOP - used) / 2)
  const lines = title.map((line, place) =>
    textElement(titleClass, 14, start + BASELINE + place * TITLE_STEP, line, rightToLeft),
  )
  const below = start + BASELINE + title.length * TITLE_STEP
  if (holder !== '')
    lines.push(textElement(`rg-meta${vacant || planned ? ' rg-open' : ''}`, 14, below, holder))
  if (grade !== '') {
    // Alone in its row, it is below the title.
    if (holder === '') lines.push(textElement('rg-meta', 14, below, grade))
    else lines.push(textElement('rg-meta rg-grade', BOX_WIDTH - 12, below, grade))
  }
  for (const [place, fact] of facts.entries())
    lines.push(textElement('rg-meta', 14, below + (place + (meta ? 1 : 0)) * META_STEP, fact))
  return lines.join('')
}

function countText({ title }: BoxRows, height: number): string {
  return textElement('rg-meta rg-middle', BOX_WIDTH / 2, Math.round(height / 2) + 4, title.join(' '))
}

const FLAG_SIZE = 10.5

/** The mark of a box, on its upper edge, near the right end. */
function markFlag(label: string, name: string): string {
  const from = markFrom(label)
  return flag(label, from, -9, name, BOX_WIDTH - 8 - from)
}

function markFrom(label: string): number {
  return BOX_WIDTH - 8 - Math.max(66, Math.ceil(textWidth(label) * FLAG_SIZE) + 16)
}

function flag(label: string, x: number, y: number, name: string, width: number): string {
  return rectElement(name, x, y, width, 18, 9) + textElement('rg-badge', x + width / 2, y + 13, label)
}

function boxName(box: Box, { boxes, units }: Picture): string {
  const {
    label,
    holders,
    vacant,
    planned,
    grade,
    unit,
    parent,
    as,
    mark,
    hidden,
    role,
    highlighted,
    facts = [],
    span,
  } = box
  let name = label
  const add = (part: string): void => {
    name += `; ${part}`
  }
  if (role === undefined) add(`${String(hidden)} roles`)
  if (planned) add('planned')
  if (vacant) add('vacant')
  if (holders.length > 0) add(`held by ${holders.join(' and ')}`)
  if (grade !== undefined) add(`grade ${String(grade)}`)
  if (unit !== undefined) add(units[unit].title)
  for (const fact of facts) if (unit === undefined || fact !== units[unit].title) add(fact)
  if (span !== undefined) add(counted(span, 'direct report'))
  if (parent !== undefined) add(`below ${boxes[parent].label}${as === undefined ? '' : `, as ${as}`}`)
  if (isOldPlace(box)) add('the old place of a role that has moved')
  else if (mark !== undefined) add(mark)
  const place = placeText(box)
  if (place !== undefined) add(place)
  if (highlighted) add('highlighted')
  if (role !== undefined && hidden > 0) add(`${String(hidden)} roles below are not drawn`)
  return name
}
