import { type Chart, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'
import type { Explorer } from './explorer.js'
import { BOX_HEIGHT, BOX_WIDTH, type Layout, type PlacedTree, type Rect } from './layout.js'
import { type ShownTree, shownTree } from './shown-tree.js'
import { treeLayout } from './tree-layout.js'
import { bestColumns, type Columns, scaleIn } from './tree-parts.js'
import { AROUND } from './viewport.js'

/** A paper in landscape: the part of a sheet for the drawing, in millimetres. */
export interface Paper {
  readonly name: 'a4' | 'a3'
  readonly width: number
  readonly height: number
}

export const PAPERS: readonly Paper[] = [
  { name: 'a4', width: 277, height: 158 },
  { name: 'a3', width: 400, height: 245 },
]

/** How a chart that is too large for one sheet is printed. */
export type Division = 'subtrees' | 'tiles'

/** A sheet of paper: a part of a layout, and the pages on which the teams of some boxes are. */
export interface Sheet {
  readonly layout: Layout
  readonly open: Uint8Array
  readonly part: Rect
  /** Millimetres for each unit of the drawing. */
  readonly scale: number
  /** What the sheet shows of the chart, if it is not all of it. */
  readonly caption: string
  readonly continued: ReadonlyMap<number, number>
}

/** Millimetres for each unit of the drawing with which the smallest text, of 10.5 units, has 7 points; and the most that is used. */
const LEAST = (7 / 10.5) * (25.4 / 72)
const MOST = 0.32
/** How much of a sheet is on the next one too: so much that every box is whole on one of them. */
const OVERLAP_ACROSS = BOX_WIDTH + 6
const OVERLAP_DOWN = BOX_HEIGHT + 6
/** How many of the teams on a sheet are named above it. */
const NAMED = 3

/** The sheets on which everything that is open is printed. */
export function sheetsOf(explorer: Explorer, paper: Paper, division: Division): Sheet[] {
  const { view, layout, open, tree } = explorer
  if (layout.order.length === 0) return []
  if (view === 'career' || tree.name === 'left-to-right')
    return tiles({ layout, open, caption: '', continued: new Map() }, paper)
  if (division === 'tiles')
    return tiles({ ...arranged(explorer, open, [explorer.chart.root], paper), open }, paper)
  return new Subtrees(explorer, paper).sheets()
}

/** The size of a sheet in the units of the drawing, at the smallest scale. */
function roomOn(paper: Paper): [width: number, height: number] {
  return [paper.width / LEAST - 2 * AROUND, paper.height / LEAST - 2 * AROUND]
}

/** The columns with which what is shown is largest on a sheet. */
function columnsOn(paper: Paper, { chart, tree }: Explorer, shown: ShownTree): Columns {
  const { isCompact } = tree
  return bestColumns(chart, shown, ...roomOn(paper), isCompact, isCompact ? MOST / LEAST : 1)
}

interface Arranged {
  readonly layout: PlacedTree
  readonly caption: string
  readonly continued: ReadonlyMap<number, number>
}

/** What is open at and below some rows, in the columns with which it is largest on a sheet. */
function arranged(explorer: Explorer, open: Uint8Array, from: readonly number[], paper: Paper): Arranged {
  const { chart, tree } = explorer
  const { showsAll } = tree
  const shown = shownTree(chart, open, showsAll, from)
  const columns = columnsOn(paper, explorer, shown)
  return {
    layout: treeLayout(chart, { tree: shown, open, showsAll, columns }),
    caption: '',
    continued: new Map(),
  }
}

/** One sheet if everything fits on it, otherwise sheets that overlap, without those that would be empty. */
function tiles(all: Omit<Sheet, 'part' | 'scale'>, paper: Paper): Sheet[] {
  const { bounds } = all.layout
  const whole = {
    left: bounds.left - AROUND,
    top: bounds.top - AROUND,
    right: bounds.right + AROUND,
    bottom: bounds.bottom + AROUND,
  }
  const [across, down] = [whole.right - whole.left, whole.bottom - whole.top]
  const fitting = Math.min(paper.width / across, paper.height / down, MOST)
  if (fitting >= LEAST) return [{ ...all, part: whole, scale: fitting }]
  const [width, height] = [paper.width / LEAST, paper.height / LEAST]
  const [stepAcross, stepDown] = [width - OVERLAP_ACROSS, height - OVERLAP_DOWN]
  const columns = Math.max(1, Math.ceil((across - OVERLAP_ACROSS) / stepAcross))
  const rows = Math.max(1, Math.ceil((down - OVERLAP_DOWN) / stepDown))
  const sheets: Sheet[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = whole.left + column * stepAcross
      const top = whole.top + row * stepDown
      const part = { left, top, right: left + width, bottom: top + height }
      const place = `row ${row + 1} of ${rows}, column ${column + 1} of ${columns}`
      const caption = [all.caption, place].filter(Boolean).join(': ')
      if (hasBox(all.layout, part)) sheets.push({ ...all, part, scale: LEAST, caption })
    }
  }
  return sheets
}

function hasBox({ order, x, y }: Layout, { left, top, right, bottom }: Rect): boolean {
  return order.some(
    (row) => x[row] < right && x[row] > left - BOX_WIDTH && y[row] < bottom && y[row] > top - BOX_HEIGHT,
  )
}

/** Sheets of subtrees: as many and as much of each as fits, and the teams that do not fit on further sheets. */
class Subtrees {
  readonly #sheets: Sheet[] = []
  /** For each team that is on another sheet than its manager, where it is. */
  readonly #starts = new Map<number, number>()
  readonly #chart: Chart

  constructor(
    private readonly explorer: Explorer,
    private readonly paper: Paper,
  ) {
    this.#chart = explorer.chart
  }

  sheets(): Sheet[] {
    const { root } = this.#chart
    const pending = [root]
    for (let next = 0; next < pending.length;) {
      const open = new Uint8Array(this.explorer.open.length)
      open[root] = 1
      const rows = [pending[next++]]
      let left = this.#openBelow(rows, open)
      // Whole teams share a sheet as long as they fit.
      while (left.length === 0 && next < pending.length) {
        const more = open.slice()
        const both = [...rows, pending[next]]
        if (this.#openBelow(both, more).length > 0 || !this.#fits(more, both)) break
        open.set(more)
        rows.push(pending[next++])
        left = []
      }
      this.#add(rows, open, left)
      pending.push(...left)
    }
    return this.#sheets.map((sheet) => ({
      ...sheet,
      continued: new Map(Array.from(sheet.continued.keys(), (row) => [row, this.#starts.get(row) ?? NONE])),
    }))
  }

  #add(rows: readonly number[], open: Uint8Array, left: readonly number[]): void {
    const { root, data } = this.#chart
    for (const row of rows) this.#starts.set(row, this.#sheets.length + 1)
    const names = rows.filter((row) => row !== root).map((row) => data.labels[row] || data.ids[row])
    const more = names.length - NAMED
    const caption = [...names.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ')
    const { layout } = arranged(this.explorer, open, rows, this.paper)
    // The pages are known once all sheets are.
    const continued = new Map(left.map((row) => [row, NONE]))
    this.#sheets.push(...tiles({ layout, open, caption, continued }, this.paper))
  }

  #isOpen(row: number): boolean {
    return this.explorer.open[row] === 1 && edgesOf(this.#chart.children, row).length > 0
  }

  /** Opens as many managers below the last of some rows as fit on a sheet, layer by layer; returns those that do not. */
  #openBelow(rows: readonly number[], open: Uint8Array): number[] {
    let layer = rows.slice(-1)
    open[layer[0]] = 1
    const left: number[] = []
    while (layer.length > 0) {
      const next = layer.flatMap((row) =>
        Array.from(edgesOf(this.#chart.children, row)).filter((child) => this.#isOpen(child)),
      )
      for (const row of next) open[row] = 1
      layer = next
      if (next.length === 0 || this.#fits(open, rows)) continue
      for (const row of next) open[row] = 0
      layer = next.filter((row) => {
        open[row] = 1
        const fits = this.#fits(open, rows)
        if (fits) return true
        open[row] = 0
        left.push(row)
        return false
      })
    }
    return left
  }

  #fits(open: Uint8Array, rows: readonly number[]): boolean {
    const { chart, tree } = this.explorer
    const shown = shownTree(chart, open, tree.showsAll, rows)
    return scaleIn(chart, shown, columnsOn(this.paper, this.explorer, shown), ...roomOn(this.paper)) >= 1
  }
}
