import { samePlain } from '../define/org-content.js'
import { counted } from '../kernel/in-words.js'
import { partitionPoint } from '../kernel/partition-point.js'
import { quote } from '../kernel/quote.js'
import type { Spell } from '../model/history.js'
import type { PlaceOfRecord } from '../define/record-fields.js'
import type { DatedRows } from './dated-rows.js'
import type { HistoryIssueList } from './history-issue-list.js'
import { type RowContents, soundEdges } from './row-contents.js'
import { daysText, type RecordedRole, type RowSpell } from './row-spells.js'

type Days = Spell & { readonly from: string }

/** The days on which each role is there. */
type Presence = ReadonlyMap<string, readonly Days[]>

/** What ends at a role that is not there: each kind with its words, and the option of its field. */
const EDGES = {
  manager: ['reports to', 'manager'],
  dotted: ['has a dotted line to', 'dotted'],
  moves: ['progresses to', 'moves'],
} as const

/**
 * The roles in spells within each of which the same ends of their lines and moves are there. An end that is there on other days is a warning, one that
 * is never there an error. Spells that follow each other differ.
 */
export function withPresentEnds(
  roles: readonly RecordedRole[],
  { contents, placeOf }: DatedRows,
  issues: HistoryIssueList,
): RecordedRole[] {
  const presence = presenceOf(roles)
  return roles.map(({ id, spells }) => {
    const absences = new Absences(id, presence, placeOf, issues)
    const split = new SplitSpells(id, presence, contents, absences)
    for (const spell of spells) split.add(spell)
    absences.report()
    return { id, spells: split.all }
  })
}

function presenceOf(roles: readonly RecordedRole[]): Presence {
  const presence = new Map<string, Days[]>()
  for (const { id, spells } of roles) {
    const days: Days[] = []
    for (const { from, to } of spells) {
      const last = days.at(-1)
      if (last?.to === from) days[days.length - 1] = { from: last.from, to }
      else days.push({ from, to })
    }
    if (days.length > 0) presence.set(id, days)
  }
  return presence
}

/** The days of a role that include a date, or the first after it: an index. */
function daysFrom(days: readonly Days[], date: string): number {
  return partitionPoint(days.length, (index) => {
    const { to } = days[index]
    return to !== undefined && to <= date
  })
}

/** The spells of a role, split where an end of its lines and moves begins or ceases to be there. */
class SplitSpells {
  readonly all: RowSpell[] = []

  constructor(
    readonly id: string,
    readonly presence: Presence,
    readonly contents: RowContents,
    readonly absences: Absences,
  ) {}

  #isThere(end: string, date: string): boolean {
    const days = this.presence.get(end)
    if (days === undefined) return false
    const at = daysFrom(days, date)
    return at < days.length && days[at].from <= date
  }

  /** Whether an end is there on all days of a spell. */
  #isThereAll(end: string, { from, to }: RowSpell): boolean {
    const days = this.presence.get(end)
    if (days === undefined) return false
    const at = daysFrom(days, from)
    if (at === days.length || days[at].from > from) return false
    const { to: last } = days[at]
    return last === undefined || (to !== undefined && to <= last)
  }

  /** The dates within a spell on which an end begins or ceases to be there. */
  #addBounds(end: string, { from, to }: RowSpell, bounds: Set<string>): void {
    const days = this.presence.get(end) ?? []
    for (let at = daysFrom(days, from); at < days.length; at++) {
      const { from: first, to: last } = days[at]
      if (to !== undefined && first >= to) return
      if (first > from) bounds.add(first)
      if (last !== undefined && (to === undefined || last < to)) bounds.add(last)
    }
  }

  add(spell: RowSpell): void {
    const { contents } = this
    const { source } = spell
    const manager = contents.managerOf(source)
    const edges = contents.hasEdges
      ? [
          ...this.#sound('dotted', contents.dottedOf(source), spell),
          ...this.#sound('moves', contents.movesOf(source), spell),
        ]
      : NO_EDGES
    if (edges.length === 0 && (manager === undefined || this.#isThereAll(manager, spell))) {
      this.#push(spell)
      return
    }
    const bounds = new Set<string>([spell.from])
    if (manager !== undefined) this.#addBounds(manager, spell, bounds)
    for (const { to } of edges) this.#addBounds(to, spell, bounds)
    const dates = [...bounds].sort()
    const record = contents.recordOf(source)
    for (const [index, from] of dates.entries()) {
      const part = { from, to: dates.at(index + 1) ?? spell.to, source }
      if (manager !== undefined && !this.#isThere(manager, from))
        this.absences.add('manager', manager, part, record)
      for (const { kind, to } of edges)
        if (!this.#isThere(to, from)) this.absences.add(kind, to, part, record)
      this.#push(part)
    }
  }

  /** Adds a spell; one that says the same as the spell before lengthens it. */
  #push(spell: RowSpell): void {
    const last = this.all.at(-1)
    if (last?.to === spell.from && this.#isSame(last, spell))
      this.all[this.all.length - 1] = { ...last, to: spell.to }
    else this.all.push(spell)
  }

  #sound(
    kind: 'dotted' | 'moves',
    edges: readonly { readonly to: string }[],
    spell: RowSpell,
  ): readonly { readonly kind: 'dotted' | 'moves'; readonly to: string }[] {
    if (edges.length === 0) return NO_EDGES
    const sound = soundEdges(edges, this.id, ({ to }, isRepeated) => {
      this.absences.refuse(kind, to, isRepeated, spell, this.contents.recordOf(spell.source))
    })
    return sound.map(({ to }) => ({ kind, to }))
  }

  /** Whether a role is the same in two spells: in its attributes, and the lines and moves whose ends are there. */
  #isSame(one: RowSpell, other: RowSpell): boolean {
    const { contents } = this
    const manager = this.#managerIn(one)
    return (
      manager === this.#managerIn(other) &&
      contents.sameAttributes(one.source, other.source) &&
      (manager === undefined ||
        samePlain(contents.managerFactsOf(one.source), contents.managerFactsOf(other.source))) &&
      (!contents.hasEdges || samePlain(this.#edgesIn(one), this.#edgesIn(other)))
    )
  }

  #managerIn({ source, from }: RowSpell): string | undefined {
    const manager = this.contents.managerOf(source)
    // An unknown manager stays, since its report is not at the top.
    const isKept = manager !== undefined && (!this.presence.has(manager) || this.#isThere(manager, from))
    return isKept ? manager : undefined
  }

  #edgesIn({ source, from }: RowSpell): unknown {
    const there = <Edge extends { readonly to: string }>(edges: readonly Edge[]): readonly Edge[] =>
      soundEdges(edges, this.id).filter(({ to }) => this.#isThere(to, from))
    return [there(this.contents.dottedOf(source)), there(this.contents.movesOf(source))]
  }
}

const NO_EDGES: readonly never[] = Object.freeze([])

interface Absence extends Days {
  readonly kind: keyof typeof EDGES
  readonly end: string
  readonly record: number
}

/** The days on which ends of the edges of a role are not there, each run of days once. */
class Absences {
  readonly #found: Absence[] = []
  /** Where the last absence of each end is. */
  readonly #last = new Map<string, number>()

  constructor(
    readonly id: string,
    readonly presence: Presence,
    readonly placeOf: PlaceOfRecord,
    readonly issues: HistoryIssueList,
  ) {}

  /** Adds days, which follow all those that were added before. */
  add(kind: Absence['kind'], end: string, { from, to }: Days, record: number): void {
    const key = `${kind} ${end}`
    const at = this.#last.get(key)
    if (at !== undefined && this.#found[at].to === from) {
      this.#found[at] = { ...this.#found[at], to }
      return
    }
    this.#last.set(key, this.#found.length)
    this.#found.push({ kind, end, from, to, record })
  }

  /** A dotted line or a move to the role itself, or to a role to which there is one already. */
  refuse(
    kind: 'dotted' | 'moves',
    end: string,
    isRepeated: boolean,
    { from, to }: Spell,
    record: number,
  ): void {
    const [words, field] = EDGES[kind]
    const codes = isRepeated
      ? ({ dotted: 'DUPLICATE_LINE', moves: 'DUPLICATE_MOVE' } as const)
      : ({ dotted: 'SELF_REPORT', moves: 'SELF_MOVE' } as const)
    const parts = {
      roles: [this.id],
      place: this.placeOf(record, field),
      witness: [end],
      message: `${quote(this.id)} ${words} ${isRepeated ? `${quote(end)} twice` : 'itself'}`,
      suggestion: 'Remove one of them, or correct the id.',
    }
    this.issues.add(codes[kind], 'error', parts, { from, to })
  }

  report(): void {
    for (const { kind, end, record, ...days } of this.#found) {
      const [words, field] = EDGES[kind]
      const there = this.presence.get(end)
      const parts = {
        roles: there === undefined ? [this.id] : [this.id, end],
        place: this.placeOf(record, field),
        witness: [end],
      }
      const what = `${quote(this.id)} ${words} ${quote(end)}`
      if (there === undefined) {
        const message = `${what}, which is not a role of these rows`
        const suggestion = 'Add the rows of the role, or correct the id.'
        this.issues.add(
          kind === 'moves' ? 'UNKNOWN_ROLE' : 'UNKNOWN_MANAGER',
          'error',
          { ...parts, message, suggestion },
          days,
        )
        continue
      }
      const startsLater = days.from < there[0].from
      const because = startsLater
        ? `starts on ${there[0].from}`
        : `does not exist then (it has ${counted(there.length, 'spell')}, the last until before ${there.at(-1)?.to ?? 'the end'})`
      const without = kind === 'manager' ? ': the role has no manager on those days' : ''
      this.issues.add(
        startsLater ? 'MANAGER_STARTS_LATER' : 'MANAGER_ENDED',
        'warning',
        {
          ...parts,
          message: `${what} ${daysText(days)}, which ${because}${without}`,
          suggestion: 'Correct the dates, or give the role the manager that it had then.',
        },
        days,
      )
    }
  }
}
