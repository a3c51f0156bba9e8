import { type MoveColumns, NONE } from '../engine/columns.js'
import { edgesFrom, type EvidencedEdges } from '../engine/edges.js'
import type { Evidence } from '../model/evidence.js'
import type { IssueCode } from '../kernel/issue.js'
import type { Move } from '../model/move.js'
import { quote } from '../kernel/quote.js'
import type { EdgeRows, RoleNames, RoleRows } from './role-rows.js'

/** The words and issue codes for a kind of edge. */
interface EdgeWords {
  readonly field: 'dottedTo' | 'progressesTo'
  readonly verb: string
  readonly self: IssueCode
  readonly unknown: IssueCode
  readonly duplicate: IssueCode
}

const DOTTED: EdgeWords = {
  field: 'dottedTo',
  verb: 'has a dotted line to',
  self: 'SELF_REPORT',
  unknown: 'UNKNOWN_MANAGER',
  duplicate: 'DUPLICATE_LINE',
}

const MOVES: EdgeWords = {
  field: 'progressesTo',
  verb: 'progresses to',
  self: 'SELF_MOVE',
  unknown: 'UNKNOWN_ROLE',
  duplicate: 'DUPLICATE_MOVE',
}

/** Edges whose targets are looked up. All edges from one role follow each other. */
export interface FoundEdges {
  readonly from: ArrayLike<number>
  /** The handle of each target; negative where it is not a role. */
  readonly to: ArrayLike<number>
  /** What the input has as the target of an edge. */
  readonly textOf: (edge: number) => string
}

/** What a move has besides its ends. */
interface MoveParts {
  readonly kind: Move['kind']
  readonly years: Move['years']
  readonly conditions: readonly string[]
  readonly evidence: Evidence | undefined
}

export function linkDotted(rows: RoleRows): EvidencedEdges {
  return linkedDotted(rows, foundEdges(rows, rows.dotted), (edge) => rows.dotted.evidence[edge])
}

export function linkMoves(rows: RoleRows): MoveColumns {
  const { moves } = rows
  return linkedMoves(rows, foundEdges(rows, moves), (edge) => ({
    kind: moves.kind[edge],
    years: moves.years[edge],
    conditions: moves.conditions[edge],
    evidence: moves.evidence[edge],
  }))
}

function foundEdges(rows: RoleRows, edges: EdgeRows): FoundEdges {
  return {
    from: edges.from,
    to: edges.to.map((id) => rows.handles.get(id) ?? NONE),
    textOf: (edge) => edges.to[edge],
  }
}

/** The dotted lines to known roles; an issue for each other. */
export function linkedDotted(
  roles: RoleNames,
  edges: FoundEdges,
  evidenceOf: (edge: number) => Evidence | undefined,
): EvidencedEdges {
  return evidenced(roles, edges, knownEdges(roles, edges, DOTTED), evidenceOf)
}

/** The moves to known roles; an issue for each other. */
export function linkedMoves(
  roles: RoleNames,
  edges: FoundEdges,
  partsOf: (edge: number) => MoveParts,
): MoveColumns {
  const kept = knownEdges(roles, edges, MOVES)
  const parts = kept.map(partsOf)
  return {
    ...evidenced(roles, edges, kept, (edge) => partsOf(edge).evidence),
    kind: parts.map(({ kind }) => kind),
    years: parts.map(({ years }) => years),
    conditions: parts.map(({ conditions }) => conditions),
  }
}

function evidenced(
  roles: RoleNames,
  edges: FoundEdges,
  kept: readonly number[],
  evidenceOf: (edge: number) => Evidence | undefined,
): EvidencedEdges {
  const evidence = new Map<number, Evidence>()
  for (const [index, edge] of kept.entries()) {
    const fact = evidenceOf(edge)
    if (fact !== undefined) evidence.set(index, fact)
  }
  const from = kept.map((edge) => edges.from[edge])
  const to = kept.map((edge) => edges.to[edge])
  return { ...edgesFrom(roles.count, from, to), evidence }
}

/** The edges that are kept, in the order of the roles that they come from. */
function knownEdges(roles: RoleNames, { from, to, textOf }: FoundEdges, words: EdgeWords): number[] {
  const kept: number[] = []
  let role = -1
  let seen = new Set<number>()
  for (let edge = 0; edge < from.length; edge++) {
    if (from[edge] !== role) {
      role = from[edge]
      if (seen.size > 0) seen = new Set()
    }
    const target = to[edge]
    if (target >= 0 && target !== role && !seen.has(target)) {
      seen.add(target)
      kept.push(edge)
      continue
    }
    const problem = target < 0 ? 'unknown' : target === role ? 'self' : 'duplicate'
    addEdgeIssue(roles, role, target < 0 ? textOf(edge) : roles.ids[target], words, problem)
  }
  return kept
}

function addEdgeIssue(
  roles: RoleNames,
  handle: number,
  to: string,
  words: EdgeWords,
  problem: 'unknown' | 'self' | 'duplicate',
): void {
  const role = roles.ids[handle]
  const [message, suggestion] = {
    unknown: [
      `The role ${quote(role)} ${words.verb} ${quote(to)}, which is not a role of this org`,
      'Add the role, or correct the id.',
    ],
    self: [`The role ${quote(role)} ${words.verb} itself`, 'Remove the edge.'],
    duplicate: [`The role ${quote(role)} ${words.verb} ${quote(to)} twice`, 'Write the edge once.'],
  }[problem]
  const near =
    problem === 'unknown' ? roles.issues.didYouMean(to, roles.ids, (candidate) => candidate === role) : ''
  roles.issues.add(words[problem], {
    roles: [role],
    place: roles.placeOf(handle, words.field),
    witness: [role, to],
    message: message + near,
    suggestion,
  })
}
