import { HISTORY_VERSION } from '../define/define-org.js'
import { lostInJson } from '../define/lost-in-json.js'
import { documentOf, type OrgDocument } from '../define/to-org-document.js'
import { OrgError } from '../kernel/org-error.js'
import type { EffectiveChanges, History } from '../model/history.js'
import { type HistoryState, historyStateOf } from './history-state.js'

/** A history as plain data: the document of the org at the start, and the changes by date. */
export interface HistoryDocument extends Omit<OrgDocument, 'rolegraph'> {
  /** The version of the format. A document of version 1 or 2 is the history of an org that does not change. */
  readonly rolegraph: 1 | 2 | 3
  /** The first day of the org at the start; absent where it has no beginning. */
  readonly since?: string
  readonly effective?: readonly EffectiveChanges[]
}

/**
 * Returns a history as a document: plain data for `JSON.stringify`. It is the document of the org at the start, with the changes by date in
 * `effective` and the version 3.
 *
 * Issues are not part of it: a history that was collected with its issues needs `onIssue: 'collect'` again.
 *
 * Complexity: O(roles + lines + moves + changes).
 *
 * @param history The history.
 * @returns A fresh object; its changes are frozen.
 * @throws {@link OrgError} `NOT_A_HISTORY`; `INVALID_ARGUMENT` where data hold something that JSON would change (`NaN`, `Infinity`, a bigint,
 * undefined in a list).
 * @example
 * ```ts
 * import { defineOrg, historyOf, toHistoryDocument } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: null }] },
 * ])
 * const { rolegraph, effective } = toHistoryDocument(history)
 * console.log(rolegraph, effective?.length) // => 3 1
 * ```
 * @see {@link historyFromDocument}.
 */
export function toHistoryDocument(history: History): HistoryDocument {
  return writeHistory(historyStateOf('toHistoryDocument', history))
}

/** The document of a state. */
export function writeHistory({ versions, since, entries }: HistoryState): HistoryDocument {
  const { rolegraph: _version, ...start } = documentOf(versions.base)
  const effective = entries.between()
  for (const [index, entry] of effective.entries()) {
    const lost = lostInJson(entry.changes)
    if (lost === undefined) continue
    const place = ['effective', index, 'changes', ...lost.path].join('.')
    throw new OrgError(
      'INVALID_ARGUMENT',
      `The history has ${lost.what} in ${place}, which a document cannot hold: JSON would change the value.`,
      { argument: 'history', received: entry },
    )
  }
  return {
    rolegraph: HISTORY_VERSION,
    ...start,
    ...(since !== undefined && { since }),
    effective,
  }
}
