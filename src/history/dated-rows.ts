import { placeOfRecord, readColumn, readRecords } from '../define/read-records.js'
import { fieldOf } from '../define/readable-field.js'
import type { PlaceOfRecord } from '../define/record-fields.js'
import { dayOfEnd, openEnds, type RowEnds } from '../define/row-ends.js'
import type { RoleRows } from '../define/role-rows.js'
import { isCalendarDate } from '../kernel/calendar-date.js'
import { invalidOption } from '../kernel/invalid-input.js'
import { type GivenOptions, oneOf } from '../kernel/option-check.js'
import { quote } from '../kernel/quote.js'
import type { Unit } from '../model/unit.js'
import { IssueList } from '../define/issue-list.js'
import type { HistoryIssueList } from './history-issue-list.js'
import { RowContents } from './row-contents.js'

/** How the ends of rows are to be read. */
export type Ends = RowEnds | 'next'

/** A row with its days: from the first one to before `to`. */
export interface DatedRow {
  /** Its index in the input. */
  readonly record: number
  readonly id: string
  readonly from: string
  readonly to: string | undefined
  /** The day on which it became known; blank for one that was always known. */
  readonly known: string
  /** The order of rows that begin on the same day. */
  readonly sequence: number | undefined
  /** Whether it says that the role is not there. */
  readonly isInactive: boolean
}

/** Rows as they are read. */
export interface DatedRows {
  readonly rows: readonly DatedRow[]
  readonly contents: RowContents
  readonly placeOf: PlaceOfRecord
  /** The rows as roles, of which each has its index as id. */
  readonly roleRows: RoleRows
  readonly ends: Ends
}

/** Rows, and the units that exist all the time. */
export interface RowsAndUnits {
  readonly dated: DatedRows
  readonly units: ReadonlyMap<string, Unit>
}

export function readDatedRows(
  records: Iterable<unknown>,
  given: GivenOptions,
  issues: HistoryIssueList,
): DatedRows {
  const list: readonly unknown[] = Array.isArray(records) ? records : Array.from(records)
  const column = (name: string): unknown[] | undefined => {
    const field = fieldOf(given, name)
    return field && readColumn(list, field, undefined, list.length).column
  }
  const ids = column('id') ?? []
  const reading = new Map<string, unknown>([
    ...given,
    ['id', (_row: unknown, index: number) => String(index)] as const,
  ])
  // These are about the ends of rows here, not of assignments.
  for (const option of ['ends', 'open']) reading.delete(option)
  const found = new IssueList()
  const roleRows = readRecords(list, reading, found)
  // Every row has its index as an id while it is read.
  for (const issue of found.all)
    issues.addAll([{ ...issue, roles: issue.roles.flatMap((at) => textOf(ids[Number(at)])) }])
  const placeOf = placeOfRecord(given.get('placeOf'))
  const reader = new DateReader(given, placeOf, issues)
  const [froms, tos, knowns] = [column('from'), column('to'), column('knownOn')]
  const [sequences, inactives] = [column('sequence'), column('inactive')]
  const rows: DatedRow[] = []
  for (const [record, id] of ids.entries()) {
    if (typeof id !== 'string') {
      reader.refuse(record, 'id', id, 'an id as a string (for numbers: id: (row) => String(row.id))')
      continue
    }
    const from = reader.dateIn(record, 'from', froms?.[record])
    const to = reader.endIn(record, tos?.[record])
    const known =
      knowns?.[record] === undefined || knowns[record] === ''
        ? ''
        : reader.dateIn(record, 'knownOn', knowns[record])
    const sequence = reader.sequenceIn(record, sequences?.[record])
    if (from === undefined || to === REFUSED || known === undefined) continue
    if (to !== undefined && to <= from) {
      reader.refuse(record, 'to', tos?.[record], `an end after the start (${from})`)
      continue
    }
    rows.push({ record, id, from, to, known, sequence, isInactive: inactives?.[record] === true })
  }
  return { rows, contents: new RowContents(roleRows), placeOf, roleRows, ends: reader.ends }
}

function textOf(id: unknown): string | [] {
  return typeof id === 'string' ? id : []
}

/** What a row with an end that cannot be read has for one. */
const REFUSED = Symbol('refused')

class DateReader {
  readonly ends: Ends
  readonly #partial: boolean
  readonly #open: ReadonlySet<unknown>

  constructor(
    given: GivenOptions,
    readonly placeOf: PlaceOfRecord,
    readonly issues: HistoryIssueList,
  ) {
    const hasTo = given.get('to') !== undefined
    this.ends = oneOf('ends', given.get('ends') ?? (hasTo ? undefined : 'next'), [
      'inclusive',
      'exclusive',
      'next',
    ])
    if (hasTo && this.ends === 'next')
      throw invalidOption(
        'to',
        given.get('to'),
        "used only without ends: 'next', with which each row ends when the next begins",
      )
    if (!hasTo && this.ends !== 'next')
      throw invalidOption('to', undefined, `the field with the end of each row, since ends is '${this.ends}'`)
    const partial = given.get('partial')
    if (partial !== undefined) oneOf('partial', partial, ['start'])
    this.#partial = partial !== undefined
    this.#open = openEnds(given.get('open'))
  }

  refuse(
    record: number,
    field: string,
    received: unknown,
    expected: string,
    suggestion = 'Correct the value.',
  ): void {
    this.issues.add('INVALID_FIELD', 'error', {
      place: this.placeOf(record, field),
      witness: [quote(received)],
      message: `Expected ${expected}, received ${quote(received)}`,
      suggestion,
    })
  }

  dateIn(record: number, field: string, received: unknown): string | undefined {
    const date = this.#partial && typeof received === 'string' ? completed(received) : received
    if (typeof date === 'string' && isCalendarDate(date)) return date
    this.refuse(
      record,
      field,
      received,
      "a calendar date such as '2026-03-31'",
      suggestionFor(received, field),
    )
    return undefined
  }

  /** The day after the last one; `undefined` for no end. */
  endIn(record: number, received: unknown): string | undefined | typeof REFUSED {
    if (received === undefined || received === null || this.#open.has(received)) return undefined
    const date = this.dateIn(record, 'to', received)
    if (date === undefined) return REFUSED
    return dayOfEnd(date, this.ends === 'next' ? 'inclusive' : this.ends)
  }

  sequenceIn(record: number, received: unknown): number | undefined {
    if (received === undefined || received === '') return undefined
    const number = typeof received === 'string' ? Number(received) : received
    if (typeof number === 'number' && Number.isFinite(number)) return number
    this.refuse(record, 'sequence', received, 'a number')
    return undefined
  }
}

/** The first day of a month or a year that is written without it. */
function completed(text: string): string {
  return /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
}

function suggestionFor(received: unknown, field: string): string {
  if (typeof received === 'string') {
    if (isCalendarDate(completed(received)))
      return "Say which day is meant: partial: 'start' takes the first day of the month or year."
    if (isCalendarDate(received.slice(0, 10)))
      return `Leave the time out: ${field}: (row) => row.date.slice(0, 10).`
  }
  if (received instanceof Date)
    return `Write the day as text: a Date is an instant, which falls on different days in different time zones.`
  return 'Write the date as year, month and day; if the file has another format, pass a function of the row.'
}
