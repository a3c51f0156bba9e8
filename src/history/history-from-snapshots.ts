import { changeOrg } from '../change/change-org.js'
import { diffOrgs } from '../change/diff-orgs.js'
import { stateIn, stateOf } from '../engine/org-state.js'
import { isCalendarDate } from '../kernel/calendar-date.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'
import type { History, Snapshot } from '../model/history.js'
import type { Org } from '../model/org.js'
import { historyRecord } from './history-of.js'
import { sealHistory } from './history-state.js'
import { compareTexts, type GivenEntry } from './replay.js'
import { writeHistory } from './write-history.js'

/**
 * Makes a history of snapshots: the same org on several dates. Each holds from its date up to the next one.
 *
 * The history keeps the first org and the changes from each to the next, as {@link diffOrgs} finds them: what happened between two snapshots
 * is known by the second. A question about a day before the first one throws `BEFORE_HISTORY`. Snapshots may be in any order.
 *
 * A snapshot that was collected with its issues has the same roles, lines and the rest on its date; its cycles and unknown managers are issues
 * of the history with their days. Other issues of a snapshot are not kept.
 *
 * Complexity: O(roles + lines + moves) per snapshot.
 *
 * @param snapshots The orgs by date: `{ on, org }`, one or more.
 * @returns The history.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { changesBetween, defineOrg, describeChange, historyFromSnapshots } from 'rolegraph'
 *
 * const march = defineOrg({ roles: { director: {}, analyst: { reportsTo: 'director' } } })
 * const june = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } } })
 * const history = historyFromSnapshots([
 *   { on: '2026-03-31', org: march },
 *   { on: '2026-06-30', org: june },
 * ])
 * for (const { on, changes } of changesBetween(history, '2026-03-31', '2026-06-30')) console.log(on, changes.map(describeChange))
 * // => 2026-06-30 [ "add the role 'lead' with reportsTo 'director'", "'analyst' reports to 'lead'" ]
 * ```
 * @see {@link historyOf}, {@link diffOrgs}.
 */
export function historyFromSnapshots<Id extends string, Unit extends string, Data, Person extends string>(
  snapshots: readonly Snapshot<Org<Id, Unit, Data, Person>>[],
): History<Id, Unit, Data, Person> {
  const sorted = readSnapshots(snapshots)
  const [first] = sorted
  const entries: GivenEntry[] = []
  // Each is compared with what the changes before it gave, which may write the same content in another way.
  let before: Org = first.org
  for (const [index, { on, org }] of sorted.entries()) {
    if (index === 0) continue
    const { changes } = diffOrgs(before, org)
    entries.push({ on, changes, path: ['snapshots', index] })
    before = changeOrg(before, changes, { onIssue: 'collect' }).org
  }
  const record = historyRecord(stateOf(first.org), { entries, issues: [] }, first.on)
  const history: History = sealHistory(record, writeHistory)
  // Its roles are those of the snapshots.
  return history as History<Id, Unit, Data, Person>
}

function readSnapshots(snapshots: unknown): readonly Snapshot[] {
  const list: readonly unknown[] = Array.isArray(snapshots) ? snapshots : []
  const isSound = list.length > 0 && list.every(isSnapshot)
  if (!isSound) {
    throw invalidArgument(
      'historyFromSnapshots',
      'snapshots',
      list.find((item) => !isSnapshot(item)) ?? snapshots,
      "a list of { on: '2026-03-31', org }, one or more",
    )
  }
  const sorted = (list as readonly Snapshot[]).toSorted((a, b) => compareTexts(a.on, b.on))
  const twice = sorted.find(({ on }, index) => on === sorted.at(index + 1)?.on)
  if (twice === undefined) return sorted
  throw invalidArgument('historyFromSnapshots', 'snapshots', twice.on, 'one snapshot for each date')
}

function isSnapshot(item: unknown): boolean {
  const on = ownValue(item, 'on')
  return typeof on === 'string' && isCalendarDate(on) && stateIn(ownValue(item, 'org')) !== undefined
}
