import { addToList } from '../kernel/add-to-list.js'
import { dayAfter } from '../kernel/calendar-date.js'
import { partitionPoint } from '../kernel/partition-point.js'
import { quote } from '../kernel/quote.js'
import type { Spell } from '../model/history.js'
import type { DatedRow, DatedRows } from './dated-rows.js'
import type { HistoryIssueList } from './history-issue-list.js'
import { compareTexts } from './replay.js'

/** Days on which the same rows say what a role is. */
export interface RowSpell extends Spell {
  readonly from: string
  /** What they say, in the contents of all rows. */
  readonly source: number
}

/** A role and what its rows say, by date. */
export interface RecordedRole {
  readonly id: string
  readonly spells: readonly RowSpell[]
}

interface Covered extends Spell {
  readonly from: string
  readonly rows: readonly DatedRow[]
}

/** Each role with its spells: on each day the rows that no other one overrules. Roles are in the order of their first rows. */
export function recordedRoles(
  dated: DatedRows,
  rows: readonly DatedRow[],
  issues: HistoryIssueList,
): RecordedRole[] {
  const byId = new Map<string, DatedRow[]>()
  for (const row of rows) {
    addToList(byId, row.id, row)
  }
  const roles = Array.from(byId, ([id, own]) => {
    const list = own.toSorted((a, b) => compareTexts(a.from, b.from) || (a.sequence ?? 0) - (b.sequence ?? 0))
    return { id, rows: dated.ends === 'next' ? untilNext(list) : list }
  })
  const misread = misreadEnds(dated, roles)
  if (misread) addMisread(dated, roles, issues)
  return roles.map(({ id, rows: own }) => ({
    id,
    spells: spellsOf(dated, id, coveredDays(own), issues, misread),
  }))
}

/** Rows that end where the next one begins that begins later. */
function untilNext(rows: readonly DatedRow[]): DatedRow[] {
  let next: string | undefined
  let later: string | undefined
  return rows
    .toReversed()
    .map((row) => {
      if (row.from !== next) later = next
      next = row.from
      return { ...row, to: later }
    })
    .reverse()
}

/** The rows of a role by the day on which they became known, while its days are gone through in order. */
class ActiveRows {
  readonly #byKnown = new Map<string, DatedRow[]>()
  /** The days on which active rows became known, ascending. */
  readonly #known: string[] = []

  add(row: DatedRow): void {
    if (!this.#byKnown.has(row.known)) {
      const at = partitionPoint(this.#known.length, (index) => this.#known[index] < row.known)
      this.#known.splice(at, 0, row.known)
    }
    addToList(this.#byKnown, row.known, row)
  }

  /** The rows that no other one overrules on a day: those known last, and of those that begin on one day those with the highest sequence. */
  holdingOn(day: string): readonly DatedRow[] {
    for (let known = this.#known.at(-1); known !== undefined; known = this.#known.at(-1)) {
      const active = this.#byKnown.get(known)?.filter(({ to }) => to === undefined || to > day) ?? []
      if (active.length > 0) {
        this.#byKnown.set(known, active)
        return ofHighestSequence(active)
      }
      this.#byKnown.delete(known)
      this.#known.pop()
    }
    return []
  }
}

/** A fresh list. */
function ofHighestSequence(rows: readonly DatedRow[]): readonly DatedRow[] {
  const sequences = new Map<string, number>()
  for (const { from, sequence = -Infinity } of rows)
    sequences.set(from, Math.max(sequence, sequences.get(from) ?? -Infinity))
  return rows.filter(({ from, sequence = -Infinity }) => sequence === sequences.get(from))
}

/** The days of a role, and the rows that hold on them. */
function coveredDays(rows: readonly DatedRow[]): readonly Covered[] {
  const isApart = rows.every(
    ({ to }, at) => at + 1 === rows.length || (to !== undefined && to <= rows[at + 1].from),
  )
  if (isApart) return rows.map((row) => ({ from: row.from, to: row.to, rows: [row] }))
  const bounds = [...new Set(rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))].sort()
  const days: Covered[] = []
  const active = new ActiveRows()
  let next = 0
  for (const [index, from] of bounds.entries()) {
    for (; next < rows.length && rows[next].from === from; next++) active.add(rows[next])
    const holding = active.holdingOn(from)
    const to = bounds.at(index + 1)
    const last = days.at(-1)
    const goesOn =
      last?.to === from &&
      last.rows.length === holding.length &&
      last.rows.every((row, at) => row === holding[at])
    if (goesOn) days[days.length - 1] = { ...last, to }
    else if (holding.length > 0) days.push({ from, to, rows: holding })
  }
  return days
}

function spellsOf(
  dated: DatedRows,
  id: string,
  days: readonly Covered[],
  issues: HistoryIssueList,
  misread: boolean,
): RowSpell[] {
  const spells: RowSpell[] = []
  let ended: string | undefined
  for (const { from, to, rows } of days) {
    if (ended !== undefined && ended < from && !(misread && dayAfter(ended) === from))
      addGap(dated, id, ended, from, rows[0], issues)
    ended = to
    const present = rows.filter(({ isInactive }) => !isInactive).map(({ record }) => record)
    const isSame =
      present.length === rows.length &&
      present.every((record, at) => at === 0 || dated.contents.isSame(record, present[0]))
    if (rows.length > 1 && !(misread && to === dayAfter(from)))
      addOverlap(dated, id, { from, to }, rows, isSame, issues)
    if (present.length === 0) continue
    spells.push({
      from,
      to,
      source: isSame || present.length === 1 ? present[0] : dated.contents.agreed(present),
    })
  }
  return spells
}

/** Days in words. */
export function daysText({ from, to }: Spell): string {
  return `${from === undefined ? '' : `from ${from} `}${to === undefined ? 'on' : `to before ${to}`}`
}

function addGap(
  { placeOf }: DatedRows,
  id: string,
  from: string,
  to: string,
  row: DatedRow,
  issues: HistoryIssueList,
): void {
  const parts = {
    roles: [id],
    place: placeOf(row.record, 'from'),
    witness: [from, to],
    message: `No row of ${quote(id)} covers the days ${daysText({ from, to })}: the role does not exist then`,
    suggestion: 'Correct the dates, unless the gap is intended.',
  }
  issues.add('GAP', 'warning', parts, { from, to })
}

function addOverlap(
  { placeOf }: DatedRows,
  id: string,
  days: Spell,
  rows: readonly DatedRow[],
  isSame: boolean,
  issues: HistoryIssueList,
): void {
  const parts = {
    roles: [id],
    place: placeOf(rows[rows.length - 1].record),
    witness: rows.map(({ record }) => placeOf(record)),
    message: isSame
      ? `${String(rows.length)} rows say the same about ${quote(id)} ${daysText(days)}`
      : `${String(rows.length)} rows say different things about ${quote(id)} ${daysText(days)}: where they differ, none is used`,
    suggestion: isSame
      ? 'Remove all but one.'
      : 'Correct the dates, or say which row was recorded later (knownOn, sequence).',
  }
  issues.add('OVERLAP', isSame ? 'warning' : 'error', parts, days)
}

/** How consecutive rows meet, where the ends are one day off: by a gap, or by an overlap. */
function isOneDayOff(ends: DatedRows['ends'], row: DatedRow, next: DatedRow): boolean {
  if (row.to === undefined) return false
  return ends === 'exclusive' ? dayAfter(row.to) === next.from : row.to === dayAfter(next.from)
}

type RolesWithRows = readonly { readonly id: string; readonly rows: readonly DatedRow[] }[]

/** Whether the ends look as if they were read the wrong way: several rows are followed one day off, and none directly. */
function misreadEnds({ ends }: DatedRows, roles: RolesWithRows): boolean {
  if (ends === 'next') return false
  let off = 0
  for (const { rows } of roles) {
    for (let index = 1; index < rows.length; index++) {
      if (rows[index - 1].to === rows[index].from) return false
      if (isOneDayOff(ends, rows[index - 1], rows[index])) off++
    }
  }
  return off > 1
}

function addMisread({ ends, placeOf }: DatedRows, roles: RolesWithRows, issues: HistoryIssueList): void {
  const pairs = roles.flatMap(({ id, rows }) =>
    rows.slice(1).flatMap((next, at) => (isOneDayOff(ends, rows[at], next) ? [{ id, next }] : [])),
  )
  const [other, what] = ends === 'exclusive' ? ['inclusive', 'a gap'] : ['exclusive', 'an overlap']
  issues.add('ENDS_MISREAD', ends === 'exclusive' ? 'warning' : 'error', {
    roles: [...new Set(pairs.map(({ id }) => id))],
    place: placeOf(pairs[0].next.record, 'from'),
    witness: pairs.map(({ next }) => placeOf(next.record, 'from')),
    message: `${String(pairs.length)} pairs of rows have ${what} of one day, and no row follows another directly: the ends seem to be ${other}`,
    suggestion: `Read them with ends: '${other}'.`,
  })
}
