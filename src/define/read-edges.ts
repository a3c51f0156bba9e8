import type { Place } from '../kernel/issue.js'
import type { Move, MoveKind } from '../model/move.js'
import { EVIDENCE_READERS, readTexts, Refused } from './attribute-readers.js'
import type { EdgeRows, MoveRows, RoleRows } from './role-rows.js'
import { evidenceOf, placeBelow, SpecReader } from './spec-reader.js'

const LINE_FIELDS = ['to', 'sources', 'hedge', 'note'] as const
const MOVE_FIELDS = [...LINE_FIELDS, 'kind', 'years', 'conditions'] as const
const MOVE_KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']
const NO_YEARS: readonly unknown[] = Object.freeze([])

/** The field of a role in which its edges of one kind are written. */
type EdgeField = 'reportsTo' | 'dottedTo' | 'progressesTo'

/** The fields of an edge as written, by name. */
type WrittenEdge = { -readonly [Name in (typeof MOVE_FIELDS)[number]]: unknown }

/** A value that was refused, with its keys below the edges of the role. */
interface RefusedValue {
  readonly received: unknown
  readonly expected: string
  readonly keys: readonly (string | number)[]
}

/**
 * Reads the edges of one kind into rows, one role after another. The targets are ids that are not looked up yet. Of all
 * edges of a role, those that are not edges at all become issues first, then the values that are refused.
 */
export class EdgeReader {
  readonly #rows: RoleRows
  readonly #field: EdgeField
  readonly #edges: EdgeRows
  readonly #moves: MoveRows | undefined
  readonly #refused: RefusedValue[] = []
  #handle = 0
  #place: Place | undefined

  private constructor(rows: RoleRows, field: EdgeField, edges: EdgeRows, moves?: MoveRows) {
    this.#rows = rows
    this.#field = field
    this.#edges = edges
    this.#moves = moves
  }

  /** A reader of solid lines, into rows of their own. */
  static ofSolid(rows: RoleRows, lines: EdgeRows): EdgeReader {
    return new EdgeReader(rows, 'reportsTo', lines)
  }

  static ofDotted(rows: RoleRows): EdgeReader {
    return new EdgeReader(rows, 'dottedTo', rows.dotted)
  }

  static ofMoves(rows: RoleRows): EdgeReader {
    return new EdgeReader(rows, 'progressesTo', rows.moves, rows.moves)
  }

  /** Reads one edge, `'a'` or `{ to: 'a', … }`, or a list of them. `place` says where, if not in the field of the role. */
  read(handle: number, value: unknown, place?: Place): void {
    this.#handle = handle
    this.#place = place
    if (Array.isArray(value) && this.#field !== 'reportsTo') {
      const list: readonly unknown[] = value
      for (let index = 0; index < list.length; index++) {
        // A hole in a list is no edge.
        if (list[index] !== undefined || index in list) this.#readItem(list[index], index)
      }
    } else this.#readItem(value)
    if (this.#refused.length > 0) this.#addRefused()
  }

  #readItem(item: unknown, index?: number): void {
    if (typeof item === 'string') {
      this.#edges.add(this.#handle, item)
      this.#moves?.addYears(undefined)
    } else if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
      this.#readObject(item, index)
    } else this.#specReader.invalid(item, "the id of a role, or an object { to: 'id' }", this.#at(index))
  }

  #readObject(item: object, index: number | undefined): void {
    const { to, kind, years, conditions, sources, hedge, note } = this.#fieldsOf(item, index)
    if (typeof to !== 'string') {
      this.#specReader.invalid(to, 'the id of a role', this.#at(index, 'to'))
      return
    }
    const row = this.#edges.add(this.#handle, to)
    if (this.#moves !== undefined) {
      if (kind !== undefined) set(this.#moves.kind, row, this.#read('kind', kind, readKind, index))
      this.#moves.addYears(this.#read('years', years, readYears, index))
      if (conditions !== undefined) {
        set(this.#moves.conditions, row, this.#read('conditions', conditions, readTexts, index))
      }
    }
    if (sources === undefined && hedge === undefined && note === undefined) return
    const evidence = evidenceOf(
      this.#read('sources', sources, EVIDENCE_READERS.sources, index),
      this.#read('hedge', hedge, EVIDENCE_READERS.hedge, index),
      this.#read('note', note, EVIDENCE_READERS.note, index),
    )
    set(this.#edges.evidence, row, evidence)
  }

  /** The own fields of an edge. An unknown one is an issue. */
  #fieldsOf(item: object, index: number | undefined): WrittenEdge {
    const known: readonly string[] = this.#moves === undefined ? LINE_FIELDS : MOVE_FIELDS
    const fields: WrittenEdge = {
      to: undefined,
      kind: undefined,
      years: undefined,
      conditions: undefined,
      sources: undefined,
      hedge: undefined,
      note: undefined,
    }
    for (const name of Object.keys(item)) {
      const given = (item as Readonly<Record<string, unknown>>)[name]
      if (name === 'to') fields.to = given
      else if (name === 'years' && this.#moves !== undefined) fields.years = given
      else if (known.includes(name)) fields[name as keyof WrittenEdge] = given
      else if (given !== undefined) this.#specReader.addUnknownField(name, known, this.#at(index))
    }
    return fields
  }

  #read<Value>(
    name: keyof WrittenEdge,
    given: unknown,
    reader: (value: unknown) => Value | Refused,
    index: number | undefined,
  ): Value | undefined {
    if (given === undefined) return undefined
    const value = reader(given)
    if (!(value instanceof Refused)) return value
    this.#refused.push({
      received: given,
      expected: value.expected,
      keys: index === undefined ? [name] : [index, name],
    })
    return undefined
  }

  #addRefused(): void {
    for (const { received, expected, keys } of this.#refused) {
      this.#specReader.invalid(received, expected, this.#at(...keys))
    }
    this.#refused.length = 0
  }

  /** The place of the edges of the role, or of a part of them. */
  #at(...keys: readonly (string | number | undefined)[]): Place {
    const place = this.#place ?? this.#rows.placeOf(this.#handle, this.#field)
    const below = keys.filter((key) => key !== undefined)
    return below.length === 0 ? place : placeBelow(place, ...below)
  }

  get #specReader(): SpecReader {
    return new SpecReader(this.#rows.issues, { roles: [this.#rows.ids[this.#handle]] })
  }
}

function set<Value>(facts: Map<number, Value>, row: number, fact: Value | undefined): void {
  if (fact !== undefined) facts.set(row, fact)
}

function readKind(value: unknown): MoveKind | Refused {
  return MOVE_KINDS.find((kind) => kind === value) ?? new Refused("'advancement', 'lateral' or 'transition'")
}

function readYears(value: unknown): NonNullable<Move['years']> | Refused {
  const list: readonly unknown[] = Array.isArray(value) && value.length <= 2 ? value : NO_YEARS
  const min = list[0]
  // JSON has no Infinity, and writes null for it.
  const max = list[1] ?? Infinity
  if (typeof min === 'number' && typeof max === 'number' && min >= 0 && min < Infinity && max >= min) {
    return [min, max]
  }
  return new Refused('years as [min] or [min, max] with 0 ≤ min ≤ max')
}
