import type { ByteColumn } from '../../internal.js'
import { GrowingInts } from '../input/growing-ints.js'
import { isNested, type Nesting, nestedEnd } from './nested-end.js'
import {
  afterBlanks,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isNull,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  scalarEnd,
  textEnd,
  valueEnd,
} from './value-end.js'

/** Columns of values by field: strings without their quotes, numbers as written, none for null; data always as written. */
export type RecordColumns = ReadonlyMap<string, ByteColumn>

/** What a field holds. */
export type FieldKind = 'text' | 'number' | 'data'

/** A field as every record must have it. */
interface KnownField {
  readonly name: string
  /** Everything before its value: `,"title":` with its white space. */
  readonly before: Uint8Array
  readonly kind: FieldKind
}

/**
 * The columns of a JSON list of records that all have the same fields in the same order, written with the same white
 * space: strings without escapes, plain numbers and null; in data also escapes, true, false, and small lists and objects.
 * `undefined` for any other text, JSON or not.
 *
 * @param kindOf What a field holds; `undefined` for a field that cannot be read in this way.
 */
export function scanRecords(
  bytes: Uint8Array,
  kindOf: (field: string) => FieldKind | undefined,
  nesting: Nesting,
): RecordColumns | undefined {
  const list = afterBlanks(bytes, 0)
  const start = afterBlanks(bytes, list + 1)
  if (bytes[list] !== OPEN_BRACKET || bytes[start] !== OPEN_BRACE) return undefined
  const fields = fieldsOfFirst(bytes, start + 1, kindOf, nesting)
  if (fields === undefined) return undefined
  const places = new GrowingInts()
  const count = scanAll(bytes, start, fields, places, nesting)
  if (count === undefined) return undefined
  return new Map(
    fields.map(({ name }, index) => [name, columnOf(bytes, places.values, fields.length, index, count)]),
  )
}

/** The fields of the first record, which every other record must have. */
function fieldsOfFirst(
  bytes: Uint8Array,
  start: number,
  kindOf: (field: string) => FieldKind | undefined,
  nesting: Nesting,
): readonly KnownField[] | undefined {
  const fields = new Map<string, KnownField>()
  for (let from = start; ;) {
    let at = afterBlanks(bytes, from)
    if (fields.size > 0) {
      if (bytes[at] === CLOSE_BRACE) return [...fields.values()]
      if (bytes[at] !== COMMA) return undefined
      at = afterBlanks(bytes, at + 1)
    }
    if (bytes[at] !== QUOTE) return undefined
    const keyEnd = textEnd(bytes, at + 1)
    if (keyEnd === -1) return undefined
    const name = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at + 1, keyEnd))
    at = afterBlanks(bytes, keyEnd + 1)
    if (bytes[at] !== COLON) return undefined
    at = afterBlanks(bytes, at + 1)
    const kind = kindOf(name)
    // A duplicate key is left to the general reader.
    if (kind === undefined || fields.has(name)) return undefined
    fields.set(name, { name, before: bytes.slice(from, at), kind })
    from = kind === 'data' ? dataEnd(bytes, at, nesting) : valueEnd(bytes, at)
    if (from === -1) return undefined
  }
}

/** Stores two offsets per value, from the brace of the first record on; returns the number of records. */
function scanAll(
  bytes: Uint8Array,
  start: number,
  fields: readonly KnownField[],
  places: GrowingInts,
  nesting: Nesting,
): number | undefined {
  let values = places.values
  let taken = 0
  for (let at = start + 1; ;) {
    if (taken + 2 * fields.length > values.length) values = places.widened(taken + 2 * fields.length)
    for (const { before, kind } of fields) {
      for (let index = 0; index < before.length; index++) {
        if (bytes[at + index] !== before[index]) return undefined
      }
      at += before.length
      const end = kind === 'data' ? dataEnd(bytes, at, nesting) : valueEnd(bytes, at)
      if (end === -1) return undefined
      const isText = bytes[at] === QUOTE
      if (kind === 'data') {
        values[taken++] = at
        values[taken++] = end
      } else if (isNull(bytes, at)) {
        values[taken++] = -1
        values[taken++] = -1
      } else if (isText !== (kind === 'text')) {
        return undefined
      } else {
        values[taken++] = isText ? at + 1 : at
        values[taken++] = isText ? end - 1 : end
      }
      at = end
    }
    at = afterBlanks(bytes, at)
    if (bytes[at] !== CLOSE_BRACE) return undefined
    at = afterBlanks(bytes, at + 1)
    if (bytes[at] === CLOSE_BRACKET) {
      const isEnd = afterBlanks(bytes, at + 1) === bytes.length
      return isEnd ? taken / (2 * fields.length) : undefined
    }
    if (bytes[at] !== COMMA) return undefined
    at = afterBlanks(bytes, at + 1)
    if (bytes[at] !== OPEN_BRACE) return undefined
    at++
  }
}

function dataEnd(bytes: Uint8Array, at: number, nesting: Nesting): number {
  return isNested(bytes, at) ? nestedEnd(bytes, at, nesting) : scalarEnd(bytes, at)
}

function columnOf(
  bytes: Uint8Array,
  places: Int32Array,
  width: number,
  field: number,
  count: number,
): ByteColumn {
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  for (let row = 0, at = 2 * field; row < count; row++, at += 2 * width) {
    starts[row] = places[at]
    ends[row] = places[at + 1]
  }
  return { bytes, starts, ends }
}
