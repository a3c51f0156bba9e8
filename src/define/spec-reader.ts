import type { Evidence } from '../model/evidence.js'
import type { LineFacts } from '../model/line.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { EVIDENCE_READERS, readLineName, Refused } from './attribute-readers.js'
import type { IssueList, IssueParts } from './issue-list.js'
import { kindsText, meantField } from './meant-field.js'

/** The own fields of an object from outside. */
export type Fields = ReadonlyMap<string, unknown>

/** A role or unit of a spec; `key` is its key in the object or its index in the list. */
export interface Entry {
  readonly id: string
  readonly spec: unknown
  readonly key: string | number
}

/** The place of a field within a place. */
export function placeBelow(place: Place, ...keys: (string | number)[]): Place {
  if (place.path !== undefined) return { ...place, path: [...place.path, ...keys] }
  // The line of a table without a column for the field.
  if (place.field === undefined && place.line !== undefined) return place
  return { ...place, field: [...(place.field === undefined ? [] : [place.field]), ...keys].join('.') }
}

/** Reads untrusted input field by field, and adds an issue for everything that is wrong. */
export class SpecReader {
  constructor(
    readonly issues: IssueList,
    /** The role or unit that is being read, for the issues. */
    readonly subject: { readonly roles?: readonly string[]; readonly units?: readonly string[] },
  ) {}

  /** The own fields of an object; `undefined` and an issue for anything else. Unknown fields are issues. */
  fieldsOf(value: unknown, known: readonly string[], place: Place): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.invalid(value, 'an object', place)
      return undefined
    }
    const fields = new Map<string, unknown>(Object.entries(value))
    for (const [name, given] of fields) {
      if (known.includes(name)) continue
      fields.delete(name)
      if (given === undefined) continue
      this.addUnknownField(name, known, place)
    }
    return fields
  }

  /** @param kinds The kinds that the field `kind` can have. */
  addUnknownField(name: string, known: readonly string[], place: Place, kinds?: readonly string[]): void {
    this.issues.add('UNKNOWN_FIELD', {
      ...this.subject,
      place: placeBelow(place, name),
      witness: [name],
      message: `There is no field ${quote(name)}${meantField(name, known, kinds)}`,
      suggestion: known.includes('data')
        ? `Put your own attributes under data; the known fields are ${known.join(', ')}.`
        : `The known fields are ${known.join(', ')}${kindsText(kinds)}.`,
    })
  }

  /** Adds the issue of a refused value, at its place within the value. */
  refuse({ expected, unknown, keys }: Refused, received: unknown, place: Place): void {
    const at = keys.length === 0 ? place : placeBelow(place, ...keys)
    if (unknown === undefined) this.invalid(received, expected, at)
    else this.addUnknownField(unknown.name, unknown.known, at, unknown.kinds)
  }

  /**
   * The entries of an object that maps ids to `things`, or of a list of objects with an id, which a document has if an
   * object would not keep the order; `undefined` and an issue for anything else.
   */
  entriesOf(value: unknown, things: string, place: Place): Entry[] | undefined {
    if (Array.isArray(value)) return this.#listedEntries(value, place)
    if (typeof value !== 'object' || value === null) {
      this.invalid(value, `an object of ${things} by id`, place)
      return undefined
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    // `{ __proto__: … }` in a literal sets the prototype instead of a key: that entry would be lost silently. Only the last
    // prototype, of any realm, has none itself.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      const expected = `an object whose ${things} are its own keys (write ['__proto__']: … for an id of that name)`
      this.invalid(value, expected, place)
    }
    return Object.entries(value).map(([id, spec]): Entry => ({ id, spec, key: id }))
  }

  /** The entries with distinct ids, each with its place. A repeated id becomes an issue, worded by `repeated`. */
  *distinctEntriesOf(
    value: unknown,
    things: string,
    place: Place,
    repeated: (id: string) => Pick<IssueParts, 'units' | 'message' | 'suggestion'>,
  ): Generator<{ readonly id: string; readonly spec: unknown; readonly at: Place }> {
    const places = new Map<string, Place>()
    for (const { id, spec, key } of this.entriesOf(value, things, place) ?? []) {
      const at = placeBelow(place, key)
      const first = places.get(id)
      if (first === undefined) {
        places.set(id, at)
        yield { id, spec, at }
      } else this.issues.add('DUPLICATE_ID', { ...repeated(id), place: at, witness: [first, at] })
    }
  }

  #listedEntries(list: readonly unknown[], place: Place): Entry[] {
    return list.flatMap((item, key): Entry | readonly [] => {
      const at = placeBelow(place, key)
      if (typeof item !== 'object' || item === null || Array.isArray(item)) {
        this.invalid(item, 'an object with an id', at)
        return []
      }
      const fields = new Map<string, unknown>(Object.entries(item))
      const id = fields.get('id')
      if (typeof id !== 'string') {
        this.invalid(id, 'an id as a string', placeBelow(at, 'id'))
        return []
      }
      fields.delete('id')
      return { id, spec: Object.fromEntries(fields), key }
    })
  }

  /** A field read by its reader; `undefined` if it is left out, or refused with an issue. */
  read<Value>(
    fields: Fields,
    name: string,
    reader: (value: unknown) => Value | Refused,
    place: Place,
  ): Value | undefined {
    const given = fields.get(name)
    if (given === undefined) return undefined
    const value = reader(given)
    if (!(value instanceof Refused)) return value
    this.refuse(value, value.receivedIn(given), placeBelow(place, name))
    return undefined
  }

  /** The evidence in the fields; `undefined` if there is none. */
  evidence(fields: Fields, place: Place): Evidence | undefined {
    const sources = this.read(fields, 'sources', EVIDENCE_READERS.sources, place)
    const hedge = this.read(fields, 'hedge', EVIDENCE_READERS.hedge, place)
    const note = this.read(fields, 'note', EVIDENCE_READERS.note, place)
    return evidenceOf(sources, hedge, note)
  }

  /** The name of a line, and its evidence. */
  lineFacts(fields: Fields, place: Place): LineFacts | undefined {
    return lineFactsOf(this.read(fields, 'as', readLineName, place), this.evidence(fields, place))
  }

  invalid(
    received: unknown,
    expected: string,
    place: Place,
    suggestion = 'Correct the value, or leave the field out.',
  ): void {
    this.issues.add('INVALID_FIELD', {
      ...this.subject,
      place,
      witness: [quote(received)],
      message: `Expected ${expected}, received ${quote(received)}`,
      suggestion,
    })
  }
}

/** Evidence with the given parts; `undefined` if there are none. */
export function evidenceOf(
  sources: Evidence['sources'],
  hedge: Evidence['hedge'],
  note: Evidence['note'],
): Evidence | undefined {
  if (sources === undefined && hedge === undefined && note === undefined) return undefined
  return Object.freeze({
    ...(sources !== undefined && { sources }),
    ...(hedge !== undefined && { hedge }),
    ...(note !== undefined && { note }),
  })
}

/** The name of a line with its evidence; `undefined` if there is neither. */
export function lineFactsOf(as: string | undefined, evidence: Evidence | undefined): LineFacts | undefined {
  return as === undefined ? evidence : Object.freeze({ as, ...evidence })
}
