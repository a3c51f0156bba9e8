import { directReportsOf, type Org, quote, quotedList, spanOfControlOf, spansAndLayers } from '../internal.js'

/** Whether the span of control of a role is from `least` to `most`. */
export function spanWithin(org: Org, role: string, least: number, most: number): boolean {
  const span = spanOfControlOf(org, role)
  return span >= least && span <= most
}

/** The span of control of a role, with its reports. */
export function spanLine(org: Org, role: string): string {
  const reports = directReportsOf(org, role)
  return `${quote(role)} has a span of control of ${String(reports.length)}: ${quotedList(reports, 'nobody')}`
}

/** The spans of the whole chart. */
export function spansLine(org: Org): string {
  const { managers, averageSpan, widestSpan, widest } = spansAndLayers(org)
  if (managers === 0) return 'The org has no managers.'
  const average = String(Math.round(averageSpan * 10) / 10)
  return `The spans of ${String(managers)} managers: ${average} on average, ${String(widestSpan)} at most (${quotedList(widest)}).`
}
