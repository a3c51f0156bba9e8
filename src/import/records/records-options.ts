import { givenOptions, invalidOption, type RecordFields } from '../../internal.js'
import { IMPORT_OPTIONS, type ImportOptions } from '../input/source.js'

/** The parts of a role that a field of a record can hold. */
export type RecordPart = Exclude<keyof RecordFields<object>, 'data'>

/** Every part, in the order of the document. */
const RECORD_PARTS: readonly RecordPart[] = Object.freeze([
  'id',
  'manager',
  'dotted',
  'moves',
  'title',
  'aliases',
  'grade',
  'family',
  'unit',
  'holders',
  'vacant',
  'fte',
  'cost',
  'minYears',
  'certifications',
  'skills',
  'sources',
  'hedge',
  'note',
])

/**
 * How {@link parseRecords} reads records: the name of the field of each part, where it is not that of the part itself;
 * `null` for none. What no part takes is kept as `data`.
 */
export type RecordsOptions = ImportOptions & { readonly [Part in RecordPart]?: string | null } & {
  /** Put before the names of units, where they would take the ids of roles. Default: nothing. */
  readonly unitPrefix?: string
}

/** The field of each part that has one, and whether the caller said so. */
export type FieldNames = ReadonlyMap<RecordPart, { readonly field: string; readonly isGiven: boolean }>

/** Throws `INVALID_OPTION` for what {@link RecordsOptions} do not allow, for callers without types too. */
export function fieldNames(options: RecordsOptions): FieldNames {
  givenOptions('parseRecords', options, [...IMPORT_OPTIONS, ...RECORD_PARTS, 'unitPrefix'])
  const { unitPrefix }: { readonly unitPrefix?: unknown } = options
  if (unitPrefix !== undefined && typeof unitPrefix !== 'string') {
    throw invalidOption('unitPrefix', unitPrefix, 'a text')
  }
  const names = new Map<RecordPart, { readonly field: string; readonly isGiven: boolean }>()
  for (const part of RECORD_PARTS) {
    const given: unknown = options[part]
    if (given === null && part !== 'id') continue
    if (given !== undefined && typeof given !== 'string') {
      throw invalidOption(part, given, part === 'id' ? 'the name of a field' : 'the name of a field, or null')
    }
    names.set(part, { field: given ?? part, isGiven: given !== undefined })
  }
  return names
}
