import { invalidOption } from '../kernel/invalid-input.js'
import type { GivenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote, reasonText } from '../kernel/quote.js'

/** Where a part of each record is: under a key, or what a function returns. */
export interface ReadableField {
  readonly name: string
  readonly key: PropertyKey
  readonly read: ((record: unknown, index: number) => unknown) | undefined
}

export type Readable = Partial<Record<PropertyKey, unknown>> | null | undefined

/** The field that an option names; `undefined` if it is not given. */
export function fieldOf(given: GivenOptions, name: string): ReadableField | undefined {
  return readableField(name, given.get(name), name)
}

/** @param option The name of the option, for errors. */
export function readableField(name: string, field: unknown, option: string): ReadableField | undefined {
  if (field === undefined) return undefined
  if (typeof field === 'function') return { name, key: name, read: field as ReadableField['read'] }
  if (typeof field === 'string' || typeof field === 'number' || typeof field === 'symbol') {
    return { name, key: field, read: undefined }
  }
  throw invalidOption(option, field, 'the name of a field, or a function of the record')
}

/** The value of one field of one record. */
export function valueIn(
  list: readonly unknown[],
  { name, key, read }: ReadableField,
  record: number,
): unknown {
  try {
    return read === undefined ? (list[record] as Readable)?.[key] : read(list[record], record)
  } catch (cause) {
    throw readFailed(list, record, name, cause)
  }
}

/** The error for a function of the caller that threw. */
export function readFailed(
  list: readonly unknown[],
  record: number,
  field: string,
  cause: unknown,
): OrgError<'READ_FAILED'> {
  return new OrgError(
    'READ_FAILED',
    `Reading the ${field} of record ${String(record)} (${quote(list[record])}) failed: ${reasonText(cause)}`,
    { record, field },
    { cause },
  )
}
