import { aliasNames, warnedAliases } from '../model/alias.js'
import type { Evidence } from '../model/evidence.js'
import type { Line, LineKinds } from '../model/line.js'
import type { Move } from '../model/move.js'
import { personsOfHolders } from '../model/person.js'
import type { Role } from '../model/role.js'
import { type AttributeColumns, type MoveEnd, NONE } from './columns.js'
import type { OrgState } from './org-state.js'
import {
  attributesAt,
  dottedManagersAt,
  idAt,
  linesIn,
  managerAt,
  managerFactsAt,
  movesIn,
} from './role-reader.js'

const NOTHING: readonly never[] = Object.freeze([])

/** A role as queries return it: a fresh object, whose lists are frozen or fresh too. */
export function roleRecord<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  handle: number,
): Role<Id, UnitId, Data> {
  const { attributes, at } = attributesAt(state, handle)
  const aliases = attributes.aliases?.[at]
  const warned = aliases && warnedAliases(aliases)
  const sources = attributes.sources?.[at]
  const hedge = attributes.hedge?.[at]
  const holders = attributes.holders?.[at]
  const note = attributes.note?.[at]
  const solid = managerAt(state, handle)
  const dotted = dottedManagersAt(state, handle)
  return {
    id: idAt(state, handle),
    title: titleOf(state, handle),
    aliases: aliases === undefined ? NOTHING : aliasNames(aliases),
    ...(warned !== undefined && { warnedAliases: warned }),
    grade: attributes.grade?.[at],
    family: attributes.family?.[at],
    unit: attributes.unit?.[at],
    alsoIn: attributes.alsoIn?.[at] ?? NOTHING,
    holders: holders === undefined ? NOTHING : personsOfHolders(holders),
    vacant: isVacant(state, handle),
    status: attributes.status?.[at] ?? 'active',
    fte: attributes.fte?.[at],
    cost: attributes.cost?.[at],
    minYears: attributes.minYears?.[at],
    certifications: attributes.certifications?.[at] ?? NOTHING,
    skills: attributes.skills?.[at] ?? NOTHING,
    reportsTo: solid === NONE ? undefined : idAt(state, solid),
    dottedTo: dotted.length === 0 ? NOTHING : Array.from(dotted, (to) => idAt(state, to)),
    progressesTo: movesFrom(state, handle),
    data: attributes.data?.[at],
    ...(sources !== undefined && { sources }),
    ...(hedge !== undefined && { hedge }),
    ...(note !== undefined && { note }),
  }
}

/** The name on the box: the title, or the id if there is none. */
export function titleOf(state: OrgState, handle: number): string {
  if (state.reader === undefined) return state.columns.attributes.title?.[handle] ?? state.columns.ids[handle]
  const { attributes, at } = state.reader.attributesAt(handle)
  return attributes.title?.[at] ?? state.reader.idAt(handle)
}

/** Whether the chart says that nobody holds the role. */
export function isVacant(state: OrgState, handle: number): boolean {
  const { attributes, at } = attributesAt(state, handle)
  return isVacantIn(attributes, at)
}

/** The same for a row of columns. */
export function isVacantIn(attributes: AttributeColumns, at: number): boolean {
  return attributes.vacant?.[at] ?? attributes.holders?.[at]?.length === 0
}

/**
 * The reporting line between two roles; the solid one if they have both kinds and both count. The caller must know that
 * there is one.
 */
export function lineRecord<Id extends string>(
  state: OrgState<Id>,
  report: number,
  manager: number,
  lines: LineKinds,
): Line<Id> {
  const ends = { from: idAt(state, report), to: idAt(state, manager) }
  if (lines !== 'dotted' && managerAt(state, report) === manager) {
    return { ...ends, kind: 'solid', ...managerFactsAt(state, report) }
  }
  const line = linesIn(state.columns, report).find(({ to }) => to === manager)
  return { ...ends, kind: 'dotted', ...line?.facts }
}

/** The career moves out of a role, in input order. */
export function movesFrom<Id extends string>(state: OrgState<Id>, handle: number): Move<Id>[] {
  if (state.reader !== undefined) {
    const from = idAt(state, handle)
    return movesIn(state.columns, handle).map((move) => moveOf(from, idAt(state, move.to), move, move.facts))
  }
  const { moves } = state.columns
  const list: Move<Id>[] = []
  if (moves.to.length === 0) return list
  for (let edge = moves.start[handle]; edge < moves.start[handle + 1]; edge++) {
    list.push(moveRecord(state, handle, edge))
  }
  return list
}

/** One career move, by the position of its edge. */
export function moveRecord<Id extends string>(state: OrgState<Id>, from: number, edge: number): Move<Id> {
  const { ids, moves } = state.columns
  const facts = { kind: moves.kind[edge], years: moves.years[edge], conditions: moves.conditions[edge] }
  return moveOf(ids[from], ids[moves.to[edge]], facts, moves.evidence.get(edge))
}

function moveOf<Id extends string>(
  from: Id,
  to: Id,
  { kind, years, conditions }: Pick<MoveEnd, 'kind' | 'years' | 'conditions'>,
  evidence: Evidence | undefined,
): Move<Id> {
  const move = years === undefined ? { from, to, kind, conditions } : { from, to, kind, years, conditions }
  // A list of paths has thousands of moves, most of them without evidence: these skip the spread.
  return evidence === undefined ? move : { ...move, ...evidence }
}
