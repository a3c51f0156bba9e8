import { chainAbove, type Chart } from './chart.js'
import type { TreeLayout } from './layout.js'
import { openAtFirst } from './open-at-first.js'
import { rightwardLayout } from './rightward-layout.js'
import { type ShownTree, shownTree } from './shown-tree.js'
import { treeLayout } from './tree-layout.js'
import { bestColumns, type Columns, LIST, scaleIn } from './tree-parts.js'
import { AROUND, type Viewport } from './viewport.js'

/** A chart in a narrower window opens as an indented list. */
const NARROW = 600
/** After a change, the columns stay as they are unless the chart could be this many times as large. */
const WORTH_NEW_COLUMNS = 2

/** How reporting lines are drawn, by the names of the layouts of pictures. */
export const LAYOUTS = ['top-down', 'compact', 'left-to-right', 'indented'] as const
export type LayoutName = (typeof LAYOUTS)[number]

/** Which boxes of the reporting lines are open, and how they are arranged. */
export class TreeArrangement {
  open: Uint8Array
  /** 1 for a manager whose reports are all shown, regardless of the limit. */
  showsAll: Uint8Array
  name: LayoutName = 'top-down'
  /** Whether the reader has chosen it, rather than the page. */
  isChosen = false
  #columns = LIST
  #layout: TreeLayout | undefined

  constructor(
    private readonly chart: Chart,
    private readonly viewport: Viewport,
  ) {
    this.open = new Uint8Array(chart.count + 1)
    this.open[chart.root] = 1
    this.showsAll = new Uint8Array(chart.count + 1)
  }

  /** Whether the reporting lines are drawn as one indented list. */
  get isList(): boolean {
    return this.name === 'indented'
  }

  get isCompact(): boolean {
    return this.name === 'compact'
  }

  /** Whether small teams are columns. */
  get hasColumns(): boolean {
    return this.isCompact || this.name === 'top-down'
  }

  get layout(): TreeLayout {
    if (this.#layout !== undefined) return this.#layout
    const { chart, open, showsAll } = this
    const tree = this.#tree(open)
    const columns = this.isList ? LIST : this.#columns
    return (this.#layout =
      this.name === 'left-to-right'
        ? rightwardLayout(chart, { tree, open, showsAll })
        : treeLayout(chart, { tree, open, showsAll, columns }))
  }

  /** Keeps what is open after roles were added or removed; `rowNow` gives the new row of one of the `count` rows before, or -1. */
  followRows(count: number, root: number, rowNow: (row: number) => number): void {
    const { open, showsAll, chart } = this
    this.open = new Uint8Array(chart.count + 1)
    this.showsAll = new Uint8Array(chart.count + 1)
    for (let row = 0; row < count; row++) {
      const now = open[row] === 1 || showsAll[row] === 1 ? rowNow(row) : -1
      if (now === -1) continue
      this.open[now] = open[row]
      this.showsAll[now] = showsAll[row]
    }
    this.open[chart.root] = open[root]
    this.layOutAgain()
  }

  layOutAgain(): void {
    this.#layout = undefined
  }

  /** The layout that the page chooses for its window. */
  get usualName(): LayoutName {
    return this.viewport.width < NARROW ? 'indented' : 'top-down'
  }

  /** Opens what is open at first in the window as it is. */
  openAtFirst(): void {
    const { chart } = this
    this.name = this.usualName
    this.open = openAtFirst(chart, (open) => {
      const tree = this.#tree(open)
      return scaleIn(chart, tree, this.#columnsFor(tree), ...this.#room())
    })
    // As in the other pictures, the limit applies to highlighted roles too.
    for (const row of chart.data.highlight) this.openAbove(row)
    this.layOutAgain()
  }

  /** Expands whatever hides a role. */
  openTo(row: number): void {
    const { leftOut, parent } = this.chart
    for (const each of [row, ...chainAbove(this.chart, row)]) {
      if (leftOut[each] === 0 || this.showsAll[parent[each]] === 1) continue
      this.showsAll[parent[each]] = 1
      this.layOutAgain()
    }
    this.openAbove(row)
  }

  openAbove(row: number): void {
    for (const manager of chainAbove(this.chart, row)) {
      if (this.open[manager] === 1) continue
      this.open[manager] = 1
      this.layOutAgain()
    }
  }

  /** Chooses the columns with which the chart is largest in its window. */
  fitColumns(): void {
    if (!this.hasColumns) return
    this.#columns = this.#columnsFor(this.#tree(this.open))
    this.layOutAgain()
  }

  /** Lays the chart out again, with other columns if it has a bad shape with those that it has. */
  keepColumns(): void {
    this.layOutAgain()
    if (!this.hasColumns) return
    const tree = this.#tree(this.open)
    const columns = this.#columnsFor(tree)
    const best = Math.min(1, scaleIn(this.chart, tree, columns, ...this.#room()))
    const now = scaleIn(this.chart, tree, this.#columns, ...this.#room())
    if (now * WORTH_NEW_COLUMNS < best) this.#columns = columns
  }

  #tree(open: Uint8Array): ShownTree {
    return shownTree(this.chart, open, this.showsAll)
  }

  #room(): [width: number, height: number] {
    return [this.viewport.width - 2 * AROUND, this.viewport.height - 2 * AROUND]
  }

  #columnsFor(tree: ShownTree): Columns {
    return this.isList ? LIST : bestColumns(this.chart, tree, ...this.#room(), this.isCompact)
  }
}
