import { isRightToLeft, rightToLeftLine } from '../../kernel/text-layout.js'
import { flag, showSpan, showStep, staffingBadge, toggleElement, warning } from './box-badges.js'
import { boxColours } from './box-colours.js'
import { type Chart, countOfMore, isMore } from './chart.js'
import { edgesOf } from './edge-index.js'
import { svg } from './element.js'
import { type FittedLine, fitText, SMALL_FONT, TITLE_FONT } from './fit-text.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'
import { initialsOf } from './person-card.js'
import { moreLabel, roleLabel, staffing } from './role-names.js'

const INSIDE = 14
const TITLE_LINE = 16
const MORE_HEIGHT = 44
/** The size of a face on a box. */
const FACE = 32
/** How much is left of a box that the filter leaves out. */
export const DIMMED = 0.3

/** The current appearance of a box. */
export interface BoxState {
  readonly x: number
  readonly y: number
  readonly view: 'reporting' | 'career'
  readonly open: boolean
  readonly selected: boolean
  readonly active: boolean
  readonly highlighted: boolean
  /** Whether the filter leaves it out. */
  readonly dimmed: boolean
  /** In which step of a route the role is asked; empty for none. */
  readonly step: string
  readonly position: number
  readonly total: number
}

/** The element id of a box: built from its row, never from the id of the role. */
export function boxId(row: number): string {
  return `box-${row}`
}

/** The box of a row; `showBox` applies its state. */
export function boxElement(chart: Chart, row: number): SVGGElement {
  return isMore(chart, row) ? moreBox(chart, row) : roleBox(chart, row)
}

/** A box such as "+37 more", which looks like a button rather than a role. */
function moreBox(chart: Chart, row: number): SVGGElement {
  return svg(
    'g',
    { id: boxId(row), 'data-row': row },
    svg('title', {}, moreLabel(chart, row)),
    svg('rect', { class: 'frame', width: BOX_WIDTH, height: MORE_HEIGHT, rx: MORE_HEIGHT / 2 }),
    svg(
      'text',
      { class: 'count', x: BOX_WIDTH / 2, y: MORE_HEIGHT / 2 + 4, 'aria-hidden': 'true' },
      `+${countOfMore(chart, row)} more`,
    ),
  )
}

function roleBox(chart: Chart, row: number): SVGGElement {
  const { data, marks } = chart
  const [, kind, mark] = marks.get(row) ?? []
  const open = staffing(chart, row)
  const person = chart.faces?.people.get(row)
  const inside = person === undefined ? INSIDE : INSIDE + FACE + 8
  const box = svg('g', { id: boxId(row), 'data-row': row })
  const small = smallTexts(chart, row)
  const width = BOX_WIDTH - INSIDE - inside
  const lines = fitText(data.labels[row], TITLE_FONT, width, small.length === 0 ? 3 : 2)
  const height = lines.length * TITLE_LINE + (small.length === 0 ? 0 : TITLE_LINE)
  let baseline = (BOX_HEIGHT - height) / 2 + 12
  box.append(
    svg('title', {}, data.labels[row]),
    svg('rect', { class: 'frame', width: BOX_WIDTH, height: BOX_HEIGHT, rx: 6 }),
  )
  box.append(...boxColours(chart, row, 4))
  if (person !== undefined) box.append(face(chart, person, row))
  const write = (line: FittedLine, name: string, rightToLeft: boolean, isStruck = false): void => {
    box.append(textLine(line, name, inside, baseline, rightToLeft, isStruck), line.after)
    baseline += TITLE_LINE
  }
  for (const line of lines) write(line, 'name', isRightToLeft(data.labels[row]), kind === 'removed')
  // In the order of the accessible name.
  if (mark !== undefined) box.append(flag(mark), ' ')
  if (chart.culprits.has(row)) box.append(warning())
  if (open !== '') box.append(staffingBadge(open), ' ')
  for (const line of fitText(small.join(' · '), SMALL_FONT, width, 1)) {
    write(line, 'small', isRightToLeft(line.shown))
  }
  const direct = edgesOf(chart.children, row).length
  if (direct > 0) box.append(toggleElement(direct), ' ')
  return box
}

/** The small print of a box: its holders and grade; that of a ghost is where the role is now. */
export function smallTexts({ data, holdersOf, marks, ghost }: Chart, row: number): string[] {
  const [, , , place] = marks.get(row) ?? []
  const grade = data.grades[row]
  if (ghost[row] === 1 && place !== undefined) return [place]
  const held = holdersOf(row) ?? []
  return [held.join(', '), grade === null ? '' : `Grade ${grade}`].filter((part) => part !== '')
}

/** The photo or the initials of a person. */
function face({ data, faces }: Chart, person: number, row: number): SVGGElement {
  const photo = faces?.photos.get(person)
  const middle = BOX_HEIGHT / 2
  const circle = { cx: INSIDE + FACE / 2, cy: middle, r: FACE / 2 }
  if (photo === undefined) {
    return svg(
      'g',
      { 'aria-hidden': 'true' },
      svg('circle', { class: 'face', ...circle }),
      svg('text', { class: 'initials', x: circle.cx, y: middle + 4 }, initialsOf(data.people[person][1])),
    )
  }
  const clip = `face-${row}`
  const size = { x: INSIDE, y: middle - FACE / 2, width: FACE, height: FACE }
  return svg(
    'g',
    { 'aria-hidden': 'true' },
    svg('clipPath', { id: clip }, svg('circle', circle)),
    svg('image', {
      href: photo,
      'clip-path': `url(#${clip})`,
      preserveAspectRatio: 'xMidYMid slice',
      ...size,
    }),
  )
}

/**
 * A line of text. The part that is cut off is kept with a font size of 0, as with `text-overflow`, so that the accessible
 * name of the box contains its text and the search of the browser finds it.
 */
function textLine(
  { shown, rest }: FittedLine,
  name: string,
  x: number,
  y: number,
  rightToLeft: boolean,
  isStruck: boolean,
): SVGTextElement {
  const start = rightToLeft ? rightToLeftLine(shown) : shown
  const line = rest === '' ? [start] : [start, svg('tspan', { class: 'cut-off' }, rest), '…']
  // As in toSvg: the order of the letters, but not where the line is anchored. The label of the box has all of it.
  const attributes = {
    ...(rightToLeft && { 'unicode-bidi': 'plaintext' }),
    // An attribute, so that a saved file has it too.
    ...(isStruck && { 'text-decoration': 'line-through' }),
  }
  return svg('text', { class: name, x, y, 'aria-hidden': 'true', ...attributes }, ...line)
}

/** Updates a box; an unchanged box is not touched. */
export function showBox(chart: Chart, row: number, box: SVGGElement, state: BoxState): void {
  const key = JSON.stringify(state)
  if (box.dataset['state'] === key) return
  box.dataset['state'] = key
  showState(chart, row, box, state)
  dim(box, state.dimmed)
}

function showState(chart: Chart, row: number, box: SVGGElement, state: BoxState): void {
  const { x, y, view, open, selected, active, highlighted, step } = state
  const [, mark] = chart.marks.get(row) ?? []
  box.setAttribute('transform', `translate(${x} ${y})`)
  const classes = [
    'box',
    selected && 'selected',
    active && 'active',
    highlighted && 'highlighted',
    chart.planned.has(row) ? 'planned' : chart.vacant.has(row) && 'vacant',
    chart.ghost[row] === 1 && 'ghost',
    mark,
    chart.culprits.has(row) && 'culprit',
    isMore(chart, row) && 'more-reports',
  ]
  box.setAttribute('class', classes.filter(Boolean).join(' '))
  const label = isMore(chart, row) ? moreLabel(chart, row) : roleLabel(chart, row)
  box.setAttribute('aria-label', step === '' ? label : `Step ${step}: ${label}`)
  showStep(box, step)
  box.setAttribute('aria-selected', String(selected))
  if (view === 'career') {
    box.setAttribute('role', 'option')
    for (const name of ['aria-level', 'aria-expanded']) box.removeAttribute(name)
    box.setAttribute('aria-setsize', String(state.total))
    box.setAttribute('aria-posinset', String(state.position + 1))
    return
  }
  box.setAttribute('role', 'treeitem')
  box.setAttribute('aria-level', String(chart.layer[row]))
  const siblings = edgesOf(chart.children, chart.parent[row])
  box.setAttribute('aria-setsize', String(siblings.length))
  // A box such as "+37 more" comes last, in the position of the last report that it stands for.
  box.setAttribute('aria-posinset', String(isMore(chart, row) ? siblings.length : siblings.indexOf(row) + 1))
  if (isMore(chart, row)) return
  if (edgesOf(chart.children, row).length > 0) box.setAttribute('aria-expanded', String(open))
  const count = box.querySelector('.count')
  if (count !== null) count.textContent = open ? '–' : `+${edgesOf(chart.children, row).length}`
  if (chart.ghost[row] === 0) showSpan(chart, row, box, open)
}

/**
 * Dims a box, or takes that back. Not its toggle, which still works: it would let the line below the box show through, which makes a
 * plus of its minus.
 */
function dim(box: SVGGElement, dimmed: boolean): void {
  const before = box.querySelector('.dim')
  before?.replaceWith(...before.childNodes)
  if (!dimmed) return
  const toggle = box.querySelector('.toggle')
  // An attribute, so that a saved file has it too.
  const rest = svg('g', { class: 'dim', opacity: DIMMED }, ...box.childNodes)
  box.append(rest, ...(toggle === null ? [] : [toggle]))
}
