import { dayAfter } from '../kernel/calendar-date.js'
import { invalidOption } from '../kernel/invalid-input.js'
import { type GivenOptions, oneOf } from '../kernel/option-check.js'

/** Whether the end of a row is its last day, or the day after it. */
export type RowEnds = 'inclusive' | 'exclusive'

/** How the ends of rows are read. */
export interface EndReading {
  readonly ends: RowEnds
  /** The ends that mean "no end". */
  readonly open: ReadonlySet<unknown>
}

/** The last days that systems write for "no end". */
const OPEN_ENDS: readonly string[] = Object.freeze(['9999-12-31', '4712-12-31', '2999-12-31', ''])

/** The ends that mean "no end", from the option `open`. Throws `INVALID_OPTION`. */
export function openEnds(received: unknown): ReadonlySet<unknown> {
  if (received === undefined) return new Set(OPEN_ENDS)
  const list: readonly unknown[] = Array.isArray(received) ? received : [undefined]
  if (list.every((item) => typeof item === 'string')) return new Set(list)
  throw invalidOption('open', received, 'a list of dates that mean "no end"')
}

/** How assignments in rows end, from the options `ends` and `open`. `ends` is refused if no field is read as the end. */
export function endReadingOf(given: GivenOptions, hasTo: boolean): EndReading {
  const received = given.get('ends')
  const ends = oneOf('ends', received, ['inclusive', 'exclusive'], 'exclusive')
  if (received !== undefined && !hasTo)
    throw invalidOption('ends', received, 'used only if a field is read as the end of assignments')
  return { ends, open: openEnds(given.get('open')) }
}

/** The day after the last one, from the end of a row. The last day that can be written has none, and means no end. */
export function dayOfEnd(end: string, ends: RowEnds): string | undefined {
  if (ends === 'exclusive') return end
  return end === '9999-12-31' ? undefined : dayAfter(end)
}
