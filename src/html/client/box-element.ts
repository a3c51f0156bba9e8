import { type Chart, isMore } from './chart.js'
import { edgesOf } from './edge-index.js'
import { svg } from './element.js'
import { type FittedLine, fitText, SMALL_FONT, TITLE_FONT } from './fit-text.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'
import { countOfMore } from './shown-below.js'
import { moreLabel, roleLabel } from './role-label.js'

/** How many colours there are for units. */
const UNIT_COLOURS = 8
const INSIDE = 14
const TITLE_LINE = 16
const TOGGLE_HEIGHT = 18
const MORE_HEIGHT = 44

/** The colour of a unit, as the style has it. */
export function unitColour(unit: number): string {
  return `var(--u${unit % UNIT_COLOURS})`
}

/** How a box looks at a moment. */
export interface BoxState {
  readonly x: number
  readonly y: number
  readonly view: 'reporting' | 'career'
  readonly open: boolean
  readonly selected: boolean
  readonly active: boolean
  readonly lit: boolean
  readonly position: number
  readonly total: number
}

/** The id of the element of a box: made of its row, never of the id of the role. */
export function boxId(row: number): string {
  return `box-${row}`
}

/** The box of a row; `showBox` gives it its state. */
export function boxElement(chart: Chart, row: number): SVGGElement {
  return isMore(chart, row) ? moreBox(chart, row) : roleBox(chart, row)
}

/** It looks like no role, and like something to press. */
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
  const { data, holders, vacant, marks } = chart
  const unit = data.units[row]
  const mark = marks.get(row)
  const held = holders.get(row) ?? []
  const grade = data.grades[row]
  const box = svg('g', { id: boxId(row), 'data-row': row })
  const small = [
    mark === undefined ? '' : `[${mark}]`,
    vacant.has(row) ? 'Vacant' : held.join(', '),
    grade === null ? '' : `Grade ${grade}`,
  ].filter((part) => part !== '')
  const width = BOX_WIDTH - 2 * INSIDE
  const lines = fitText(data.labels[row], TITLE_FONT, width, small.length === 0 ? 3 : 2)
  const height = lines.length * TITLE_LINE + (small.length === 0 ? 0 : TITLE_LINE)
  let baseline = (BOX_HEIGHT - height) / 2 + 12
  box.append(
    svg('title', {}, data.labels[row]),
    svg('rect', { class: 'frame', width: BOX_WIDTH, height: BOX_HEIGHT, rx: 6 }),
  )
  if (unit >= 0) {
    box.append(svg('rect', { fill: unitColour(unit), x: 3, y: 7, width: 4, height: BOX_HEIGHT - 14, rx: 2 }))
  }
  const write = (line: FittedLine, name: string): void => {
    // The space keeps what is written on a box apart from what follows, for whoever reads it as one text.
    box.append(textLine(line, name, baseline), ' ')
    baseline += TITLE_LINE
  }
  for (const line of lines) write(line, 'name')
  const smallClass = vacant.has(row) ? 'small open-post' : 'small'
  for (const line of fitText(small.join(' · '), SMALL_FONT, width, 1)) write(line, smallClass)
  const direct = edgesOf(chart.children, row).length
  if (direct > 0) box.append(toggle(direct))
  return box
}

/**
 * What is cut off is there without a size, as it is where a style sheet cuts a text: so the name of a box has in it what
 * is written on the box, and a search in the page finds it.
 */
function textLine({ shown, rest }: FittedLine, name: string, y: number): SVGTextElement {
  const cutOff = rest === '' ? [] : [svg('tspan', { class: 'rest' }, rest), '…']
  // The label of the box says it all.
  return svg('text', { class: name, x: INSIDE, y, 'aria-hidden': 'true' }, shown, ...cutOff)
}

function toggle(direct: number): SVGGElement {
  const text = `+${direct}`
  const width = 16 + text.length * 7
  return svg(
    'g',
    { class: 'toggle', transform: `translate(${BOX_WIDTH / 2} ${BOX_HEIGHT})`, 'aria-hidden': 'true' },
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

/** Brings a box up to date; what has not changed is not touched. */
export function showBox(chart: Chart, row: number, box: SVGGElement, state: BoxState): void {
  const key = JSON.stringify(state)
  if (box.dataset['state'] === key) return
  box.dataset['state'] = key
  const { x, y, view, open, selected, active, lit } = state
  const mark = chart.marks.get(row)
  box.setAttribute('transform', `translate(${x} ${y})`)
  const classes = [
    'box',
    selected && 'selected',
    active && 'active',
    lit && 'lit',
    chart.vacant.has(row) && 'vacant',
    mark,
    isMore(chart, row) && 'more-reports',
  ]
  box.setAttribute('class', classes.filter(Boolean).join(' '))
  box.setAttribute('aria-label', isMore(chart, row) ? moreLabel(chart, row) : roleLabel(chart, row))
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
  const beside = edgesOf(chart.children, chart.parent[row]).length
  box.setAttribute('aria-setsize', String(beside))
  // A box for reports that are left out comes last, and stands for the last of them too.
  box.setAttribute('aria-posinset', String(isMore(chart, row) ? beside : chart.place[row] + 1))
  if (isMore(chart, row)) return
  if (edgesOf(chart.children, row).length > 0) box.setAttribute('aria-expanded', String(open))
  const count = box.querySelector('.count')
  if (count !== null) count.textContent = open ? '–' : `+${edgesOf(chart.children, row).length}`
}
