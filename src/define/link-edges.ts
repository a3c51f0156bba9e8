import { type MoveColumns, NONE } from '../engine/columns.js'
import { type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import type { Move } from '../model/move.js'
import type { IssueCode } from '../kernel/issue.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { type EdgeRows, type MoveRows, placeOfItem, type RoleNames, type RoleRows } from './role-rows.js'

const NO_CONDITIONS: readonly string[] = Object.freeze([])

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

/** Edges whose targets are looked up, in the order of the roles that they come from. */
export interface FoundEdges {
  readonly from: ArrayLike<number>
  /** The handle of each target; negative if it is not a role. */
  readonly to: Int32Array
  /** What the input has as the target of an edge. */
  readonly textOf: (edge: number) => string
  /** Where an edge is written. */
  readonly placeOf: (edge: number) => Place
}

export function linkDotted(rows: RoleRows): EvidencedEdges {
  return linkFoundDotted(rows, foundEdges(rows, rows.dotted, DOTTED), rows.dotted.evidence)
}

export function linkMoves(rows: RoleRows): MoveColumns {
  return linkFoundMoves(rows, foundEdges(rows, rows.moves, MOVES), rows.moves)
}

function foundEdges(rows: RoleRows, { from, to, items, places }: EdgeRows, { field }: EdgeWords): FoundEdges {
  return {
    from,
    to: handlesOf(rows.handles, to),
    textOf: (edge) => to[edge],
    placeOf: (edge) => places.get(edge) ?? placeOfItem(rows, from[edge], field, items[edge]),
  }
}

/** The dotted lines to known roles; the others become issues. */
export function linkFoundDotted(
  roles: RoleNames,
  found: FoundEdges,
  evidence: EdgeRows['evidence'],
): EvidencedEdges {
  return linkEdges(roles, found, evidence, DOTTED).edges
}

/** The moves to known roles; the others become issues. */
export function linkFoundMoves(
  roles: RoleNames,
  found: FoundEdges,
  moves: Omit<MoveRows, 'from' | 'to' | 'items' | 'places'>,
): MoveColumns {
  const { edges, kept } = linkEdges(roles, found, moves.evidence, MOVES)
  const kind = new Array<Move['kind']>(edges.to.length).fill('advancement')
  for (const [edge, given] of factsOf(moves.kind, kept)) kind[edge] = given
  const conditions = new Array<readonly string[]>(edges.to.length).fill(NO_CONDITIONS)
  for (const [edge, given] of factsOf(moves.conditions, kept)) conditions[edge] = given
  return { ...edges, kind, years: kept?.map((row) => moves.years[row]) ?? moves.years, conditions }
}

type EdgeProblem = 'unknown' | 'self' | 'duplicate'

/** The valid edges, and their rows; `kept` is `undefined` if all rows are valid. */
interface LinkedEdges {
  readonly edges: EvidencedEdges
  readonly kept: readonly number[] | undefined
}

/** The valid edges, in the order of their rows, which are in the order of the roles; an issue for each other row. */
function linkEdges(
  roles: RoleNames,
  { from, to, textOf, placeOf }: FoundEdges,
  evidence: EdgeRows['evidence'],
  words: EdgeWords,
): LinkedEdges {
  const start = new Int32Array(roles.ids.length + 1)
  const problems = countEdges(start, from, to)
  for (const [row, problem] of problems) {
    const text = problem === 'unknown' ? textOf(row) : roles.ids[to[row]]
    addEdgeIssue(roles, from[row], text, words, problem, placeOf(row))
  }
  if (problems.size === 0) return { edges: { start, to, evidence }, kept: undefined }
  const kept = Array.from(to.keys()).filter((row) => !problems.has(row))
  if (kept.length === 0) return { edges: NO_EDGES, kept }
  const targets = Int32Array.from(kept, (row) => to[row])
  return { edges: { start, to: targets, evidence: new Map(factsOf(evidence, kept)) }, kept }
}

/** Fills in `start` for the valid edges, and returns the problems of the other rows. */
function countEdges(start: Int32Array, from: ArrayLike<number>, to: Int32Array): Map<number, EdgeProblem> {
  const problems = new Map<number, EdgeProblem>()
  // For each role, the last role + 1 that has an edge to it.
  const lastFrom = new Int32Array(start.length - 1)
  for (let row = 0; row < to.length; row++) {
    const role = from[row]
    const target = to[row]
    if (target < 0) problems.set(row, 'unknown')
    else if (target === role) problems.set(row, 'self')
    else if (lastFrom[target] === role + 1) problems.set(row, 'duplicate')
    else {
      lastFrom[target] = role + 1
      start[role + 1]++
    }
  }
  for (let role = 1; role < start.length; role++) start[role] += start[role - 1]
  return problems
}

/** The handles of ids; {@link NONE} for an absent or unknown id. */
export function handlesOf(
  handles: ReadonlyMap<string, number>,
  ids: readonly (string | undefined)[],
): Int32Array {
  const found = new Int32Array(ids.length)
  for (let row = 0; row < found.length; row++) {
    const id = ids[row]
    found[row] = id === undefined ? NONE : (handles.get(id) ?? NONE)
  }
  return found
}

/** Facts by the position of their edge instead of its row. */
function factsOf<Fact>(
  facts: ReadonlyMap<number, Fact>,
  kept: readonly number[] | undefined,
): Iterable<readonly [edge: number, fact: Fact]> {
  if (kept === undefined) return facts
  return kept.flatMap((row, edge) => {
    const fact = facts.get(row)
    return fact === undefined ? [] : [[edge, fact] as const]
  })
}

function addEdgeIssue(
  rows: RoleNames,
  handle: number,
  to: string,
  words: EdgeWords,
  problem: EdgeProblem,
  place: Place,
): void {
  const role = rows.ids[handle]
  const [message, suggestion] = {
    unknown: [
      `The role ${quote(role)} ${words.verb} ${quote(to)}, which is not a role of this org`,
      'Add the role, or correct the id.',
    ],
    self: [`The role ${quote(role)} ${words.verb} itself`, 'Remove the edge.'],
    duplicate: [`The role ${quote(role)} ${words.verb} ${quote(to)} twice`, 'Remove the duplicate.'],
  }[problem]
  const near =
    problem === 'unknown' ? rows.issues.didYouMean(to, rows.ids, (candidate) => candidate === role) : ''
  rows.issues.add(words[problem], {
    roles: [role],
    place,
    witness: [role, to],
    message: message + near,
    suggestion,
  })
}
