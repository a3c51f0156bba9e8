import { ByteTexts } from './byte-texts.js'
import { type AttributeColumns, lateAttributeColumns } from '../../engine/columns.js'
import type { ByteColumn } from '../../model/org-columns.js'
import type { RoleAttributes } from '../../model/role.js'
import { dataObjects } from './data-objects.js'
import type { OrgColumns } from '../../model/org-columns.js'

/** The attributes that are a text. */
export const TEXTS = ['title', 'family', 'unit'] as const
/** The attributes that are a number. */
export const NUMBERS = ['grade', 'fte', 'cost', 'minYears'] as const

/** For each attribute by name, the function that makes its column when it is first read. */
type Makers = Map<keyof RoleAttributes, () => readonly unknown[]>

/** Columns of copied bytes and numbers, decoded to lists on first use; `undefined` where any value is invalid. */
export function packedAttributes(columns: OrgColumns<unknown>): AttributeColumns | undefined {
  const makers: Makers = new Map()
  const areValid =
    TEXTS.every((name) => addTexts(makers, name, columns[name])) &&
    NUMBERS.every((name) => addNumbers(makers, name, columns[name])) &&
    addHolders(makers, columns) &&
    addData(makers, columns)
  return areValid ? lateAttributeColumns(makers) : undefined
}

function addTexts(
  makers: Makers,
  name: keyof RoleAttributes,
  column: ByteColumn | undefined,
  made: (text: string | undefined) => unknown = (text) => text,
): boolean {
  if (column === undefined || column.starts.every((start) => start < 0)) return true
  const texts = ByteTexts.copyOf(column)
  if (texts === undefined) return false
  makers.set(name, () => texts.all.map(made))
  return true
}

function addNumbers(
  makers: Makers,
  name: (typeof NUMBERS)[number],
  column: Float64Array | undefined,
): boolean {
  if (column === undefined || column.every(Number.isNaN)) return true
  const least = name === 'grade' ? -Infinity : 0
  if (!column.every((value) => Number.isNaN(value) || (value >= least && Math.abs(value) < Infinity)))
    return false
  const own = column.slice()
  makers.set(name, () => Array.from(own, (value) => (Number.isNaN(value) ? undefined : value)))
  return true
}

function addHolders(makers: Makers, { holder, vacant }: OrgColumns<unknown>): boolean {
  if (vacant?.includes(1) === true) {
    // A vacant role with a holder.
    if (holder !== undefined && vacant.some((is, row) => is === 1 && holder.starts[row] >= 0)) return false
    const own = vacant.slice()
    makers.set('vacant', () => Array.from(own, (is) => (is === 1 ? true : undefined)))
  }
  return addTexts(makers, 'holders', holder, (name) =>
    name === undefined ? undefined : Object.freeze([name]),
  )
}

function addData(makers: Makers, { id, data }: OrgColumns<unknown>): boolean {
  if (data === undefined || data.size === 0) return true
  const make = dataObjects(data, id.starts.length)
  if (make !== undefined) makers.set('data', make)
  return make !== undefined
}
