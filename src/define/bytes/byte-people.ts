import { NONE } from '../../engine/columns.js'
import { isCalendarDateAt } from '../../kernel/calendar-date.js'
import type { Place } from '../../kernel/issue.js'
import type { ByteColumn } from '../../model/org-columns.js'
import { type HolderSpec, type Person, plainPerson } from '../../model/person.js'
import { ASSIGNMENT_KINDS, holderOf } from '../attribute-readers.js'
import type { RoleNames } from '../role-rows.js'
import { isShare } from '../attribute-readers.js'
import { dayOfEnd, type EndReading } from '../row-ends.js'
import {
  addConflictingPerson,
  addPersonWithoutId,
  PERSON_PARTS,
  type PersonPart,
  personValue,
  refuseEnd,
  refusePersonValue,
} from '../row-people.js'
import type { ByteRows, PersonCells } from './byte-rows.js'
import { sameBytes } from './byte-ranges.js'
import { ByteSet } from './byte-set.js'
import { ByteTexts, textAt } from './byte-texts.js'
import { LateMap } from './late-map.js'
import { byteColumnOf, packTexts } from './packed-texts.js'

/** What the issues of rows name. */
export type RowNames = RoleNames & { placeOfRow(row: number, field?: string): Place }

/** The person of a row is not known: the input cannot be read. */
const UNREAD = -2

/** The people of rows in bytes, and who fills the role of each row. They are decoded when they are first read. */
export class BytePeople {
  readonly people: ReadonlyMap<string, Person>
  /** The holder of each row; `undefined` if there is none, `null` if it is not known. */
  readonly holderAt: (row: number) => HolderSpec | undefined | null

  /** @param isRead Whether a row counts: one that repeats an id may not. */
  constructor(given: ByteRows, cells: PersonCells, isRead: (row: number) => boolean, roles: RowNames) {
    const reading = new Reading(given, cells, isRead, roles)
    reading.checkRows()
    this.people = peopleOf(reading.set, reading.textsOf('name'), reading.textsOf('email'))
    this.holderAt = holdersOf(reading.set, reading.numbers, reading.terms)
  }
}

interface Terms {
  readonly share: Float64Array | undefined
  readonly kind: Uint8Array | undefined
  readonly from: ByteTexts | undefined
  readonly to: ByteTexts | undefined
}

/** Not closures of a class: the org keeps them, and must not keep the input with them. */
function peopleOf(
  set: ByteSet,
  names: ByteTexts | undefined,
  emails: ByteTexts | undefined,
): ReadonlyMap<string, Person> {
  return new LateMap(set.count, () =>
    set.all.map((id, number) => [id, plainPerson(id, names?.text(number), emails?.text(number))] as const),
  )
}

function holdersOf(
  set: ByteSet,
  numbers: Int32Array,
  { share, kind, from, to }: Terms,
): BytePeople['holderAt'] {
  const hasTerms = [share, kind, from, to].some((term) => term !== undefined)
  return (row) => {
    const number = numbers[row]
    if (number < 0) return number === UNREAD ? null : undefined
    const person = set.text(number)
    if (!hasTerms) return person
    const part = share === undefined || Number.isNaN(share[row]) ? undefined : share[row]
    return holderOf(person, {
      share: part,
      kind: kind && ASSIGNMENT_KINDS[kind[row] - 1],
      from: from?.text(row),
      to: to?.text(row),
    })
  }
}

/** The people of rows while they are read. */
class Reading {
  readonly set: ByteSet
  /** The number of the person of each row, {@link NONE} or {@link UNREAD}. */
  readonly numbers: Int32Array
  readonly #given: ByteRows
  readonly #roles: RowNames
  readonly #isRead: (row: number) => boolean
  readonly #called: Readonly<Record<'name' | 'email', CalledBy | undefined>>
  readonly #share: Float64Array | undefined
  readonly #kind: Uint8Array | undefined
  readonly #days: Readonly<Record<'from' | 'to', ByteColumn | undefined>>
  readonly #ends: EndReading
  readonly #oddRows: ReadonlySet<number>

  constructor(given: ByteRows, cells: PersonCells, isRead: (row: number) => boolean, roles: RowNames) {
    this.#given = given
    this.#roles = roles
    this.#isRead = isRead
    this.#oddRows = new Set(PERSON_PARTS.flatMap((part) => [...(given.odd?.get(part)?.keys() ?? [])]))
    const ids = ByteTexts.plain(cells.person)
    const { starts } = ids
    const read =
      given.ids.rows === undefined
        ? ids
        : { ...ids, starts: starts.map((start, row) => (isRead(row) ? start : NONE)) }
    this.set = new ByteSet(read.starts.length)
    this.numbers = this.set.addAll(read)
    this.#called = {
      name: cells.name && calledBy(ByteTexts.plain(cells.name), this.set.count),
      email: cells.email && calledBy(ByteTexts.plain(cells.email), this.set.count),
    }
    this.#share = cells.share
    this.#kind = cells.kind
    this.#ends = cells.ends
    this.#days = { from: ownStarts(cells.from), to: withoutWords(ownStarts(cells.to), cells.ends.open) }
  }

  get terms(): Terms {
    const { from, to } = this.#days
    const end = to === undefined || this.#ends.ends === 'exclusive' ? to : daysAfter(to)
    return {
      share: this.#share,
      kind: this.#kind,
      from: from && ByteTexts.copyOf(from),
      to: end && ByteTexts.copyOf(end),
    }
  }

  /** The name or address of each person. */
  textsOf(part: 'name' | 'email'): ByteTexts | undefined {
    const called = this.#called[part]
    if (called === undefined) return undefined
    const { names, first } = called
    return ByteTexts.copyOf({
      bytes: names.bytes,
      starts: first.map((row) => (row === NONE ? NONE : names.starts[row])),
      ends: first.map((row) => (row === NONE ? 0 : names.ends[row])),
    })
  }

  /** Checks all rows; an issue for each value that is refused. */
  checkRows(): void {
    const { name, email } = this.#called
    const { from, to } = this.#days
    const share = this.#share
    const areAllRead = this.#given.ids.rows === undefined
    const hasOdd = this.#oddRows.size > 0
    for (let row = 0; row < this.numbers.length; row++) {
      if (!areAllRead && !this.#isRead(row)) continue
      if (
        (hasOdd && this.#oddRows.has(row)) ||
        (share !== undefined && !isShareOrNone(share[row])) ||
        (from !== undefined && !isDay(from, row)) ||
        (to !== undefined && !isDay(to, row))
      )
        this.#refuse(row)
      const number = this.numbers[row]
      if (number >= 0) {
        if (name !== undefined) this.#call('name', name, row, number)
        if (email !== undefined) this.#call('email', email, row, number)
        if (from !== undefined && to !== undefined) this.#checkEnd(from, to, row)
      } else if (number === NONE && name !== undefined && name.names.starts[row] >= 0)
        this.#addWithoutId(row, name)
    }
  }

  /** Adds an issue for each value of a row that is refused, and leaves it out. Reads a percentage as a share. */
  #refuse(row: number): void {
    for (const part of PERSON_PARTS) {
      const odd = this.#given.odd?.get(part)
      const share = this.#share
      if (odd?.has(row) === true) {
        const value = odd.get(row)
        if (value === undefined || value === null) continue
        const read = part === 'share' ? personValue(part, value) : undefined
        if (share !== undefined && typeof read === 'number') {
          share[row] = read
          continue
        }
        this.#addRefused(row, part, value)
        if (part === 'person') this.numbers[row] = UNREAD
      } else if (part === 'share' && share !== undefined && !isShareOrNone(share[row])) {
        this.#addRefused(row, part, share[row])
        share[row] = NaN
      } else if (part === 'from' || part === 'to') {
        const days = this.#days[part]
        if (days === undefined || isDay(days, row)) continue
        this.#addRefused(row, part, textAt(days.bytes, days.starts[row], days.ends[row]))
        days.starts[row] = NONE
      }
    }
  }

  #addRefused(row: number, part: PersonPart, received: unknown): void {
    refusePersonValue(this.#roles, this.#handle(row), part, received, this.#roles.placeOfRow(row, part))
  }

  #addWithoutId(row: number, { names }: CalledBy): void {
    const name = textAt(names.bytes, names.starts[row], names.ends[row])
    addPersonWithoutId(this.#roles, this.#handle(row), name, this.#roles.placeOfRow(row, 'person'))
    this.numbers[row] = UNREAD
  }

  /** Takes the name or address of a person; an issue if an earlier row has another. */
  #call(part: 'name' | 'email', { names, first, reported }: CalledBy, row: number, number: number): void {
    const { bytes, starts, ends } = names
    if (starts[row] < 0) return
    const before = first[number]
    if (before === NONE) {
      first[number] = row
      return
    }
    if (sameBytes(bytes, starts[before], ends[before], bytes, starts[row], ends[row])) return
    if (reported.has(number)) return
    reported.add(number)
    const values = [
      textAt(bytes, starts[before], ends[before]),
      textAt(bytes, starts[row], ends[row]),
    ] as const
    const place = this.#roles.placeOfRow(row, part)
    addConflictingPerson(this.#roles, this.#handle(row), this.set.text(number), part, values, place)
  }

  #checkEnd(from: ByteColumn, to: ByteColumn, row: number): void {
    if (from.starts[row] < 0 || to.starts[row] < 0) return
    for (let at = 0; at < LENGTH_OF_DATE; at++) {
      const difference = to.bytes[to.starts[row] + at] - from.bytes[from.starts[row] + at]
      if (difference > 0) return
      if (difference < 0) break
      if (at === LENGTH_OF_DATE - 1 && this.#ends.ends === 'inclusive') return
    }
    const end = textAt(to.bytes, to.starts[row], to.ends[row])
    refuseEnd(this.#roles, this.#handle(row), end, this.#ends.ends, this.#roles.placeOfRow(row, 'to'))
    to.starts[row] = NONE
  }

  #handle(row: number): number {
    return this.#given.ids.handles[row]
  }
}

const LENGTH_OF_DATE = 10

/** The names or addresses of people; `first` is the first row that has one, by the number of the person. */
interface CalledBy {
  readonly names: ByteColumn
  readonly first: Int32Array
  readonly reported: Set<number>
}

function calledBy(names: ByteColumn, count: number): CalledBy {
  return { names, first: new Int32Array(count).fill(NONE), reported: new Set() }
}

/** The column with its own starts, from which refused values are removed. */
function ownStarts(cells: PersonCells['from']): ByteColumn | undefined {
  const plain = cells && ByteTexts.plain(cells)
  return plain && { ...plain, starts: plain.starts.slice() }
}

/** Removes the texts that are among some words from a column with its own starts. */
function withoutWords(column: ByteColumn | undefined, words: ReadonlySet<unknown>): ByteColumn | undefined {
  if (column === undefined) return undefined
  const { bytes, starts, ends } = column
  const encoder = new TextEncoder()
  for (const word of words) {
    const wanted = encoder.encode(String(word))
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] >= 0 && sameBytes(bytes, starts[row], ends[row], wanted, 0, wanted.length))
        starts[row] = NONE
    }
  }
  return column
}

/** The day after each calendar date of a column; rows that are not read may have other texts. */
function daysAfter(days: ByteColumn): ByteColumn | undefined {
  const { bytes, starts, ends } = days
  const dates = new Map<string, string | undefined>()
  const texts = Array.from(starts, (start, row) => {
    if (start < 0 || !isDay(days, row)) return undefined
    const date = textAt(bytes, start, ends[row])
    if (!dates.has(date)) dates.set(date, dayOfEnd(date, 'inclusive'))
    return dates.get(date)
  })
  const packed = packTexts(texts, texts.length)
  return packed && byteColumnOf(packed)
}

function isShareOrNone(share: number): boolean {
  return Number.isNaN(share) || isShare(share)
}

/** Whether a row has a calendar date, or none. */
function isDay({ bytes, starts, ends }: ByteColumn, row: number): boolean {
  return starts[row] < 0 || isCalendarDateAt(bytes, starts[row], ends[row])
}
