/** How a column is stored: text, a whole number, or a number. */
export type ColumnType = 'text' | 'int' | 'number'

/** A value in a row. Texts are in their stored form. */
export type Cell = string | number | null

/** A table of what an org consists of. Each row belongs to one entity: a role, a unit, a person, the place of a service. */
export interface OrgTable {
  readonly name: string
  /** The column with the entity. */
  readonly entity: string
  /** The columns that tell the rows of a tenant apart. */
  readonly key: readonly string[]
  /** Whether one entity has one row, with a place in an order. */
  readonly isPlaced: boolean
  /** The columns after `tenant` and `from_rev`, in the order in which the cells of a row are. */
  readonly columns: readonly (readonly [name: string, type: ColumnType])[]
  /** Columns by which rows are looked up, besides the key. */
  readonly index?: string
  /** What must hold of the rows of the present. */
  readonly constraints?: readonly string[]
}

const text = (...names: string[]): [string, 'text'][] => names.map((name) => [name, 'text'])
const int = (...names: string[]): [string, 'int'][] => names.map((name) => [name, 'int'])
const number = (...names: string[]): [string, 'number'][] => names.map((name) => [name, 'number'])

export const ROLES: OrgTable = {
  name: 'rolegraph_role',
  entity: 'id',
  key: ['id'],
  isPlaced: true,
  columns: [
    ...text('id'),
    ...int('pos'),
    ...text('manager', 'title', 'family', 'unit'),
    ...number('grade', 'fte', 'cost', 'min_years'),
    ...int('vacant'),
    ...text('status', 'more', 'data'),
  ],
  index: 'manager',
  constraints: [
    'CHECK (manager <> id)',
    // Checked at the end of a transaction, whatever the order of its rows. SQLite checks it where foreign keys are switched on.
    'FOREIGN KEY (tenant, manager) REFERENCES rolegraph_role (tenant, id) DEFERRABLE INITIALLY DEFERRED',
  ],
}

export const LINES: OrgTable = {
  name: 'rolegraph_line',
  entity: 'role',
  key: ['role', 'n'],
  isPlaced: false,
  columns: [...text('role'), ...int('n'), ...text('manager', 'name', 'more')],
  index: 'manager',
}

export const MOVES: OrgTable = {
  name: 'rolegraph_move',
  entity: 'role',
  key: ['role', 'n'],
  isPlaced: false,
  columns: [
    ...text('role'),
    ...int('n'),
    ...text('to_role', 'kind'),
    ...number('min_years', 'max_years'),
    ...text('more'),
  ],
  index: 'to_role',
}

export const ASSIGNMENTS: OrgTable = {
  name: 'rolegraph_assignment',
  entity: 'role',
  key: ['role', 'n'],
  isPlaced: false,
  columns: [
    ...text('role'),
    ...int('n'),
    ...text('person'),
    ...number('share'),
    ...text('kind', 'first_day', 'day_after'),
  ],
  index: 'person',
}

export const UNITS: OrgTable = {
  name: 'rolegraph_unit',
  entity: 'id',
  key: ['id'],
  isPlaced: true,
  columns: [...text('id'), ...int('pos'), ...text('title', 'kind', 'head', 'part_of', 'more')],
}

export const PEOPLE: OrgTable = {
  name: 'rolegraph_person',
  entity: 'id',
  key: ['id'],
  isPlaced: true,
  columns: [...text('id'), ...int('pos'), ...text('name', 'email', 'more', 'data')],
}

export const SERVICES: OrgTable = {
  name: 'rolegraph_service',
  entity: 'n',
  key: ['n'],
  isPlaced: false,
  columns: [...text('n'), ...int('pos'), ...text('from_id', 'to_role', 'name', 'more')],
}

/** All tables of orgs. */
export const ORG_TABLES: readonly OrgTable[] = [ROLES, LINES, MOVES, ASSIGNMENTS, UNITS, PEOPLE, SERVICES]

/** The table with the rows of earlier revisions. */
export function pastOf({ name }: OrgTable): string {
  return `${name}_was`
}

/** Every table with rows of tenants. */
export const TENANT_TABLES: readonly string[] = [
  'rolegraph_tenant',
  'rolegraph_change',
  ...ORG_TABLES.flatMap((table) => [table.name, pastOf(table)]),
]

/** A position that leaves the place of an entity as it is. */
export const SAME_PLACE = Number.MIN_SAFE_INTEGER
/** A condition that every placed row meets. An index by the place is used only by a statement that says something about the place. */
export const IS_PLACED = `pos > ${String(SAME_PLACE)}`
/** The distance between two positions, unless something was placed between them. */
export const GAP = 2 ** 20
