import { boxElement, type BoxState, showBox } from './box-element.js'
import { type Chart, NONE } from './chart.js'
import { svg } from './element.js'
import type { Layout, Lit, Rect, Scene } from './layout.js'
import type { Viewport } from './viewport.js'

/** Below this scale no text can be read, so that boxes are drawn without any. */
export const READABLE = 0.4
/** So few boxes keep their text down to this scale, since the reader can tell them apart by their shape. */
const FEW = 300
const LEAST_OF_FEW = 0.2
/** What is narrower on the screen is drawn together with all below it. */
const SMALLEST = 3
/** How much more than the view is drawn, so that a small pan draws nothing anew. */
const MARGIN = 0.3
const EDGES = ['solid', 'dotted', 'heads', 'near', 'nearDotted', 'nearHeads', 'lit', 'litHeads'] as const

/** What the painter asks of the explorer at each frame. */
export interface Painted {
  readonly layout: Layout
  readonly view: 'reporting' | 'career'
  readonly open: Uint8Array
  readonly selected: number
  readonly active: number
  readonly lit: Lit
}

/** Draws what is in view, and keeps the elements that remain in view. */
export class Painter {
  readonly element: SVGSVGElement
  readonly #scene = svg('g')
  readonly #bars = svg('path', { class: 'bars' })
  readonly #paths: Readonly<Record<(typeof EDGES)[number], SVGPathElement>>
  readonly #boxes = svg('g')
  readonly #drawn = new Map<number, SVGGElement>()
  #painted: Rect | undefined
  #scale = 0

  constructor(
    private readonly chart: Chart,
    private readonly viewport: Viewport,
    private readonly now: () => Painted,
  ) {
    const path = (name: string): SVGPathElement => svg('path', { class: `edge ${name}` })
    this.#paths = {
      solid: path('solid'),
      dotted: path('dotted'),
      heads: path('heads'),
      near: path('near'),
      nearDotted: path('near-dotted'),
      nearHeads: path('near-heads'),
      lit: path('lit'),
      litHeads: path('lit-heads'),
    }
    const edges = svg(
      'g',
      { class: 'edges', 'aria-hidden': 'true' },
      this.#bars,
      ...Object.values(this.#paths),
    )
    this.#scene.append(edges, this.#boxes)
    this.element = svg('svg', { class: 'chart', role: 'presentation' }, this.#scene)
  }

  /** Moves what is drawn; draws anew where that does not cover the view. */
  follow(): void {
    const { rect, scale, width, height } = this.viewport
    const painted = this.#painted
    const covers =
      painted !== undefined &&
      scale === this.#scale &&
      rect.left >= painted.left &&
      rect.top >= painted.top &&
      rect.right <= painted.right &&
      rect.bottom <= painted.bottom
    if (!covers) this.paint()
    else this.#move(painted, rect, width, height)
  }

  /** Draws what is in view. With a margin of 0 that and no more. */
  paint(margin = MARGIN): void {
    const { rect, scale, width, height } = this.viewport
    const across = (rect.right - rect.left) * margin
    const down = (rect.bottom - rect.top) * margin
    const painted = {
      left: rect.left - across,
      top: rect.top - down,
      right: rect.right + across,
      bottom: rect.bottom + down,
    }
    this.#painted = painted
    this.#scale = scale
    const now = this.now()
    const isSmall = scale < (now.layout.order.length <= FEW ? LEAST_OF_FEW : READABLE)
    const scene = now.layout.sceneIn(painted, isSmall ? SMALLEST / scale : 0, now.lit)
    this.element.setAttribute('viewBox', `0 0 ${width * (1 + 2 * margin)} ${height * (1 + 2 * margin)}`)
    this.#scene.setAttribute(
      'transform',
      `translate(${-painted.left * scale} ${-painted.top * scale}) scale(${scale})`,
    )
    this.#bars.setAttribute('d', scene.bars.join(''))
    for (const name of EDGES) this.#paths[name].setAttribute('d', [...scene[name]].join(''))
    this.#showBoxes(scene, now)
    this.#move(painted, rect, width, height)
  }

  /** The box of a role, where it is drawn. */
  boxOf(row: number): SVGGElement | undefined {
    return this.#drawn.get(row)
  }

  #move(painted: Rect, rect: Rect, width: number, height: number): void {
    const margin = (rect.left - painted.left) * this.#scale
    const marginDown = (rect.top - painted.top) * this.#scale
    const all = (painted.right - painted.left) * this.#scale
    const { style } = this.element
    style.width = `${all}px`
    style.height = `${((painted.bottom - painted.top) * this.#scale).toFixed(2)}px`
    style.transform = `translate(${-margin}px, ${-marginDown}px)`
    this.element.dataset['view'] = `${margin} ${marginDown} ${width} ${height}`
  }

  #showBoxes(scene: Scene, { layout, view, open, selected, active, lit }: Painted): void {
    const shown = new Set(scene.boxes)
    // The one that has the focus is always there, for whoever listens to the page.
    if (active !== NONE && layout.position[active] !== NONE) shown.add(active)
    for (const [row, box] of this.#drawn) {
      if (shown.has(row)) continue
      box.remove()
      this.#drawn.delete(row)
    }
    let next = this.#boxes.firstElementChild
    for (const row of [...shown].sort((a, b) => layout.position[a] - layout.position[b])) {
      let box = this.#drawn.get(row)
      if (box === undefined) {
        box = boxElement(this.chart, row)
        this.#drawn.set(row, box)
      }
      const state: BoxState = {
        x: layout.x[row],
        y: layout.y[row],
        view,
        open: open[row] === 1,
        selected: row === selected,
        active: row === active,
        lit: lit.rows.has(row),
        position: layout.position[row],
        total: layout.order.length,
      }
      showBox(this.chart, row, box, state)
      if (box === next) next = next.nextElementSibling
      else this.#boxes.insertBefore(box, next)
    }
  }
}
