import { dataText, type Role } from '../internal.js'
import { visibleText } from '../render/index.js'
import type { PageField } from './page-data.js'
import type { PageFields } from './page-fields.js'

type Value = PageField['values'][number]

/** The attributes that the panel lists and by which boxes can be coloured, with their labels. */
const ATTRIBUTES = [
  ['family', 'Family'],
  ['fte', 'FTE'],
  ['cost', 'Cost'],
  ['minYears', 'Years required'],
  ['certifications', 'Certifications'],
  ['skills', 'Skills'],
] as const

/** The attributes and the data of roles that a page shows, in columns. A row without a role has none. */
export function attributeColumns(roles: readonly (Role | undefined)[], fields: PageFields): PageField[] {
  const columns = ATTRIBUTES.flatMap(([name, label]) => {
    if (!fields.has(name)) return []
    return column(
      name,
      label,
      roles.map((role) => written(role?.[name])),
    )
  })
  if (!fields.someData) return columns
  const data = roles.map((role) => dataOf(role, fields))
  const keys = new Set(data.flatMap((entries) => [...entries.keys()]))
  return [
    ...columns,
    ...Array.from(keys, (key) =>
      column(
        `data.${key}`,
        visibleText(key),
        data.map((entries) => entries.get(key)),
      ),
    ).flat(),
  ]
}

function column(name: string, label: string, values: readonly (Value | undefined)[]): PageField[] {
  const rows = Array.from(values.keys()).filter((row) => values[row] !== undefined)
  if (rows.length === 0) return []
  return [{ name, label, rows, values: values.filter((value) => value !== undefined) }]
}

function dataOf(role: Role | undefined, fields: PageFields): ReadonlyMap<string, Value> {
  const entries = dataEntries(role?.data).filter(([key]) => fields.hasData(key))
  return new Map(
    entries.flatMap(([key, value]) => {
      const shown = written(value)
      return shown === undefined ? [] : [[key, shown]]
    }),
  )
}

/** Data as names and values; what is not an object has the name `data`. */
export function dataEntries(data: unknown): readonly (readonly [key: string, value: unknown])[] {
  if (data === undefined || data === null) return []
  return typeof data === 'object' && !Array.isArray(data) ? Object.entries(data) : [['data', data]]
}

/** A value as a page shows it; `undefined` for none. */
export function written(value: unknown): Value | undefined {
  if (value === undefined || value === null || value === '') return undefined
  // JSON has neither NaN nor Infinity.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') return visibleText(value)
  // A list within a list has no separators of its own.
  if (!Array.isArray(value) || value.some((item) => Array.isArray(item))) return visibleText(dataText(value))
  const items: readonly unknown[] = value
  const texts = items.map(written).flatMap((item) => (item === undefined ? [] : [String(item)]))
  return texts.length === 0 ? undefined : texts
}
