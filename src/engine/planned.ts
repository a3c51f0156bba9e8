import { oneOf } from '../kernel/option-check.js'
import type { PlannedOption } from '../model/role.js'
import type { OrgState } from './org-state.js'
import { isVacant } from './role-record.js'

/** Whether a role is planned: on the chart, and not there yet. */
export function isPlanned({ columns }: OrgState, handle: number): boolean {
  return columns.attributes.status?.[handle] === 'planned'
}

/** Whether planned roles are left out of a count, by the option of that name. Throws `INVALID_OPTION`. */
export function excludesPlanned(received: unknown): boolean {
  const words: readonly NonNullable<PlannedOption['planned']>[] = ['exclude', 'include']
  return oneOf('planned', received, words, 'exclude') === 'exclude'
}

/**
 * Whether nobody is in a role who could answer for it: it is vacant, or it is planned and the chart names nobody. A planned
 * role with holders has them.
 */
export function isUnfilled(state: OrgState, handle: number): boolean {
  if (isVacant(state, handle)) return true
  return isPlanned(state, handle) && state.columns.attributes.holders?.[handle] === undefined
}
