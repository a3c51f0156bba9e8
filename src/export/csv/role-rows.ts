import type { HolderSpec, RoleSpec } from '../../internal.js'
import { decimalText } from './csv-cell.js'
import { dataCell, dataKeysIn, DOTTED, loseData } from './data-columns.js'
import { type Carried, listOf, loseBesideRoles, loseOfRole, type LoseOfTable } from './table-losses.js'
import {
  type DottedEnd,
  isBlank,
  loseField,
  type TableRole,
  type TableRoles,
  tableText,
} from './table-rows.js'

const CARRIED: ReadonlySet<keyof RoleSpec> = new Set<keyof RoleSpec>([
  ...([
    'title',
    'reportsTo',
    'dottedTo',
    'unit',
    'alsoIn',
    'family',
    'grade',
    'fte',
    'cost',
    'minYears',
  ] as const),
  ...(['status', 'holders', 'vacant', 'data'] as const),
])

/** What the roles of an org need columns for. */
interface Used {
  readonly fields: ReadonlySet<keyof RoleSpec>
  /** The names of dotted lines; `undefined` for those without one. */
  readonly dotted: readonly (string | undefined)[]
  readonly hasLineNames: boolean
  readonly hasVacant: boolean
  readonly terms: ReadonlySet<'share' | 'kind' | 'from' | 'to'>
  readonly keys: readonly string[]
}

/** One row of a role: that of one of its holders. */
interface Row extends TableRole {
  readonly holder: HolderSpec | undefined
  readonly isFirst: boolean
}

interface Column {
  readonly header: string
  readonly cell: (row: Row) => string
}

/** The rows of the table of this library: one per role, and one for each further holder. */
export function* roleRows(roles: TableRoles, lose: LoseOfTable): Generator<readonly string[], void> {
  const used = usedBy(roles)
  const hasPeople = roles.state.people !== undefined
  const keeps: Carried = {
    role: CARRIED,
    lineNames: true,
    terms: hasPeople,
    people: hasPeople ? 'people' : 'names',
  }
  const columns = columnsOf(roles, used, lose)
  yield columns.map(({ header }) => header)
  roles.lose(lose)
  const units = new Set<string>()
  const seated = new Set<string>()
  for (const role of roles) {
    const { id, spec } = role
    loseOfRole(id, spec, keeps, lose)
    if (spec.unit !== undefined && !isBlank(spec.unit)) units.add(spec.unit)
    for (const unit of heldUnits(spec)) units.add(unit)
    loseUnknownHolders(role, used, hasPeople, lose)
    loseData(role, used.keys, lose)
    const holders = listOf<HolderSpec>(spec.holders).filter((holder) => isHeld(holder, role, lose))
    // Which people have a row is asked for where there are people.
    if (hasPeople) for (const holder of holders) seated.add(personOf(holder))
    for (let index = 0; index < Math.max(1, holders.length); index++) {
      const row = { id, spec, holder: holders.at(index), isFirst: index === 0 }
      yield columns.map(({ cell }) => cell(row))
    }
  }
  loseBesideRoles(
    roles.state,
    keeps,
    (unit) => units.has(unit),
    (person) => seated.has(person),
    lose,
  )
}

/** A holder with a blank id has no row. */
function isHeld(holder: HolderSpec, role: TableRole, lose: LoseOfTable): boolean {
  if (!isBlank(personOf(holder))) return true
  loseField(role, 'holders', lose)('blank')
  return false
}

function personOf(holder: HolderSpec): string {
  return typeof holder === 'string' ? holder : holder.person
}

function usedBy(roles: TableRoles): Used {
  const fields = new Set<keyof RoleSpec>()
  const dotted = new Set<string | undefined>()
  const terms = new Set<'share' | 'kind' | 'from' | 'to'>()
  const keys = new Set<string>()
  let hasLineNames = false
  let hasVacant = false
  for (const { spec } of roles) {
    for (const field of Object.keys(spec) as (keyof RoleSpec)[]) fields.add(field)
    hasLineNames ||= typeof spec.reportsTo === 'object' && spec.reportsTo.as !== undefined
    hasVacant ||= spec.vacant === true
    for (const line of listOf(spec.dottedTo)) dotted.add(columnOfLine(line))
    for (const holder of spec.holders ?? []) {
      if (typeof holder === 'string') continue
      for (const term of ['share', 'kind', 'from', 'to'] as const)
        if (holder[term] !== undefined) terms.add(term)
    }
    dataKeysIn(spec.data, keys)
  }
  // Those without a name come first, as a reader finds them.
  const names = [...dotted].filter((name) => name !== undefined)
  return {
    fields,
    dotted: dotted.has(undefined) ? [undefined, ...names] : names,
    hasLineNames,
    hasVacant,
    terms,
    keys: [...keys],
  }
}

/** The name of the column of a dotted line. */
function columnOfLine(line: string | { readonly as?: string }): string | undefined {
  return typeof line === 'string' ? undefined : line.as
}

function columnsOf(roles: TableRoles, used: Used, lose: LoseOfTable): readonly Column[] {
  const { fields, terms } = used
  const lost = (row: Row, field: keyof RoleSpec) =>
    loseField(row, field, row.isFirst ? lose : () => undefined)
  const text = (field: 'title' | 'unit' | 'family') => (row: Row) =>
    tableText(row.spec[field], lost(row, field))
  const number = (field: 'grade' | 'fte' | 'cost' | 'minYears') => (row: Row) => {
    const value = row.spec[field]
    return value === undefined ? '' : decimalText(value)
  }
  const columns: (Column | undefined)[] = [
    { header: 'Role ID', cell: ({ id }) => id },
    { header: 'Role Title', cell: text('title') },
    {
      header: 'Reports To Role ID',
      cell: (row) => roles.managerOf(row, row.isFirst ? lose : () => undefined) ?? '',
    },
    used.hasLineNames ? { header: 'Solid Line Name', cell: lineName(lose) } : undefined,
    ...used.dotted.map((name) => dottedColumn(roles, name, used.dotted, lose)),
    fields.has('unit') ? { header: 'Unit ID', cell: text('unit') } : undefined,
    fields.has('alsoIn') ? { header: 'Further Unit IDs', cell: furtherUnits(lost) } : undefined,
    fields.has('family') ? { header: 'Role Family', cell: text('family') } : undefined,
    fields.has('grade') ? { header: 'Role Grade', cell: number('grade') } : undefined,
    fields.has('fte') ? { header: 'Role FTE', cell: number('fte') } : undefined,
    fields.has('cost') ? { header: 'Role Cost', cell: number('cost') } : undefined,
    fields.has('minYears') ? { header: 'Required Years', cell: number('minYears') } : undefined,
    fields.has('status') ? { header: 'Role Status', cell: ({ spec }) => spec.status ?? '' } : undefined,
    ...holderColumns(roles, used, terms, lose),
    ...used.keys.map((key) => ({ header: key, cell: dataCell(key, lose) })),
  ]
  return columns.filter((column) => column !== undefined)
}

function lineName(lose: LoseOfTable): Column['cell'] {
  return ({ id, spec, isFirst }) => {
    if (typeof spec.reportsTo !== 'object') return ''
    const { to, as } = spec.reportsTo
    return tableText(as, (why) => {
      if (isFirst) lose({ kind: 'solid-line', of: [id, to], field: 'as', why })
    })
  }
}

/** The column of the dotted managers by lines of one name. */
function dottedColumn(
  roles: TableRoles,
  name: string | undefined,
  names: Used['dotted'],
  lose: LoseOfTable,
): Column {
  const isFirstColumn = name === names[0]
  return {
    header: name === undefined ? DOTTED : `${DOTTED} (${name})`,
    cell: (row) => {
      // What no column has is reported by the first one.
      const ends = roles.dottedOf(row, isFirstColumn && row.isFirst ? lose : () => undefined)
      if (isFirstColumn && row.isFirst && !isInOrder(ends, names))
        loseField(row, 'dottedTo', lose)('no-order')
      const own = ends.filter(({ as }) => as === name).map(({ to }) => to)
      if (own.length < 2) return own.join('')
      const isPlain = (to: string): boolean => !/[\r\n]/.test(to) && to === to.trim()
      for (const to of own) {
        if (row.isFirst && !isPlain(to))
          lose({ kind: 'dotted-line', of: [row.id, to], field: undefined, why: 'separator' })
      }
      return own.filter(isPlain).join('\n')
    },
  }
}

/** Whether lines are in the order of their columns. */
function isInOrder(ends: readonly DottedEnd[], names: Used['dotted']): boolean {
  const places = ends.map(({ as }) => names.indexOf(as))
  return places.every((place, index) => index === 0 || places[index - 1] <= place)
}

/** The further units that can be items of a list. */
function heldUnits({ alsoIn }: RoleSpec): readonly string[] {
  const units = listOf(alsoIn)
  return units.filter(
    (unit) => !isBlank(unit) && !/[;|\r\n]/.test(unit) && (units.length === 1 || unit === unit.trim()),
  )
}

function furtherUnits(lost: (row: Row, field: 'alsoIn') => ReturnType<typeof loseField>): Column['cell'] {
  return (row) => {
    const units = heldUnits(row.spec)
    if (units.length < listOf(row.spec.alsoIn).length) lost(row, 'alsoIn')('separator')
    return units.join(';')
  }
}

/** Who fills the role: people with the terms on which they do, or names. */
function holderColumns(
  roles: TableRoles,
  { fields, hasVacant }: Used,
  terms: Used['terms'],
  lose: LoseOfTable,
): (Column | undefined)[] {
  if (roles.state.people === undefined) {
    if (!fields.has('holders') && !hasVacant) return []
    // A blank holder says that the role is vacant, a blank name says nothing.
    return [{ header: hasVacant ? 'Role Holder' : 'Person Name', cell: holderName(lose) }]
  }
  const termOf =
    (term: 'share' | 'kind' | 'from' | 'to') =>
    ({ holder }: Row): string => {
      const value = typeof holder === 'object' ? holder[term] : undefined
      return typeof value === 'number' ? decimalText(value) : (value ?? '')
    }
  const person = (row: Row): string | undefined => row.holder && personOf(row.holder)
  const lost = (row: Row, field: 'name' | 'email') => (why: 'blank' | 'no-such-character') => {
    lose({ kind: 'person', of: [person(row) ?? ''], field, why })
  }
  const name = (row: Row): string => {
    if (row.holder === undefined) return ''
    return tableText(roles.nameOf(row.holder), lost(row, 'name'))
  }
  return [
    { header: 'Person ID', cell: (row) => person(row) ?? '' },
    { header: 'Person Name', cell: name },
    hasEmail(roles)
      ? {
          header: 'Person Email',
          cell: (row) => tableText(row.holder && roles.emailOf(row.holder), lost(row, 'email')),
        }
      : undefined,
    terms.has('share') ? { header: 'Assignment Share', cell: termOf('share') } : undefined,
    terms.has('kind') ? { header: 'Assignment Kind', cell: termOf('kind') } : undefined,
    terms.has('from') ? { header: 'Assigned From', cell: termOf('from') } : undefined,
    terms.has('to') ? { header: 'Assigned Until', cell: termOf('to') } : undefined,
  ]
}

function hasEmail({ state }: TableRoles): boolean {
  for (const { email } of state.people?.values() ?? []) if (email !== undefined) return true
  return false
}

function holderName(lose: LoseOfTable): Column['cell'] {
  return (row) => tableText(row.holder && personOf(row.holder), loseField(row, 'holders', lose))
}

/** Where another role is vacant, or has a person, a blank cell says that nobody fills a role: that it is not known is lost. */
function loseUnknownHolders(role: TableRole, used: Used, hasPeople: boolean, lose: LoseOfTable): void {
  const { spec } = role
  const isUnknown = spec.holders === undefined && spec.vacant !== true
  if (isUnknown && (hasPeople || used.hasVacant))
    lose({ kind: 'role', of: [role.id], field: undefined, why: 'blank' })
}
