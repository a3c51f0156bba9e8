import { applyChanges } from '../change/apply-changes.js'
import type { OrgState } from '../engine/org-state.js'
import type { HistoryIssue, Issue } from '../kernel/issue.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { EffectiveChanges } from '../model/history.js'
import { ReplayedVersions } from './replayed-versions.js'
import type { RoleVersions } from './role-versions.js'
import { WatchedOrg } from './watched-org.js'

/** Changes of a date as they are given, with their place in the input. */
export interface GivenEntry {
  readonly on: string
  readonly knownOn?: string
  readonly changes: readonly unknown[]
  readonly path: readonly (string | number)[]
}

export interface Replay {
  readonly versions: RoleVersions
  /** The entries with the changes that were applied: frozen copies. */
  readonly entries: readonly EffectiveChanges[]
  readonly issues: readonly HistoryIssue[]
}

/** Entries by date, those of one date by the date on which they became known, and then as given. */
export function byDate<Entry extends Pick<GivenEntry, 'on' | 'knownOn'>>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.toSorted(
    (a, b) => compareTexts(a.on, b.on) || compareTexts(a.knownOn ?? '', b.knownOn ?? ''),
  )
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The dates on which entries became known, ascending, each once. */
export function knownDatesOf(entries: readonly { readonly knownOn?: string }[]): readonly string[] {
  return [...new Set(entries.flatMap(({ knownOn }) => knownOn ?? []))].sort()
}

/** Those of some entries that were known on a date. */
export function knownEntries<Entry extends { readonly knownOn?: string }>(
  entries: readonly Entry[],
  date: string,
): readonly Entry[] {
  return entries.filter(({ knownOn = '' }) => knownOn <= date)
}

/** Those of some entries by date that are after one date and up to another. */
export function entriesBetween(
  entries: readonly EffectiveChanges[],
  after: string | undefined,
  last: string | undefined,
): EffectiveChanges[] {
  const upTo = (date: string | undefined, otherwise: number): number =>
    date === undefined ? otherwise : partitionPoint(entries.length, (index) => entries[index].on <= date)
  return entries.slice(upTo(after, 0), upTo(last, entries.length))
}

/** Applies entries, which are sorted by date, to the org before them. */
export function replay(base: OrgState, given: readonly GivenEntry[]): Replay {
  const open = new WatchedOrg(base)
  const dates: string[] = []
  const entries: EffectiveChanges[] = []
  const found: { readonly issue: Issue; readonly from: string }[] = []
  for (const [index, { on, knownOn, changes, path }] of given.entries()) {
    const applied = applyChanges(open, changes, path)
    for (const issue of applied.issues.all) found.push({ issue, from: on })
    const known = knownOn === undefined ? {} : { knownOn }
    entries.push(Object.freeze({ on, ...known, changes: applied.changes }))
    if (given.at(index + 1)?.on === on) continue
    dates.push(on)
    open.endDate()
  }
  const versions = new ReplayedVersions(open, dates)
  const issues = found.map(({ issue, from }) => dated(issue, from, endOf(issue, from, versions)))
  return { versions, entries: Object.freeze(entries), issues }
}

export function dated(issue: Issue, from: string | undefined, to: string | undefined): HistoryIssue {
  return Object.freeze({ ...issue, from, to })
}

/** The date on which a line that closes a cycle is no longer there: one of its roles has another manager, or is gone. */
function endOf({ code, roles }: Issue, from: string, versions: RoleVersions): string | undefined {
  if (code !== 'REPORTING_CYCLE' && code !== 'SELF_REPORT' && code !== 'UNKNOWN_MANAGER') return undefined
  const start = versions.indexOf(from)
  let end = Infinity
  for (const id of roles) {
    const node = versions.nodeAt(id, start)
    if (node === undefined) continue
    const manager = versions.managerOf(node, start)
    const next = versions
      .datesOf(node)
      .find(
        (date) =>
          date > start &&
          (versions.roleOf(node, date) === undefined || versions.managerOf(node, date) !== manager),
      )
    end = Math.min(end, next ?? Infinity)
  }
  return versions.dates.at(end === Infinity ? versions.dates.length : end)
}
