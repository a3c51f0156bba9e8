import type {
  AssignmentSpec,
  HolderSpec,
  LineSpec,
  MoveSpec,
  PersonSpec,
  RoleSpec,
  ServiceSpec,
  UnitSpec,
} from '../internal.js'
import type { SqlRow } from './driver.js'
import { unstored } from './stored-text.js'

/** A spec in a list. */
export type Listed<Spec> = Spec & { readonly id: string }

/** Rows of lists by the role that they belong to. */
export type RowsByRole = ReadonlyMap<string, readonly SqlRow[]>

/** The spec that a row of a role says, with its lines, moves and assignments. */
export function specOfRole(
  row: SqlRow,
  lines: RowsByRole,
  moves: RowsByRole,
  assignments: RowsByRole,
): Listed<RoleSpec> {
  const id = textIn(row, 'id') ?? ''
  const { line, ...more } = jsonIn(row, 'more')
  const manager = textIn(row, 'manager')
  const dotted = (lines.get(id) ?? []).map(lineOf)
  const next = (moves.get(id) ?? []).map(moveOf)
  const holders = (assignments.get(id) ?? []).map(holderOf)
  const vacant = numberIn(row, 'vacant')
  return defined({
    id,
    title: textIn(row, 'title'),
    family: textIn(row, 'family'),
    unit: textIn(row, 'unit'),
    grade: numberIn(row, 'grade'),
    fte: numberIn(row, 'fte'),
    cost: numberIn(row, 'cost'),
    minYears: numberIn(row, 'min_years'),
    vacant: vacant === undefined ? undefined : vacant === 1,
    status: textIn(row, 'status'),
    holders: holders.length === 0 ? undefined : holders,
    reportsTo: manager === undefined || typeof line !== 'object' ? manager : { to: manager, ...line },
    dottedTo: dotted.length === 0 ? undefined : dotted,
    progressesTo: next.length === 0 ? undefined : next,
    data: dataIn(row),
    ...more,
  }) as Listed<RoleSpec>
}

export function specOfUnit(row: SqlRow): Listed<UnitSpec> {
  const { heads, ...more } = jsonIn(row, 'more')
  return defined({
    id: textIn(row, 'id') ?? '',
    title: textIn(row, 'title'),
    kind: textIn(row, 'kind'),
    head: heads ?? textIn(row, 'head'),
    partOf: textIn(row, 'part_of'),
    ...more,
  }) as Listed<UnitSpec>
}

export function specOfPerson(row: SqlRow): Listed<PersonSpec> {
  return defined({
    id: textIn(row, 'id') ?? '',
    name: textIn(row, 'name'),
    email: textIn(row, 'email'),
    data: dataIn(row),
    ...jsonIn(row, 'more'),
  }) as Listed<PersonSpec>
}

export function specOfService(row: SqlRow): ServiceSpec {
  return {
    from: textIn(row, 'from_id') ?? '',
    to: textIn(row, 'to_role') ?? '',
    name: textIn(row, 'name') ?? '',
    ...jsonIn(row, 'more'),
  }
}

export function lineOf(row: SqlRow): string | LineSpec {
  const to = textIn(row, 'manager') ?? ''
  const line = defined({ to, as: textIn(row, 'name'), ...jsonIn(row, 'more') }) as LineSpec
  return Object.keys(line).length === 1 ? to : line
}

export function moveOf(row: SqlRow): string | MoveSpec {
  const to = textIn(row, 'to_role') ?? ''
  const least = numberIn(row, 'min_years')
  const most = numberIn(row, 'max_years')
  const move = defined({
    to,
    kind: textIn(row, 'kind'),
    years: least === undefined ? undefined : most === undefined ? [least] : [least, most],
    ...jsonIn(row, 'more'),
  }) as MoveSpec
  return Object.keys(move).length === 1 ? to : move
}

export function holderOf(row: SqlRow): HolderSpec {
  const person = textIn(row, 'person') ?? ''
  const holder = defined({
    person,
    share: numberIn(row, 'share'),
    kind: textIn(row, 'kind'),
    from: textIn(row, 'first_day'),
    to: textIn(row, 'day_after'),
  }) as AssignmentSpec
  return Object.keys(holder).length === 1 ? person : holder
}

/** A text of a row. */
export function textIn(row: SqlRow, column: string): string | undefined {
  const value = row[column]
  return typeof value === 'string' ? unstored(value) : undefined
}

/** A number of a row. Some clients return whole numbers of 64 bits as text, or as bigint. */
export function numberIn(row: SqlRow, column: string): number | undefined {
  const value = row[column]
  return value === null || value === undefined ? undefined : Number(value)
}

function jsonIn(row: SqlRow, column: string): Readonly<Record<string, unknown>> {
  const value = row[column]
  // The store writes objects.
  return typeof value === 'string' ? (JSON.parse(value) as Readonly<Record<string, unknown>>) : {}
}

function dataIn({ data }: SqlRow): unknown {
  return typeof data === 'string' ? JSON.parse(data) : undefined
}

/** The fields that have a value. */
function defined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
