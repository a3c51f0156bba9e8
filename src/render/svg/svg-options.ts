import { type GivenOptions, invalidOption, trueOrFalse } from '../../internal.js'
import type { DrawingStyle } from './drawing.js'
import { layoutOption } from './layouts.js'

/** How a chart is drawn, from the options `layout` and `frames`. Throws `INVALID_OPTION`. */
export function styleOptions(given: GivenOptions): DrawingStyle {
  return {
    layout: layoutOption(given.get('layout')),
    frames: trueOrFalse('frames', given.get('frames'), false),
  }
}

/** Throws `INVALID_OPTION`. */
export function titleOption(title: unknown, usual: string): string {
  if (title === undefined) return usual
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  return title
}
