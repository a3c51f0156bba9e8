import {
  addToList,
  type ByteColumn,
  frozen,
  type HolderSpec,
  type Org,
  orgFromByteRows,
  orgWithEntries,
  type RowIds,
  UNKNOWN_ROLE,
} from '../internal.js'
import type { SqlRow } from './driver.js'
import type { AssignmentColumns } from './assignment-columns.js'
import type { JoinedPieces } from './joined-pieces.js'
import { numberAt, textAt, valuesOf } from './joined-text.js'
import type { RoleColumns } from './role-columns.js'
import { JOINED_ASSIGNMENTS, JOINED_ROLES } from './sql/load-statement.js'
import { LINES, MOVES, type OrgTable, PEOPLE, SERVICES, UNITS } from './sql/tables.js'
import {
  holderOf,
  lineOf,
  moveOf,
  numberIn,
  specOfPerson,
  specOfService,
  specOfUnit,
} from './specs-of-rows.js'

/** The rows of an org, joined. */
export interface JoinedRows {
  readonly roles: RoleColumns
  readonly rareRoles: JoinedPieces
  readonly assignments: AssignmentColumns
  readonly rareAssignments: JoinedPieces
}

/** The org of joined rows and of the row of its tenant, which has the lists. Returns `undefined` where the rows must be read one by one. */
export function orgOfPieces(row: SqlRow, rows: JoinedRows): Org | undefined {
  const listOf = ({ name }: OrgTable): readonly SqlRow[] => {
    const list = row[name]
    // The database makes the list of rows.
    return Array.isArray(list) ? (list as readonly SqlRow[]) : []
  }
  const org = orgOfColumns(rows, { lines: listOf(LINES), moves: listOf(MOVES) })
  if (org === undefined) return undefined
  return orgWithEntries(org, {
    units: listOf(UNITS).map(specOfUnit),
    people: numberIn(row, 'lists_people') === 1 ? listOf(PEOPLE).map(specOfPerson) : undefined,
    services: listOf(SERVICES).map(specOfService),
  })
}

function orgOfColumns(
  { roles, rareRoles, assignments, rareAssignments }: JoinedRows,
  { lines, moves }: { readonly lines: readonly SqlRow[]; readonly moves: readonly SqlRow[] },
): Org | undefined {
  const { body } = roles
  const rare = rareRoles.columns(JOINED_ROLES.rest.length)
  const held = assignments.body
  const terms = rareAssignments.columns(JOINED_ASSIGNMENTS.rest.length)
  if (body === undefined || rare === undefined || held === undefined || terms === undefined) return undefined
  const { ids, managerAt, ...columns } = body
  const odd = new Map<string, Map<number, unknown>>()
  const addOdd = (name: string, row: number, value: unknown): void => {
    const values = odd.get(name) ?? new Map<number, unknown>()
    odd.set(name, values.set(row, value))
  }
  const [rareId, fte, cost, minYears, vacant, status, more, data] = rare
  const rows = ids.set.findAll(rareId, UNKNOWN_ROLE)
  const rareNumbers = (column: ByteColumn): Float64Array | undefined => {
    if (column.starts.every((start) => start < 0)) return undefined
    const numbers = new Float64Array(ids.handles.length).fill(NaN)
    for (let at = 0; at < rows.length; at++) numbers[rows[at]] = numberAt(column, at)
    return numbers
  }
  for (const [at, text] of valuesOf(status)) addOdd('status', rows[at], text)
  for (const [at, text] of valuesOf(more)) {
    // The store writes objects.
    const { line, ...others } = JSON.parse(text) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(others)) addOdd(name, rows[at], value)
    if (typeof line === 'object') addOdd('manager', rows[at], { to: managerAt(rows[at]), ...line })
  }
  addLists(ids, lines, (row, list) => {
    addOdd('dotted', row, list.map(lineOf))
  })
  addLists(ids, moves, (row, list) => {
    addOdd('moves', row, list.map(moveOf))
  })
  const texts = new Map<number, string>()
  for (const [at, text] of valuesOf(data)) texts.set(rows[at], text)
  const codes = rareNumbers(vacant)
  const holders = holdersOf(ids, held, terms, (row, list) => {
    addOdd('holders', row, list)
  })
  return orgFromByteRows({
    ids,
    ...columns,
    fte: rareNumbers(fte),
    cost: rareNumbers(cost),
    minYears: rareNumbers(minYears),
    vacant: codes && Uint8Array.from(codes, (code) => (code === 1 ? 1 : code === 0 ? 2 : 0)),
    holders,
    ...(texts.size > 0 && { data: dataOf(texts) }),
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
  for (const row of rows) addToList(lists, String(row['role']), row)
  for (const [role, list] of lists) {
    const row = ids.rowWith(role)
    if (row !== undefined) add(row, list)
  }
}

/** The holders of roles with one, of whom no more is known; `addOdd` gets the lists of all other roles. */
function holdersOf(
  ids: RowIds,
  [role, n, person]: readonly ByteColumn[],
  [termRole, termN, ...terms]: readonly ByteColumn[],
  addOdd: (row: number, list: readonly HolderSpec[]) => void,
): ByteColumn | undefined {
  const total = role.starts.length
  if (total === 0) return undefined
  const rows = ids.set.findAll(role, UNKNOWN_ROLE)
  const known = new Map<string, SqlRow>()
  for (let at = 0; at < termRole.starts.length; at++) {
    const fields = TERMS.map((name, index) => [name, textAt(terms[index], at)] as const)
    known.set(assignmentKey(textAt(termRole, at), textAt(termN, at)), Object.fromEntries(fields))
  }
  const count = ids.handles.length
  const starts = new Int32Array(count).fill(-1)
  const ends = new Int32Array(count).fill(-1)
  const termsAt = (at: number): SqlRow | undefined =>
    known.size === 0 ? undefined : known.get(assignmentKey(textAt(role, at), textAt(n, at)))
  for (let first = 0; first < total;) {
    const row = rows[first]
    let end = first + 1
    while (end < total && rows[end] === row) end++
    if (row >= 0 && end === first + 1 && termsAt(first) === undefined) {
      starts[row] = person.starts[first]
      ends[row] = person.ends[first]
    } else if (row >= 0) {
      const list = Array.from({ length: end - first }, (_, index) =>
        holderOf({ person: textAt(person, first + index), ...termsAt(first + index) }),
      )
      addOdd(row, list)
    }
    first = end
  }
  return { bytes: person.bytes, starts, ends }
}

/** The columns of an assignment after those that tell it apart. */
const TERMS = JOINED_ASSIGNMENTS.rest.slice(JOINED_ASSIGNMENTS.keyLength)

function assignmentKey(role: string | undefined, n: string | undefined): string {
  return `${n ?? ''} ${role ?? ''}`
}
