import { collectsIssues, IssueList } from '../define/issue-list.js'
import { linkOrg } from '../define/link-org.js'
import { linkUnits } from '../define/link-units.js'
import { mentionedUnits, refuseNoRecords } from '../define/org-from-records.js'
import { RECORD_OPTIONS } from '../define/read-records.js'
import { readUnits } from '../define/read-units.js'
import type { DataField, DataFrom, Field, RecordOptions } from '../define/record-fields.js'
import { RoleRows } from '../define/role-rows.js'
import { OrgState } from '../engine/org-state.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { type GivenOptions, givenOptions } from '../kernel/option-check.js'
import type { Place } from '../kernel/issue.js'
import type { History } from '../model/history.js'
import type { Unit } from '../model/unit.js'
import { type DatedRow, type DatedRows, type Ends, readDatedRows } from './dated-rows.js'
import { HistoryIssueList } from './history-issue-list.js'
import { throwIfBroken } from './history-of.js'
import { type HistoryRecord, sealHistory } from './history-state.js'
import { withPresentEnds } from './present-spells.js'
import { RecordedChanges } from './recorded-changes.js'
import { knownDatesOf } from './replay.js'
import { addCycles } from './row-cycles.js'
import { recordedRoles } from './row-spells.js'
import { RowVersions } from './row-versions.js'
import { writeHistory } from './write-history.js'

type Text = string | null | undefined

/** The options of {@link historyFromRecords}: where a row has its dates, and what `orgFromRecords` takes. */
export interface HistoryRecordOptions<Row, From extends DataField<Row> = DataField<Row>> extends Omit<
  RecordOptions<Row, From>,
  (typeof NOT_OF_ROWS)[number]
> {
  /** The first day on which the row holds. */
  readonly from: Field<Row, string>
  /** The last day, or with `ends: 'exclusive'` the day after it; null, undefined and the dates of `open` mean no end. */
  readonly to?: Field<Row, Text>
  /**
   * Whether `to` is the last day (`'inclusive'`: Oracle, SAP) or the day after it (`'exclusive'`), or whether rows have no end, and each ends when the
   * next one of its role begins (`'next'`: PeopleSoft; the default without `to`).
   */
  readonly ends?: Ends
  /** The order of rows of a role that begin on one day, as a number: the highest holds. */
  readonly sequence?: Field<Row, number | string | null | undefined>
  /** The day on which the row became known. A row that became known later overrules earlier ones on the days that it covers. */
  readonly knownOn?: Field<Row, Text>
  /** Whether the row says that the role is not there from then on. */
  readonly inactive?: Field<Row, boolean | null | undefined>
  /** `'start'` reads `'2026-03'` as its first day, and `'2026'` too. Default: such dates are issues. */
  readonly partial?: 'start'
  /** The ends that mean "no end". Default: `'9999-12-31'`, `'4712-12-31'`, `'2999-12-31'` and a blank. */
  readonly open?: readonly string[]
}

/** What rows of a history do not share with `orgFromRecords`: people are holders here, ids repeat, and ends are those of rows. */
const NOT_OF_ROWS = ['person', 'people', 'repeatedIds', 'ends', 'open'] as const
const OPTIONS = /* @__PURE__ */ optionsOfRows()

function optionsOfRows(): readonly string[] {
  return [
    ...RECORD_OPTIONS.filter((name) => !NOT_OF_ROWS.some((other) => other === name)),
    'from',
    'to',
    'ends',
    'sequence',
    'knownOn',
    'inactive',
    'partial',
    'open',
  ]
}

/**
 * Makes a history of effective-dated rows, as HR systems have them: several per role, each with the days on which it holds. Any reader of CSV
 * gives such rows; values may all be texts.
 *
 * Each part of a role comes from a field of the row, as in {@link orgFromRecords}; null and undefined mean none, and other texts, blank ones too,
 * are ids. Units exist all the time. Roles are in the order of their first day, those of one day in the order of their first rows.
 *
 * Nothing is guessed. Where two rows of a role cover the same day and differ, none of both is taken for the part in which they differ, and the
 * overlap is an error; where a row has a higher `sequence` on the same first day, or became known later, it holds. On days that no row covers, the role is not
 * there; a gap between two rows is a warning. A manager who begins later than the report, or ends earlier, is a warning, and the role has no manager on those days. A
 * cycle that holds on some days is an error. Each of these has its days. If the ends look one day off, by a gap or an overlap of one day
 * after every row, that is one issue (`ENDS_MISREAD`).
 *
 * Complexity: O(rows log rows) and what the changes refer to.
 *
 * @param records Any iterable of rows; read once and not kept.
 * @param options Where to find the dates and the parts of a role; `onIssue`, `units`, `placeOf`.
 * @returns The history. Before the first day of all rows, its org has no roles.
 * @throws {@link OrgError} `INVALID_HISTORY` with all issues where one is an error (unless they are collected), `INVALID_ARGUMENT`, `INVALID_OPTION`,
 * `READ_FAILED` when a function of yours throws.
 * @example
 * ```ts
 * import { historyFromRecords, managerAt, timelineOf } from 'rolegraph'
 *
 * const rows = [
 *   { post: '1', boss: null, start: '2024-01-01', end: '4712-12-31' },
 *   { post: '2', boss: '1', start: '2024-01-01', end: '4712-12-31' },
 *   { post: '3', boss: '1', start: '2024-01-01', end: '2026-03-31' },
 *   { post: '3', boss: '2', start: '2026-04-01', end: '4712-12-31' },
 * ]
 * const history = historyFromRecords(rows, { id: 'post', manager: 'boss', from: 'start', to: 'end', ends: 'inclusive' })
 * console.log(managerAt(history, '3', '2026-03-31'), managerAt(history, '3', '2026-04-01')) // => 1 2
 * console.log(timelineOf(history, { role: '3' }).length) // => 2
 * ```
 * @see {@link historyIssuesOf}, {@link orgFromRecords}, {@link historyFromSnapshots}.
 */
export function historyFromRecords<Row, const From extends DataField<Row>>(
  records: Iterable<Row>,
  options: HistoryRecordOptions<Row, From>,
): History<string, string, DataFrom<Row, From>> {
  if (!Array.isArray(records)) refuseNoRecords('historyFromRecords', records)
  const given = givenOptions('historyFromRecords', options, OPTIONS)
  if (given.get('id') === undefined || given.get('from') === undefined) {
    throw invalidArgument(
      'historyFromRecords',
      'options',
      options,
      "an object that names the fields with the id and the first day, as in { id: 'post', from: 'start' }",
    )
  }
  const collect = collectsIssues(given)
  const issues = new HistoryIssueList()
  const rows = readDatedRows(records, given, issues)
  const units = unitsOfRows(rows, given, issues)
  const record = recordOfRows(rows, units, issues)
  if (!collect) throwIfBroken(record.issues)
  const history: History = sealHistory(record, writeHistory)
  // The data of roles are copies of what the caller's field or function gave.
  return history as History<string, string, DataFrom<Row, From>>
}

/** The units of all rows, or those that are given; units that rows name and nobody knows are left out of the rows. */
function unitsOfRows(
  { rows, roleRows, placeOf }: DatedRows,
  given: GivenOptions,
  issues: HistoryIssueList,
): ReadonlyMap<string, Unit> {
  const found = new IssueList()
  // Roles and units share one namespace. The rows have their indexes as ids: here they have those of their roles.
  const named = new RoleRows((record, field) => ({ record, ...(field !== undefined && { field }) }), found)
  const byRecord = new Map<number, DatedRow>()
  for (const row of rows) {
    byRecord.set(row.record, row)
    named.ids[row.record] = row.id
    if (!named.handles.has(row.id)) named.handles.set(row.id, row.record)
  }
  for (const [name, column] of roleRows.attributes) named.attributes.set(name, column)
  const specs = given.get('units')
  const units = linkUnits(
    named,
    specs === undefined ? mentionedUnits(named) : readUnits(specs, named, { path: ['units'] }),
  )
  const placed = (place: Place): Place =>
    place.record === undefined ? place : placeOf(place.record, place.field)
  for (const issue of found.all) {
    const row = byRecord.get(issue.place.record ?? -1)
    if (row === undefined && issue.place.record !== undefined) continue
    issues.addPlaced(issue, placed, row)
  }
  return units
}

/** The history of all rows, or of those that were known on a date. */
function recordOfRows(
  dated: DatedRows,
  units: ReadonlyMap<string, Unit>,
  issues: HistoryIssueList,
  knownOn?: string,
): HistoryRecord {
  const rows = knownOn === undefined ? dated.rows : dated.rows.filter(({ known }) => known <= knownOn)
  const roles = withPresentEnds(recordedRoles(dated, rows, issues), dated, issues)
  const versions = new RowVersions(roles, dated.contents, baseOf(units), units)
  addCycles(versions, dated.placeOf, issues)
  const knownDates = knownDatesOf(rows.map(({ known }) => (known === '' ? NEVER_TOLD : { knownOn: known })))
  const record: HistoryRecord = {
    since: undefined,
    entries: new RecordedChanges(versions),
    versions,
    issues: Object.freeze([...issues.all]),
    knownDates,
    // The rows are kept only where there is an earlier state of knowledge.
    knownBy: knownDates.length === 0 ? () => record : knownByRows(dated, units),
  }
  return record
}

const NEVER_TOLD: { readonly knownOn?: string } = {}

function knownByRows(dated: DatedRows, units: ReadonlyMap<string, Unit>): HistoryRecord['knownBy'] {
  return (date) => recordOfRows(dated, units, new HistoryIssueList(), date)
}

/** An org of units without roles, and therefore without heads. */
function baseOf(units: ReadonlyMap<string, Unit>): OrgState {
  const headless = new Map(
    Array.from(units.values(), (unit) => [
      unit.id,
      Object.freeze({ ...unit, head: undefined, heads: Object.freeze([]) }),
    ]),
  )
  const rows = new RoleRows(() => ({}), new IssueList())
  return new OrgState(linkOrg(rows, headless, []))
}
