import { stateOf } from '../engine/org-state.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { ByteColumn, ColumnData, DataColumn, OrgColumns } from '../model/org-columns.js'
import type { Org } from '../model/org.js'
import { NUMBERS } from './bytes/byte-attributes.js'
import { RowIds } from './bytes/row-ids.js'
import { dataObjects } from './bytes/data-objects.js'
import { isUtf8 } from './bytes/utf8.js'
import { orgFromByteRows } from './org-from-byte-rows.js'

const TEXTS = ['manager', 'title', 'family', 'unit', 'holder'] as const
const COLUMNS: readonly string[] = ['id', ...TEXTS, 'vacant', 'data', ...NUMBERS]

/**
 * Makes an org from columns of bytes, as a loader or a column store holds them. This is the fastest way to make one: ids
 * are looked up by their bytes, and strings are made on first use.
 *
 * It accepts only sound charts. It returns `undefined` if an id is missing or appears twice, a manager is unknown, roles
 * report in a cycle, a number is below 0, a text is not UTF-8 or a unit has the id of a role: read the same rows with
 * {@link orgFromRecords}, which reports the issues. For a sound chart both make the same org.
 *
 * Complexity: O(bytes).
 *
 * @param columns The columns, each as long as that of the ids. They are copied, and the rest of their bytes is not
 * kept. A function in `data` is kept; what it returns is copied when the data of a role is first read.
 * @returns The org, or `undefined` if the chart is not sound.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for columns of different lengths, and for ranges outside the bytes. The
 * query that first reads data throws it if a function returns anything but a list of that length with plain data.
 * @example
 * ```ts
 * import { managementChainOf, orgFromColumns } from 'rolegraph'
 *
 * const bytes = new TextEncoder().encode('ceo,cfo,controller,')
 * const org = orgFromColumns({
 *   id: { bytes, starts: Int32Array.of(0, 4, 8), ends: Int32Array.of(3, 7, 18) },
 *   manager: { bytes, starts: Int32Array.of(-1, 0, 4), ends: Int32Array.of(-1, 3, 7) },
 * })
 * if (org !== undefined) console.log(managementChainOf(org, 'controller')) // => [ 'cfo', 'ceo' ]
 * ```
 * @see {@link orgFromRecords} for rows of any kind, with problems as issues.
 */
export function orgFromColumns<Value = never>(
  columns: OrgColumns<Value>,
): Org<string, string, ColumnData<Value>> | undefined {
  refuseWrongColumns(columns)
  // Own columns only: an inherited one has not been checked.
  const own: OrgColumns<Value> = Object.assign(Object.create(null) as object, columns)
  const { id, data, vacant } = own
  const dataColumns = Array.from(data?.values() ?? [])
  const texts = [...TEXTS.map((name) => own[name]), ...dataColumns.filter((column) => isBytes(column))]
  const isSound =
    id.starts.every((start) => start >= 0) &&
    [id, ...texts].every((column) => column === undefined || isUtf8(column)) &&
    NUMBERS.every((name) => own[name]?.every((value) => Math.abs(value) !== Infinity) !== false)
  if (!isSound) return undefined
  const org = orgFromByteRows({
    ids: RowIds.of(id),
    ...Object.fromEntries(TEXTS.map((name) => [name === 'holder' ? 'holders' : name, own[name]])),
    ...Object.fromEntries(NUMBERS.map((name) => [name, own[name]?.slice()])),
    vacant: vacant?.map((code) => (code === 1 ? 1 : 0)),
    data: data === undefined || data.size === 0 ? undefined : dataObjects(data, id.starts.length),
  })
  if (stateOf(org).issues.length > 0) return undefined
  // The data is made from texts and from copies of what the functions return.
  return org as Org<string, string, ColumnData<Value>>
}

function isBytes(column: DataColumn<unknown>): column is ByteColumn {
  return typeof column !== 'function'
}

function refuseWrongColumns(columns: unknown): void {
  if (typeof columns !== 'object' || columns === null) throw wrongColumn('the argument', columns, 'an object')
  const given = new Map<string, unknown>(Object.entries(columns))
  const id = given.get('id')
  if (!isByteColumn(id)) throw wrongColumn('id', id, BYTES)
  const count = id.starts.length
  for (const [name, column] of given) {
    if (!COLUMNS.includes(name)) throw wrongColumn(name, column, `one of ${COLUMNS.join(', ')}`)
    if (column !== undefined && name !== 'id' && name !== 'data') refuseWrongColumn(name, column, count)
  }
  const data = given.get('data')
  if (data === undefined) return
  if (!(data instanceof Map)) throw wrongColumn('data', data, 'a Map of columns by their key')
  for (const [key, column] of data as ReadonlyMap<unknown, unknown>) {
    if (typeof key !== 'string') throw wrongColumn('data', key, 'a Map with string keys')
    if (typeof column !== 'function') refuseWrongColumn(`data.${key}`, column, count)
  }
}

function refuseWrongColumn(name: string, column: unknown, count: number): void {
  const isNumbers = NUMBERS.some((numbers) => numbers === name)
  const kind = isNumbers ? 'a Float64Array' : name === 'vacant' ? 'a Uint8Array' : BYTES
  const length =
    kind === BYTES
      ? isByteColumn(column) && column.starts.length
      : column instanceof (isNumbers ? Float64Array : Uint8Array) && column.length
  if (length === false) throw wrongColumn(name, column, kind)
  if (length !== count) throw wrongColumn(name, length, `${String(count)}, the length of the column of ids`)
}

const BYTES = '{ bytes: Uint8Array, starts: Int32Array, ends: Int32Array }, with ranges inside the bytes'

function isByteColumn(column: unknown): column is ByteColumn {
  if (typeof column !== 'object' || column === null) return false
  const { bytes, starts, ends } = column as Partial<Record<keyof ByteColumn, unknown>>
  if (!(bytes instanceof Uint8Array && starts instanceof Int32Array && ends instanceof Int32Array))
    return false
  return (
    starts.length === ends.length &&
    starts.every((start, row) => start < 0 || (start <= ends[row] && ends[row] <= bytes.length))
  )
}

function wrongColumn(name: string, received: unknown, allowed: string): OrgError<'INVALID_ARGUMENT'> {
  const message = `orgFromColumns: the column ${name} is ${quote(received)}; it must be ${allowed}.`
  return new OrgError('INVALID_ARGUMENT', message, { argument: `columns.${name}`, received })
}
