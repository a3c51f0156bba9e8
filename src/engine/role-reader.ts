import type { LineFacts } from '../model/line.js'
import type { AttributeRow, LineEnd, MoveEnd, RoleColumns } from './columns.js'
import { targetsOf } from './edges.js'
import type { OrgState } from './org-state.js'

// These functions read one role, without making a column in an org whose columns do not exist yet.

export function idAt<Id extends string>({ reader, columns }: OrgState<Id>, handle: number): Id {
  // The reader has the ids of the org.
  return reader === undefined ? columns.ids[handle] : (reader.idAt(handle) as Id)
}

/** The solid manager of a role, or `NONE`. */
export function managerAt({ reader, columns }: OrgState, handle: number): number {
  return reader === undefined ? columns.manager[handle] : reader.managerAt(handle)
}

export function managerFactsAt({ reader, columns }: OrgState, handle: number): LineFacts | undefined {
  return reader === undefined ? columns.managerEvidence.get(handle) : reader.managerFactsAt(handle)
}

/** The managers of a role by dotted lines: do not return the list to a caller of the library. */
export function dottedManagersAt({ reader, columns }: OrgState, handle: number): ArrayLike<number> {
  return reader === undefined
    ? targetsOf(columns.dotted, handle)
    : reader.dottedAt(handle).map((line) => line.to)
}

/** The attributes of a role. If the org has no reader, reading the columns at the handle saves an object. */
export function attributesAt<UnitId extends string, Data>(
  state: OrgState<string, UnitId, Data>,
  handle: number,
): AttributeRow<UnitId, Data> {
  const { reader, columns } = state
  return reader === undefined
    ? { attributes: columns.attributes, at: handle }
    : (reader.attributesAt(handle) as AttributeRow<UnitId, Data>)
}

const NO_ENDS: readonly never[] = Object.freeze([])

/** The dotted lines of a role, in input order. */
export function linesIn(columns: RoleColumns, handle: number): readonly LineEnd[] {
  if (columns.reader !== undefined) return columns.reader.dottedAt(handle)
  const { dotted } = columns
  if (dotted.to.length === 0 || dotted.start[handle] === dotted.start[handle + 1]) return NO_ENDS
  const lines: LineEnd[] = []
  for (let edge = dotted.start[handle]; edge < dotted.start[handle + 1]; edge++) {
    lines.push({ to: dotted.to[edge], facts: dotted.evidence.get(edge) })
  }
  return lines
}

/** The career moves out of a role, in input order. */
export function movesIn(columns: RoleColumns, handle: number): readonly MoveEnd[] {
  if (columns.reader !== undefined) return columns.reader.movesAt(handle)
  const { moves } = columns
  if (moves.to.length === 0 || moves.start[handle] === moves.start[handle + 1]) return NO_ENDS
  const list: MoveEnd[] = []
  for (let edge = moves.start[handle]; edge < moves.start[handle + 1]; edge++) {
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
