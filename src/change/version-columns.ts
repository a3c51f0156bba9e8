import {
  type AttributeColumns,
  attributeColumns,
  type AttributeRow,
  type LineEnd,
  type MoveColumns,
  type MoveEnd,
  narrowed,
  NONE,
  type RoleColumns,
  type RoleReader,
  withLateColumns,
} from '../engine/columns.js'
import type { EvidencedEdges } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import { Late } from '../kernel/late.js'
import type { LineFacts } from '../model/line.js'
import {
  attributeColumn,
  careerMoves,
  dottedLines,
  placementOf,
  type Placement,
  type SolidLines,
  solidLines,
  type TouchedRoles,
} from './changed-record.js'
import type { AttributeName } from './open-role.js'
import type { RolePlaces } from './role-runs.js'

/** What the roles of a version are: those of an org with whole columns, but for a few. */
export interface VersionRoles extends TouchedRoles {
  /** The nodes of roles that are gone. */
  readonly gone: ReadonlySet<number>
  /** The nodes of ids that are not as in the base; `undefined` for one that is gone. */
  readonly named: ReadonlyMap<string, number | undefined>
  /** The order of the roles where it is not that of the base. */
  readonly places: RolePlaces | undefined
}

/** Which columns differ from those of the org before. */
export interface ChangedColumns {
  readonly ids: boolean
  readonly order: boolean
  readonly manager: boolean
  readonly dotted: boolean
  readonly moves: boolean
  readonly attributes: ReadonlySet<AttributeName>
}

/** After this many reads of single roles, plus one for every eighth role, a whole column is made. */
const READ = 64
const READ_SHARE = 1 / 8

/**
 * The columns of an org after few changes, a version of another one: the roles that changed, and the columns of the other. A
 * column of its own is made when a query first reads it, and shared with the versions after it that do not change it.
 */
export class VersionColumns implements RoleColumns, RoleReader {
  readonly roles: VersionRoles
  readonly count: number
  readonly handles: RoleColumns['handles']
  readonly attributes: AttributeColumns
  readonly lateIds: Late<readonly string[]>
  readonly lateSolid: Late<SolidLines>
  readonly lateDotted: Late<EvidencedEdges>
  readonly lateMoves: Late<MoveColumns>
  #reads = 0

  constructor(roles: VersionRoles, before: OrgState, changed: ChangedColumns) {
    this.roles = roles
    this.count = roles.nodeCount - roles.gone.size
    const { columns } = before
    const version = versionIn(before)
    const { count } = this
    const isSame = !changed.order
    const keepsIds = isSame && !changed.ids
    this.handles = keepsIds ? columns.handles : new VersionHandles(roles)
    this.lateIds = keepsIds ? (version?.lateIds ?? lateIdsIn(columns)) : lateIds(roles, count)
    this.lateSolid =
      isSame && !changed.manager ? (version?.lateSolid ?? lateSolidIn(before)) : lateSolid(roles, count)
    this.lateDotted =
      isSame && !changed.dotted ? (version?.lateDotted ?? lateDottedIn(columns)) : lateDotted(roles, count)
    this.lateMoves =
      isSame && !changed.moves ? (version?.lateMoves ?? lateMovesIn(columns)) : lateMoves(roles, count)
    const names = Object.keys(columns.attributes) as AttributeName[]
    this.attributes = withLateColumns(
      columns.attributes,
      isSame ? changed.attributes : new Set([...names, ...changed.attributes]),
      columnMaker(roles, count),
    )
  }

  get ids(): readonly string[] {
    return this.lateIds.value
  }

  get manager(): Int32Array {
    return this.lateSolid.value.manager
  }

  get managerEvidence(): ReadonlyMap<number, LineFacts> {
    return this.lateSolid.value.managerEvidence
  }

  get dotted(): EvidencedEdges {
    return this.lateDotted.value
  }

  get moves(): MoveColumns {
    return this.lateMoves.value
  }

  get reader(): RoleReader {
    return this
  }

  idAt(handle: number): string {
    const ids = this.lateIds.made ?? (this.#isAsked() ? this.ids : undefined)
    if (ids !== undefined) return ids[handle]
    const node = this.#nodeAt(handle)
    return this.roles.opened.get(node)?.id ?? this.roles.base.columns.ids[node]
  }

  managerAt(handle: number): number {
    const solid = this.lateSolid.made ?? (this.#isAsked() ? this.lateSolid.value : undefined)
    if (solid !== undefined) return solid.manager[handle]
    const node = this.#nodeAt(handle)
    const manager = this.roles.opened.get(node)?.manager.to ?? this.roles.base.columns.manager[node]
    return manager === NONE ? NONE : this.#handleOf(manager)
  }

  managerFactsAt(handle: number): LineFacts | undefined {
    const { made } = this.lateSolid
    if (made !== undefined) return made.managerEvidence.get(handle)
    const node = this.#nodeAt(handle)
    const role = this.roles.opened.get(node)
    return role === undefined ? this.roles.base.columns.managerEvidence.get(node) : role.manager.facts
  }

  dottedAt(handle: number): readonly LineEnd[] {
    const node = this.#nodeAt(handle)
    const lines = this.roles.opened.get(node)?.dotted ?? linesIn(this.roles.base.columns, node)
    return lines.map((line) => ({ ...line, to: this.#handleOf(line.to) }))
  }

  movesAt(handle: number): readonly MoveEnd[] {
    const node = this.#nodeAt(handle)
    const moves = this.roles.opened.get(node)?.moves ?? movesIn(this.roles.base.columns, node)
    return moves.map((move) => ({ ...move, to: this.#handleOf(move.to) }))
  }

  attributesAt(handle: number): AttributeRow {
    if (this.#isAsked()) return { attributes: this.attributes, at: handle }
    const node = this.#nodeAt(handle)
    const role = this.roles.opened.get(node)
    if (role === undefined) return { attributes: this.roles.base.columns.attributes, at: node }
    return {
      attributes: attributeColumns(Array.from(role.attributes, ([name, value]) => [name, [value]])),
      at: 0,
    }
  }

  /** The ids in order, without a list of them. */
  *eachId(): Generator<string> {
    for (let handle = 0; handle < this.count; handle++) {
      const node = this.#nodeAt(handle)
      yield this.roles.opened.get(node)?.id ?? this.roles.base.columns.ids[node]
    }
  }

  #nodeAt(handle: number): number {
    const { places } = this.roles
    return places === undefined ? handle : places.nodeAt(handle)
  }

  #handleOf(node: number): number {
    const { places } = this.roles
    return places === undefined ? node : places.handleOf(node)
  }

  /** Counts a read of a single role; whether there have been enough for a whole column to pay off. */
  #isAsked(): boolean {
    return ++this.#reads > READ + this.count * READ_SHARE
  }
}

/** Finds the handles of ids by those of the base. */
class VersionHandles {
  readonly #handles: RoleColumns['handles']
  readonly #named: VersionRoles['named']
  readonly #places: RolePlaces | undefined

  constructor({ base, named, places }: VersionRoles) {
    this.#handles = base.columns.handles
    this.#named = named
    this.#places = places
  }

  get(id: string): number | undefined {
    const node = this.#named.has(id) ? this.#named.get(id) : this.#handles.get(id)
    return node === undefined || this.#places === undefined ? node : this.#places.handleOf(node)
  }

  has(id: string): boolean {
    return this.#named.has(id) ? this.#named.get(id) !== undefined : this.#handles.has(id)
  }
}

/** The version that an org is; `undefined` for one with whole columns. */
export function versionIn(state: OrgState): VersionColumns | undefined {
  return state.columns instanceof VersionColumns ? state.columns : undefined
}

// What makes a column late is a function with these arguments only: one within the constructor would keep the org before.

function lateIdsIn(columns: RoleColumns): Late<readonly string[]> {
  return new Late(() => columns.ids)
}

function lateIds(roles: VersionRoles, count: number): Late<readonly string[]> {
  return new Late(() => idsOf(roles, count))
}

function lateSolidIn({ columns, unknownManagers }: OrgState): Late<SolidLines> {
  const { manager, managerEvidence } = columns
  return new Late(() => ({ manager, managerEvidence, unknownManagers }))
}

function lateSolid(roles: VersionRoles, count: number): Late<SolidLines> {
  return new Late(() => solidLines(roles, placementIn(roles, count)))
}

function lateDottedIn({ dotted }: RoleColumns): Late<EvidencedEdges> {
  return new Late(() => dotted)
}

function lateDotted(roles: VersionRoles, count: number): Late<EvidencedEdges> {
  return new Late(() => dottedLines(roles, placementIn(roles, count)))
}

function lateMovesIn({ moves }: RoleColumns): Late<MoveColumns> {
  return new Late(() => moves)
}

function lateMoves(roles: VersionRoles, count: number): Late<MoveColumns> {
  return new Late(() => careerMoves(roles, placementIn(roles, count)))
}

function columnMaker(roles: VersionRoles, count: number): (name: AttributeName) => ArrayLike<unknown> {
  return (name) => narrowed(attributeColumn(roles, roles.places?.toArray(count), name))
}

function placementIn(roles: VersionRoles, count: number): Placement | undefined {
  return roles.places && placementOf(roles.places.toArray(count), roles.nodeCount)
}

function idsOf({ base, opened, places }: VersionRoles, count: number): readonly string[] {
  const known = base.columns.ids
  const nodes = places?.toArray(count)
  const ids = new Array<string>(count)
  for (let handle = 0; handle < count; handle++)
    ids[handle] = known[nodes === undefined ? handle : nodes[handle]]
  for (const { node, id } of opened.values()) ids[places === undefined ? node : places.handleOf(node)] = id
  return ids
}
