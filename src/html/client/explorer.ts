import { careerLayout } from './career-layout.js'
import { chainAbove, type Chart, isMore, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'
import { BOX_WIDTH, boxRect, type Layout, type Lit, meets } from './layout.js'
import { openAtFirst } from './open-at-first.js'
import { Painter, READABLE } from './painter.js'
import { careerWay, reportingWay, type Way } from './paths.js'
import { shownBelow } from './shown-below.js'
import { treeLayout } from './tree-layout.js'
import { Viewport } from './viewport.js'

export type View = 'reporting' | 'career'
/** Whether a step gets a place of its own in the history of the browser. */
export type Step = 'push' | 'replace' | 'none'

const READABLE_AT_FIRST = 0.55
const READABLE_WHEN_SOUGHT = 0.75

/** What the reader sees and has chosen. All changes go through here. */
export class Explorer {
  view: View
  /** The views that the page has. */
  readonly views: readonly View[]
  /** The role in the panel; -1 for none. */
  selected = NONE
  /** The role that the keys start from. */
  active = NONE
  /** The ends of the way that is shown; -1 for none. */
  from = NONE
  to = NONE
  way: Way
  readonly open: Uint8Array
  /** 1 for a manager whose reports are all shown, though they are more than the limit. */
  readonly whole: Uint8Array
  readonly viewport: Viewport
  readonly painter: Painter
  readonly #listeners: ((step: Step) => void)[] = []
  #layout: Layout | undefined
  #career: Layout | undefined
  #lit: Lit | undefined
  #frame = 0
  #least = 0

  constructor(readonly chart: Chart) {
    const { relations } = chart.data
    this.views = relations === 'both' ? ['reporting', 'career'] : [relations]
    this.view = this.views[0]
    this.open = openAtFirst(chart)
    this.whole = new Uint8Array(chart.count + 1)
    this.viewport = new Viewport(() => {
      this.#follow()
    })
    this.painter = new Painter(chart, this.viewport, () => this)
    // As the other pictures, which show of those that are highlighted no more than the limit allows.
    for (const row of chart.data.highlight) this.#openAbove(row)
    this.active = this.layout.order.length > 0 ? this.layout.order[0] : NONE
  }

  get layout(): Layout {
    if (this.view === 'career') return (this.#career ??= careerLayout(this.chart))
    return (this.#layout ??= treeLayout(this.chart, this.open, this.whole))
  }

  get lit(): Lit {
    return (this.#lit ??= this.#whatIsLit())
  }

  /** Is told of each change of what is chosen. */
  listen(listener: (step: Step) => void): void {
    this.#listeners.push(listener)
  }

  /** Of a box such as "+37 more" there is nothing to tell: the keys go there, and no more. */
  select(row: number, step: Step = 'push'): void {
    if (isMore(this.chart, row)) {
      this.active = row
      this.#changed('none')
      this.#reveal(row)
      return
    }
    this.selected = row
    if (row !== NONE) {
      this.active = row
      if (this.view === 'reporting') this.#openTo(row)
    }
    this.#changed(step)
    this.#reveal(row)
  }

  show(view: View, step: Step = 'push'): void {
    if (view === this.view || !this.views.includes(view)) return
    this.view = view
    this.#findWay()
    const { order, position } = this.layout
    if (this.active === NONE || position[this.active] === NONE)
      this.active = order.length > 0 ? order[0] : NONE
    this.#changed(step)
    this.fit(READABLE_AT_FIRST)
    if (this.selected !== NONE) this.#reveal(this.selected)
  }

  /** Opens or closes the box; it stays where it is on the screen. */
  toggle(row: number, open = this.open[row] === 0): void {
    if (edgesOf(this.chart.children, row).length === 0) return
    this.#staying(row, () => {
      this.open[row] = open ? 1 : 0
      if (!open) this.whole[row] = 0
    })
    this.#keepActive(row)
    this.#changed('none')
  }

  /** Shows the reports for which a box such as "+37 more" stands; the keys go to the first of them. */
  showMore(more: number): void {
    const { chart } = this
    const manager = chart.parent[more]
    this.#staying(manager, () => {
      this.whole[manager] = 1
    })
    this.active = edgesOf(chart.children, manager).find((row) => chart.leftOut[row] === 1) ?? manager
    this.#changed('none')
    this.#reveal(this.active)
  }

  /** The first of those that are shown below a role. */
  firstBelow(row: number): number {
    return shownBelow(this.chart, this.whole, row)[0]
  }

  openSiblings(row: number): void {
    for (const each of edgesOf(this.chart.children, this.chart.parent[row])) this.open[each] = 1
    this.#relaid()
    this.#changed('none')
    this.#reveal(row)
  }

  openAll(open: boolean): void {
    this.open.fill(open ? 1 : 0)
    this.whole.fill(open ? 1 : 0)
    this.open[this.chart.root] = 1
    this.#relaid()
    this.#keepActive(NONE)
    this.#changed('none')
    this.fit(READABLE_AT_FIRST)
  }

  setEnd(end: 'from' | 'to', row: number, step: Step = 'push'): void {
    this[end] = row
    this.#findWay()
    this.#changed(step)
  }

  clearWay(): void {
    this.from = NONE
    this.to = NONE
    this.#findWay()
    this.#changed('push')
  }

  fit(least = 0): void {
    this.#least = least
    const { order, x } = this.layout
    // A chart is read from its top, careers from the left.
    const isTree = this.view === 'reporting' && order.length > 0
    const middle = isTree ? x[order[0]] + BOX_WIDTH / 2 : this.layout.bounds.left
    this.viewport.fit(this.layout.bounds, least, middle)
  }

  /** Takes a new size of the view, and keeps in it what the reader was brought to. */
  resize(width: number, height: number): void {
    const { viewport, selected, layout } = this
    if (width === viewport.width && height === viewport.height) return
    const { broughtTo } = viewport
    const sawRole =
      selected !== NONE &&
      layout.position[selected] !== NONE &&
      meets(boxRect(layout, selected), viewport.rect)
    viewport.resize(width, height)
    if (broughtTo === 'chart') this.fit(this.#least)
    if (sawRole || broughtTo === 'role') this.#reveal(selected)
  }

  /** Draws anew at the next frame. */
  repaint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.painter.paint()
    })
  }

  #follow(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.painter.follow()
    })
  }

  #changed(step: Step): void {
    this.#lit = undefined
    // At once, so that what has the focus exists before it is spoken of.
    cancelAnimationFrame(this.#frame)
    this.painter.paint()
    for (const listener of this.#listeners) listener(step)
  }

  #reveal(row: number): void {
    if (row === NONE || this.layout.position[row] === NONE) return
    const least = this.viewport.scale < READABLE ? READABLE_WHEN_SOUGHT : READABLE
    this.viewport.reveal(boxRect(this.layout, row), least)
  }

  #relaid(): void {
    this.#layout = undefined
  }

  /** Lays the chart out anew after a change, with a box where it was on the screen. */
  #staying(row: number, change: () => void): void {
    const { x, y } = this.layout
    change()
    this.#relaid()
    this.viewport.x += this.layout.x[row] - x[row]
    this.viewport.y += this.layout.y[row] - y[row]
  }

  /** The keys start from what is shown: from the nearest manager of what has been closed away. */
  #keepActive(fallback: number): void {
    const { position, order } = this.layout
    if (this.active !== NONE && position[this.active] !== NONE) return
    const shown =
      this.active === NONE
        ? undefined
        : chainAbove(this.chart, this.active).find((row) => position[row] !== NONE)
    this.active = shown ?? (fallback !== NONE ? fallback : order.length > 0 ? order[0] : NONE)
  }

  /** Shows a role wherever it is. */
  #openTo(row: number): void {
    const { leftOut, parent } = this.chart
    for (const each of [row, ...chainAbove(this.chart, row)]) {
      if (leftOut[each] === 0 || this.whole[parent[each]] === 1) continue
      this.whole[parent[each]] = 1
      this.#relaid()
    }
    this.#openAbove(row)
  }

  #openAbove(row: number): void {
    for (const manager of chainAbove(this.chart, row)) {
      if (this.open[manager] === 1) continue
      this.open[manager] = 1
      this.#relaid()
    }
  }

  #findWay(): void {
    const { chart, from, to, view } = this
    this.way = undefined
    if (from === NONE || to === NONE) return
    this.way = view === 'reporting' ? reportingWay(chart, from, to) : careerWay(chart, from, to)
    if (view === 'reporting') for (const row of this.way ?? []) this.#openTo(row)
  }

  #whatIsLit(): Lit {
    const { data } = this.chart
    const rows = this.way ?? data.highlight
    const set = new Set(rows)
    const inOrder = this.way !== undefined || this.view === 'career'
    const ways = this.way?.slice(1).map((row, step) => [rows[step], row] as const)
    const steps = new Set(
      (ways ?? data.litMoves.map((move) => data.moves[move])).map(([from, to]) => `${from} ${to}`),
    )
    return {
      rows: set,
      focus: this.selected,
      joins: (from, to) => (inOrder ? steps.has(`${from} ${to}`) : set.has(from) && set.has(to)),
    }
  }
}
