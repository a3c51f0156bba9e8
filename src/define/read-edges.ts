import type { Place } from '../kernel/issue.js'
import type { LineFacts } from '../model/line.js'
import type { Move, MoveKind } from '../model/move.js'
import { EVIDENCE_READERS, readLineName, readTexts, Refused } from './attribute-readers.js'
import { meantYears } from './meant-field.js'
import {
  type EdgeRows,
  type MoveRows,
  NO_ITEM,
  placeOfItem,
  type RoleNames,
  type RoleRows,
} from './role-rows.js'
import { evidenceOf, lineFactsOf, placeBelow, SpecReader } from './spec-reader.js'

const EVIDENCE_FIELDS = ['sources', 'hedge', 'note'] as const
const LINE_FIELDS = ['to', 'as', ...EVIDENCE_FIELDS] as const
const MOVE_FIELDS = ['to', ...EVIDENCE_FIELDS, 'kind', 'years', 'conditions'] as const
export const MOVE_KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']
const RECENT = 64
const NO_YEARS: readonly unknown[] = Object.freeze([])

/** The field of a role that has its edges of one kind. */
type EdgeField = 'reportsTo' | 'dottedTo' | 'progressesTo'

/** The fields of an edge as written, by name. */
type WrittenEdge = { -readonly [Name in (typeof MOVE_FIELDS | typeof LINE_FIELDS)[number]]: unknown }

/** A field of an edge that was refused. */
interface RefusedValue {
  readonly name: keyof WrittenEdge
  readonly received: unknown
  readonly refused: Refused
  /** The index of the edge in a list. */
  readonly index: number | undefined
}

/** The edges of one kind while they are read, role by role. A plain object, like {@link EdgeRows}. */
export interface EdgeReading {
  readonly rows: RoleNames
  readonly field: EdgeField
  readonly edges: EdgeRows
  readonly moves: MoveRows | undefined
  /** The role being read. */
  handle: number
  /** Where its edges are written, if not in the field of the role. */
  place: Place | undefined
  readonly refused: RefusedValue[]
  /** Years of recent moves, which moves with the same years share: most lattices have few different ones. */
  readonly recentYears: Move['years'][]
}

/** Solid lines have their own rows, since a role has at most one. */
export function readingSolid(rows: RoleNames, lines: EdgeRows): EdgeReading {
  return readingOf(rows, 'reportsTo', lines)
}

export function readingDotted(rows: RoleRows): EdgeReading {
  return readingOf(rows, 'dottedTo', rows.dotted)
}

export function readingMoves(rows: RoleRows): EdgeReading {
  return readingOf(rows, 'progressesTo', rows.moves, rows.moves)
}

/** Reads the edges of one field into `edges`; for career moves, pass them as `moves` too. */
export function readingOf(rows: RoleNames, field: EdgeField, edges: EdgeRows, moves?: MoveRows): EdgeReading {
  return { rows, field, edges, moves, handle: 0, place: undefined, refused: [], recentYears: [] }
}

/**
 * Reads one edge of a role, `'a'` or `{ to: 'a', … }`, or a list of them, into rows. Values that are not edges become
 * issues first, then refused fields of edges.
 */
export function readEdges(reading: EdgeReading, handle: number, value: unknown, place?: Place): void {
  reading.handle = handle
  reading.place = place
  if (Array.isArray(value) && reading.field !== 'reportsTo') {
    const list: readonly unknown[] = value
    for (let index = 0; index < list.length; index++) {
      // A hole in a list is not an edge.
      if (list[index] !== undefined || index in list) readItem(reading, list[index], index)
    }
  } else readItem(reading, value)
  if (reading.refused.length > 0) addRefused(reading)
}

/** Whether an edge is written as an object, not as an id alone. */
export function isLine(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The manager of a solid line, whose other facts go into `facts`; `undefined`, with an issue, if it cannot be read. */
export function readSolidLine(
  reading: EdgeReading,
  handle: number,
  line: object,
  facts: Map<number, LineFacts>,
): string | undefined {
  const { to, evidence } = reading.edges
  const row = to.length
  readEdges(reading, handle, line)
  set(facts, handle, evidence.get(row))
  return to.at(row)
}

function readItem(reading: EdgeReading, item: unknown, index?: number): void {
  if (typeof item === 'string') {
    addEdge(reading, item, index)
    reading.moves?.years.push(undefined)
  } else if (isLine(item)) {
    readObject(reading, item, index)
  } else
    specReader(reading).invalid(item, "the id of a role, or an object { to: 'id' }", placeIn(reading, index))
}

/** Adds an edge from the role being read, and returns its row. */
function addEdge({ edges, handle, place }: EdgeReading, to: string, index: number | undefined): number {
  edges.from.push(handle)
  edges.items.push(index ?? NO_ITEM)
  const row = edges.to.push(to) - 1
  if (place !== undefined) edges.places.set(row, place)
  return row
}

function readObject(reading: EdgeReading, item: object, index: number | undefined): void {
  const { edges, moves } = reading
  const { to, as, kind, years, conditions, sources, hedge, note } = fieldsOf(reading, item, index)
  if (typeof to !== 'string') {
    specReader(reading).invalid(to, 'the id of a role', placeIn(reading, index, 'to'))
    return
  }
  const row = addEdge(reading, to, index)
  if (moves !== undefined) {
    if (kind !== undefined) set(moves.kind, row, read(reading, 'kind', kind, readKind, index))
    moves.years.push(shared(reading, read(reading, 'years', years, yearsOf, index)))
    if (conditions !== undefined) {
      set(moves.conditions, row, read(reading, 'conditions', conditions, readTexts, index))
    }
  }
  if (as === undefined && sources === undefined && hedge === undefined && note === undefined) return
  const name = read(reading, 'as', as, readLineName, index)
  const evidence = evidenceOf(
    read(reading, 'sources', sources, EVIDENCE_READERS.sources, index),
    read(reading, 'hedge', hedge, EVIDENCE_READERS.hedge, index),
    read(reading, 'note', note, EVIDENCE_READERS.note, index),
  )
  set(edges.evidence, row, lineFactsOf(name, evidence))
}

function set<Value>(facts: Map<number, Value>, row: number, fact: Value | undefined): void {
  if (fact !== undefined) facts.set(row, fact)
}

/** The own fields of an edge. An unknown one is an issue. */
function fieldsOf(reading: EdgeReading, item: object, index: number | undefined): WrittenEdge {
  const known: readonly string[] = reading.moves === undefined ? LINE_FIELDS : MOVE_FIELDS
  const fields: WrittenEdge = {
    to: undefined,
    as: undefined,
    kind: undefined,
    years: undefined,
    conditions: undefined,
    sources: undefined,
    hedge: undefined,
    note: undefined,
  }
  for (const name of Object.keys(item)) {
    const given = (item as Readonly<Record<string, unknown>>)[name]
    // The most common ones by name, which is faster.
    if (name === 'to') fields.to = given
    else if (name === 'years' && reading.moves !== undefined) fields.years = given
    else if (known.includes(name)) fields[name as keyof WrittenEdge] = given
    else if (given !== undefined) {
      const kinds = reading.moves === undefined ? undefined : MOVE_KINDS
      specReader(reading).addUnknownField(name, known, placeIn(reading, index), kinds)
    }
  }
  return fields
}

function read<Value>(
  { refused }: EdgeReading,
  name: keyof WrittenEdge,
  given: unknown,
  reader: (value: unknown) => Value | Refused,
  index: number | undefined,
): Value | undefined {
  if (given === undefined) return undefined
  const value = reader(given)
  if (!(value instanceof Refused)) return value
  refused.push({ name, received: value.receivedIn(given), refused: value, index })
  return undefined
}

function addRefused(reading: EdgeReading): void {
  for (const { name, received, refused, index } of reading.refused) {
    specReader(reading).refuse(refused, received, placeIn(reading, index, name))
  }
  reading.refused.length = 0
}

/** The place of the edges of the role, or of a part of them. */
function placeIn(
  { rows, handle, field, place }: EdgeReading,
  index?: number,
  ...keys: readonly (string | number)[]
): Place {
  const own = place === undefined || index === undefined ? place : placeBelow(place, index)
  const whole = own ?? placeOfItem(rows, handle, field, index ?? NO_ITEM)
  return keys.length === 0 ? whole : placeBelow(whole, ...keys)
}

function specReader({ rows, handle }: EdgeReading): SpecReader {
  return new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
}

function shared({ recentYears }: EdgeReading, years: Move['years']): Move['years'] {
  if (years === undefined) return undefined
  const [min, max] = years
  const place = (8 * min + max) & (RECENT - 1)
  const recent = recentYears[place]
  if (recent !== undefined && Object.is(recent[0], min) && Object.is(recent[1], max)) return recent
  return (recentYears[place] = Object.freeze(years))
}

/** The kind of a career move. */
export function readKind(value: unknown): MoveKind | Refused {
  return MOVE_KINDS.find((kind) => kind === value) ?? new Refused("'advancement', 'lateral' or 'transition'")
}

export function readYears(value: unknown): NonNullable<Move['years']> | Refused {
  const years = yearsOf(value)
  return years instanceof Refused ? years : Object.freeze(years)
}

function yearsOf(value: unknown): NonNullable<Move['years']> | Refused {
  const list: readonly unknown[] = Array.isArray(value) && value.length <= 2 ? value : NO_YEARS
  const min = list[0]
  // JSON has no Infinity, and writes null for it.
  const max = list[1] ?? Infinity
  if (typeof min === 'number' && typeof max === 'number' && min >= 0 && min < Infinity && max >= min) {
    return [min, max]
  }
  return new Refused(`years as [min] or [min, max] with 0 ≤ min ≤ max${meantYears(value)}`)
}
