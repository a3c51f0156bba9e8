import {
  type EndReading,
  endReadingOf,
  givenOptions,
  invalidOption,
  ownValue,
  type RecordFields,
} from '../../internal.js'
import { checkRepeatedIds, checkText, checkWords, type ImportOptions } from '../input/import-options.js'

/** The parts of a role that a field of a record can hold. `managerAs` is the name of the solid line. */
export type RecordPart = Exclude<keyof RecordFields<object>, 'data'> | 'managerAs'

/** The parts of the person who fills the role of a record. */
const PERSON_FIELDS = Object.freeze(['id', 'name', 'email', 'share', 'kind', 'from', 'to'] as const)
type PersonPart = 'person' | Exclude<(typeof PERSON_FIELDS)[number], 'id'>

/** A field of dotted managers, and the name of its lines. */
export interface NamedField {
  readonly field: string
  /** The name of the lines: `'project'`. */
  readonly as: string
}

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
  'alsoIn',
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
  'status',
  'managerAs',
])

/** The parts that are read only if the caller names a field: many records have a status of another kind. */
const NAMED_ONLY: ReadonlySet<RecordPart> = new Set<RecordPart>(['status', 'managerAs'])

/**
 * How {@link parseRecords} reads records: the name of the field of each part, by default that of the part; `null` for no
 * field. Fields that no part is read from are kept as `data`.
 */
export type RecordsOptions = ImportOptions & {
  readonly [Part in Exclude<RecordPart, 'dotted'>]?: string | null
} & {
  /** Several fields of dotted managers may have names: `[{ field: 'projectLead', as: 'project' }]`. */
  readonly dotted?: string | NamedField | readonly (string | NamedField)[] | null
  /**
   * The fields of the person who fills the role of a record, instead of `holders`: `{ id: 'employee', name: 'fullName' }`.
   * A record without the id says that nobody does. One person in several records fills several roles.
   */
  readonly person?: { readonly id: string } & {
    readonly [Part in Exclude<PersonPart, 'person'>]?: string
  }
  /**
   * `'error'` (the default): each record is a role, and two with the same id are an issue. `'job-share'`: a record that
   * repeats an id and differs only in the holder, the vacancy and the data is a further holder of the role; a note lists
   * these roles.
   */
  readonly repeatedIds?: 'error' | 'job-share'
  /** Whether `person.to` is the day after the last one (`'exclusive'`, the default) or the last day (`'inclusive'`). */
  readonly ends?: 'inclusive' | 'exclusive'
  /** The ends of assignments that mean "no end". Default: `'9999-12-31'`, `'4712-12-31'`, `'2999-12-31'` and a blank. */
  readonly open?: readonly string[]
  /** A prefix for the names of units, which share a namespace with the ids of roles. Default: none. */
  readonly unitPrefix?: string
  /**
   * The field by which managers are named, such as `'email'` or `'name'`, if not by id. Its values, strings or lists of
   * strings, are compared without case, surrounding spaces, Unicode form and `mailto:`, and `Last, First` as `First Last`, if
   * only one role fits. Default: the field of the id, whose values are compared exactly.
   */
  readonly managerBy?: string
  /** Values that mean "no manager", as null always does: `['0', 'board']`. Compared without case. Default: none. */
  readonly tops?: readonly string[]
}

/** The options that records have in addition to those of every importer. */
export const RECORDS_OPTIONS: readonly (keyof RecordsOptions)[] = Object.freeze([
  ...RECORD_PARTS,
  'person',
  'repeatedIds',
  'ends',
  'open',
  'unitPrefix',
  'managerBy',
  'tops',
])

/** A part of a record: of its role, or of the person who fills it. */
export type AnyPart = RecordPart | PersonPart

/** The parts about the holder, in which the records of a job share may differ. */
export const OF_HOLDER: ReadonlySet<AnyPart> = new Set<AnyPart>([
  ...(['holders', 'vacant', 'person', 'name', 'email'] as const),
  ...(['share', 'kind', 'from', 'to'] as const),
])

/** The field of each part that has one, and whether the caller named it. */
export type FieldNames = ReadonlyMap<AnyPart, { readonly field: string; readonly isGiven: boolean }>

/** A field of dotted managers. */
export interface DottedField {
  readonly field: string
  readonly as: string | undefined
}

/** Throws `INVALID_OPTION` for what {@link RecordsOptions} do not allow. */
export function fieldNames(options: RecordsOptions): FieldNames {
  checkText('unitPrefix', options.unitPrefix)
  checkText('managerBy', options.managerBy)
  checkWords('tops', options.tops)
  checkRepeatedIds(options.repeatedIds)
  const names = new Map<AnyPart, { readonly field: string; readonly isGiven: boolean }>()
  const person = personFields(options)
  endsOfOptions(options)
  const isDottedGiven = options.dotted !== undefined
  for (const part of RECORD_PARTS) {
    const given: unknown =
      part === 'dotted' && isDottedGiven ? (dottedFields(options).at(0)?.field ?? null) : options[part]
    if (given === null && part !== 'id') continue
    if (given === undefined && NAMED_ONLY.has(part)) continue
    if (part === 'holders' && person !== undefined) {
      if (given === undefined) continue
      throw invalidOption(part, given, 'used only without person, which says who fills roles')
    }
    if (given !== undefined && typeof given !== 'string') {
      throw invalidOption(part, given, part === 'id' ? 'the name of a field' : 'the name of a field, or null')
    }
    names.set(part, { field: given ?? part, isGiven: given !== undefined })
  }
  for (const [part, field] of person ?? []) names.set(part, { field, isGiven: true })
  return names
}

/** How the ends of assignments are read. Throws `INVALID_OPTION`. */
export function endsOfOptions({ ends, open, person }: RecordsOptions): EndReading {
  const given = new Map<string, unknown>(Object.entries({ ends, open }))
  return endReadingOf(given, ownValue(person, 'to') !== undefined)
}

/** The fields of dotted managers. */
export function dottedFields({ dotted = 'dotted' }: RecordsOptions): readonly DottedField[] {
  const given: unknown = dotted
  if (given === null) return []
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  return list.map((item) => {
    if (typeof item === 'string') return { field: item, as: undefined }
    const [field, as] = [ownValue(item, 'field'), ownValue(item, 'as')]
    if (typeof field === 'string' && typeof as === 'string' && as.trim() !== '') return { field, as }
    throw invalidOption('dotted', given, [
      'the name of a field',
      "{ field: 'projectLead', as: 'project' }",
      'a list of these',
      'null',
    ])
  })
}

/** The fields of the option `person`, by part; `undefined` if it is not given. */
function personFields({ person }: RecordsOptions): ReadonlyMap<PersonPart, string> | undefined {
  if (person === undefined) return undefined
  const fields = new Map<PersonPart, string>()
  const given = givenOptions('person', person, PERSON_FIELDS)
  for (const name of PERSON_FIELDS) {
    const field = given.get(name)
    if (field === undefined && name !== 'id') continue
    if (typeof field !== 'string') throw invalidOption(`person.${name}`, field, 'the name of a field')
    fields.set(name === 'id' ? 'person' : name, field)
  }
  return fields
}
