import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** One part of each record, or of those that have a row. */
export function readColumn(
  list: readonly unknown[],
  field: unknown,
  name: string,
  recordOf: readonly number[] | undefined,
): unknown[] {
  const read = readerOfField(field, name)
  const count = recordOf?.length ?? list.length
  // As long as it will be: a column that grows is copied over and over, and keeps room that it does not need.
  const column = new Array<unknown>(count)
  let record = 0
  try {
    for (let row = 0; row < count; row++) {
      record = recordOf === undefined ? row : recordOf[row]
      column[row] = read(list[record], record)
    }
  } catch (cause) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : quote(cause)
    throw new OrgError(
      'READ_FAILED',
      `Reading the ${name} of record ${String(record)} (${quote(list[record])}) failed: ${reason}`,
      { record, field: name },
      { cause },
    )
  }
  return column
}

function readerOfField(field: unknown, name: string): (record: unknown, index: number) => unknown {
  if (typeof field === 'function') return field as (record: unknown, index: number) => unknown
  if (typeof field !== 'string' && typeof field !== 'number' && typeof field !== 'symbol') {
    throw wrongOption(name, field, 'the name of a field, or a function of the record')
  }
  return (record) => (record as Partial<Record<PropertyKey, unknown>> | null | undefined)?.[field]
}

/** A caller's option that cannot have its value. */
export function wrongOption(option: string, received: unknown, allowed: string): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} is ${quote(received)}; it can be ${allowed}.`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed })
}
