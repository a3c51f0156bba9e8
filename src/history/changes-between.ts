import { requireDate } from '../kernel/calendar-date.js'
import { givenOptions } from '../kernel/option-check.js'
import type { EffectiveChanges, History } from '../model/history.js'
import { historyStateOf, requireInHistory } from './history-state.js'
import type { KnownOption } from './org-at.js'

/**
 * Returns the changes that take effect after one date and up to another one, by date.
 *
 * Applied one after the other to the org of the first date, they give the org of the second:
 * `changeOrg(orgAt(history, from, all), changesBetween(history, from, to).flatMap(({ changes }) => changes))` equals `orgAt(history, to, all)`, where
 * `all` is `{ assignments: 'all' }`, since an assignment that begins or ends by its own dates is not a change. For the difference of the two
 * orgs, without what was changed back in between, use `diffOrgs`.
 *
 * Complexity: O(log dates) and the number of entries returned.
 *
 * @param history The history.
 * @param from The date after which changes count.
 * @param to The last date of changes that count.
 * @param options `knownOn`.
 * @returns A fresh list of frozen entries; empty where `to` is not after `from`.
 * @throws {@link OrgError} `NOT_A_HISTORY`, `INVALID_ARGUMENT`, `INVALID_OPTION`; `BEFORE_HISTORY` where the first date is before the history begins.
 * @example
 * ```ts
 * import { changesBetween, defineOrg, describeChange, historyOf } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'update-role', role: 'analyst', set: { grade: 3 } }] },
 *   { on: '2026-07-01', changes: [{ do: 'set-manager', role: 'analyst', manager: null }] },
 * ])
 * for (const { on, changes } of changesBetween(history, '2026-06-30', '2026-12-31')) console.log(on, changes.map(describeChange))
 * // => 2026-07-01 [ "'analyst' reports to nobody" ]
 * ```
 * @see {@link orgAt}, {@link describeChange}, {@link diffOrgs}.
 */
export function changesBetween(
  history: History,
  from: string,
  to: string,
  options?: KnownOption,
): EffectiveChanges[] {
  const given = givenOptions('changesBetween', options, ['knownOn'])
  const state = historyStateOf('changesBetween', history, given.get('knownOn'))
  const after = requireDate('changesBetween', 'from', from)
  const last = requireDate('changesBetween', 'to', to)
  requireInHistory(state, after)
  return state.entries.between(after, last)
}
