import { type Org, type OrgState, personSpec, roleSpec, serviceSpec, stateOf, unitSpec } from '../internal.js'
import type { ChangeResult } from '../internal-change.js'
import { positionsIn, type PlacedOrder } from './placed-entities.js'
import {
  type Row,
  type RoleRowsOf,
  rowOfPerson,
  rowOfService,
  rowOfUnit,
  rowsOfRole,
} from './rows-of-specs.js'
import {
  ASSIGNMENTS,
  LINES,
  MOVES,
  type OrgTable,
  PEOPLE,
  ROLES,
  SAME_PLACE,
  SERVICES,
  UNITS,
} from './sql/tables.js'
import { stored } from './stored-text.js'
import { type Touched, touchedBy } from './touched-roles.js'

/** What is different in one table. */
interface TableDelta {
  /** The entities whose rows were others, in stored form. */
  readonly changed: readonly string[]
  /** The entities whose rows are deleted: those that have none any more, and all that changed where an entity has a list of rows. */
  readonly removed: readonly string[]
  /** The new rows of all entities that have any. */
  readonly rows: readonly Row[]
}

/** What changes did to the rows of an org. */
export interface OrgDelta {
  readonly tables: ReadonlyMap<OrgTable, TableDelta>
  /** The roles with another manager, in stored form. */
  readonly moved: readonly string[]
}

/** Looks up the positions of entities of a table. */
export type FindPositions = (table: OrgTable, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>

/** The rows before and after changes that differ. O(changes and what they refer to), and the units, people or services if any changed. */
export async function deltaOf(before: Org, result: ChangeResult, find: FindPositions): Promise<OrgDelta> {
  const after = result.org
  const touched = touchedBy(before, after, result.changes, result.effects)
  const [was, is] = [stateOf(before), stateOf(after)]
  const tables = new Map<OrgTable, TableDelta>()
  const moved = await addRoles(tables, was, is, touched, find)
  const unitRow = (state: OrgState, id: string, pos: number): Row | undefined => {
    const unit = state.units.get(id)
    return unit && rowOfUnit(id, pos, unitSpec(unit))
  }
  if (was.units !== is.units)
    await addEntries(tables, UNITS, [was, is], [was.units, is.units], touched.placedUnits, unitRow, find)
  const personRow = (state: OrgState, id: string, pos: number): Row | undefined => {
    const person = state.people?.get(id)
    return person && rowOfPerson(id, pos, personSpec(person))
  }
  if (was.people !== is.people) {
    const lists = [was.people ?? NOBODY, is.people ?? NOBODY] as const
    await addEntries(tables, PEOPLE, [was, is], lists, touched.placedPeople, personRow, find)
  }
  if (was.services !== is.services) addServices(tables, was, is)
  return { tables, moved }
}

const NOBODY: ReadonlyMap<string, object> = new Map()

async function addRoles(
  tables: Map<OrgTable, TableDelta>,
  was: OrgState,
  is: OrgState,
  { roles, placedRoles }: Touched,
  find: FindPositions,
): Promise<readonly string[]> {
  const { handles, count } = is.columns
  const places = [...placedRoles].flatMap((id) => handles.get(id) ?? [])
  const idAt = (place: number): string => idIn(is, place)
  const positions = await positionsFor(ROLES, { count, idAt, places }, find)
  const own = new Delta()
  const lists = { lines: new Delta(), moves: new Delta(), assignments: new Delta() }
  const moved: string[] = []
  for (const id of new Set([...roles, ...positions.keys()])) {
    const before = rowsIn(was, id, SAME_PLACE)
    const after = rowsIn(is, id, positions.get(id) ?? SAME_PLACE)
    own.add(stored(id), listOf(before?.role), listOf(after?.role))
    for (const name of ['lines', 'moves', 'assignments'] as const)
      lists[name].add(stored(id), before?.[name] ?? [], after?.[name] ?? [])
    const manager = after?.role[MANAGER] ?? null
    if (manager !== null && manager !== before?.role[MANAGER]) moved.push(stored(id))
  }
  own.addTo(tables, ROLES)
  lists.lines.addTo(tables, LINES)
  lists.moves.addTo(tables, MOVES)
  lists.assignments.addTo(tables, ASSIGNMENTS)
  return moved
}

/** Where the manager is in the row of a role. */
const MANAGER = ROLES.columns.findIndex(([name]) => name === 'manager')

function rowsIn(state: OrgState, id: string, pos: number): RoleRowsOf | undefined {
  const handle = state.columns.handles.get(id)
  return handle === undefined ? undefined : rowsOfRole(id, pos, roleSpec(state, handle))
}

function idIn(state: OrgState, handle: number): string {
  return state.reader?.idAt(handle) ?? state.columns.ids[handle]
}

/** Units or people: those whose records are others, or whose place is. */
async function addEntries(
  tables: Map<OrgTable, TableDelta>,
  table: OrgTable,
  [was, is]: readonly [OrgState, OrgState],
  [before, after]: readonly [ReadonlyMap<string, object>, ReadonlyMap<string, object>],
  placed: ReadonlySet<string>,
  rowIn: (state: OrgState, id: string, pos: number) => Row | undefined,
  find: FindPositions,
): Promise<void> {
  const ids = [...after.keys()]
  // Where an org gets a list of people, all of them are new.
  const isPlaced = (id: string): boolean => placed.has(id) || !before.has(id)
  const places = ids.flatMap((id, place) => (isPlaced(id) ? [place] : []))
  const idAt = (place: number): string => ids[place]
  const positions = await positionsFor(table, { count: ids.length, idAt, places }, find)
  const delta = new Delta()
  const changed = [...after].flatMap(([id, record]) => (before.get(id) === record ? [] : [id]))
  const gone = [...before.keys()].filter((id) => !after.has(id))
  for (const id of new Set([...gone, ...changed, ...positions.keys()])) {
    const rows = [rowIn(was, id, SAME_PLACE), rowIn(is, id, positions.get(id) ?? SAME_PLACE)]
    delta.add(stored(id), listOf(rows[0]), listOf(rows[1]))
  }
  delta.addTo(tables, table)
}

function addServices(tables: Map<OrgTable, TableDelta>, was: OrgState, is: OrgState): void {
  const delta = new Delta()
  for (let n = 0; n < Math.max(was.services.length, is.services.length); n++) {
    const [before, after] = [was, is].map(({ services }) =>
      services.slice(n, n + 1).map((service) => rowOfService(n, serviceSpec(service))),
    )
    delta.add(String(n), before, after)
  }
  delta.addTo(tables, SERVICES)
}

async function positionsFor(
  table: OrgTable,
  order: Omit<PlacedOrder, 'positionsOf'>,
  find: FindPositions,
): Promise<ReadonlyMap<string, number>> {
  return positionsIn({ ...order, positionsOf: (ids) => find(table, ids) })
}

function listOf(row: Row | undefined): readonly Row[] {
  return row === undefined ? [] : [row]
}

/** Collects the differences of one table. */
class Delta {
  readonly #changed: string[] = []
  readonly #gone: string[] = []
  readonly #rows: Row[] = []

  add(entity: string, before: readonly Row[], after: readonly Row[]): void {
    if (areEqual(before, after)) return
    if (before.length > 0) this.#changed.push(entity)
    if (after.length === 0) this.#gone.push(entity)
    else for (const row of after) this.#rows.push(row)
  }

  addTo(tables: Map<OrgTable, TableDelta>, table: OrgTable): void {
    // A role that stays is overwritten; a list is replaced.
    const removed = table.isPlaced ? this.#gone : this.#changed
    const delta = { changed: this.#changed, removed, rows: this.#rows }
    if (delta.changed.length + delta.rows.length > 0) tables.set(table, delta)
  }
}

function areEqual(before: readonly Row[], after: readonly Row[]): boolean {
  return (
    before.length === after.length &&
    before.every((row, index) => row.every((cell, column) => cell === after[index][column]))
  )
}
