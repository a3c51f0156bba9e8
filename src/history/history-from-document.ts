import { HISTORY_VERSION, orgFromDocument } from '../define/define-org.js'
import { collectsIssues, type OnIssue } from '../define/issue-list.js'
import { stateOf } from '../engine/org-state.js'
import { isCalendarDate } from '../kernel/calendar-date.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { givenOptions } from '../kernel/option-check.js'
import type { HistoryIssue } from '../kernel/issue.js'
import type { History } from '../model/history.js'
import type { Org } from '../model/org.js'
import { historyRecord, readEntries, throwIfBroken } from './history-of.js'
import { historyStateOf, sealHistory } from './history-state.js'
import { type HistoryDocument, writeHistory } from './write-history.js'

/**
 * Makes a history from the object of a document: what {@link toHistoryDocument} returns, or what `JSON.parse` makes of `JSON.stringify(history)`.
 *
 * A document of an org, of version 1 or 2, is the history of an org that does not change. A document with `effective` has the version 3;
 * `orgFromDocument` refuses it, since an org has no dates.
 *
 * Complexity: O(roles + lines + moves + changes).
 *
 * @param document The document. It is copied.
 * @param options `onIssue`, as for {@link historyOf}, for the org at the start too.
 * @returns A history with ids of type `string`.
 * @throws {@link OrgError} `INVALID_ORG` for problems of the org at the start, `INVALID_HISTORY` for those of the changes (unless they are collected);
 * `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg, historyFromDocument, historyOf, managerAt } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const text = JSON.stringify(
 *   historyOf(start, [{ on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: null }] }]),
 * )
 * const again = historyFromDocument(JSON.parse(text))
 * console.log(managerAt(again, 'analyst', '2026-03-31')) // => lead
 * ```
 * @see {@link toHistoryDocument}, `orgFromDocument`; `parseHistoryDocument` of `rolegraph/import` reads text, and its issues have lines.
 */
export function historyFromDocument(
  document: HistoryDocument,
  options?: { readonly onIssue?: OnIssue },
): History {
  const collect = collectsIssues(givenOptions('historyFromDocument', options, ['onIssue']))
  const received: unknown = document
  if (typeof received !== 'object' || received === null || Array.isArray(received))
    throw invalidArgument(
      'historyFromDocument',
      'document',
      received,
      'an object { rolegraph: 3, roles: …, effective: … }',
    )
  const fields = new Map<string, unknown>(Object.entries(received))
  const isHistory = fields.get('rolegraph') === HISTORY_VERSION
  const since = fields.get('since')
  const isDate = since === undefined || (typeof since === 'string' && isCalendarDate(since))
  if (!isDate)
    throw invalidArgument('historyFromDocument', 'since', since, "a calendar date such as '2026-03-31'")
  const effective = fields.get('effective') ?? []
  if (isHistory) {
    for (const name of ['since', 'effective']) fields.delete(name)
    fields.set('rolegraph', 2)
  }
  const start: unknown = Object.fromEntries(fields)
  const org = orgFromDocument(start as Parameters<typeof orgFromDocument>[0], {
    onIssue: collect ? 'collect' : 'throw',
  })
  const history = historyOfDocument(org, since, effective)
  if (!collect) throwIfBroken(historyStateOf('historyFromDocument', history).issues)
  return history
}

/**
 * The history of an org and of what else a document of a history has, with all of its problems; `placed` returns each with its place in the
 * input.
 */
export function historyOfDocument(
  org: Org,
  since: string | undefined,
  effective: unknown,
  placed?: (issue: HistoryIssue) => HistoryIssue,
): History {
  const entries = readEntries('historyFromDocument', effective, since, 'effective')
  const record = historyRecord(stateOf(org), entries, since)
  const issues = placed === undefined ? record.issues : Object.freeze(record.issues.map(placed))
  return sealHistory({ ...record, issues }, writeHistory)
}
