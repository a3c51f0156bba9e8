import type { DataColumn, Org } from '../../internal.js'
import type { Limits } from '../input/limits.js'
import { isQuickNumber, QUICK_PARTS, quickOrg } from '../input/quick-org.js'
import type { Source } from '../input/source.js'
import { lateValues } from './late-values.js'
import type { Nesting } from './nested-end.js'
import type { RecordData } from './records-org.js'
import type { FieldNames, RecordPart, RecordsOptions } from './records-options.js'
import { type FieldKind, type RecordColumns, scanRecords } from './scan-records.js'

/**
 * The org of records in which nothing is the matter and every field is a text or a number of a role, or a value of its
 * data, by their bytes. `undefined` for any other text, which is then parsed.
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
    // Which of two parts a field is for, the general reader knows: for both.
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

/** The bytes of a text: those that it came in where they are ASCII, and so the same in UTF-8. */
function bytesOf(source: Source, text: string, { encoding }: RecordsOptions): Uint8Array {
  const isSame = encoding === undefined && source instanceof Uint8Array && source.length === text.length
  return isSame ? source : new TextEncoder().encode(text)
}

function exceeds(columns: RecordColumns, { rows, columns: most, depth }: Limits): boolean {
  const [first] = columns.values()
  return first.starts.length > rows || columns.size > most || depth < 2
}

/** What is allowed within a record, which is an object in a list. */
function nestingIn({ rows, columns, depth }: Limits): Nesting {
  return { depth: depth - 2, entries: Math.min(rows, columns, MOST_ENTRIES) }
}

const MOST_ENTRIES = 64
