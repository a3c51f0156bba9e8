import { type Org, orgFromRecords, type Place, quote, quotedList, type RecordFields } from '../../internal.js'
import { addAt, type JsonDocument, type JsonObject } from '../document/json/json-object.js'
import { withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import type { FieldNames, RecordPart } from './records-options.js'

/** The fields of a record that no part of a role is read from. */
export type RecordData = Readonly<Record<string, unknown>>

/** The org of the records of a text; what is wrong becomes issues with their line and column. */
export function recordsOrg(
  records: readonly JsonObject[],
  names: FieldNames,
  document: JsonDocument,
  unitPrefix: string,
): Org<string, string, RecordData> {
  const { issues } = document
  const keys = new Set<string>()
  for (const { value } of records) for (const key of Object.keys(value)) keys.add(key)
  const held = new Set(Array.from(names.values(), ({ field }) => field))
  if (records.length > 0) addMissing(names, keys, document)
  const known = records.filter((record) => hasId(record, names, document))
  const org = orgFromRecords(known, {
    ...fieldsIn(names, keys, unitPrefix),
    data: ({ value }: JsonObject): RecordData | undefined => {
      const rest = Object.entries(value).filter(([name]) => !held.has(name))
      // From entries: assigning to __proto__ would set the prototype.
      return rest.length === 0 ? undefined : Object.fromEntries(rest)
    },
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(known[record], field, names),
  })
  issues.takeFrom(org, (issue) => withPlaceWords(withUnitAdvice(issue)))
  return org
}

/** Whether a record has a valid id; an issue if it has none. */
function hasId(record: JsonObject, names: FieldNames, document: JsonDocument): boolean {
  const { issues } = document
  const field = names.get('id')?.field ?? 'id'
  const id = idText(ownField(record, field))
  if (typeof id === 'string') {
    if (id.length <= issues.limits.idLength) return true
    issues.exceeded('idLength', placeOf(record, 'id', names), [quote(id)])
  } else if (id === undefined || id === null) {
    addAt(document, 'MISSING_ID', record.path, {
      message: `the record has no ${field}`,
      suggestion: 'Give the record a unique id, or remove it.',
    })
  } else {
    record.refuse(field, id, 'a string or a whole number')
  }
  return false
}

/** Readers of the id, and of the parts that some record has. */
function fieldsIn(
  names: FieldNames,
  keys: ReadonlySet<string>,
  unitPrefix: string,
): RecordFields<JsonObject> {
  const fields = new Map<RecordPart, (record: JsonObject) => unknown>()
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
  // Making the org checks whatever they return.
  return readers as RecordFields<JsonObject>
}

function ownField({ value }: JsonObject, field: string | undefined): unknown {
  return field !== undefined && Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined
}

/** A whole number as its digits, anything else as it is. */
function idText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value
}

function idTexts(value: unknown): unknown {
  return Array.isArray(value) ? value.map(idText) : idText(value)
}

/** Reports a field that no record has although the caller named it, or although it holds the managers. */
function addMissing(names: FieldNames, keys: ReadonlySet<string>, document: JsonDocument): void {
  for (const [part, { field, isGiven }] of names) {
    if (keys.has(field) || !(isGiven || part === 'manager')) continue
    const shown = [...keys].slice(0, SHOWN)
    addAt(document, 'MISSING_COLUMN', [], {
      witness: shown,
      message: `No record has the field ${quote(field)} for the ${part}${document.issues.didYouMean(field, keys)}`,
      suggestion: `Name it, ${part}: '…'${part === 'id' ? '' : ', or null for none'}. The fields are ${quotedList(shown)}.`,
    })
  }
}

const SHOWN = 20

function placeOf(record: JsonObject, part: string | undefined, names: FieldNames): Place {
  const name = names.get(part as RecordPart)?.field
  const path = name === undefined ? record.path : [...record.path, name]
  return { path, ...record.document.tree.placeAt(path, 'value') }
}
