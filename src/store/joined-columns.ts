import {
  type ByteColumn,
  frozen,
  type HandleColumn,
  type HolderSpec,
  type Org,
  orgFromByteRows,
  orgWithEntries,
  RowIds,
  sameBytes,
  UNKNOWN_ROLE,
} from '../internal.js'
import type { SqlQuery, SqlRow } from './driver.js'
import { bytesOf, JoinedOrder, numbersOf, textAt, valuesOf } from './joined-text.js'
import {
  ASSIGNMENTS,
  GAP,
  LINES,
  MOVES,
  type OrgTable,
  PEOPLE,
  ROLES,
  SERVICES,
  UNITS,
} from './sql/tables.js'
import {
  holderOf,
  lineOf,
  moveOf,
  numberIn,
  specOfPerson,
  specOfService,
  specOfUnit,
} from './specs-of-rows.js'
import { hasEscapes, NO_VALUE, SEPARATOR } from './stored-text.js'

/** What {@link readJoined} found. */
export interface JoinedTenant {
  /** The row of the tenant. */
  readonly row: SqlRow
  /** `undefined` where a text has escapes, or the rows are not those of a sound org: then they are read row by row. */
  readonly org: Org | undefined
}

/** The columns of a table, each as one text; `undefined` for one without any value. */
type Joined = (column: string) => string | undefined

/** The tables with a row per role or person are joined by column; the others are lists of rows as JSON. */
const JOINED: readonly OrgTable[] = [ROLES, ASSIGNMENTS]
const LISTED: readonly OrgTable[] = [LINES, MOVES, UNITS, PEOPLE, SERVICES]

/**
 * Reads a tenant and its org in one statement, so that they are of one moment without a transaction: the bytes of a column go into
 * the columns of the org without an object per row. Returns `undefined` where there is no such tenant.
 */
export async function readJoined(
  query: SqlQuery,
  tenant: string,
  sourceOf: (table: OrgTable, isOrdered: boolean) => string,
  rev: number | undefined,
): Promise<JoinedTenant | undefined> {
  // The sources have the revision as their second parameter.
  const placed = (sql: string): string => (rev === undefined ? sql : sql.replaceAll('$2', '$4'))
  const columns = JOINED.flatMap((table) => [
    `${table.name}_seen.total AS ${table.name}_total`,
    ...table.columns.map(([name]) => `${table.name}.${name} AS ${table.name}_${name}`),
  ])
  const lists = LISTED.map(
    (table) =>
      `(SELECT json_agg(listed) FROM (${placed(sourceOf(table, true))}) AS listed)::text AS ${table.name}`,
  )
  const laterals = JOINED.map((table) => {
    const seen = table.columns.map(seenColumn).join(', ')
    const joined = table.columns.map((column) => joinedColumn(column, `${table.name}_seen`)).join(', ')
    // Roles have positions, by which the reader sorts what is not in order. The rows of an ordered subquery are aggregated in its order.
    const source = placed(sourceOf(table, !table.isPlaced))
    return `CROSS JOIN LATERAL (SELECT count(*) AS total, ${seen} FROM (${placed(sourceOf(table, false))}) AS found) AS ${table.name}_seen
    CROSS JOIN LATERAL (SELECT ${joined} FROM (${source}) AS found) AS ${table.name}`
  })
  const revision = rev === undefined ? 'tenant.rev' : '$4'
  const sql = `SELECT tenant.rev, tenant.at, tenant.epoch, change.lists_people, ${[...columns, ...lists].join(', ')}
    FROM rolegraph_tenant AS tenant JOIN rolegraph_change AS change ON change.tenant = tenant.tenant AND change.rev = ${revision}
    ${laterals.join(' ')} WHERE tenant.tenant = $1`
  const parameters = [tenant, SEPARATOR, NO_VALUE, ...(rev === undefined ? [] : [rev])]
  const row = (await query(sql, parameters)).at(0)
  return row && { row, org: orgOfRow(row) }
}

/** The bits of a position that are 0 unless something was placed between two entities. */
const GAP_BITS = Math.log2(GAP)

/** What is found out about a column before its values are joined: whether there are any, and by how many bits positions can be shortened. */
function seenColumn([name]: OrgTable['columns'][number]): string {
  return name === 'pos'
    ? `CASE WHEN bool_or(pos & ${String(GAP - 1)} <> 0) THEN 0 ELSE ${String(GAP_BITS)} END AS pos`
    : `count(${name}) > 0 AS ${name}`
}

/** Joins the values of a column. Aggregates of most columns end before they begin: there is nothing in them. */
function joinedColumn([name]: OrgTable['columns'][number], seen: string): string {
  const text = name === 'pos' ? `(pos >> ${seen}.pos)::text` : `coalesce(${name}::text, $3::text)`
  const filter = name === 'pos' ? '' : ` FILTER (WHERE ${seen}.${name})`
  return `string_agg(${text}, $2::text)${filter} AS ${name}`
}

function orgOfRow(row: SqlRow): Org | undefined {
  const columnsOf =
    (table: OrgTable): Joined =>
    (name) => {
      const value = row[`${table.name}_${name}`]
      return typeof value === 'string' ? value : undefined
    }
  const [roles, assignments] = [columnsOf(ROLES), columnsOf(ASSIGNMENTS)]
  const isEscaped = ([columns, table]: readonly [Joined, OrgTable]): boolean =>
    table.columns.some(([name]) => hasEscapes(columns(name) ?? ''))
  const tables = [[roles, ROLES] as const, [assignments, ASSIGNMENTS] as const]
  if (roles('id') === undefined || tables.some(isEscaped)) return undefined
  const listOf = ({ name }: OrgTable): readonly SqlRow[] => {
    const text = row[name]
    // The database makes the text of rows.
    return typeof text === 'string' ? (JSON.parse(text) as readonly SqlRow[]) : []
  }
  const order = new JoinedOrder(totalIn(row, ROLES), roles('pos'))
  const held = new JoinedOrder(totalIn(row, ASSIGNMENTS), undefined)
  const lists = { lines: listOf(LINES), moves: listOf(MOVES) }
  const org = orgOfColumns({ columns: roles, order }, { columns: assignments, order: held }, lists)
  if (org === undefined) return undefined
  return orgWithEntries(org, {
    units: listOf(UNITS).map(specOfUnit),
    people: numberIn(row, 'lists_people') === 1 ? listOf(PEOPLE).map(specOfPerson) : undefined,
    services: listOf(SERVICES).map(specOfService),
  })
}

function totalIn(row: SqlRow, { name }: OrgTable): number {
  return numberIn(row, `${name}_total`) ?? 0
}

/** A table in joined columns. */
interface JoinedTable {
  readonly columns: Joined
  readonly order: JoinedOrder
}

function orgOfColumns(
  { columns, order }: JoinedTable,
  assignments: JoinedTable,
  { lines, moves }: { readonly lines: readonly SqlRow[]; readonly moves: readonly SqlRow[] },
): Org | undefined {
  const column = (name: string): ByteColumn | undefined => {
    const joined = columns(name)
    return joined === undefined ? undefined : bytesOf(joined, order)
  }
  const numbers = (name: string): Float64Array | undefined => {
    const joined = columns(name)
    return joined === undefined ? undefined : numbersOf(joined, order)
  }
  const id = column('id')
  if (id === undefined) return undefined
  const ids = RowIds.of(id)
  const odd = new Map<string, Map<number, unknown>>()
  const addOdd = (name: string, row: number, value: unknown): void => {
    const values = odd.get(name) ?? new Map<number, unknown>()
    odd.set(name, values.set(row, value))
  }
  for (const [row, status] of valuesOf(columns('status'), order)) addOdd('status', row, status)
  const managers = column('manager')
  for (const [row, text] of valuesOf(columns('more'), order)) {
    // The store writes objects.
    const { line, ...more } = JSON.parse(text) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(more)) addOdd(name, row, value)
    if (typeof line === 'object' && managers !== undefined)
      addOdd('manager', row, { to: textAt(managers, row), ...line })
  }
  addLists(ids, lines, (row, list) => {
    addOdd('dotted', row, list.map(lineOf))
  })
  addLists(ids, moves, (row, list) => {
    addOdd('moves', row, list.map(moveOf))
  })
  const data = new Map(valuesOf(columns('data'), order))
  const vacant = numbers('vacant')
  const holders = holdersOf(ids, assignments, (row, list) => {
    addOdd('holders', row, list)
  })
  return orgFromByteRows({
    ids,
    manager: managers && linkedTo(ids, managers),
    title: column('title'),
    family: column('family'),
    unit: column('unit'),
    grade: numbers('grade'),
    fte: numbers('fte'),
    cost: numbers('cost'),
    minYears: numbers('min_years'),
    vacant: vacant && Uint8Array.from(vacant, (code) => (code === 1 ? 1 : code === 0 ? 2 : 0)),
    holders,
    ...(data.size > 0 && { data: dataOf(data) }),
    // The names are those of the parts of a role.
    odd: odd as NonNullable<Parameters<typeof orgFromByteRows>[0]['odd']>,
  })
}

/** Looks up managers. Roles with one manager mostly follow each other: then it is looked up once. */
function linkedTo({ set }: RowIds, column: ByteColumn): HandleColumn {
  const { bytes, starts, ends } = column
  const count = starts.length
  const handles = new Int32Array(count)
  const [firsts, pasts] = [new Int32Array(count), new Int32Array(count)]
  let runs = 0
  for (let row = 0; row < count; row++) {
    const begin = starts[row]
    const end = ends[row]
    // A role without a manager is not one whose manager has the empty id.
    const isSame = runs > 0 && begin < 0 === firsts[runs - 1] < 0
    if (!isSame || !sameBytes(bytes, begin, end, bytes, firsts[runs - 1], pasts[runs - 1])) {
      firsts[runs] = begin
      pasts[runs++] = end
    }
    handles[row] = runs - 1
  }
  const found = set.findAll(
    { bytes, starts: firsts.subarray(0, runs), ends: pasts.subarray(0, runs) },
    UNKNOWN_ROLE,
  )
  for (let row = 0; row < count; row++) handles[row] = found[handles[row]]
  return { handles, textOf: (row) => textAt(column, row) ?? '' }
}

/** The data of a row, parsed when it is first read. */
function dataOf(texts: ReadonlyMap<number, string>): (row: number) => unknown {
  return (row) => {
    const text = texts.get(row)
    if (text === undefined) return undefined
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? frozen(value) : value
  }
}

/** The rows of lists by role, which come in the order of the ids of roles. */
function addLists(
  ids: RowIds,
  rows: readonly SqlRow[],
  add: (row: number, list: readonly SqlRow[]) => void,
): void {
  const lists = new Map<string, SqlRow[]>()
  for (const row of rows) {
    const role = String(row['role'])
    const list = lists.get(role)
    if (list === undefined) lists.set(role, [row])
    else list.push(row)
  }
  for (const [role, list] of lists) {
    const row = ids.rowWith(role)
    if (row !== undefined) add(row, list)
  }
}

/** The holders of roles with one, of whom no more is known; `addOdd` gets the lists of all other roles. */
function holdersOf(
  ids: RowIds,
  { columns, order }: JoinedTable,
  addOdd: (row: number, list: readonly HolderSpec[]) => void,
): ByteColumn | undefined {
  const persons = columns('person')
  if (persons === undefined) return undefined
  const people = bytesOf(persons, order)
  const roles = (columns('role') ?? '').split(SEPARATOR)
  const terms = ['share', 'kind', 'first_day', 'day_after'].map(
    (name) => [name, new Map(valuesOf(columns(name), order))] as const,
  )
  const count = ids.handles.length
  const starts = new Int32Array(count).fill(-1)
  const ends = new Int32Array(count).fill(-1)
  for (let first = 0; first < roles.length;) {
    let end = first + 1
    while (end < roles.length && roles[end] === roles[first]) end++
    const row = ids.rowWith(roles[first]) ?? -1
    const isPlain = end === first + 1 && terms.every(([, known]) => !known.has(first))
    if (row >= 0 && isPlain) {
      starts[row] = people.starts[first]
      ends[row] = people.ends[first]
    } else if (row >= 0) {
      const list = Array.from({ length: end - first }, (_, index) => {
        const at = first + index
        return holderOf({
          person: textAt(people, at),
          ...Object.fromEntries(terms.map(([name, known]) => [name, known.get(at)])),
        })
      })
      addOdd(row, list)
    }
    first = end
  }
  return { bytes: people.bytes, starts, ends }
}
