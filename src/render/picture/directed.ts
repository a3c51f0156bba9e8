import { type GivenOptions, oneOf, trueOrFalse } from '../../internal.js'
import type { FieldOptions } from './box-fields.js'
import type { CheckedOptions } from './checked-options.js'

/** Where managers are drawn by software that places the boxes itself. */
export type ChartDirection = 'top-down' | 'left-to-right'

/** The options of an output whose reader places the boxes. */
export interface DirectedOptions extends FieldOptions {
  /** Whether managers are above their reports (the default) or to the left of them. Careers always run from left to right. */
  readonly layout?: ChartDirection
  /** Whether units have frames with their names, in their colours; the same as `groupBy: 'unit'`. Default: `false`. */
  readonly frames?: boolean
}

export const DIRECTED_OPTIONS = ['layout', 'frames', 'fields'] as const

/** Whether a chart runs from left to right. Throws `INVALID_OPTION`. */
export function isSideways(given: GivenOptions, { relations }: CheckedOptions): boolean {
  const layout = oneOf('layout', given.get('layout'), ['top-down', 'left-to-right'], 'top-down')
  return layout === 'left-to-right' || relations === 'career'
}

/** The options of a picture, with units kept together for their frames. Throws `INVALID_OPTION`. */
export function withFrames(given: GivenOptions, checked: CheckedOptions): CheckedOptions {
  const frames = trueOrFalse('frames', given.get('frames'), false)
  return { ...checked, groupBy: checked.groupBy || frames }
}
