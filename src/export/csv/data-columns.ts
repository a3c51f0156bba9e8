import { dataText, isPlainObject, type RoleSpec } from '../../internal.js'
import type { LoseOfTable } from './table-losses.js'
import { isBlank, loseField, type TableRole, tableText } from './table-rows.js'

/** The headers of the table of this library, by which `parseCsv` finds every part. */
export const DOTTED = 'Dotted Line Role IDs'
const HEADERS = [
  ...[
    'Role ID',
    'Role Title',
    'Reports To Role ID',
    'Solid Line Name',
    DOTTED,
    'Unit ID',
    'Further Unit IDs',
  ],
  ...['Role Family', 'Role Grade', 'Role FTE', 'Role Cost', 'Required Years', 'Role Status'],
  ...['Role Holder', 'Person ID', 'Person Name', 'Person Email'],
  ...['Assignment Share', 'Assignment Kind', 'Assigned From', 'Assigned Until'],
] as const
const MOST_DATA_COLUMNS = 900

/** A role in a row: its further rows report nothing again. */
interface DataRow extends TableRole {
  readonly isFirst: boolean
}

/** Adds the keys of data that can be headers of columns. */
export function dataKeysIn(data: RoleSpec['data'], keys: Set<string>): void {
  if (!isPlainObject(data)) return
  for (const key of Object.keys(data)) if (keys.size < MOST_DATA_COLUMNS && isDataKey(key)) keys.add(key)
}

const LETTERS = new Set(HEADERS.map(lettersOf))

/** Whether a key can be the header of a column: a reader takes it for no part of a role. */
function isDataKey(key: string): boolean {
  if (isBlank(key) || key.length > 200 || lettersOf(key).startsWith(lettersOf(DOTTED))) return false
  return !LETTERS.has(lettersOf(key)) && tableText(key, () => undefined) === key
}

/** Headers are compared by their letters. */
function lettersOf(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** The cell of a key of the data. */
export function dataCell(key: string, lose: LoseOfTable): (row: DataRow) => string {
  return ({ id, spec, isFirst }) => {
    const value: unknown = isPlainObject(spec.data)
      ? new Map<string, unknown>(Object.entries(spec.data)).get(key)
      : undefined
    if (value === undefined) return ''
    if (typeof value !== 'string') return dataText(value)
    // A blank text is data like any other.
    return isBlank(value)
      ? value
      : tableText(value, (why) => {
          if (isFirst) lose({ kind: 'role', of: [id], field: 'data', why })
        })
  }
}

/** Reports data that are read back as other data: as texts, with all keys of the table. */
export function loseData(role: TableRole, keys: readonly string[], lose: LoseOfTable): void {
  const { data } = role.spec
  if (data === undefined && keys.length === 0) return
  const values = new Map<string, unknown>(isPlainObject(data) ? Object.entries(data) : [])
  const isSame = values.size === keys.length && keys.every((key) => typeof values.get(key) === 'string')
  if (isSame && keys.length > 0 && isPlainObject(data)) return
  const isLost = data !== undefined && [...values.keys()].some((key) => !keys.includes(key))
  loseField(
    role,
    'data',
    lose,
  )(isLost || (data !== undefined && !isPlainObject(data)) ? 'no-place' : 'as-text')
}
