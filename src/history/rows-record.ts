import type { Erasure } from '../change/erasure.js'
import { RedactedRecord } from '../change/redacted-record.js'
import { fieldsIn, REDACT_FIELDS } from '../change/redact-fields.js'
import { unitLedBy } from '../change/unit-references.js'
import { IssueList } from '../define/issue-list.js'
import { linkOrg } from '../define/link-org.js'
import { RoleRows } from '../define/role-rows.js'
import { OrgState } from '../engine/org-state.js'
import type { HistoryIssue } from '../kernel/issue.js'
import type { Unit } from '../model/unit.js'
import type { RowsAndUnits } from './dated-rows.js'
import { HistoryIssueList } from './history-issue-list.js'
import type { HistoryRecord } from './history-state.js'
import { withPresentEnds } from './present-spells.js'
import { RecordedChanges } from './recorded-changes.js'
import { knownDatesOf } from './replay.js'
import { rowColumns } from './row-columns.js'
import { addCycles } from './row-cycles.js'
import { recordedRoles } from './row-spells.js'
import { RowVersions } from './row-versions.js'

/** The history of all rows, or of those that were known on a date. */
export function recordOfRows(
  { dated, units }: RowsAndUnits,
  issues: HistoryIssueList,
  knownOn?: string,
): HistoryRecord {
  const rows = knownOn === undefined ? dated.rows : dated.rows.filter(({ known }) => known <= knownOn)
  const roles = withPresentEnds(recordedRoles(dated, rows, issues), dated, issues)
  const versions = new RowVersions(
    rowColumns(roles),
    roles.map(({ id }) => id),
    dated.contents,
    baseOf(units),
    units,
  )
  addCycles(versions, dated.placeOf, issues)
  const knownDates = knownDatesOf(rows.map(({ known }) => (known === '' ? NEVER_TOLD : { knownOn: known })))
  // The rows are kept only where there is an earlier state of knowledge.
  return recordOf(
    versions,
    Object.freeze([...issues.all]),
    knownDates,
    knownDates.length === 0 ? undefined : { dated, units },
  )
}

const NEVER_TOLD: { readonly knownOn?: string } = {}

function recordOf(
  versions: RowVersions,
  issues: readonly HistoryIssue[],
  knownDates: readonly string[],
  kept: RowsAndUnits | undefined,
): HistoryRecord {
  const record: HistoryRecord = {
    since: undefined,
    entries: new RecordedChanges(versions),
    versions,
    issues,
    knownDates,
    knownBy: kept === undefined ? () => record : (date) => recordOfRows(kept, new HistoryIssueList(), date),
    rows: { versions, kept },
  }
  return record
}

/** The history of rows without some people. */
export function erasedRecord(
  { versions, kept }: NonNullable<HistoryRecord['rows']>,
  { issues, knownDates }: HistoryRecord,
  erasure: Erasure,
): HistoryRecord {
  const base = erasedState(versions.base, erasure)
  const heads = new Map(
    Array.from(versions.units.values(), (unit) => [
      erasure.placeIdOf(unit.id),
      unit.heads.map(erasure.placeIdOf),
    ]),
  )
  const units = new Map(
    Array.from(base.units.values(), (unit) => [unit.id, unitLedBy(unit, heads.get(unit.id) ?? [])]),
  )
  const contents = versions.contents.erased(erasure)
  const rows = kept && {
    units,
    dated: {
      ...kept.dated,
      contents,
      rows: kept.dated.rows.map((row) => ({ ...row, id: erasure.placeIdOf(row.id) })),
      placeOf: (record: number, field?: string) => ({ record, ...(field !== undefined && { field }) }),
    },
  }
  return recordOf(versions.renamed(erasure.placeIdOf, contents, base, units), issues, knownDates, rows)
}

/** An org without some people. */
export function erasedState(state: OrgState, erasure: Erasure): OrgState {
  const renaming = erasure.renamingOf(state.people)
  return new OrgState(new RedactedRecord(state, fieldsIn(REDACT_FIELDS), true, renaming).record())
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
