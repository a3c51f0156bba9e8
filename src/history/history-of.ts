import type { ChangedOrg, CheckedChanges } from '../change/changed-ids.js'
import { collectsIssues, IssueList, issuesText, type OnIssue } from '../define/issue-list.js'
import { SpecReader } from '../define/spec-reader.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { isCalendarDate } from '../kernel/calendar-date.js'
import { invalidArgument, invalidOption } from '../kernel/invalid-input.js'
import type { HistoryIssue, Place } from '../kernel/issue.js'
import { givenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import type { EffectiveChanges, History } from '../model/history.js'
import type { Org, PersonIdOf, RoleIdOf, UnitIdOf } from '../model/org.js'
import { writeHistory } from './write-history.js'
import { type HistoryRecord, sealHistory } from './history-state.js'
import {
  byDate,
  dated,
  entriesBetween,
  type GivenEntry,
  knownDatesOf,
  knownEntries,
  replay,
} from './replay.js'

/** The options of {@link historyOf}. */
export interface HistoryOptions {
  /**
   * `'throw'` (the default) an `OrgError` with all problems, or `'collect'` them (`historyIssuesOf`): lines that close a cycle or lead to
   * an unknown manager are kept, and other changes with problems are left out.
   */
  readonly onIssue?: OnIssue
  /** The first day of the org at the start. A question about an earlier day throws. Default: it has no beginning. */
  readonly since?: string
}

type OrgAfter<
  Entries extends readonly EffectiveChanges[],
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
> = ChangedOrg<Entries[number]['changes'], Id, Unit, Data, Person>

/** The history of an org, with the ids that its changes add. */
export type HistoryAfter<
  Entries extends readonly EffectiveChanges[],
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
> = History<
  Id | RoleIdOf<OrgAfter<Entries, Id, Unit, Data, Person>>,
  Unit | UnitIdOf<OrgAfter<Entries, Id, Unit, Data, Person>>,
  OrgAfter<Entries, Id, Unit, Data, Person> extends Org<string, string, infer After> ? After : unknown,
  Person | PersonIdOf<OrgAfter<Entries, Id, Unit, Data, Person>>
>

/** Entries whose ids are those of the org, or are added by one of them. */
export type CheckedEntries<
  Entries extends readonly EffectiveChanges[],
  Id extends string,
  Unit extends string,
  Person extends string,
> = readonly (Omit<EffectiveChanges, 'changes'> & {
  readonly changes: CheckedChanges<readonly Entries[number]['changes'][number][], Id, Unit, Person>
})[]

/**
 * Makes the history of an org: the org at the start, and changes that each take effect on a date.
 *
 * Entries apply by date, whatever their order in the list; those of one date by the date on which they became known, and then in the order
 * of the list. Dates in the future are ordinary. An entry with `knownOn` became known on that day: a correction of the past has an `on`
 * before it. Everything that can be asked of a history can be asked as of what was known on a day.
 *
 * The changes are checked as {@link changeOrg} checks them, each against the org of its day: the error lists every problem with its entry.
 * A history whose corrections are sound all together must be sound on every earlier state of knowledge too.
 *
 * Complexity: O(changes) and what each refers to; for each correction that became known after a later change, O(changes) again.
 *
 * @param start The org before the changes.
 * @param entries The changes by date: `{ on, changes }`, with `knownOn` where that matters.
 * @param options `onIssue`, `since`.
 * @returns The history, with the literal ids of the org and of what the changes add.
 * @throws {@link OrgError} `INVALID_HISTORY` with all problems (unless they are collected), `INVALID_ARGUMENT`, `INVALID_OPTION`,
 * `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, historyOf, managerAt, orgAt, rolesOf } from 'rolegraph'
 *
 * const start = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } } })
 * const history = historyOf(start, [
 *   { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }] },
 *   { on: '2026-07-01', changes: [{ do: 'add-role', role: 'planner', spec: { reportsTo: 'lead' } }] },
 * ])
 * console.log(managerAt(history, 'analyst', '2026-03-31')) // => lead
 * console.log(managerAt(history, 'analyst', '2026-04-01')) // => director
 * console.log(rolesOf(orgAt(history, '2026-12-31')).length) // => 4
 * ```
 * @see {@link historyFromSnapshots}, {@link historyFromRecords}, {@link orgAt}, {@link changesBetween}.
 */
export function historyOf<
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
  const Entries extends readonly EffectiveChanges[],
>(
  start: Org<Id, Unit, Data, Person>,
  entries: Entries & CheckedEntries<Entries, NoInfer<Id>, NoInfer<Unit>, NoInfer<Person>>,
  options?: HistoryOptions,
): HistoryAfter<Entries, Id, Unit, Data, Person> {
  const given = givenOptions('historyOf', options, ['onIssue', 'since'])
  const collect = collectsIssues(given)
  const since = given.get('since')
  if (since !== undefined && !isDate(since))
    throw invalidOption('since', since, "a calendar date such as '2026-03-31'")
  const record = historyRecord(stateOf(start), readEntries('historyOf', entries, since), since)
  if (!collect) throwIfBroken(record.issues)
  // The compiler knows the ids by the list; here they have just been applied.
  return sealHistory(record, writeHistory) as HistoryAfter<Entries, Id, Unit, Data, Person>
}

interface ReadEntries {
  readonly entries: readonly GivenEntry[]
  readonly issues: readonly HistoryIssue[]
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value)
}

/** Reads entries, which are under `name` in their input. */
export function readEntries(
  caller: string,
  entries: unknown,
  since: string | undefined,
  name = 'entries',
): ReadEntries {
  if (!Array.isArray(entries)) throw invalidArgument(caller, name, entries, 'a list of { on, changes }')
  const issues = new IssueList()
  const reader = new SpecReader(issues, {})
  const read: GivenEntry[] = []
  for (const [index, entry] of (entries as readonly unknown[]).entries()) {
    const place = { path: [name, index] }
    const fields = reader.fieldsOf(entry, ['on', 'knownOn', 'changes'], place)
    if (fields === undefined) continue
    const [on, knownOn, changes] = ['on', 'knownOn', 'changes'].map((name) => fields.get(name))
    const at = (field: string): Place => ({ path: [...place.path, field] })
    const isOn = isDate(on) && (since === undefined || on >= since)
    if (!isOn)
      reader.invalid(
        on,
        `a calendar date such as '2026-03-31'${since === undefined ? '' : `, from ${since} on`}`,
        at('on'),
      )
    const isKnown = knownOn === undefined || isDate(knownOn)
    if (!isKnown) reader.invalid(knownOn, "a calendar date such as '2026-03-31'", at('knownOn'))
    if (!Array.isArray(changes)) reader.invalid(changes, 'a list of changes', at('changes'))
    else if (isOn && isKnown)
      read.push({ on, ...(knownOn !== undefined && { knownOn }), changes, path: place.path })
  }
  return { entries: byDate(read), issues: issues.all.map((issue) => dated(issue, undefined, undefined)) }
}

/** The record of a history of an org and entries by date. */
export function historyRecord(
  base: OrgState,
  { entries, issues }: ReadEntries,
  since: string | undefined,
): HistoryRecord {
  const { versions, entries: applied, issues: found } = replay(base, entries)
  const knownDates = knownDatesOf(entries)
  const earlier = issuesOfEarlierKnowledge(base, entries, knownDates)
  return {
    since,
    entries: { between: (after, last) => entriesBetween(applied, after, last) },
    versions,
    issues: Object.freeze([...issues, ...found, ...earlier]),
    knownDates,
    knownBy: (date) => historyRecord(base, { entries: knownEntries(entries, date), issues: [] }, since),
  }
}

/** The problems that changes have only as long as later corrections are not known. */
function issuesOfEarlierKnowledge(
  base: OrgState,
  entries: readonly GivenEntry[],
  knownDates: readonly string[],
): readonly HistoryIssue[] {
  const issues: HistoryIssue[] = []
  let later = entries
  for (const date of ['', ...knownDates.slice(0, -1)].reverse()) {
    const known = knownEntries(later, date)
    // What comes first in a sound list is sound.
    if (known.some((entry, index) => entry !== later[index])) {
      for (const issue of replay(base, known).issues)
        issues.push(Object.freeze({ ...issue, message: `${knownText(date)}: ${issue.message}` }))
    }
    later = known
  }
  return issues
}

function knownText(date: string): string {
  return date === '' ? 'Before any correction was known' : `With what was known on ${date}`
}

/** Throws `INVALID_HISTORY` with all issues where one is an error. */
export function throwIfBroken(issues: readonly HistoryIssue[]): void {
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new OrgError('INVALID_HISTORY', issuesText('The history has', errors), { issues })
}
