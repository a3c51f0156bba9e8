import { invalidOption, type RecordFields } from '../../internal.js'
import { checkText, checkWords, type ImportOptions } from '../input/import-options.js'

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
 * How {@link parseRecords} reads records: the name of the field of each part, by default that of the part; `null` for no
 * field. Fields that no part is read from are kept as `data`.
 */
export type RecordsOptions = ImportOptions & { readonly [Part in RecordPart]?: string | null } & {
  /** A prefix for the names of units, which share a namespace with the ids of roles. Default: none. */
  readonly unitPrefix?: string
  /**
   * The field by which managers are named, such as `'email'` or `'name'`, if not by id. Its values, strings or lists of
   * strings, are compared without case, spaces around them, Unicode form and `mailto:`, and `Last, First` as `First Last`, where
   * one role only has the name. Default: the field of the id, whose values are compared exactly.
   */
  readonly managerBy?: string
  /** Managers that mean that there is none, as null always does: `['0', 'board']`. Compared without case. Default: none. */
  readonly tops?: readonly string[]
}

/** The options of records that not every importer has. */
export const RECORDS_OPTIONS: readonly (keyof RecordsOptions)[] = Object.freeze([
  ...RECORD_PARTS,
  'unitPrefix',
  'managerBy',
  'tops',
])

/** The field of each part that has one, and whether the caller named it. */
export type FieldNames = ReadonlyMap<RecordPart, { readonly field: string; readonly isGiven: boolean }>

/** Throws `INVALID_OPTION` for what {@link RecordsOptions} do not allow. */
export function fieldNames(options: RecordsOptions): FieldNames {
  checkText('unitPrefix', options.unitPrefix)
  checkText('managerBy', options.managerBy)
  checkWords('tops', options.tops)
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
