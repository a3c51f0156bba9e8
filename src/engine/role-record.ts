import { aliasNames, warnedAliases } from '../model/alias.js'
import type { Line, LineKinds } from '../model/line.js'
import type { Move } from '../model/move.js'
import { personsOfHolders } from '../model/person.js'
import type { Role } from '../model/role.js'
import { NONE } from './columns.js'
import { targetsOf } from './edges.js'
import type { OrgState } from './org-state.js'

const NOTHING: readonly never[] = Object.freeze([])

/** A role as queries return it: a fresh object, whose lists are frozen or fresh too. */
export function roleRecord<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  handle: number,
): Role<Id, UnitId, Data> {
  const { ids, manager, dotted, moves, attributes } = state.columns
  const aliases = attributes.aliases?.[handle]
  const warned = aliases && warnedAliases(aliases)
  const sources = attributes.sources?.[handle]
  const hedge = attributes.hedge?.[handle]
  const holders = attributes.holders?.[handle]
  const note = attributes.note?.[handle]
  const solid = manager[handle]
  return {
    id: ids[handle],
    title: titleOf(state, handle),
    aliases: aliases === undefined ? NOTHING : aliasNames(aliases),
    ...(warned !== undefined && { warnedAliases: warned }),
    grade: attributes.grade?.[handle],
    family: attributes.family?.[handle],
    unit: attributes.unit?.[handle],
    alsoIn: attributes.alsoIn?.[handle] ?? NOTHING,
    holders: holders === undefined ? NOTHING : personsOfHolders(holders),
    vacant: isVacant(state, handle),
    status: attributes.status?.[handle] ?? 'active',
    fte: attributes.fte?.[handle],
    cost: attributes.cost?.[handle],
    minYears: attributes.minYears?.[handle],
    certifications: attributes.certifications?.[handle] ?? NOTHING,
    skills: attributes.skills?.[handle] ?? NOTHING,
    reportsTo: solid === NONE ? undefined : ids[solid],
    dottedTo: dotted.to.length === 0 ? NOTHING : Array.from(targetsOf(dotted, handle), (to) => ids[to]),
    progressesTo: moves.to.length === 0 ? NOTHING : movesFrom(state, handle),
    data: attributes.data?.[handle],
    ...(sources !== undefined && { sources }),
    ...(hedge !== undefined && { hedge }),
    ...(note !== undefined && { note }),
  }
}

/** The name on the box: the title, or the id where there is none. */
export function titleOf(state: OrgState, handle: number): string {
  return state.columns.attributes.title?.[handle] ?? state.columns.ids[handle]
}

/** Whether the chart says that nobody holds the role. */
export function isVacant(state: OrgState, handle: number): boolean {
  const { holders, vacant } = state.columns.attributes
  return vacant?.[handle] ?? holders?.[handle]?.length === 0
}

/**
 * The reporting line between two roles: the solid one where both kinds join them and both count. The caller knows that
 * there is one.
 */
export function lineRecord<Id extends string>(
  state: OrgState<Id>,
  report: number,
  manager: number,
  lines: LineKinds,
): Line<Id> {
  const { ids, dotted, managerEvidence } = state.columns
  const ends = { from: ids[report], to: ids[manager] }
  if (lines !== 'dotted' && state.columns.manager[report] === manager) {
    return { ...ends, kind: 'solid', ...managerEvidence.get(report) }
  }
  const edge = dotted.to.indexOf(manager, dotted.start[report])
  return { ...ends, kind: 'dotted', ...dotted.evidence.get(edge) }
}

/** The career moves out of a role, in input order. */
export function movesFrom<Id extends string>(state: OrgState<Id>, handle: number): Move<Id>[] {
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
  const evidence = moves.evidence.get(edge)
  const years = moves.years[edge]
  const to = ids[moves.to[edge]]
  const kind = moves.kind[edge]
  const conditions = moves.conditions[edge]
  const move =
    years === undefined
      ? { from: ids[from], to, kind, conditions }
      : { from: ids[from], to, kind, years, conditions }
  // A list of paths has thousands of moves, most of them without evidence: those need no spread.
  return evidence === undefined ? move : { ...move, ...evidence }
}
