import {
  type AttributeColumns,
  attributeColumns,
  type MoveColumns,
  NONE,
  type RoleColumns,
  withAttributeColumns,
} from '../engine/columns.js'
import type { EvidencedEdges } from '../engine/edges.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import type { LineFacts } from '../model/line.js'
import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { dottedColumns, type EdgeRows, moveColumns } from './edge-columns.js'
import { type AttributeName, managerIn, type OpenLine, type OpenMove, type OpenRole } from './open-role.js'
import { type NamedAnew, PatchedHandles } from './patched-handles.js'
import { remainingIssues } from './remaining-issues.js'

/** Roles of an org, and those that are not as in it. */
export interface TouchedRoles {
  readonly base: OrgState
  /** Touched roles, by node. */
  readonly opened: ReadonlyMap<number, OpenRole>
  /** The number of nodes, of roles that are gone too. */
  readonly nodeCount: number
}

/** An org, and the roles in it that are not as in the org before. */
export interface TouchedOrg extends TouchedRoles, Pick<OrgRecord, 'units' | 'people' | 'services'> {
  /** The org before the changes, where that is not `base`. */
  readonly before?: OrgState
  /** The ids of roles and units that were removed or renamed. */
  readonly leftIds: ReadonlySet<string>
  /** The order of the roles where it is not as before. */
  readonly order: { toArray(count: number): Int32Array } | undefined
  readonly isReordered: boolean
  /** The number of roles. */
  readonly count: number
}

/** The record of an org after its changes. It shares every column that they do not touch with the org before. */
export function changedRecord(open: TouchedOrg): OrgRecord {
  const { base } = open
  const rows = open.isReordered ? reordered(open) : undefined
  const { manager, managerEvidence, unknownManagers } = solidLines(open, rows)
  const columns: RoleColumns = {
    count: manager.length,
    // Ids may be decoded late.
    get ids() {
      return rows?.ids ?? base.columns.ids
    },
    handles: rows?.handles ?? base.columns.handles,
    manager,
    managerEvidence,
    dotted: dottedLines(open, rows),
    moves: careerMoves(open, rows),
    attributes: attributesOf(open, rows),
  }
  return recordOf(open, open.before ?? base, { columns, unknownManagers })
}

/** The record with these columns, and with the issues of the org before that the changes leave. */
export function recordOf(
  { units, services, people, leftIds }: Pick<TouchedOrg, 'units' | 'services' | 'people' | 'leftIds'>,
  before: OrgState,
  { columns, unknownManagers }: Required<Pick<OrgRecord, 'columns' | 'unknownManagers'>>,
): OrgRecord {
  const { issues } = before
  const record: OrgRecord = { columns, units, services, people, issues, unknownManagers }
  return issues.length === 0 ? record : { ...record, issues: remainingIssues(before, record, leftIds) }
}

/** The nodes of roles in their new order, and the new handle of each node: {@link NONE} for a role that is gone. */
export type Placement = EdgeRows

export function placementOf(nodes: Int32Array, nodeCount: number): Placement {
  const handleOf = new Int32Array(nodeCount).fill(NONE)
  for (let handle = 0; handle < nodes.length; handle++) handleOf[nodes[handle]] = handle
  return { nodes, handleOf }
}

/** The roles in their new order. */
export interface Rows extends Placement {
  readonly ids: readonly string[]
  readonly handles: RoleColumns['handles']
}

function reordered(open: TouchedOrg): Rows {
  return rowsOf(open, open.order?.toArray(open.count) ?? Int32Array.from(open.base.columns.manager.keys()))
}

/** The rows of nodes in order. */
export function rowsOf(open: TouchedOrg, nodes: Int32Array): Rows {
  const { columns } = open.base
  const known = columns.ids
  const { handleOf } = placementOf(nodes, open.nodeCount)
  const ids = new Array<string>(nodes.length)
  for (let handle = 0; handle < nodes.length; handle++) ids[handle] = known[nodes[handle]]
  const named: NamedAnew[] = []
  for (const { node, id } of open.opened.values()) {
    const handle = handleOf[node]
    if (handle === NONE || ids[handle] === id) continue
    named.push({ id, handle, was: ids[handle] })
    ids[handle] = id
  }
  const handles =
    PatchedHandles.of(columns, handleOf, named) ?? new Map(Array.from(ids, (id, handle) => [id, handle]))
  return { nodes, handleOf, ids, handles }
}

/** The columns of solid lines. */
export type SolidLines = Required<Pick<OrgRecord, 'unknownManagers'>> &
  Pick<RoleColumns, 'manager' | 'managerEvidence'>

export function solidLines(open: TouchedRoles, rows: Placement | undefined): SolidLines {
  const { base, opened } = open
  const { columns } = base
  if (rows === undefined) {
    let { manager } = columns
    let managerEvidence = columns.managerEvidence
    let unknownManagers = base.unknownManagers
    for (const { node, manager: is } of opened.values()) {
      const was = managerIn(base, node)
      if (was.to !== is.to) {
        if (manager === columns.manager) manager = columns.manager.slice()
        manager[node] = is.to
      }
      if (was.facts !== is.facts) {
        if (managerEvidence === columns.managerEvidence) managerEvidence = new Map(managerEvidence)
        setOrDelete(managerEvidence as Map<number, LineFacts>, node, is.facts)
      }
      if (was.unknown !== is.unknown) {
        if (unknownManagers === base.unknownManagers) unknownManagers = new Map(unknownManagers)
        setOrDelete(unknownManagers as Map<number, string>, node, is.unknown)
      }
    }
    return { manager, managerEvidence, unknownManagers }
  }
  const { nodes, handleOf } = rows
  const manager = new Int32Array(nodes.length)
  const evidence: [number, LineFacts][] = []
  const unknown: [number, string][] = []
  const isPlain = columns.managerEvidence.size === 0 && base.unknownManagers.size === 0
  const isOpen = openFlags(open)
  for (let handle = 0; handle < nodes.length; handle++) {
    const node = nodes[handle]
    const role = isOpen[node] === 0 ? undefined : opened.get(node)
    if (role === undefined && isPlain) {
      const to = columns.manager[node]
      manager[handle] = to === NONE ? NONE : handleOf[to]
      continue
    }
    const is = role?.manager ?? managerIn(base, node)
    manager[handle] = is.to === NONE ? NONE : handleOf[is.to]
    if (is.facts !== undefined) evidence.push([handle, is.facts])
    if (is.unknown !== undefined) unknown.push([handle, is.unknown])
  }
  return { manager, managerEvidence: new Map(evidence), unknownManagers: new Map(unknown) }
}

function setOrDelete<Value>(map: Map<number, Value>, key: number, value: Value | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

function countOf({ base }: TouchedRoles, rows: Placement | undefined): number {
  return rows?.nodes.length ?? base.columns.count
}

export function dottedLines(open: TouchedRoles, rows: Placement | undefined): EvidencedEdges {
  const { base, opened } = open
  const { dotted } = base.columns
  let isTouched = rows !== undefined && dotted.to.length > 0
  for (const role of opened.values()) isTouched ||= !sameEdges(role.dotted, linesIn(base.columns, role.node))
  if (!isTouched) return dotted
  return dottedColumns(
    countOf(open, rows),
    rows,
    (node) => opened.get(node)?.dotted ?? linesIn(base.columns, node),
  )
}

export function careerMoves(open: TouchedRoles, rows: Placement | undefined): MoveColumns {
  const { base, opened } = open
  const { moves } = base.columns
  let isTouched = rows !== undefined && moves.to.length > 0
  for (const role of opened.values()) isTouched ||= !sameEdges(role.moves, movesIn(base.columns, role.node))
  if (!isTouched) return moves
  return moveColumns(
    countOf(open, rows),
    rows,
    (node) => opened.get(node)?.moves ?? movesIn(base.columns, node),
  )
}

/** Whether two lists of edges have the same parts. */
export function sameEdges<Edge extends OpenLine | OpenMove>(
  one: readonly Edge[],
  other: readonly Edge[],
): boolean {
  if (one === other) return true
  return (
    one.length === other.length &&
    one.every((edge, at) => {
      const counterpart: object = other[at]
      return Object.entries(edge).every(([name, part]) => Object.is(part, Reflect.get(counterpart, name)))
    })
  )
}

export function attributesOf(open: TouchedRoles, rows: Placement | undefined): AttributeColumns {
  const { base, opened } = open
  const { attributes } = base.columns
  if (rows === undefined) {
    const changed = new Set<AttributeName>()
    for (const role of opened.values()) {
      for (const name of ROLE_ATTRIBUTES) {
        if (!Object.is(attributes[name]?.[role.node], role.attributes.get(name))) changed.add(name)
      }
    }
    return withAttributeColumns(
      attributes,
      new Map(Array.from(changed, (name) => [name, attributeColumn(open, undefined, name)])),
    )
  }
  const names = new Set<AttributeName>(Object.keys(attributes) as AttributeName[])
  for (const role of opened.values()) for (const name of role.attributes.keys()) names.add(name)
  return attributeColumns(
    ROLE_ATTRIBUTES.filter((name) => names.has(name)).map((name) => [
      name,
      attributeColumn(open, rows.nodes, name),
    ]),
  )
}

/** One attribute of the roles at these nodes, or of each role at its own. */
export function attributeColumn(
  { base, opened, nodeCount }: TouchedRoles,
  nodes: Int32Array | undefined,
  name: AttributeName,
): unknown[] {
  const was: ArrayLike<unknown> = base.columns.attributes[name] ?? []
  if (nodes === undefined) {
    const column = Array.from(was)
    for (const { node, attributes } of opened.values()) {
      while (column.length < node) column.push(undefined)
      column[node] = attributes.get(name)
    }
    return column
  }
  const isOpen = openFlags({ base, opened, nodeCount })
  const column: unknown[] = []
  for (let handle = 0; handle < nodes.length; handle++) {
    const node = nodes[handle]
    const role = isOpen[node] === 0 ? undefined : opened.get(node)
    column.push(role === undefined ? was[node] : role.attributes.get(name))
  }
  return column
}

/** 1 for each node that is open. */
export function openFlags(open: TouchedRoles): Uint8Array {
  const flags = new Uint8Array(open.nodeCount)
  for (const node of open.opened.keys()) flags[node] = 1
  return flags
}
