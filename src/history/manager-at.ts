import { NONE } from '../engine/columns.js'
import { requireDate } from '../kernel/calendar-date.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { type GivenOptions, givenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { History } from '../model/history.js'
import { historyStateOf, requireInHistory } from './history-state.js'
import type { KnownOption } from './org-at.js'
import type { RoleVersions } from './role-versions.js'

const NONE_GIVEN: GivenOptions = new Map()

/**
 * Returns the solid manager of a role on a date, without making the org of that date.
 *
 * It answers what `managerOf(orgAt(history, date), role)` answers. Ids are those of the date.
 *
 * Complexity: O(log dates).
 *
 * @param history The history.
 * @param role The role, by the id that it has on the date.
 * @param date The date.
 * @param options `knownOn`.
 * @returns The id of the manager on the date; `undefined` for a role that reports to nobody.
 * @throws {@link OrgError} `UNKNOWN_ROLE` where the role is not there on the date; `NOT_A_HISTORY`, `INVALID_ARGUMENT`, `INVALID_OPTION`; `BEFORE_HISTORY`
 * for a date before the history begins.
 * @example
 * ```ts
 * import { defineOrg, historyOf, managerAt } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } } })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'remove-role', role: 'lead', reports: 'lift' }] },
 * ])
 * console.log(managerAt(history, 'analyst', '2026-03-31')) // => lead
 * console.log(managerAt(history, 'analyst', '2026-04-01')) // => director
 * ```
 * @see {@link orgAt}, {@link timelineOf}.
 */
export function managerAt<Id extends string>(
  history: History<Id>,
  role: NoInfer<Id>,
  date: string,
  options?: KnownOption,
): Id | undefined {
  const given = options === undefined ? NONE_GIVEN : givenOptions('managerAt', options, ['knownOn'])
  const state = historyStateOf('managerAt', history, given.get('knownOn'))
  const day = requireDate('managerAt', 'date', date)
  requireInHistory(state, day)
  const { versions } = state
  const at = versions.indexOf(day)
  const node = versions.nodeAt(role, at)
  if (node === undefined) throw unknownRole(versions, role, day)
  const manager = versions.managerOf(node, at)
  return manager === NONE || manager === node ? undefined : (versions.idOf(manager, at) as Id)
}

/** The error for a role that is not there on a date, or at all. */
export function unknownRole(versions: RoleVersions, role: unknown, date?: string): OrgError<'UNKNOWN_ROLE'> {
  const isKnown = typeof role === 'string' && versions.nodesOf(role).length > 0
  const nearest = isKnown ? undefined : nearestId(role, versions.ids())
  const on = isKnown && date !== undefined ? ` on ${date}; it has one on other dates` : ''
  const message = `The history has no role ${quote(role)}${on}${didYouMean(nearest)}`
  return new OrgError('UNKNOWN_ROLE', nearest === undefined ? `${message}.` : message, { id: role, nearest })
}
