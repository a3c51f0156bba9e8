import { counted } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import type { Spell } from '../model/history.js'
import type { PlaceOfRecord } from '../define/record-fields.js'
import type { RowContent, WrittenEdge } from './dated-rows.js'
import type { HistoryIssueList } from './history-issue-list.js'
import { daysText, type RecordedRole, type RowSpell } from './row-spells.js'

/** The days on which each role is there. */
type Presence = ReadonlyMap<string, readonly (Spell & { readonly from: string })[]>

/** What ends at a role that is not there: each kind with its words, and the option of its field. */
const EDGES = {
  manager: ['reports to', 'manager'],
  dotted: ['has a dotted line to', 'dotted'],
  moves: ['progresses to', 'moves'],
} as const

/**
 * The roles with lines and moves only on the days on which both ends are there. An end that is there on other days is a warning, one that
 * is never there an error. The id of an unknown manager stays, since its report is not at the top.
 */
export function withPresentEnds(
  roles: readonly RecordedRole[],
  placeOf: PlaceOfRecord,
  issues: HistoryIssueList,
): RecordedRole[] {
  const presence = presenceOf(roles)
  return roles.map(({ id, spells }) => {
    const absences = new Absences(id, presence, placeOf, issues)
    const split = spells.flatMap((spell) => splitSpell(spell, presence, absences))
    absences.report()
    return { id, spells: split }
  })
}

function presenceOf(roles: readonly RecordedRole[]): Presence {
  const presence = new Map<string, (Spell & { readonly from: string })[]>()
  for (const { id, spells } of roles) {
    const days: (Spell & { readonly from: string })[] = []
    for (const { from, to } of spells) {
      const last = days.at(-1)
      if (last?.to === from) days[days.length - 1] = { from: last.from, to }
      else days.push({ from, to })
    }
    if (days.length > 0) presence.set(id, days)
  }
  return presence
}

/** The dotted lines and moves of a role without those to itself and repeated ones. */
function soundEdges<Spec>(
  kind: 'dotted' | 'moves',
  edges: readonly WrittenEdge<Spec>[],
  spell: RowSpell,
  absences: Absences,
): readonly WrittenEdge<Spec>[] {
  return edges.filter((edge, index) => {
    const isRepeated = edges.findIndex(({ to }) => to === edge.to) < index
    if (isRepeated || edge.to === absences.id) absences.refuse(kind, edge.to, isRepeated, spell)
    return !isRepeated && edge.to !== absences.id
  })
}

function endsOf({ manager, dotted, moves }: RowContent): readonly WrittenEdge<object>[] {
  return [...(manager === undefined ? [] : [manager]), ...dotted, ...moves]
}

/** A spell in parts, within each of which the same ends are there. */
function splitSpell(spell: RowSpell, presence: Presence, absences: Absences): RowSpell[] {
  const { attributes, manager } = spell.content
  const lines = soundEdges('dotted', spell.content.dotted, spell, absences)
  const steps = soundEdges('moves', spell.content.moves, spell, absences)
  const ends = endsOf({ attributes, manager, dotted: lines, moves: steps })
  if (ends.length === 0) return [{ ...spell, content: { attributes, manager, dotted: [], moves: [] } }]
  const bounds = new Set<string>([spell.from])
  for (const { to: end } of ends) {
    for (const { from, to } of presence.get(end) ?? [])
      for (const date of [from, to])
        if (date !== undefined && date > spell.from && (spell.to === undefined || date < spell.to))
          bounds.add(date)
  }
  const dates = [...bounds].sort()
  return dates.map((from, index) => {
    const to = dates.at(index + 1) ?? spell.to
    const isThere = (kind: keyof typeof EDGES, edge: WrittenEdge<object>): boolean => {
      const days = presence.get(edge.to)
      const there =
        days?.some((each) => each.from <= from && (each.to === undefined || from < each.to)) === true
      if (!there) absences.add(kind, edge.to, { from, to }, spell.record)
      return there
    }
    const isUnknown = manager !== undefined && !presence.has(manager.to)
    const content: RowContent = {
      attributes,
      manager: manager !== undefined && !isThere('manager', manager) && !isUnknown ? undefined : manager,
      dotted: lines.filter((edge) => isThere('dotted', edge)),
      moves: steps.filter((edge) => isThere('moves', edge)),
    }
    return { from, to, content, record: spell.record }
  })
}

interface Absence extends Spell {
  readonly from: string
  readonly kind: keyof typeof EDGES
  readonly end: string
  readonly record: number
}

/** The days on which ends of the edges of a role are not there, each run of days once. */
class Absences {
  readonly #found: Absence[] = []

  constructor(
    readonly id: string,
    readonly presence: Presence,
    readonly placeOf: PlaceOfRecord,
    readonly issues: HistoryIssueList,
  ) {}

  add(
    kind: Absence['kind'],
    end: string,
    { from, to }: Spell & { readonly from: string },
    record: number,
  ): void {
    const at = this.#found.findLastIndex((each) => each.kind === kind && each.end === end && each.to === from)
    if (at === -1) this.#found.push({ kind, end, from, to, record })
    else this.#found[at] = { ...this.#found[at], to }
  }

  /** A dotted line or a move to the role itself, or to a role to which there is one already. */
  refuse(kind: 'dotted' | 'moves', end: string, isRepeated: boolean, { from, to, record }: RowSpell): void {
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
        ? `begins on ${there[0].from}`
        : `is not there (it has ${counted(there.length, 'spell')}, the last to before ${there.at(-1)?.to ?? 'the end'})`
      const without = kind === 'manager' ? ': the role has no manager on these days' : ''
      this.issues.add(
        startsLater ? 'MANAGER_STARTS_LATER' : 'MANAGER_ENDED',
        'warning',
        {
          ...parts,
          message: `${what} ${daysText(days)}, which ${because}${without}`,
          suggestion: 'Correct the dates, or give the role the manager that it had.',
        },
        days,
      )
    }
  }
}
