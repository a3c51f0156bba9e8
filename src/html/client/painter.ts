import { blockElement } from './block-element.js'
import { barClasses } from './box-colours.js'
import { boxElement, type BoxState, DIMMED, showBox } from './box-element.js'
import { type Chart, isMore, NONE } from './chart.js'
import { isDimmed } from './colour-key.js'
import { svg } from './element.js'
import { type EdgeKind, EDGES, type Highlights, type Layout, type Rect, type Scene } from './layout.js'
import { BLOCKS_BELOW, titleSizeAt } from './legibility.js'
import { smallBox } from './small-box.js'
import { Transition } from './transition.js'
import type { Viewport } from './viewport.js'

/** How much is drawn around the visible part, so that a small pan needs no redraw. */
const MARGIN = 0.3

/** The state that the painter reads at each frame. */
export interface Painted {
  readonly layout: Layout
  readonly view: 'reporting' | 'career'
  readonly open: Uint8Array
  readonly selected: number
  readonly active: number
  readonly highlights: Highlights
}

/** Draws the visible part, and keeps the elements that stay visible. */
export class Painter {
  readonly element: SVGSVGElement
  readonly #scene = svg('g')
  readonly #blocks = svg('g', { 'aria-hidden': 'true' })
  readonly #edges = svg('g', { class: 'edges', 'aria-hidden': 'true' })
  readonly #boxes = svg('g')
  readonly #drawn = new Map<number, SVGGElement>()
  #painted: Rect | undefined
  #scale = 0
  #titleSize = 0
  #frame = 0
  #transition: Transition | undefined

  constructor(
    private readonly chart: Chart,
    private readonly viewport: Viewport,
    private readonly now: () => Painted,
  ) {
    this.#scene.append(this.#edges, this.#blocks, this.#boxes)
    this.element = svg('svg', { class: 'chart', role: 'presentation' }, this.#scene)
  }

  /** Follows the view at the next frame, unless it is painted before. */
  follow(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#followNow()
    })
  }

  /** Moves the drawing; redraws it if it no longer covers the view. */
  #followNow(): void {
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

  /** Lets the boxes move from where they are now to where they are drawn next. */
  moveFromHere(): void {
    const { x, y, scale } = this.viewport
    this.#transition = new Transition(this.now().layout, { x, y, scale }, this.#drawn.keys())
  }

  /** Draws the visible part, and a margin around it. */
  paint(margin = MARGIN): void {
    cancelAnimationFrame(this.#frame)
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
    const isSmall = scale < BLOCKS_BELOW
    const scene = now.layout.sceneIn(painted, isSmall ? 1 / scale : 0, now.highlights)
    this.#keepTitleSize(titleSizeAt(scale))
    this.element.classList.toggle('far', isSmall)
    this.element.classList.toggle('small-boxes', this.#titleSize > 0)
    this.element.setAttribute('viewBox', `0 0 ${width * (1 + 2 * margin)} ${height * (1 + 2 * margin)}`)
    this.#scene.setAttribute(
      'transform',
      `translate(${-painted.left * scale} ${-painted.top * scale}) scale(${scale})`,
    )
    this.#edges.replaceChildren(
      ...barPaths(this.chart, scene),
      ...EDGES.flatMap((kind) => edgePaths(scene, kind)),
    )
    this.#blocks.replaceChildren(
      ...scene.blocks.map((block) => {
        const isHighlighted = (block.isTeam ? now.highlights.above : now.highlights.rows).has(block.row)
        return blockElement(this.chart, block, scale, isHighlighted)
      }),
    )
    this.#showBoxes(scene, now)
    this.#move(painted, rect, width, height)
    this.#transition?.run(now.layout, this.viewport, this.#drawn, this.#edges)
    this.#transition = undefined
  }

  /** Draws all boxes again, with the same chart. */
  redraw(): void {
    this.reset()
    this.paint()
  }

  /** Forgets the boxes, whose texts have changed. */
  reset(): void {
    for (const box of this.#drawn.values()) box.remove()
    this.#drawn.clear()
  }

  /** The box of a role, if it is drawn. */
  boxOf(row: number): SVGGElement | undefined {
    return this.#drawn.get(row)
  }

  /** At another size of titles, all boxes are made again. */
  #keepTitleSize(size: number): void {
    if (size === this.#titleSize) return
    this.#titleSize = size
    this.reset()
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

  #showBoxes(scene: Scene, { layout, view, open, selected, active, highlights }: Painted): void {
    const shown = new Set(scene.boxes)
    // The active box always exists, for screen readers.
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
        box = this.#titleSize === 0 ? boxElement(this.chart, row) : smallBox(this.chart, row, this.#titleSize)
        this.#drawn.set(row, box)
      }
      const state: BoxState = {
        x: layout.x[row],
        y: layout.y[row],
        view,
        open: open[row] === 1,
        selected: row === selected,
        active: row === active,
        highlighted: highlights.rows.has(row),
        dimmed: !isMore(this.chart, row) && isDimmed(this.chart.colouring, row),
        step: highlights.steps.get(row) ?? '',
        position: layout.position[row],
        total: layout.order.length,
      }
      showBox(this.chart, row, box, state)
      if (box === next) next = next.nextElementSibling
      else this.#boxes.insertBefore(box, next)
    }
  }
}

/** The bars of each colour as one path. */
function barPaths(chart: Chart, { bars }: Scene): SVGPathElement[] {
  const paths = new Map<string, string>()
  for (const { row, path } of bars) {
    const colour = row === NONE ? '' : barClasses(chart, row)
    const isLeft = row === NONE ? chart.colouring.only.size > 0 : isDimmed(chart.colouring, row)
    const key = `${isLeft ? '-' : '+'}bars ${colour}`
    paths.set(key, (paths.get(key) ?? '') + path)
  }
  return Array.from(paths, ([key, d]) =>
    svg('path', { class: key.slice(1), d, opacity: key.startsWith('-') ? DIMMED : undefined }),
  )
}

/** The edges of a kind, and those of each name. */
function edgePaths({ edges }: Scene, kind: EdgeKind): SVGPathElement[] {
  const named = Array.from(edges.keys()).filter((key) => key.startsWith(`${kind} `))
  return [kind, ...named].map((key) =>
    svg('path', { class: `edge ${key}`, d: [...(edges.get(key) ?? [])].join('') }),
  )
}
