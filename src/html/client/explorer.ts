import type { PageData } from '../page-data.js'
import { careerLayout } from './career-layout.js'
import { chainAbove, type Chart, chartOf, isMore, NONE, replaceChart, shownBelow } from './chart.js'
import { noColouring } from './colour-key.js'
import { colouringBy } from './colouring.js'
import { edgesOf } from './edge-index.js'
import { fitChart } from './fit-chart.js'
import { type DottedLines, highlightsOf } from './highlights.js'
import { boxRect, type Highlights, type Layout, type Marking, meets } from './layout.js'
import { BLOCKS_BELOW, SOUGHT_FROM } from './legibility.js'
import { placesOf } from './move-arrows.js'
import { Painter } from './painter.js'
import { careerPath, type Path, reportingPath } from './paths.js'
import { type LayoutName, TreeArrangement } from './tree-arrangement.js'
import { Viewport } from './viewport.js'

export type View = 'reporting' | 'career'
/** Whether a step adds an entry to the browser history, replaces the current one, or neither. */
export type Step = 'push' | 'replace' | 'none'

/** The state of the page: what is visible and selected. All changes go through here. */
export class Explorer {
  view: View
  /** The views of this page. */
  readonly views: readonly View[]
  /** The role in the panel, or -1. */
  selected = NONE
  /** The role that the keyboard is at. */
  active = NONE
  /** The ends of the path that is shown, or -1. */
  from = NONE
  to = NONE
  path: Path
  dotted: DottedLines = 'all'
  /** Whether a narrow window has the overview while no role is selected; others always have it. */
  hasOverview = false
  /** What the boxes are coloured by when the page opens. */
  usualColours = ''
  readonly tree: TreeArrangement
  readonly viewport: Viewport
  readonly painter: Painter
  /** What else the panel has about a row, or about the chart (-1). */
  readonly panelParts: ((row: number) => Node[])[] = []
  /** What another script highlights while a role is selected. */
  markingOf: (row: number) => Marking | undefined = () => undefined
  /** What other scripts keep in the address, by name. */
  readonly inAddress = new Map<string, string>()
  /** How many times the chart has been edited. */
  edits = 0
  readonly #listeners: ((step: Step) => void)[] = []
  #career: Layout | undefined
  #highlights: Highlights | undefined
  #least = 0

  constructor(readonly chart: Chart) {
    const { relations } = chart.data
    this.views = relations === 'both' ? ['reporting', 'career'] : [relations]
    this.view = this.views[0]
    this.viewport = new Viewport(() => {
      this.painter.follow()
    })
    this.tree = new TreeArrangement(chart, this.viewport)
    this.painter = new Painter(chart, this.viewport, () => this)
  }

  /** Opens the chart in a window of this size. */
  begin(width: number, height: number): void {
    this.viewport.resize(width, height)
    this.tree.openAtFirst()
    this.fit(BLOCKS_BELOW)
    this.active = this.layout.order.length > 0 ? this.layout.order[0] : NONE
    const { colorBy } = this.chart.data
    if (colorBy !== '') this.colourBy(colorBy, [], 'none')
    this.usualColours = this.chart.colouring.name
  }

  get open(): Uint8Array {
    return this.tree.open
  }

  get layout(): Layout {
    if (this.view === 'career') return (this.#career ??= careerLayout(this.chart))
    return this.tree.layout
  }

  get highlights(): Highlights {
    return (this.#highlights ??= highlightsOf(this))
  }

  /** Adds a listener for changes of the view, the selection and the path. */
  listen(listener: (step: Step) => void): void {
    this.#listeners.push(listener)
  }

  /** Selects a role, or -1 for none; one that was looked for is shown with its managers. A box such as "+37 more" only gets the keyboard. */
  select(row: number, step: Step = 'push', isSought = false): void {
    if (isMore(this.chart, row)) {
      this.active = row
      this.#changed('none')
      this.#reveal(row)
      return
    }
    this.selected = row
    if (row !== NONE) {
      this.active = row
      if (this.view === 'reporting')
        for (const each of [...placesOf(this.chart, row), ...(this.markingOf(row)?.rows ?? [])])
          this.tree.openTo(each)
    }
    this.#changed(step)
    this.#reveal(row, isSought)
  }

  showOverview(isShown = true): void {
    this.hasOverview = isShown
    this.select(NONE)
  }

  show(view: View, step: Step = 'push'): void {
    if (view === this.view || !this.views.includes(view)) return
    this.view = view
    this.#findPath()
    const { order, position } = this.layout
    if (this.active === NONE || position[this.active] === NONE)
      this.active = order.length > 0 ? order[0] : NONE
    this.#changed(step)
    this.fit(BLOCKS_BELOW)
    if (this.selected !== NONE) this.#reveal(this.selected)
  }

  /** Expands or collapses a box, which keeps its position on the screen. */
  toggle(row: number, open = this.open[row] === 0): void {
    if (edgesOf(this.chart.children, row).length === 0) return
    this.#keepingInPlace(row, () => {
      this.open[row] = open ? 1 : 0
      if (!open) this.tree.showsAll[row] = 0
    })
    this.#keepActive(row)
    this.#changed('none')
  }

  /** Replaces a box such as "+37 more" by its reports; the keyboard moves to the first of them. */
  showMore(more: number): void {
    const { chart } = this
    const manager = chart.parent[more]
    this.#keepingInPlace(manager, () => {
      this.tree.showsAll[manager] = 1
    })
    this.active = edgesOf(chart.children, manager).find((row) => chart.leftOut[row] === 1) ?? manager
    this.#changed('none')
    this.#reveal(this.active)
  }

  /** Shows the chart after an edit. A role that is still there keeps its state, and the anchor its position on the screen. */
  edited(data: PageData, selected: number, anchor = NONE): void {
    const { chart, viewport } = this
    const before = this.layout
    const { ids } = chart.data
    const wasShown = anchor !== NONE && before.position[anchor] !== NONE
    const anchorId = ids[anchor] as string | undefined
    const kept = [this.from, this.to, this.active].map((row) => ids[row] as string | undefined)
    const { root, count } = chart
    const { name, only, entries } = chart.colouring
    const keys = Array.from(only, (entry) => entries[entry].key)
    replaceChart(chart, chartOf(data, chart))
    Object.assign(chart, { colouring: colouringBy(chart, name, keys) ?? noColouring(chart.size) })
    if (ids !== data.ids) {
      const rowIn = (id: string | undefined): number =>
        id === undefined ? NONE : (chart.rowOf.get(id) ?? NONE)
      this.tree.followRows(count, root, (row) => rowIn(ids[row]))
      ;[this.from, this.to, this.active] = kept.map(rowIn)
    }
    this.edits++
    this.selected = selected
    if (selected !== NONE) this.active = selected
    this.#career = undefined
    this.tree.layOutAgain()
    this.painter.reset()
    if (selected !== NONE && this.view === 'reporting') this.tree.openTo(selected)
    this.#findPath()
    this.#keepActive(NONE)
    const at = anchorId === undefined ? undefined : chart.rowOf.get(anchorId)
    if (wasShown && at !== undefined && this.layout.position[at] !== NONE) {
      viewport.x += this.layout.x[at] - before.x[anchor]
      viewport.y += this.layout.y[at] - before.y[anchor]
    }
    this.#changed('replace')
    this.#reveal(selected)
  }

  /** The first box shown below a role. */
  firstBelow(row: number): number {
    return shownBelow(this.chart, this.tree.showsAll, row)[0]
  }

  openSiblings(row: number): void {
    this.painter.moveFromHere()
    for (const each of edgesOf(this.chart.children, this.chart.parent[row])) this.open[each] = 1
    this.tree.layOutAgain()
    this.#changed('none')
    this.#reveal(row)
  }

  openAll(open: boolean): void {
    this.painter.moveFromHere()
    this.open.fill(open ? 1 : 0)
    this.tree.showsAll.fill(open ? 1 : 0)
    this.open[this.chart.root] = 1
    this.tree.layOutAgain()
    this.#keepActive(NONE)
    this.fit(BLOCKS_BELOW)
    this.#changed('none')
  }

  /** Colours the boxes by something, or by units alone if `name` is empty; `only` are the keys of the entries to filter by. */
  colourBy(name: string, only: readonly string[] = [], step: Step = 'push'): void {
    const { chart } = this
    const colouring =
      name === chart.colouring.name && name !== '' ? chart.colouring : colouringBy(chart, name)
    const { entries } = colouring ?? { entries: [] }
    const places = entries.flatMap(({ key }, place) => (only.includes(key) ? [place] : []))
    const isFiltered = places.length > 0
    // The overview lists what the filter leaves.
    if (isFiltered !== chart.colouring.only.size > 0) this.hasOverview = isFiltered
    Object.assign(chart, { colouring: { ...(colouring ?? noColouring(chart.size)), only: new Set(places) } })
    this.painter.reset()
    this.#changed(step)
  }

  showDotted(dotted: DottedLines, step: Step = 'push'): void {
    this.dotted = dotted
    this.#changed(step)
  }

  setEnd(end: 'from' | 'to', row: number, step: Step = 'push'): void {
    this[end] = row
    this.#findPath()
    this.#changed(step)
  }

  clearPath(): void {
    this.from = NONE
    this.to = NONE
    this.#findPath()
    this.#changed('push')
  }

  /** Draws the reporting lines in a layout; `undefined` leaves the choice to the page. */
  layOut(name: LayoutName | undefined, step: Step = 'push'): void {
    const { tree } = this
    tree.isChosen = name !== undefined
    const isSame = tree.name === (name ?? tree.usualName)
    if (!isSame) {
      this.painter.moveFromHere()
      tree.name = name ?? tree.usualName
      tree.layOutAgain()
      this.fit(BLOCKS_BELOW)
    }
    this.#changed(step)
    if (!isSame) this.#reveal(this.selected)
  }

  /**
   * Shows the whole chart, with the columns that make it largest. If it would be smaller than `least`, shows the tops and what
   * is highlighted, if that is possible, or the upper end of the chart.
   */
  fit(least = 0): void {
    this.#least = least
    fitChart(this, least)
  }

  /** Takes a new size of the window, and keeps in view what the page brought there. */
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

  #changed(step: Step): void {
    this.#highlights = undefined
    // At once, so that the active box exists before a screen reader is told about it.
    this.painter.paint()
    for (const listener of this.#listeners) listener(step)
  }

  #reveal(row: number, isSought = false): void {
    const { layout, viewport, chart } = this
    if (row === NONE || layout.position[row] === NONE) return
    const isSmall = isSought || viewport.scale < BLOCKS_BELOW
    const least = isSmall ? SOUGHT_FROM : viewport.scale
    const chain = isSought && this.view === 'reporting' ? chainAbove(chart, row) : []
    viewport.reveal(
      boxRect(layout, row),
      least,
      chain.map((above) => boxRect(layout, above)),
    )
  }

  /** Lays the chart out again after a change; one box keeps its position on the screen. */
  #keepingInPlace(row: number, change: () => void): void {
    const { x, y } = this.layout
    this.painter.moveFromHere()
    change()
    this.tree.keepColumns()
    this.viewport.x += this.layout.x[row] - x[row]
    this.viewport.y += this.layout.y[row] - y[row]
  }

  /** Moves the keyboard from a box that has been hidden to its nearest shown manager. */
  #keepActive(fallback: number): void {
    const { position, order } = this.layout
    if (this.active !== NONE && position[this.active] !== NONE) return
    const shown =
      this.active === NONE
        ? undefined
        : chainAbove(this.chart, this.active).find((row) => position[row] !== NONE)
    this.active = shown ?? (fallback !== NONE ? fallback : order.length > 0 ? order[0] : NONE)
  }

  #findPath(): void {
    const { chart, from, to, view } = this
    this.path = undefined
    if (from === NONE || to === NONE) return
    this.path = view === 'reporting' ? reportingPath(chart, from, to) : careerPath(chart, from, to)
    if (view === 'reporting') for (const row of this.path ?? []) this.tree.openTo(row)
  }
}
