import { ByteTexts } from '../engine/byte-texts.js'
import type { AttributeColumns } from '../engine/columns.js'
import type { ByteColumn } from '../model/byte-column.js'
import type { RoleAttributes } from '../model/role.js'
import { lateAttributeColumns } from './attribute-columns.js'
import type { OrgColumns } from './org-columns.js'

/** The attributes that are a text each. */
export const TEXTS = ['title', 'family', 'unit'] as const
/** Those that are a number each. */
export const NUMBERS = ['grade', 'fte', 'cost', 'minYears'] as const

/** Each attribute by name, with what makes its column when it is first read. */
type Makers = Map<keyof RoleAttributes, () => readonly unknown[]>

/** Columns of copied bytes and numbers, of which lists are made when one is asked for; `undefined` where any is not sound. */
export function packedAttributes(columns: OrgColumns): AttributeColumns | undefined {
  const makers: Makers = new Map()
  const isSound =
    TEXTS.every((name) => addTexts(makers, name, columns[name])) &&
    NUMBERS.every((name) => addNumbers(makers, name, columns[name])) &&
    addHolders(makers, columns) &&
    addData(makers, columns.data)
  return isSound ? lateAttributeColumns(makers) : undefined
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

function addHolders(makers: Makers, { holder, vacant }: OrgColumns): boolean {
  if (vacant?.includes(1) === true) {
    // Somebody fills what nobody fills.
    if (holder !== undefined && vacant.some((is, row) => is === 1 && holder.starts[row] >= 0)) return false
    const own = vacant.slice()
    makers.set('vacant', () => Array.from(own, (is) => (is === 1 ? true : undefined)))
  }
  return addTexts(makers, 'holders', holder, (name) =>
    name === undefined ? undefined : Object.freeze([name]),
  )
}

function addData(makers: Makers, data: OrgColumns['data'] = new Map()): boolean {
  const columns = Array.from(data, ([key, column]) => [key, ByteTexts.copyOf(column)] as const)
  const known = columns.filter((column): column is readonly [string, ByteTexts] => column[1] !== undefined)
  if (known.length < columns.length) return false
  if (known.length > 0) makers.set('data', () => dataObjects(known))
  return true
}

function dataObjects(columns: readonly (readonly [key: string, texts: ByteTexts])[]): readonly unknown[] {
  // Every key is an own property of the template: no assignment below reaches a prototype, not even of __proto__.
  const template: Record<string, string> = Object.fromEntries(columns.map(([key]) => [key, '']))
  const texts = columns.map(([key, { all }]) => [key, all] as const)
  return Array.from({ length: columns[0][1].count }, (_, row) => {
    const data = { ...template }
    for (const [key, all] of texts) data[key] = all[row] ?? ''
    return Object.freeze(data)
  })
}
