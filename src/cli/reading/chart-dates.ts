import { assignmentsOf, type Org, peopleOf, quotedList } from '../../internal.js'
import { CommandError } from '../exit-code.js'
import type { ChartRead } from './read-chart.js'
import type { ReadingOptions } from './reading-options.js'

/** Refuses `--on` where none of the charts has dates: the answer would be the same on any other date. */
export function requireDates(charts: readonly ChartRead[], { on }: Pick<ReadingOptions, 'on'>): void {
  if (on === undefined || charts.some((chart) => chart.isDated)) return
  throw new CommandError(
    `--on is ${on}, and ${quotedList(charts.map(({ name }) => name))} ${charts.length === 1 ? 'does' : 'do'} not say what was different on other dates`,
    'Leave out --on, or name a history or a chart whose assignments have dates.',
  )
}

/** Whether an assignment of the org has a first or a last day. */
export function hasDatedAssignments(org: Org): boolean {
  return peopleOf(org).some((person) =>
    assignmentsOf(org, { person }).some(({ from, to }) => from !== undefined || to !== undefined),
  )
}
