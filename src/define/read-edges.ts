import type { Place } from '../kernel/issue.js'
import type { Move, MoveKind } from '../model/move.js'
import { readTexts, Refused } from './attribute-readers.js'
import type { EdgeRows, MoveRows } from './role-rows.js'
import { type Fields, placeBelow, type SpecReader } from './spec-reader.js'

const LINE_FIELDS = ['to', 'sources', 'hedge', 'note'] as const
const MOVE_FIELDS = [...LINE_FIELDS, 'kind', 'years', 'conditions'] as const
export const MOVE_KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']

/** An edge as written: the target, and the fields of the object if it was one. */
interface WrittenEdge {
  readonly to: string
  readonly fields: Fields | undefined
  readonly place: Place
}

/** One target, `'a'` or `{ to: 'a', … }`; `undefined`, with an issue, for anything else. */
export function readEdge(
  reader: SpecReader,
  value: unknown,
  place: Place,
  known: readonly string[] = LINE_FIELDS,
): WrittenEdge | undefined {
  if (typeof value === 'string') return { to: value, fields: undefined, place }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.invalid(value, "the id of a role, or an object { to: 'id' }", place)
    return undefined
  }
  const fields = reader.fieldsOf(value, known, place)
  const to = fields?.get('to')
  if (typeof to === 'string') return { to, fields, place }
  reader.invalid(to, 'the id of a role', placeBelow(place, 'to'))
  return undefined
}

/** Reads dotted lines, one or many, into rows. */
export function readDotted(
  reader: SpecReader,
  rows: EdgeRows,
  handle: number,
  value: unknown,
  place: Place,
): void {
  for (const edge of readMany(reader, value, place, LINE_FIELDS)) {
    rows.from.push(handle)
    rows.to.push(edge.to)
    rows.evidence.push(edge.fields && reader.evidence(edge.fields, edge.place))
  }
}

/** Reads career moves, one or many, into rows. */
export function readMoves(
  reader: SpecReader,
  rows: MoveRows,
  handle: number,
  value: unknown,
  place: Place,
): void {
  for (const { to, fields = new Map<string, unknown>(), place: at } of readMany(
    reader,
    value,
    place,
    MOVE_FIELDS,
  )) {
    rows.from.push(handle)
    rows.to.push(to)
    rows.kind.push(reader.read(fields, 'kind', readKind, at) ?? 'advancement')
    rows.years.push(reader.read(fields, 'years', readYears, at))
    rows.conditions.push(reader.read(fields, 'conditions', readTexts, at) ?? Object.freeze([]))
    rows.evidence.push(reader.evidence(fields, at))
  }
}

function readMany(reader: SpecReader, value: unknown, place: Place, known: readonly string[]): WrittenEdge[] {
  if (!Array.isArray(value)) {
    const edge = readEdge(reader, value, place, known)
    return edge === undefined ? [] : [edge]
  }
  const list: readonly unknown[] = value
  return list.flatMap((item, index) => readEdge(reader, item, placeBelow(place, index), known) ?? [])
}

function readKind(value: unknown): MoveKind | Refused {
  return MOVE_KINDS.find((kind) => kind === value) ?? new Refused("'advancement', 'lateral' or 'transition'")
}

export function readYears(value: unknown): NonNullable<Move['years']> | Refused {
  const refused = new Refused('years as [min] or [min, max] with 0 ≤ min ≤ max')
  if (!Array.isArray(value) || value.length > 2) return refused
  const list: readonly unknown[] = value
  const [min, given] = list
  // JSON has no Infinity, and writes null for it.
  const max = given ?? Infinity
  if (typeof min !== 'number' || typeof max !== 'number') return refused
  if (!Number.isFinite(min) || min < 0 || !(max >= min)) return refused
  return Object.freeze([min, max])
}
