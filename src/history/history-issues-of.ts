import type { HistoryIssue } from '../kernel/issue.js'
import type { History } from '../model/history.js'
import { historyStateOf } from './history-state.js'

/**
 * Returns what was wrong with the input of a history: every issue with the days on which it holds.
 *
 * `from` is the first day and `to` the day after the last one. An issue of the input itself, such as a date that cannot be read, has neither.
 *
 * Complexity: O(issues).
 *
 * @param history The history.
 * @returns The issues, frozen; none where the history is sound.
 * @throws {@link OrgError} `NOT_A_HISTORY`.
 * @example
 * ```ts
 * import { historyFromRecords, historyIssuesOf } from 'rolegraph'
 *
 * const rows = [
 *   { id: 'lead', boss: null, start: '2026-03-01', end: null },
 *   { id: 'analyst', boss: 'lead', start: '2026-01-01', end: null },
 * ]
 * const history = historyFromRecords(rows, { id: 'id', manager: 'boss', from: 'start', to: 'end', ends: 'inclusive' })
 * for (const { code, roles, from, to } of historyIssuesOf(history)) console.log(code, roles, from, to)
 * // => MANAGER_STARTS_LATER [ 'analyst', 'lead' ] 2026-01-01 2026-03-01
 * ```
 * @see {@link orgAt}, whose orgs have the issues of their date.
 */
export function historyIssuesOf(history: History): readonly HistoryIssue[] {
  return historyStateOf('historyIssuesOf', history).issues
}
