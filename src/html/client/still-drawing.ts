import { NONE } from './chart.js'
import type { Explorer } from './explorer.js'
import type { Highlights, Layout, Rect } from './layout.js'
import { Painter } from './painter.js'
import { AROUND, Viewport } from './viewport.js'

/** A part of a layout, with what is drawn differently from the screen. */
export interface Still {
  readonly layout: Layout
  readonly open: Uint8Array
  readonly part: Rect
}

/** Everything that is open in the current view, with the room around it for lines. */
export function wholeChart({ layout, open }: Explorer): Still {
  const { left, top, right, bottom } = layout.bounds
  return {
    layout,
    open,
    part: { left: left - AROUND, top: top - AROUND, right: right + AROUND, bottom: bottom + AROUND },
  }
}

/** A part of the chart in full size, apart from the one on the screen: without selection, and with ids of no element. */
export function stillDrawing(explorer: Explorer, { layout, open, part }: Still): SVGSVGElement {
  const { chart, view, highlights } = explorer
  const viewport = new Viewport(() => undefined)
  Object.assign(viewport, {
    x: part.left,
    y: part.top,
    width: part.right - part.left,
    height: part.bottom - part.top,
  })
  const unfocused: Highlights = { ...highlights, focus: NONE }
  const painter = new Painter(chart, viewport, () => ({
    layout,
    view,
    open,
    selected: NONE,
    active: NONE,
    highlights: unfocused,
  }))
  painter.paint(0)
  for (const element of painter.element.querySelectorAll('.box')) element.removeAttribute('id')
  return painter.element
}
