import type { CsvOptions } from 'rolegraph/import'
import { cyclesIn } from './naive-cycles.js'
import {
  clashingUnits,
  joinedAssignments,
  type NaiveAssignment,
  NaivePeople,
  type NaivePerson,
  permanently,
} from './naive-people.js'
import { type NaiveFault, type NaiveRow, naiveTable } from './naive-table.js'

export type { NaiveFault } from './naive-table.js'

/** A role as the naive reader reads it. */
export interface NaiveRole {
  readonly id: string
  readonly manager: string | undefined
  /** The name of the solid line. */
  readonly managerAs: string | undefined
  readonly dotted: readonly (readonly [to: string, as: string | undefined])[]
  readonly title: string
  readonly unit: string | undefined
  readonly alsoIn: readonly string[]
  readonly status: string
  readonly fte: number | undefined
  readonly holders: readonly string[]
  readonly assignments: readonly NaiveAssignment[]
  readonly vacant: boolean
  readonly data: readonly (readonly [key: string, value: unknown])[]
}

export interface NaiveChart {
  readonly roles: readonly NaiveRole[]
  /** Absent where holders are names. */
  readonly people?: readonly NaivePerson[] | undefined
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

/** The headers that the options name, by their parts. */
const NAMED = {
  person: 'person no',
  share: 'part',
  kind: 'terms',
  from: 'since',
  to: 'until',
  alsoIn: 'also in',
  status: 'status',
  managerAs: 'line',
} as const

/** The options for a table: its further columns, and for every other one that rows may be job shares. */
export function csvOptions(text: string): CsvOptions {
  const headers = text.split(/[\r\n]/)[0].split(',')
  const columns = Object.fromEntries(Object.entries(NAMED).filter(([, header]) => headers.includes(header)))
  const dotted = headers.includes('dotted line manager') ? ['dotted line manager'] : []
  return {
    columns: headers.includes('project lead')
      ? { ...columns, dotted: [...dotted, { column: 'project lead', as: 'project' }] }
      : columns,
    repeatedIds: text.length % 2 === 0 ? 'job-share' : 'error',
    delimiter: ',',
    mode: 'lenient',
  }
}

/** A cell without the apostrophe that keeps spreadsheets from running it as a formula. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

/**
 * Reads a comma-separated table with some of the known headers by comparing everything with everything: `id`, one of `manager id`,
 * `manager email` and `manager name`, `dotted line manager`, `title`, `department`, `fte`, `name`, `first name`, `last name` and
 * `email`, and with those that {@link csvOptions} name; the other columns are data.
 */
export function naiveCsv(text: string): NaiveChart {
  const { rows: written, faults } = naiveTable(text, ',')
  const rows = written.map((row) => ({ ...row, cells: row.cells.map(unguarded) }))
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
  const match = columnOf('manager email') !== -1 ? 'email' : columnOf('manager name') !== -1 ? 'name' : 'id'
  const managerHeader = `manager ${match}`
  const kept = read.filter((row, index) => read.findIndex((other) => idOf(other) === idOf(row)) === index)
  const ofRole = [
    ...[managerHeader, 'dotted line manager', 'project lead', 'title', 'department', 'fte'],
    ...['also in', 'status', 'line'],
  ]
  const isFurther = (row: NaiveRow): boolean => {
    if (csvOptions(text).repeatedIds !== 'job-share' || kept.includes(row)) return false
    const first = kept.find((other) => idOf(other) === idOf(row))
    return ofRole.every((header) => {
      const cells = [row, first ?? row].map((one) => cellOf(one, header))
      return cells[0] === cells[1] || cells.every(isBlank)
    })
  }
  for (const row of read) {
    if (!kept.includes(row) && !isFurther(row))
      faults.push({ code: 'DUPLICATE_ID', line: row.line, roles: [idOf(row)] })
  }
  const holding = read.filter((row) => kept.includes(row) || isFurther(row))
  const isId = (id: string): boolean => kept.some((row) => idOf(row) === id)

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
  const dotted: [to: string, as: string | undefined][] = []
  const addDotted = (row: NaiveRow, header: string, as: string | undefined): void => {
    const cell = cellOf(row, header)
    if (isBlank(cell)) return
    const isOne = match === 'id' ? isId(cell) : found(cell).length === 1
    const pieces = isOne ? [cell] : cell.split(match === 'name' ? /[;|\r\n]/ : /[;|,\r\n]/)
    for (const piece of pieces) {
      const one = pieces.length === 1 ? piece : piece.trim()
      if (isBlank(one) || saysTop(one)) continue
      const ids = match === 'id' ? [one].filter(isId) : found(one)
      const fault = { line: row.line, roles: [idOf(row)] }
      if (ids.length === 0) faults.push({ code: 'UNKNOWN_MANAGER', ...fault })
      else if (ids.length > 1) faults.push({ code: 'AMBIGUOUS_MANAGER', ...fault })
      else if (ids[0] === idOf(row)) faults.push({ code: 'SELF_REPORT', ...fault })
      else if (dotted.some(([to]) => to === ids[0])) faults.push({ code: 'DUPLICATE_LINE', ...fault })
      else dotted.push([ids[0], as])
    }
  }
  const dottedOf = (row: NaiveRow): readonly [to: string, as: string | undefined][] => {
    dotted.length = 0
    addDotted(row, 'dotted line manager', undefined)
    addDotted(row, 'project lead', 'project')
    return [...dotted]
  }
  const numberOf = (row: NaiveRow, header: string): number | undefined => {
    const cell = cellOf(row, header).trim()
    if (cell === '') return undefined
    const number = Number(cell)
    const isPlain = /^[+-]?\d+(\.\d+)?$/.test(cell)
    const isExact =
      isPlain && (cell.includes('.') || String(number) === cell.replace(/^[+-]/, '').replace(/^0+(?=.)/, ''))
    if (isExact && (header === 'fte' ? number >= 0 : number > 0)) return number
    faults.push({ code: 'INVALID_FIELD', line: row.line, roles: [idOf(row)] })
    return undefined
  }
  const unitOf = (row: NaiveRow): string | undefined => {
    const unit = cellOf(row, 'department')
    return isBlank(unit) ? undefined : unit
  }
  const alsoInOf = (row: NaiveRow): readonly string[] => {
    const cell = cellOf(row, 'also in')
    const pieces = cell.split(/[;|\r\n]/)
    const names = pieces.map((piece) => (pieces.length === 1 ? piece : piece.trim()))
    return names.filter((name) => !isBlank(name))
  }
  const { clashing, faults: clashes } = clashingUnits(
    kept.map((row) => ({
      units: [...(unitOf(row) === undefined ? [] : [unitOf(row) ?? '']), ...alsoInOf(row)].map((unit) => [
        unit,
        row.line,
      ]),
    })),
    isId,
  )
  faults.push(...clashes)
  const statusOf = (row: NaiveRow): string => {
    const cell = cellOf(row, 'status')
    const word = cell.trim().toLowerCase()
    if (word === 'planned' || word === 'active') return word
    if (!isBlank(cell)) faults.push({ code: 'INVALID_FIELD', line: row.line, roles: [idOf(row)] })
    return 'active'
  }
  const nameOf = (row: NaiveRow): string =>
    columnOf('name') === -1
      ? joined(cellOf(row, 'first name'), cellOf(row, 'last name'), ' ')
      : cellOf(row, 'name')
  const hasPeople = columnOf('person no') !== -1
  const people = new NaivePeople()
  const assigned = holding.map((row) => {
    if (!hasPeople) return { row, held: 'unknown' as const }
    const stated = (cell: string): string | undefined => (isBlank(cell) ? undefined : cell)
    const kind = stated(cellOf(row, 'terms'))
    const word = kind?.trim().toLowerCase() ?? ''
    const held = people.read(
      {
        person: stated(cellOf(row, 'person no')),
        name: stated(nameOf(row)),
        email: stated(cellOf(row, 'email')),
        share: numberOf(row, 'part'),
        kind: ['permanent', 'acting', 'interim'].includes(word) ? word : kind,
        from: stated(cellOf(row, 'since')),
        to: stated(cellOf(row, 'until')),
      },
      () => faults.push({ code: 'INVALID_FIELD', line: row.line, roles: [idOf(row)] }),
    )
    return { row, held }
  })
  const isData = (header: string, column: number): boolean => {
    const parts = [
      'id',
      'title',
      'department',
      'fte',
      'name',
      ...Object.values(NAMED),
      ...(hasPeople ? ['email'] : []),
      ...(match === 'id' ? ['manager id', 'dotted line manager', 'project lead'] : []),
    ]
    return !parts.includes(header) && (!isBlank(header) || wide.some((row) => !isBlank(row.cells[column])))
  }
  const roles = kept.map((row): NaiveRole => {
    const unit = unitOf(row)
    const title = cellOf(row, 'title')
    const sharing = assigned.filter((one) => idOf(one.row) === idOf(row))
    const assignments = hasPeople ? joinedAssignments(sharing.map(({ held }) => held)) : undefined
    const names = sharing.map((one) => nameOf(one.row)).filter((name) => !isBlank(name))
    const manager = managerOf(row)
    const line = cellOf(row, 'line')
    return {
      id: idOf(row),
      manager,
      managerAs: manager === undefined || isBlank(line) ? undefined : line,
      dotted: dottedOf(row),
      title: isBlank(title) ? idOf(row) : title,
      unit: unit !== undefined && clashing.has(unit) ? undefined : unit,
      alsoIn: [...new Set(alsoInOf(row))].filter((name) => name !== unit && !clashing.has(name)),
      status: statusOf(row),
      fte: numberOf(row, 'fte'),
      holders: hasPeople ? (assignments ?? []).map(({ person }) => person) : names,
      assignments: assignments ?? (hasPeople ? [] : names.map(permanently)),
      vacant: assignments?.length === 0,
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
  return { roles, people: hasPeople ? people.all : undefined, faults: [...faults, ...cyclesIn(roles)] }
}

/** The row with exactly as many cells as the header; none for a blank row. */
function withWidth({ line, cells }: NaiveRow, width: number, faults: NaiveFault[]): NaiveRow[] {
  if (cells.length !== width && cells.every(isBlank)) return []
  const surplus = cells.slice(width)
  const isFault = cells.length < width || surplus.some((cell) => !isBlank(cell))
  if (isFault) faults.push({ code: 'RAGGED_ROW', line, roles: [] })
  return [{ line, cells: Array.from({ length: width }, (_, column) => cells[column] ?? '') }]
}
