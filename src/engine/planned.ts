import { oneOf } from '../kernel/option-check.js'
import type { PlannedOption } from '../model/role.js'
import type { OrgState } from './org-state.js'
import { isVacant } from './role-record.js'

/** Whether a role is planned: on the chart but not there yet. */
export function isPlanned({ columns }: OrgState, handle: number): boolean {
  return columns.attributes.status?.[handle] === 'planned'
}

/** Whether the option `planned` leaves planned roles out of a count. Throws `INVALID_OPTION`. */
export function excludesPlanned(received: unknown): boolean {
  const words: readonly NonNullable<PlannedOption['planned']>[] = ['exclude', 'include']
  return oneOf('planned', received, words, 'exclude') === 'exclude'
}

/**
 * Whether nobody fills a role: it is vacant, or it is planned and the chart names no holders. A planned role can have
 * holders.
 */
export function isUnfilled(state: OrgState, handle: number): boolean {
  if (isVacant(state, handle)) return true
  return isPlanned(state, handle) && state.columns.attributes.holders?.[handle] === undefined
}
