import type { Lines, LinesOption } from '../model/line.js'
import { givenOptions, oneOf, ownOption } from '../kernel/option-check.js'

const LINES: readonly Lines[] = ['solid', 'dotted', 'all']
const NONE: readonly string[] = []

/**
 * The `lines` of a query's options, `'solid'` where they are left out. `others` are the other options of the query: any
 * further key throws `INVALID_OPTION`, and so does anything but an object.
 */
export function linesOption(
  caller: string,
  options: LinesOption | undefined,
  others: readonly string[] = NONE,
): Lines {
  return options === undefined ? 'solid' : givenLines(caller, options, others)
}

/** Apart, so that a call without options stays small enough to be inlined. */
function givenLines(caller: string, options: LinesOption, others: readonly string[]): Lines {
  if (!hasOnly(options, others)) givenOptions(caller, options, ['lines', ...others])
  const received: unknown = ownOption(options, 'lines')
  if (received === undefined) return 'solid'
  // Compared word by word: some queries cost less than a search through a list.
  if (received === 'solid' || received === 'dotted' || received === 'all') return received
  return oneOf('lines', received, LINES)
}

/** Whether the options are a literal with known keys. {@link givenOptions} also checks this, at several times the cost. */
function hasOnly(options: unknown, others: readonly string[]): boolean {
  if (typeof options !== 'object' || options === null) return false
  if (Object.getPrototypeOf(options) !== Object.prototype) return false
  for (const key of Object.keys(options)) if (key !== 'lines' && !others.includes(key)) return false
  return true
}
