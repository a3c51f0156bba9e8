import type { RoleSpec } from '../../internal.js'
import type { ProductField, ProductShape } from './csv-shapes.js'
import { type Carried, loseBesideRoles, loseOfRole, type LoseOfTable } from './table-losses.js'
import { isBlank, loseField, type TableRole, type TableRoles, tableText } from './table-rows.js'

const FIELDS: { readonly [Field in ProductField]?: keyof RoleSpec } = {
  name: 'holders',
  lastName: 'holders',
  title: 'title',
  unit: 'unit',
  manager: 'reportsTo',
  managerLabel: 'reportsTo',
  dotted: 'dottedTo',
}

/** The rows of the table of a product: one per role, after that of the headers. */
export function* productRows(
  roles: TableRoles,
  shape: ProductShape,
  lose: LoseOfTable,
): Generator<readonly string[], void> {
  const columns = usedColumns(roles, shape)
  const fields = new Set(columns.flatMap(([, field]) => FIELDS[field] ?? []))
  const keeps: Carried = { role: fields, lineNames: false, terms: false, people: 'names' }
  const headers = columns.map(([header]) => header)
  yield headers
  if (shape.isLabelled === true) yield headers
  roles.lose(lose)
  const units = new Set<string>()
  const seated = new Set<string>()
  const withEmail = columns.some(([, field]) => field === 'email')
  for (const role of roles) {
    const { id, spec } = role
    loseOfRole(id, spec, keeps, lose)
    if (spec.unit !== undefined && !isBlank(spec.unit)) units.add(spec.unit)
    loseOtherHolders(role, lose)
    const holder = spec.holders?.at(0)
    if (holder !== undefined) seated.add(typeof holder === 'string' ? holder : holder.person)
    yield columns.map(([, field]) => cellOf(field, role, roles, shape, lose))
  }
  loseBesideRoles(
    roles.state,
    withEmail ? { ...keeps, people: 'people' } : keeps,
    (unit) => units.has(unit),
    (person) => seated.has(person),
    lose,
  )
  if (withEmail) lose({ kind: 'org', of: [], field: 'people', why: 'no-place' })
}

/** The columns without those that would be blank. */
function usedColumns(roles: TableRoles, { columns, needs = [] }: ProductShape): ProductShape['columns'] {
  let [hasUnit, hasDotted, hasHolder, hasEmail] = [false, false, false, false]
  for (const { spec } of roles) {
    hasUnit ||= spec.unit !== undefined
    hasDotted ||= spec.dottedTo !== undefined
    hasHolder ||= spec.holders !== undefined
    const holder = spec.holders?.at(0)
    hasEmail ||= holder !== undefined && roles.emailOf(holder) !== undefined
  }
  const isUsed: { readonly [Field in ProductField]?: boolean } = {
    unit: hasUnit,
    dotted: hasDotted,
    name: hasHolder,
    email: hasEmail,
  }
  return columns.filter(([, field]) => needs.includes(field) || (isUsed[field] ?? true))
}

/** A table of a product has one person per row, and does not say that nobody is one. */
function loseOtherHolders(role: TableRole, lose: LoseOfTable): void {
  const { spec } = role
  if ((spec.holders?.length ?? 0) > 1) loseField(role, 'holders', lose)('shortened')
}

function cellOf(
  field: ProductField,
  role: TableRole,
  roles: TableRoles,
  { top = '', separator = ';' }: ProductShape,
  lose: LoseOfTable,
): string {
  const { id, spec } = role
  const holder = spec.holders?.at(0)
  const name = holder === undefined ? undefined : roles.nameOf(holder)
  switch (field) {
    case 'active':
      return 'active'
    case 'id':
      return tableText(id, () => undefined)
    case 'title':
      return tableText(spec.title, loseField(role, 'title', lose))
    case 'unit':
      return tableText(spec.unit, loseField(role, 'unit', lose))
    case 'name':
      return tableText(name, loseField(role, 'holders', lose))
    case 'firstName':
      return halvesOf(tableText(name, () => undefined))[0]
    case 'lastName': {
      const text = tableText(name, loseField(role, 'holders', lose))
      const [first, last] = halvesOf(text)
      // A reader puts one blank between them.
      if (text !== [first, last].filter((half) => half !== '').join(' '))
        loseField(role, 'holders', lose)('separator')
      return last
    }
    case 'email':
      return (holder === undefined ? undefined : roles.emailOf(holder)) ?? ''
    case 'manager':
      return roles.managerOf(role, lose) ?? top
    case 'managerLabel': {
      const manager = roles.managerOf(role, lose)
      return manager === undefined ? '' : roles.labelOf(manager)
    }
    case 'dotted':
      return dottedCell(role, roles, separator, lose)
  }
}

/** The first name and the last one: the last word. */
function halvesOf(name: string): readonly [first: string, last: string] {
  const at = name.trimEnd().lastIndexOf(' ')
  return [name.slice(0, Math.max(0, at)).trim(), name.slice(at + 1).trim()]
}

/** The dotted managers; one whose id has a separator is left out, with a loss, unless it is the only one. */
function dottedCell(role: TableRole, roles: TableRoles, separator: string, lose: LoseOfTable): string {
  const ends = roles.dottedOf(role, lose).map(({ to }) => to)
  if (ends.length < 2) return ends.join('')
  const isPlain = (to: string): boolean => !/[;|,:\r\n]/.test(to) && to === to.trim()
  for (const to of ends)
    if (!isPlain(to)) lose({ kind: 'dotted-line', of: [role.id, to], field: undefined, why: 'separator' })
  return ends.filter(isPlain).join(separator)
}
