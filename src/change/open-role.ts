import { type LineEnd, type MoveEnd, NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { idAt, attributesAt, linesIn, managerAt, managerFactsAt, movesIn } from '../engine/role-reader.js'
import { lineSpec, moveSpec } from '../define/spec-of-org.js'
import type { LineFacts } from '../model/line.js'
import type { HolderSpec } from '../model/person.js'
import type { RoleAttributes, RoleSpec } from '../model/role.js'

export type AttributeName = keyof RoleAttributes

/** A dotted line of an open role. */
export type OpenLine = LineEnd

/** A career move out of an open role. */
export type OpenMove = MoveEnd

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
  const { attributes, at } = attributesAt(state, node)
  const given = new Map<AttributeName, unknown>()
  for (const name of Object.keys(attributes) as AttributeName[]) {
    const value = attributes[name]?.[at]
    if (value !== undefined) given.set(name, value)
  }
  return {
    node,
    id: idAt(state, node),
    manager: managerIn(state, node),
    dotted: linesIn(state.columns, node),
    moves: movesIn(state.columns, node),
    attributes: given,
  }
}

export function managerIn(state: OrgState, node: number): OpenManager {
  const to = managerAt(state, node)
  return {
    to,
    unknown: to === NONE ? state.unknownManagers.get(node) : undefined,
    facts: managerFactsAt(state, node),
  }
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

export function holdersIn(role: OpenRole): readonly HolderSpec[] {
  return (role.attributes.get('holders') ?? []) as readonly HolderSpec[]
}
