import { cyclesIn } from './naive-cycles.js'
import { type NaiveFault, type NaiveRow, naiveTable } from './naive-table.js'

export type { NaiveFault } from './naive-table.js'

/** A role as the naive reader reads it. */
export interface NaiveRole {
  readonly id: string
  readonly manager: string | undefined
  readonly dotted: readonly string[]
  readonly title: string
  readonly unit: string | undefined
  readonly fte: number | undefined
  readonly holders: readonly string[]
  readonly data: readonly (readonly [key: string, value: unknown])[]
}

export interface NaiveChart {
  readonly roles: readonly NaiveRole[]
  readonly faults: readonly NaiveFault[]
}

const isBlank = (cell: string): boolean => cell.trim() === ''
const NAME_KEY = (text: string): string => text.trim().replace(/\s+/g, ' ')
const EMAIL_KEY = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')

function foldedName(name: string): string {
  const parts = name.split(',')
  return NAME_KEY(parts.length === 2 ? `${parts[1]} ${parts[0]}` : name)
    .normalize('NFC')
    .toLowerCase()
}

function joined(before: string, after: string, between: string): string {
  const [one, other] = [before.trim(), after.trim()]
  return one === '' || other === '' ? one + other : one + between + other
}

/**
 * Reads a comma-separated table with some of the known headers by comparing everything with everything: `id`, one of `manager id`,
 * `manager email` and `manager name`, `dotted line manager`, `title`, `department`, `fte`, `name`, `first name`, `last name` and
 * `email`; the other columns are data.
 */
export function naiveCsv(text: string): NaiveChart {
  const { rows, faults } = naiveTable(text, ',')
  const [{ cells: headers }, ...body] = rows
  const columnOf = (header: string): number => headers.indexOf(header)
  const wide = body.flatMap((row) => withWidth(row, headers.length, faults))
  const cellOf = (row: NaiveRow, header: string): string => row.cells[columnOf(header)] ?? ''

  const read: NaiveRow[] = []
  for (const row of wide) {
    if (!isBlank(cellOf(row, 'id'))) read.push(row)
    else if (!row.cells.every(isBlank)) faults.push({ code: 'MISSING_ID', line: row.line, roles: [] })
  }
  const idOf = (row: NaiveRow): string => cellOf(row, 'id')
  const kept = read.filter((row, index) => read.findIndex((other) => idOf(other) === idOf(row)) === index)
  for (const row of read) {
    if (!kept.includes(row)) faults.push({ code: 'DUPLICATE_ID', line: row.line, roles: [idOf(row)] })
  }
  const isId = (id: string): boolean => kept.some((row) => idOf(row) === id)

  const match = columnOf('manager email') !== -1 ? 'email' : columnOf('manager name') !== -1 ? 'name' : 'id'
  const managerHeader = `manager ${match}`
  const namesOf = (row: NaiveRow): readonly string[] => {
    if (match === 'email') return [cellOf(row, 'email')]
    const [first, last] = [cellOf(row, 'first name'), cellOf(row, 'last name')]
    return [cellOf(row, 'name'), joined(first, last, ' '), joined(last, first, ', ')]
  }
  const found = (cell: string): readonly string[] => {
    const by = (keyOf: (text: string) => string): readonly string[] => {
      const key = keyOf(cell)
      const same = read.filter((row) =>
        namesOf(row).some((name) => NAME_KEY(name) !== '' && keyOf(name) === key),
      )
      return [...new Set(same.map(idOf))]
    }
    if (match === 'email') return EMAIL_KEY(cell) === '' ? [] : by(EMAIL_KEY)
    const exact = by(NAME_KEY)
    return exact.length > 0 ? exact : by(foldedName)
  }
  const saysTop = (cell: string): boolean => cell.trim() === '0' && !(match === 'id' && isId('0'))

  const unknown: NaiveFault[] = []
  let named = 0
  const managerOf = (row: NaiveRow): string | undefined => {
    const cell = cellOf(row, managerHeader)
    if (isBlank(cell) || saysTop(cell)) return undefined
    named++
    const ids = match === 'id' ? [cell].filter(isId) : found(cell)
    const fault = { line: row.line, roles: [idOf(row)] }
    if (ids.length === 0) unknown.push({ code: 'UNKNOWN_MANAGER', ...fault })
    if (ids.length > 1) faults.push({ code: 'AMBIGUOUS_MANAGER', ...fault })
    if (ids.length !== 1) return undefined
    if (ids[0] !== idOf(row)) return ids[0]
    faults.push({ code: 'SELF_REPORT', ...fault })
    return undefined
  }
  const dottedOf = (row: NaiveRow): readonly string[] => {
    const cell = cellOf(row, 'dotted line manager')
    if (isBlank(cell)) return []
    const isOne = match === 'id' ? isId(cell) : found(cell).length === 1
    const pieces = isOne ? [cell] : cell.split(match === 'name' ? /[;|\r\n]/ : /[;|,\r\n]/)
    const dotted: string[] = []
    for (const piece of pieces) {
      const one = pieces.length === 1 ? piece : piece.trim()
      if (isBlank(one) || saysTop(one)) continue
      const ids = match === 'id' ? [one].filter(isId) : found(one)
      const fault = { line: row.line, roles: [idOf(row)] }
      if (ids.length === 0) faults.push({ code: 'UNKNOWN_MANAGER', ...fault })
      else if (ids.length > 1) faults.push({ code: 'AMBIGUOUS_MANAGER', ...fault })
      else if (ids[0] === idOf(row)) faults.push({ code: 'SELF_REPORT', ...fault })
      else if (dotted.includes(ids[0])) faults.push({ code: 'DUPLICATE_LINE', ...fault })
      else dotted.push(ids[0])
    }
    return dotted
  }
  const fteOf = (row: NaiveRow): number | undefined => {
    const cell = cellOf(row, 'fte').trim()
    if (cell === '') return undefined
    const number = Number(cell)
    const isPlain = /^[+-]?\d+(\.\d+)?$/.test(cell)
    const isExact =
      isPlain && (cell.includes('.') || String(number) === cell.replace(/^[+-]/, '').replace(/^0+(?=.)/, ''))
    if (isExact && number >= 0) return number
    faults.push({ code: 'INVALID_FIELD', line: row.line, roles: [idOf(row)] })
    return undefined
  }
  const unitOf = (row: NaiveRow): string | undefined => {
    const unit = cellOf(row, 'department')
    return isBlank(unit) ? undefined : unit
  }
  const clashing = new Set(kept.flatMap((row) => unitOf(row) ?? []).filter(isId))
  for (const unit of clashing) {
    const first = kept.find((row) => unitOf(row) === unit)
    faults.push({ code: 'DUPLICATE_ID', line: first?.line ?? 0, roles: [unit] })
  }
  const isData = (header: string, column: number): boolean => {
    const parts = [
      'id',
      'title',
      'department',
      'fte',
      'name',
      ...(match === 'id' ? ['manager id', 'dotted line manager'] : []),
    ]
    return !parts.includes(header) && (!isBlank(header) || wide.some((row) => !isBlank(row.cells[column])))
  }
  const roles = kept.map((row): NaiveRole => {
    const unit = unitOf(row)
    const title = cellOf(row, 'title')
    const holder =
      columnOf('name') === -1
        ? joined(cellOf(row, 'first name'), cellOf(row, 'last name'), ' ')
        : cellOf(row, 'name')
    return {
      id: idOf(row),
      manager: managerOf(row),
      dotted: dottedOf(row),
      title: isBlank(title) ? idOf(row) : title,
      unit: unit !== undefined && clashing.has(unit) ? undefined : unit,
      fte: fteOf(row),
      holders: isBlank(holder) ? [] : [holder],
      data: headers.flatMap((header, column) =>
        isData(header, column)
          ? [[header === '' ? `(column ${String(column + 1)})` : header, row.cells[column]] as const]
          : [],
      ),
    }
  })
  if (unknown.length >= 10 && 2 * unknown.length > named) {
    faults.push({
      code: 'UNKNOWN_MANAGER',
      line: unknown[0].line,
      roles: unknown.slice(0, 100).flatMap((one) => one.roles),
    })
  } else faults.push(...unknown)
  return { roles, faults: [...faults, ...cyclesIn(roles)] }
}

/** The row with exactly as many cells as the header; none for a blank row. */
function withWidth({ line, cells }: NaiveRow, width: number, faults: NaiveFault[]): NaiveRow[] {
  if (cells.length !== width && cells.every(isBlank)) return []
  const surplus = cells.slice(width)
  const isFault = cells.length < width || surplus.some((cell) => !isBlank(cell))
  if (isFault) faults.push({ code: 'RAGGED_ROW', line, roles: [] })
  return [{ line, cells: Array.from({ length: width }, (_, column) => cells[column] ?? '') }]
}
