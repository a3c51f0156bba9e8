import {
  type Issue,
  type Org,
  orgFromRecords,
  type Place,
  quote,
  quotedList,
  type RecordFields,
} from '../../internal.js'
import { addAt, type JsonDocument, type JsonObject } from '../json/json-object.js'
import { Corrections } from '../input/corrections.js'
import { withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import { TopWords } from '../input/top-words.js'
import { topsAdvice, unknownManagerIn, withMergedUnknown } from '../input/unknown-managers.js'
import type { FieldNames, RecordPart, RecordsOptions } from './records-options.js'

/** The fields of a record that no part of a role is read from. */
export type RecordData = Readonly<Record<string, unknown>>

/** The org of the records of a text; what is wrong becomes issues with their line and column. */
export function recordsOrg(
  records: readonly JsonObject[],
  names: FieldNames,
  document: JsonDocument,
  { unitPrefix = '', tops, corrections: given }: RecordsOptions,
): Org<string, string, RecordData> {
  const { issues } = document
  const keys = new Set<string>()
  for (const { value } of records) for (const key of Object.keys(value)) keys.add(key)
  const held = new Set(Array.from(names.values(), ({ field }) => field))
  if (records.length > 0) addMissing(names, keys, document)
  const known = records.filter((record) => hasId(record, names, document))
  const managed = new ManagedRecords(known, names, document, tops ?? [])
  const fields = fieldsIn(names, keys, managed, unitPrefix)
  const corrections = new Corrections(given, issues)
  const idOf = (record: JsonObject): string => String(ownField(record, names.get('id')?.field))
  const org = orgFromRecords(known, {
    ...fields,
    ...corrections.over(fields, idOf),
    data: ({ value }: JsonObject): RecordData | undefined => {
      const rest = Object.entries(value).filter(([name]) => !held.has(name))
      // From entries: assigning to __proto__ would set the prototype.
      return rest.length === 0 ? undefined : Object.fromEntries(rest)
    },
    onIssue: 'collect',
    placeOf: (record, field) => placeOf(known[record], field, names),
  })
  corrections.report()
  issues.takeFrom(
    org,
    (issue) => withPlaceWords(withTopsAdvice(withUnitAdvice(issue))),
    (found) => withMergedUnknown(found, managed.count, MOST_UNKNOWN, issues),
  )
  return org
}

/** Reads the managers of records, without words that mean that there is none. */
class ManagedRecords {
  /** How many records have a manager. */
  count = 0
  readonly #names: FieldNames
  readonly #tops: TopWords

  constructor(
    records: readonly JsonObject[],
    names: FieldNames,
    document: JsonDocument,
    tops: readonly string[],
  ) {
    const field = names.get('id')?.field
    const ids = new Set(tops.length === 0 ? [] : records.map((record) => idText(ownField(record, field))))
    this.#names = names
    this.#tops = new TopWords(tops, undefined, (text) => ids.has(text), document.issues)
  }

  manager(record: JsonObject): unknown {
    const manager = idText(ownField(record, this.#names.get('manager')?.field))
    if (manager === undefined || manager === null || this.#isTop(manager, record, 'manager')) return undefined
    this.count++
    return manager
  }

  dotted(record: JsonObject): unknown {
    const managers = idTexts(ownField(record, this.#names.get('dotted')?.field))
    if (Array.isArray(managers)) return managers.filter((one) => !this.#isTop(one, record, 'dotted'))
    return this.#isTop(managers, record, 'dotted') ? undefined : managers
  }

  #isTop(manager: unknown, record: JsonObject, part: RecordPart): boolean {
    return typeof manager === 'string' && this.#tops.says(manager, () => placeOf(record, part, this.#names))
  }
}

const MOST_UNKNOWN =
  "Name the field that managers refer to, id: '…', or the field of the managers, manager: '…'."

function withTopsAdvice(issue: Issue): Issue {
  const cell = unknownManagerIn(issue)?.cell
  if (cell === undefined) return issue
  return { ...issue, suggestion: `${issue.suggestion} Or ${topsAdvice(cell)}.` }
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
  managed: ManagedRecords,
  unitPrefix: string,
): RecordFields<JsonObject> {
  const fields = new Map<RecordPart, (record: JsonObject) => unknown>()
  for (const [part, { field }] of names) {
    if (part !== 'id' && !keys.has(field)) continue
    if (part === 'id') fields.set(part, (record) => idText(ownField(record, field)))
    else if (part === 'manager') fields.set(part, (record) => managed.manager(record))
    else if (part === 'dotted') fields.set(part, (record) => managed.dotted(record))
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
