import { ByteTexts } from './byte-texts.js'
import { OrgError } from '../../kernel/org-error.js'
import { quote } from '../../kernel/quote.js'
import type { DataColumn, OrgColumns } from '../../model/org-columns.js'
import { isNested, NotPlain, plainCopy } from '../plain-copy.js'

/** Makes the data of a row from copied columns, which are decoded when the data of a role is first read. */
export function dataObjects(
  data: NonNullable<OrgColumns<unknown>['data']>,
  count: number,
): (row: number) => unknown {
  const columns = Array.from(data, ([key, column]) => [key, valuesOf(key, column, count)] as const)
  let lists: readonly (readonly [string, readonly unknown[]])[] | undefined
  // Every key is an own property of the template, so no assignment below reaches a prototype, not even of __proto__.
  const template: Record<string, unknown> = Object.fromEntries(columns.map(([key]) => [key, '']))
  return (row) => {
    lists ??= columns.map(([key, values]) => [key, values()] as const)
    const object = { ...template }
    for (const [key, list] of lists) object[key] = list[row]
    return Object.freeze(object)
  }
}

/** Returns the values of all rows. */
function valuesOf(key: string, column: DataColumn<unknown>, count: number): () => readonly unknown[] {
  if (typeof column === 'function') return () => copiesOf(key, column(), count)
  const texts = ByteTexts.copyOf(column)
  return () => Array.from(texts.all, (text) => text ?? '')
}

/** Checks and copies what a function of the caller returned. */
function copiesOf(key: string, given: unknown, count: number): readonly unknown[] {
  const values: readonly unknown[] | undefined = Array.isArray(given) ? given : undefined
  if (values?.length !== count) throw wrongValues(key, given, `a list of ${String(count)} values`)
  return Array.from(values, (value) => {
    if (!isNested(value)) return value
    const copy = plainCopy(value)
    if (copy instanceof NotPlain) throw wrongValues(key, value, 'plain data')
    return copy
  })
}

function wrongValues(key: string, received: unknown, allowed: string): OrgError<'INVALID_ARGUMENT'> {
  const message = `orgFromColumns: the column data.${key} returned ${quote(received)}; it must return ${allowed}.`
  return new OrgError('INVALID_ARGUMENT', message, { argument: `columns.data.${key}`, received })
}
