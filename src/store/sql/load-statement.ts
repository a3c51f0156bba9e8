import { NO_VALUE, SEPARATOR } from '../stored-text.js'
import {
  ASSIGNMENTS,
  GAP,
  IS_PLACED,
  LINES,
  MOVES,
  type OrgTable,
  pastOf,
  PEOPLE,
  ROLES,
  SERVICES,
  UNITS,
} from './tables.js'

/** How a statement names what it is about: parameters, or literals where a statement cannot have parameters. */
export interface SourceNames {
  readonly tenant: string
  /** The revision, where it is not the present one. */
  readonly rev?: string | undefined
}

/** The names of a statement that joins rows. */
export interface JoinNames extends SourceNames {
  readonly separator: string
  readonly noValue: string
}

/** A table whose rows are joined: one text per column for all rows, and one for rows with rarer columns. */
export interface JoinedTable {
  readonly table: OrgTable
  /** The columns of every row. Most have a value, and those of the key always do. */
  readonly body: readonly string[]
  /** The columns of rows in which one of those after the key has a value. */
  readonly rest: readonly string[]
  /** How many columns the key has. */
  readonly keyLength: number
}

export const JOINED_ROLES: JoinedTable = {
  table: ROLES,
  body: ['id', 'manager', 'title', 'family', 'unit', 'grade'],
  rest: ['id', 'fte', 'cost', 'min_years', 'vacant', 'status', 'more', 'data'],
  keyLength: 1,
}

export const JOINED_ASSIGNMENTS: JoinedTable = {
  table: ASSIGNMENTS,
  body: ['role', 'n', 'person'],
  rest: ['role', 'n', 'share', 'kind', 'first_day', 'day_after'],
  keyLength: 2,
}

/** The columns of a result with the texts of a joined table, in order; a table with fewer columns leaves the last ones out. */
export const BODY_NAMES: readonly string[] = JOINED_ROLES.body.map((_, index) => `body${String(index)}`)

/** The tables with few rows, each a list of rows as JSON. */
const LISTED: readonly OrgTable[] = [LINES, MOVES, UNITS, PEOPLE, SERVICES]

/** How many rows are joined at least, where none were placed between others: smaller pieces cost a message each. */
const FEWEST_ROWS = 1024
/** How many pieces there are at most, however far the positions are apart. */
const MOST_PIECES = 64

/** Parameters of a statement that joins rows, and their values. */
export const JOIN_PARAMETERS: JoinNames = {
  tenant: '$1',
  separator: '$2::text',
  noValue: '$3::text',
}
export const JOIN_VALUES: readonly string[] = [SEPARATOR, NO_VALUE]

/** The same for a statement that cannot have parameters: values as literals, and the tenant as it is named there. */
export function literalNames(tenant: string): JoinNames {
  return { tenant, separator: literal(SEPARATOR), noValue: literal(NO_VALUE) }
}

/** A text as a literal of PostgreSQL, whatever it takes a backslash for. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? ` E${quoted}` : quoted
}

/** A statement for the rows of a table, present or of a revision. */
export function sourceOf(
  table: OrgTable,
  { tenant, rev }: SourceNames,
  isOrdered: boolean,
  where = '',
): string {
  const columns = table.columns.map(([name]) => name).join(', ')
  const by = table.isPlaced || table === SERVICES ? 'pos' : `${table.entity}, n`
  const order = isOrdered ? ` ORDER BY ${by}` : ''
  const present = `SELECT ${columns} FROM ${table.name} WHERE tenant = ${tenant}${where}`
  if (rev === undefined) return `${present}${order}`
  const past = `SELECT ${columns} FROM ${pastOf(table)} WHERE tenant = ${tenant} AND from_rev <= ${rev} AND to_rev > ${rev}${where}`
  return `${present} AND from_rev <= ${rev} UNION ALL ${past}${order}`
}

/**
 * A statement for the row of a tenant and its whole org, so that both are of one moment without a transaction. Each row of its result has
 * texts: what it is as JSON, the joined values of many rows per column, and the joined rarer ones. The first has the row of the tenant,
 * and the lists.
 */
export function loadStatement(names: JoinNames): string {
  // The rows of the past have no index by their place.
  const joined = names.rev === undefined ? joinedInPieces : joinedWhole
  return wholeOrg(names, joined(JOINED_ROLES, names))
}

/** The same for a small org, whose roles are one piece: a server takes less time to begin with it. */
export function smallLoadStatement(names: JoinNames): string {
  return wholeOrg(names, joinedWhole(JOINED_ROLES, names, ` AND ${IS_PLACED}`))
}

function wholeOrg(names: JoinNames, roles: string): string {
  const { tenant, rev = 'tenant.rev' } = names
  const fields = ['tenant.rev', 'tenant.at', 'tenant.epoch', 'change.lists_people'].map(
    (column) => `'${column.slice(column.indexOf('.') + 1)}', ${column}`,
  )
  const lists = LISTED.map(
    (table) => `'${table.name}', (SELECT json_agg(listed) FROM (${sourceOf(table, names, true)}) AS listed)`,
  )
  return [
    `SELECT json_build_object('table', '', ${[...fields, ...lists].join(', ')})::text AS head, ${BODY_NAMES.map((name) => `NULL::text AS ${name}`).join(', ')}, NULL::text AS rest
    FROM rolegraph_tenant AS tenant JOIN rolegraph_change AS change ON change.tenant = tenant.tenant AND change.rev = ${rev}
    WHERE tenant.tenant = ${tenant}`,
    roles,
    joinedWhole(JOINED_ASSIGNMENTS, names),
  ].join(' UNION ALL ')
}

/** A statement for the first place and the last one of the rows of a placed table: two look-ups, whatever the server knows of the table. */
export function endsOf({ name }: OrgTable, tenant: string): string {
  const end = (order: string): string =>
    `(SELECT pos FROM ${name} WHERE tenant = ${tenant} AND ${IS_PLACED} ORDER BY pos${order} LIMIT 1)`
  return `SELECT ${end('')} AS low, ${end(' DESC')} AS high`
}

/** Joins the rows of a table piece by piece, in the order of an index: a server then holds one piece, and sends it before the next. */
function joinedInPieces(joined: JoinedTable, names: JoinNames): string {
  const source = sourceOf(joined.table, names, true, ' AND pos >= place AND pos < place + width')
  return `${headOf(joined, 'place', `greatest(1, (high - low + ${String(GAP)})::float8 / width)`)}
    FROM (
      SELECT low, high, greatest(${String(FEWEST_ROWS * GAP)}, (high - low) / ${String(MOST_PIECES)}) AS width
      FROM (${endsOf(joined.table, names.tenant)}) AS ends
    ) AS widths CROSS JOIN LATERAL generate_series(low, high, width) AS place
    CROSS JOIN LATERAL (${joinedRows(joined, names, source)}) AS found`
}

function joinedWhole(joined: JoinedTable, names: JoinNames, where = ''): string {
  const rows = joinedRows(joined, names, sourceOf(joined.table, names, true, where))
  return `${headOf(joined, '0', '1')} FROM (${rows}) AS found WHERE found.count > 0`
}

function headOf({ table, body }: JoinedTable, place: string, pieces: string): string {
  const head = `json_build_object('table', '${table.name}', 'place', ${place}, 'pieces', ${pieces}, 'count', found.count, 'rare', found.rare)`
  const columns = BODY_NAMES.map((name, index) => (index < body.length ? `found.${name}` : 'NULL'))
  return `SELECT ${head}::text, ${columns.join(', ')}, found.rest`
}

/**
 * The rows of an ordered subquery are aggregated in its order. A server joins values column by column in less time than it joins the fields
 * of a row first, and a client then splits and copies each column in one go. Rows with rarer columns are few.
 */
function joinedRows({ body, rest, keyLength }: JoinedTable, names: JoinNames, source: string): string {
  const { separator, noValue } = names
  const field = (name: string, index: number): string =>
    index < keyLength ? `${name}::text` : `coalesce(${name}::text, ${noValue})`
  const columns = body.map(
    (name, index) => `string_agg(${field(name, index)}, ${separator}) AS ${BODY_NAMES[index]}`,
  )
  const rare = `FILTER (WHERE NOT ((${rest.slice(keyLength).join(', ')}) IS NULL))`
  const rareRows = `string_agg(concat_ws(${separator}, ${rest.map(field).join(', ')}), ${separator}) ${rare}`
  return `SELECT count(*) AS count, count(*) ${rare} AS rare, ${columns.join(', ')}, ${rareRows} AS rest FROM (${source}) AS listed`
}
