import {
  type ByteColumn,
  decodeUtf8,
  encodeUtf8,
  frozen,
  type HolderSpec,
  type Org,
  orgFromByteRows,
  orgWithEntries,
  RowIds,
} from '../internal.js'
import type { SqlQuery, SqlRow } from './driver.js'
import { ASSIGNMENTS, LINES, MOVES, type OrgTable, PEOPLE, ROLES, SERVICES, UNITS } from './sql/tables.js'
import { holderOf, lineOf, moveOf, specOfPerson, specOfService, specOfUnit } from './specs-of-rows.js'
import { hasEscapes, NO_VALUE, SEPARATOR } from './stored-text.js'

/** The columns of a table, each as one text; `undefined` for one without any value. */
type Joined = ReadonlyMap<string, string | undefined>

/**
 * The org of rows whose columns are read as one text each: the bytes of a column go into the columns of the org without an object
 * per row. Returns `undefined` where a text has escapes, or the rows are not those of a sound org.
 */
export async function readJoined(
  query: SqlQuery,
  tenant: string,
  listsPeople: boolean,
  sourceOf: (table: OrgTable) => string,
  read: (table: OrgTable) => Promise<readonly SqlRow[]>,
  rev: number | undefined,
): Promise<Org | undefined> {
  const roles = await joinedColumns(query, ROLES, sourceOf(ROLES), tenant, rev)
  const assignments = await joinedColumns(query, ASSIGNMENTS, sourceOf(ASSIGNMENTS), tenant, rev)
  const texts = [...roles.values(), ...assignments.values()]
  if (roles.get('id') === undefined || texts.some((text) => text !== undefined && hasEscapes(text)))
    return undefined
  const others = { lines: await read(LINES), moves: await read(MOVES) }
  const org = orgOfColumns(roles, assignments, others)
  if (org === undefined) return undefined
  return orgWithEntries(org, {
    units: (await read(UNITS)).map(specOfUnit),
    people: listsPeople ? (await read(PEOPLE)).map(specOfPerson) : undefined,
    services: (await read(SERVICES)).map(specOfService),
  })
}

async function joinedColumns(
  query: SqlQuery,
  table: OrgTable,
  source: string,
  tenant: string,
  rev: number | undefined,
): Promise<Joined> {
  const parameters: (string | number)[] = [tenant, SEPARATOR, NO_VALUE]
  // The source has the revision as its second parameter.
  const from = rev === undefined ? source : source.replaceAll('$2', '$4')
  if (rev !== undefined) parameters.push(rev)
  // The rows of an ordered subquery are aggregated in its order.
  const aggregates = table.columns
    .filter(([name]) => name !== 'pos')
    .map(
      ([name]) =>
        `CASE WHEN count(${name}) > 0 THEN string_agg(coalesce(${name}::text, $3::text), $2::text) END AS ${name}`,
    )
  const [row] = await query(`SELECT ${aggregates.join(', ')} FROM (${from}) AS ordered`, parameters)
  return new Map(
    table.columns.map(([name]) => {
      const value = row[name]
      return [name, typeof value === 'string' ? value : undefined]
    }),
  )
}

function orgOfColumns(
  roles: Joined,
  assignments: Joined,
  { lines, moves }: { readonly lines: readonly SqlRow[]; readonly moves: readonly SqlRow[] },
): Org | undefined {
  const column = (name: string): ByteColumn | undefined => bytesOf(roles.get(name))
  const id = column('id')
  if (id === undefined) return undefined
  const ids = RowIds.of(id)
  const odd = new Map<string, Map<number, unknown>>()
  const addOdd = (name: string, row: number, value: unknown): void => {
    const values = odd.get(name) ?? new Map<number, unknown>()
    odd.set(name, values.set(row, value))
  }
  for (const [row, status] of values(roles.get('status'))) addOdd('status', row, status)
  const managers = column('manager')
  for (const [row, text] of values(roles.get('more'))) {
    // The store writes objects.
    const { line, ...more } = JSON.parse(text) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(more)) addOdd(name, row, value)
    if (typeof line === 'object' && managers !== undefined)
      addOdd('manager', row, { to: textOf(managers, row), ...line })
  }
  addLists(ids, lines, (row, list) => {
    addOdd('dotted', row, list.map(lineOf))
  })
  addLists(ids, moves, (row, list) => {
    addOdd('moves', row, list.map(moveOf))
  })
  const data = new Map(values(roles.get('data')))
  const vacant = numbersOf(roles.get('vacant'))
  const holders = holdersOf(ids, assignments, (row, list) => {
    addOdd('holders', row, list)
  })
  return orgFromByteRows({
    ids,
    manager: managers,
    title: column('title'),
    family: column('family'),
    unit: column('unit'),
    grade: numbersOf(roles.get('grade')),
    fte: numbersOf(roles.get('fte')),
    cost: numbersOf(roles.get('cost')),
    minYears: numbersOf(roles.get('min_years')),
    vacant: vacant && Uint8Array.from(vacant, (code) => (code === 1 ? 1 : code === 0 ? 2 : 0)),
    holders,
    ...(data.size > 0 && { data: dataOf(data) }),
    // The names are those of the parts of a role.
    odd: odd as NonNullable<Parameters<typeof orgFromByteRows>[0]['odd']>,
  })
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
  assignments: Joined,
  addOdd: (row: number, list: readonly HolderSpec[]) => void,
): ByteColumn | undefined {
  const people = bytesOf(assignments.get('person'))
  if (people === undefined) return undefined
  const roles = textsOf(assignments.get('role'))
  const terms = ['share', 'kind', 'first_day', 'day_after'].map(
    (name) => [name, new Map(values(assignments.get(name)))] as const,
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
          person: textOf(people, at),
          ...Object.fromEntries(terms.map(([name, known]) => [name, known.get(at)])),
        })
      })
      addOdd(row, list)
    }
    first = end
  }
  return { bytes: people.bytes, starts, ends }
}

const SEPARATOR_BYTE = SEPARATOR.charCodeAt(0)
const NO_VALUE_BYTE = NO_VALUE.charCodeAt(0)

/** A column of texts in bytes. */
function bytesOf(joined: string | undefined): ByteColumn | undefined {
  if (joined === undefined) return undefined
  const bytes = encodeUtf8(joined)
  let count = 1
  for (const byte of bytes) if (byte === SEPARATOR_BYTE) count++
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  let row = 0
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== SEPARATOR_BYTE) continue
    const isMissing = at === start + 1 && bytes[start] === NO_VALUE_BYTE
    starts[row] = isMissing ? -1 : start
    ends[row++] = isMissing ? -1 : at
    start = at + 1
  }
  return { bytes, starts, ends }
}

function textOf({ bytes, starts, ends }: ByteColumn, row: number): string {
  return decodeUtf8(bytes.subarray(starts[row], ends[row]))
}

function textsOf(joined: string | undefined): readonly string[] {
  return joined === undefined ? [] : joined.split(SEPARATOR)
}

/** The values of a column that are there, by row. */
function* values(joined: string | undefined): Generator<[row: number, value: string]> {
  for (const [row, text] of textsOf(joined).entries()) if (text !== NO_VALUE) yield [row, text]
}

function numbersOf(joined: string | undefined): Float64Array | undefined {
  if (joined === undefined) return undefined
  return Float64Array.from(joined.split(SEPARATOR), (text) => (text === NO_VALUE ? NaN : Number(text)))
}
