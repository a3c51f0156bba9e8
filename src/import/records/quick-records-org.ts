import type { ByteColumn, DataColumn, Org } from '../../internal.js'
import type { Limits } from '../input/limits.js'
import { isQuickNumber, QUICK_PARTS, quickOrg } from '../input/quick-org.js'
import type { Source } from '../input/source.js'
import type { Nesting } from './nested-end.js'
import type { RecordData } from './records-org.js'
import type { FieldNames, RecordPart, RecordsOptions } from './records-options.js'
import { type FieldKind, type RecordColumns, scanRecords } from './scan-records.js'
import { CLOSE_BRACKET, COMMA, OPEN_BRACKET } from './value-end.js'

/**
 * The org of well-formed records whose fields are each a string or a number of a role, or data, read by their bytes.
 * `undefined` for any other text, which is then parsed.
 */
export function quickRecordsOrg(
  source: Source,
  text: string,
  names: FieldNames,
  options: RecordsOptions,
  limits: Limits,
): Org<string, string, RecordData> | undefined {
  const { unitPrefix = '' } = options
  const partOf = new Map<string, RecordPart>()
  for (const [part, { field }] of names) {
    // The general reader reads both parts from such a field.
    if (partOf.has(field)) return undefined
    partOf.set(field, part)
  }
  const kindOf = (field: string): FieldKind | undefined => {
    if (!partOf.has(field)) return 'data'
    const part = QUICK_PARTS.find((quick) => quick === partOf.get(field))
    if (part === undefined || (part === 'unit' && unitPrefix !== '')) return undefined
    return isQuickNumber(part) ? 'number' : 'text'
  }
  const columns = scanRecords(bytesOf(source, text, options), kindOf, nestingIn(limits))
  if (columns === undefined || exceeds(columns, limits)) return undefined
  for (const [part, { field, isGiven }] of names) {
    if ((isGiven || part === 'manager') && !columns.has(field)) return undefined
  }
  const data = new Map<string, DataColumn<unknown>>()
  for (const [field, column] of columns) if (!partOf.has(field)) data.set(field, lateValues(column))
  return quickOrg((part) => columns.get(names.get(part)?.field ?? '') ?? 'none', limits.idLength, { data })
}

/** The bytes of a text in UTF-8: those of the source if they are ASCII. */
function bytesOf(source: Source, text: string, { encoding }: RecordsOptions): Uint8Array {
  const isSame = encoding === undefined && source instanceof Uint8Array && source.length === text.length
  return isSame ? source : new TextEncoder().encode(text)
}

function exceeds(columns: RecordColumns, { rows, columns: most, depth }: Limits): boolean {
  const [first] = columns.values()
  return first.starts.length > rows || columns.size > most || depth < 2
}

/** What is allowed within a record, which is at depth 2. */
function nestingIn({ rows, columns, depth }: Limits): Nesting {
  return { depth: depth - 2, entries: Math.min(rows, columns, MOST_ENTRIES) }
}

const MOST_ENTRIES = 64

/**
 * The values of a column of JSON texts, at least one, parsed when they are first needed: from a copy, so that the input is
 * not kept.
 */
function lateValues(column: ByteColumn): () => readonly unknown[] {
  const list = listOf(column)
  // The bytes are a JSON list.
  return () => JSON.parse(new TextDecoder().decode(list)) as readonly unknown[]
}

function listOf({ bytes, starts, ends }: ByteColumn): Uint8Array {
  let length = 1
  for (let row = 0; row < starts.length; row++) length += ends[row] - starts[row] + 1
  const list = new Uint8Array(length)
  list[0] = OPEN_BRACKET
  let to = 1
  for (let row = 0; row < starts.length; row++) {
    for (let at = starts[row]; at < ends[row]; at++) list[to++] = bytes[at]
    list[to++] = COMMA
  }
  list[length - 1] = CLOSE_BRACKET
  return list
}
