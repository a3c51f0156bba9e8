import { NONE, type RoleColumns } from '../engine/columns.js'
import type { EvidencedEdges } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { lineSpec, moveSpec } from '../define/spec-of-org.js'
import type { Evidence } from '../model/evidence.js'
import type { Move } from '../model/move.js'
import type { RoleAttributes, RoleSpec } from '../model/role.js'

/** What a line says besides its ends. */
export type LineFacts = NonNullable<ReturnType<EvidencedEdges['evidence']['get']>>

export type AttributeName = keyof RoleAttributes

/** A dotted line of an open role. */
export interface OpenLine {
  readonly to: number
  readonly facts: LineFacts | undefined
}

/** A career move out of an open role. */
export interface OpenMove extends Pick<Move, 'kind' | 'conditions'> {
  readonly to: number
  readonly years: Move['years']
  readonly facts: Evidence | undefined
}

/** The solid line of an open role. */
export interface OpenManager {
  /** The node of the manager, or {@link NONE}. */
  readonly to: number
  /** The id of a manager that the org does not have. */
  readonly unknown?: string | undefined
  readonly facts?: LineFacts | undefined
}

export const NOBODY: OpenManager = Object.freeze({ to: NONE })

/**
 * A role that changes touch. Roles are named by nodes: the handle that a role had before the changes, or the next number for one
 * that is added. A node stays the same when the role is renamed or moves in the order.
 */
export interface OpenRole {
  readonly node: number
  id: string
  manager: OpenManager
  dotted: readonly OpenLine[]
  moves: readonly OpenMove[]
  readonly attributes: Map<AttributeName, unknown>
}

/** The role of a handle, as it is before the changes. */
export function openRole(state: OrgState, node: number): OpenRole {
  const { ids, attributes } = state.columns
  const given = new Map<AttributeName, unknown>()
  for (const name of Object.keys(attributes) as AttributeName[]) {
    const value = attributes[name]?.[node]
    if (value !== undefined) given.set(name, value)
  }
  return {
    node,
    id: ids[node],
    manager: managerIn(state, node),
    dotted: linesIn(state.columns, node),
    moves: movesIn(state.columns, node),
    attributes: given,
  }
}

export function managerIn({ columns, unknownManagers }: OrgState, node: number): OpenManager {
  return {
    to: columns.manager[node],
    unknown: columns.manager[node] === NONE ? unknownManagers.get(node) : undefined,
    facts: columns.managerEvidence.get(node),
  }
}

const NO_LINES: readonly never[] = Object.freeze([])

export function linesIn({ dotted }: RoleColumns, node: number): readonly OpenLine[] {
  if (dotted.to.length === 0 || dotted.start[node] === dotted.start[node + 1]) return NO_LINES
  const lines: OpenLine[] = []
  for (let edge = dotted.start[node]; edge < dotted.start[node + 1]; edge++) {
    lines.push({ to: dotted.to[edge], facts: dotted.evidence.get(edge) })
  }
  return lines
}

export function movesIn({ moves }: RoleColumns, node: number): readonly OpenMove[] {
  if (moves.to.length === 0 || moves.start[node] === moves.start[node + 1]) return NO_LINES
  const list: OpenMove[] = []
  for (let edge = moves.start[node]; edge < moves.start[node + 1]; edge++) {
    list.push({
      to: moves.to[edge],
      kind: moves.kind[edge],
      years: moves.years[edge],
      conditions: moves.conditions[edge],
      facts: moves.evidence.get(edge),
    })
  }
  return list
}

/** The manager as a spec writes it; `null` for none. */
export function writtenManager(manager: OpenManager, idOf: (node: number) => string): WrittenManager | null {
  const to = manager.to === NONE ? manager.unknown : idOf(manager.to)
  return to === undefined ? null : lineSpec(to, manager.facts)
}

type WrittenManager = NonNullable<RoleSpec['reportsTo']>

/** A move as a spec writes it. */
export function writtenMove(
  { to, facts, years, ...move }: OpenMove,
  idOf: (node: number) => string,
): ReturnType<typeof moveSpec> {
  return moveSpec({ from: '', to: idOf(to), ...move, ...(years !== undefined && { years }), ...facts })
}

/** An open role as a spec. */
export function writtenRole(role: OpenRole, idOf: (node: number) => string): RoleSpec {
  const manager = writtenManager(role.manager, idOf)
  return {
    ...(Object.fromEntries(role.attributes) as RoleAttributes),
    ...(manager !== null && { reportsTo: manager }),
    ...(role.dotted.length > 0 && {
      dottedTo: role.dotted.map(({ to, facts }) => lineSpec(idOf(to), facts)),
    }),
    ...(role.moves.length > 0 && { progressesTo: role.moves.map((move) => writtenMove(move, idOf)) }),
  }
}
