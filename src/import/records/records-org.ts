import { type Org, orgFromRecords, type Place, quote, quotedList, type RecordFields } from '../../internal.js'
import { addAt, type Directory, type DirectoryObject } from '../directory/directory-object.js'
import { withPlaceWords } from '../document/with-place-words.js'
import { withUnitAdvice } from '../input/unit-advice.js'
import type { FieldNames, RecordPart } from './records-options.js'

/** The fields of a record that no part of a role has taken. */
export type RecordData = Readonly<Record<string, unknown>>

/** The org of records in a text; what is wrong with it becomes issues with their line and column. */
export function recordsOrg(
  records: readonly DirectoryObject[],
  names: FieldNames,
  document: Directory,
): Org<string, string, RecordData> {
  const { issues } = document
  const keys = new Set<string>()
  for (const { value } of records) for (const key of Object.keys(value)) keys.add(key)
  const held = new Set(Array.from(names.values(), ({ field }) => field))
  if (records.length > 0) addMissing(names, keys, document)
  const known = records.filter((record) => hasId(record, names, document))
  const org = orgFromRecords(known, {
    ...fieldsIn(names, keys, document.unitPrefix),
    data: ({ value }: DirectoryObject): RecordData | undefined => {
      const rest = Object.entries(value).filter(([name]) => !held.has(name))
      // Of entries, since an assignment to __proto__ would set the prototype.
      return rest.length === 0 ? undefined : Object.fromEntries(rest)
    },
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(known[record], field, names),
  })
  issues.takeFrom(org, (issue) => withPlaceWords(withUnitAdvice(issue)))
  // Data that are there are such an object.
  return org
}

/** Whether a record has an id that can be used; there is an issue where it has none. */
function hasId(record: DirectoryObject, names: FieldNames, document: Directory): boolean {
  const { limits, issues } = document
  const field = names.get('id')?.field ?? 'id'
  const id = idText(ownField(record, field))
  if (typeof id === 'string') {
    if (id.length <= limits.idLength) return true
    issues.exceeded('idLength', placeOf(record, 'id', names), [quote(id)])
  } else if (id === undefined || id === null) {
    addAt(document, 'MISSING_ID', record.path, {
      message: `the record has no ${field}`,
      suggestion: 'Give the record an id of its own, or take it out.',
    })
  } else {
    record.refuse(field, id, 'a text or a whole number')
  }
  return false
}

/** What reads the parts that some record has, and the id. */
function fieldsIn(
  names: FieldNames,
  keys: ReadonlySet<string>,
  unitPrefix: string,
): RecordFields<DirectoryObject> {
  const fields = new Map<RecordPart, (record: DirectoryObject) => unknown>()
  for (const [part, { field }] of names) {
    if (part !== 'id' && !keys.has(field)) continue
    if (part === 'id' || part === 'manager') fields.set(part, (record) => idText(ownField(record, field)))
    else if (part === 'dotted') fields.set(part, (record) => idTexts(ownField(record, field)))
    else if (part === 'unit' && unitPrefix !== '') {
      fields.set(part, (record) => {
        const unit = ownField(record, field)
        return typeof unit === 'string' ? unitPrefix + unit : unit
      })
    } else fields.set(part, (record) => ownField(record, field))
  }
  const readers: object = Object.fromEntries(fields)
  // Whatever they give is checked where the org is made.
  return readers as RecordFields<DirectoryObject>
}

function ownField({ value }: DirectoryObject, field: string | undefined): unknown {
  return field !== undefined && Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined
}

/** A whole number as its digits; anything else as it is. */
function idText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value
}

function idTexts(value: unknown): unknown {
  return Array.isArray(value) ? value.map(idText) : idText(value)
}

/** A field that the caller named and no record has would be a setting without effect; so would lines be that nothing tells. */
function addMissing(names: FieldNames, keys: ReadonlySet<string>, document: Directory): void {
  for (const [part, { field, isGiven }] of names) {
    if (keys.has(field) || !(isGiven || part === 'manager')) continue
    const shown = [...keys].slice(0, SHOWN)
    addAt(document, 'MISSING_COLUMN', [], {
      witness: shown,
      message: `No record has the field ${quote(field)} for the ${part}${document.issues.didYouMean(field, keys)}`,
      suggestion: `Say which it is, ${part}: '…'${part === 'id' ? '' : ', or null for none'}. The fields are ${quotedList(shown)}.`,
    })
  }
}

const SHOWN = 20

function placeOf(record: DirectoryObject, part: string | undefined, names: FieldNames): Place {
  const name = names.get(part as RecordPart)?.field
  const path = name === undefined ? record.path : [...record.path, name]
  return { path, ...record.directory.tree.placeAt(path, 'value') }
}
