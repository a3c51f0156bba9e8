import type { LineFacts } from '../model/line.js'
import type { MoveKind } from '../model/move.js'
import type { Relation } from '../model/relation.js'
import type { Unit } from '../model/unit.js'
import { NONE } from './columns.js'
import type { EvidencedEdges } from './edges.js'
import type { OrgState } from './org-state.js'
import { moveRecord } from './role-record.js'

/** The facts of an edge besides its relation: its evidence, and the other fields of a line, a move or a service. */
export interface EdgeFacts extends LineFacts {
  readonly kind?: MoveKind
  /** As in a spec: `[4]` is "4 or more". */
  readonly years?: readonly [min: number, max?: number]
  readonly conditions?: readonly string[]
  /** What a service provides. */
  readonly name?: string
  /** For a membership: the unit is one of the role's further units. */
  readonly also?: true
}

/** An edge between two nodes of an org. The node of a role is its handle; units are numbered after the roles. */
export interface RelationEdge {
  readonly from: number
  readonly to: number
  readonly facts?: EdgeFacts | undefined
}

/** The node of each unit; for {@link OrgState.kept}. */
export function unitNodes(state: OrgState): ReadonlyMap<string, number> {
  return new Map(Array.from(state.units.keys(), (id, index) => [id, state.columns.count + index]))
}

/** The edges of one relation, in input order. O(roles + units + edges). */
export function relationEdges(state: OrgState, relation: Relation): readonly RelationEdge[] {
  return EDGES_OF[relation](state)
}

const EDGES_OF: { readonly [Name in Relation]: (state: OrgState) => readonly RelationEdge[] } = {
  reportsTo: solidEdges,
  dottedTo: (state) =>
    rowEdges(state.columns.dotted, (_from, edge) => state.columns.dotted.evidence.get(edge)),
  progressesTo: (state) => rowEdges(state.columns.moves, (from, edge) => moveFacts(state, from, edge)),
  memberOf: memberEdges,
  headOf: (state) =>
    unitEdges(state, (unit, node) =>
      unit.heads.flatMap((id) => {
        const head = state.columns.handles.get(id)
        return head === undefined ? [] : { from: head, to: node }
      }),
    ),
  partOf: (state) => {
    const nodes = state.kept(unitNodes)
    return unitEdges(state, (unit, node) => {
      const larger = unit.partOf === undefined ? undefined : nodes.get(unit.partOf)
      return larger === undefined ? [] : [{ from: node, to: larger }]
    })
  },
  supports: serviceEdges,
}

function solidEdges(state: OrgState): RelationEdge[] {
  const { manager, managerEvidence } = state.columns
  const edges: RelationEdge[] = []
  for (let from = 0; from < manager.length; from++) {
    if (manager[from] !== NONE) edges.push({ from, to: manager[from], facts: managerEvidence.get(from) })
  }
  return edges
}

function rowEdges(
  rows: EvidencedEdges,
  factsOf: (from: number, edge: number) => EdgeFacts | undefined,
): RelationEdge[] {
  const edges: RelationEdge[] = []
  for (let from = 0; from < rows.start.length - 1; from++) {
    for (let edge = rows.start[from]; edge < rows.start[from + 1]; edge++) {
      edges.push({ from, to: rows.to[edge], facts: factsOf(from, edge) })
    }
  }
  return edges
}

function moveFacts(state: OrgState, handle: number, edge: number): EdgeFacts {
  const { from: _from, to: _to, years, conditions, ...facts } = moveRecord(state, handle, edge)
  return {
    ...facts,
    // An open end is left out, as in a spec: JSON has no Infinity.
    ...(years !== undefined && { years: years[1] === Infinity ? Object.freeze([years[0]] as const) : years }),
    ...(conditions.length > 0 && { conditions }),
  }
}

const ALSO: EdgeFacts = Object.freeze({ also: true })

function memberEdges(state: OrgState): RelationEdge[] {
  const nodes = state.kept(unitNodes)
  const edges: RelationEdge[] = []
  const { unit, alsoIn } = state.columns.attributes
  const add = (from: number, id: string | undefined, facts?: EdgeFacts): void => {
    const to = id === undefined ? undefined : nodes.get(id)
    if (to !== undefined) edges.push({ from, to, ...(facts && { facts }) })
  }
  const rows = Math.max(unit?.length ?? 0, alsoIn?.length ?? 0)
  for (let from = 0; from < rows; from++) {
    add(from, unit?.[from])
    for (const other of alsoIn?.[from] ?? []) add(from, other, ALSO)
  }
  return edges
}

function unitEdges(
  state: OrgState,
  edgesOf: (unit: Unit, node: number) => readonly RelationEdge[],
): RelationEdge[] {
  const edges: RelationEdge[] = []
  let node = state.columns.count
  for (const unit of state.units.values()) {
    for (const edge of edgesOf(unit, node)) edges.push(edge)
    node++
  }
  return edges
}

function serviceEdges(state: OrgState): RelationEdge[] {
  const { handles } = state.columns
  const nodes = state.kept(unitNodes)
  const edges: RelationEdge[] = []
  for (const { from: giver, to: receiver, ...facts } of state.services) {
    const from = handles.get(giver) ?? nodes.get(giver)
    const to = handles.get(receiver)
    if (from !== undefined && to !== undefined) edges.push({ from, to, facts })
  }
  return edges
}
