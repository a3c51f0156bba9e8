import { type MoveColumns, NONE } from '../engine/columns.js'
import { type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import type { Move } from '../model/move.js'
import type { IssueCode } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { EdgeRows, RoleRows } from './role-rows.js'

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

export function linkDotted(rows: RoleRows): EvidencedEdges {
  return linkEdges(rows, rows.dotted, DOTTED).edges
}

export function linkMoves(rows: RoleRows): MoveColumns {
  const { moves } = rows
  const { edges, kept } = linkEdges(rows, moves, MOVES)
  const kind = new Array<Move['kind']>(edges.to.length).fill('advancement')
  for (const [edge, given] of factsOf(moves.kind, kept)) kind[edge] = given
  const conditions = new Array<readonly string[]>(edges.to.length).fill(NO_CONDITIONS)
  for (const [edge, given] of factsOf(moves.conditions, kept)) conditions[edge] = given
  return { ...edges, kind, years: kept?.map((row) => moves.years[row]) ?? moves.years, conditions }
}

/** The edges whose targets are known, and the rows of them; `undefined` where those are all. */
interface LinkedEdges {
  readonly edges: EvidencedEdges
  readonly kept: readonly number[] | undefined
}

/** Looks up the targets. Rows are in the order of the roles that the edges come from, so a kept row gives the position of its edge. */
function linkEdges(rows: RoleRows, edges: EdgeRows, words: EdgeWords): LinkedEdges {
  const { from, evidence } = edges
  if (from.length === 0) return { edges: NO_EDGES, kept: undefined }
  const to = handlesOf(rows.handles, edges.to)
  const start = new Int32Array(rows.ids.length + 1)
  // For each role, the last role + 1 that has an edge to it.
  const lastFrom = new Int32Array(rows.ids.length)
  let kept: number[] | undefined
  for (let row = 0; row < to.length; row++) {
    const role = from[row]
    const target = to[row]
    if (target !== NONE && target !== role && lastFrom[target] !== role + 1) {
      lastFrom[target] = role + 1
      start[role + 1]++
      kept?.push(row)
      continue
    }
    kept ??= Array.from({ length: row }, (_, earlier) => earlier)
    const problem = target === NONE ? 'unknown' : target === role ? 'self' : 'duplicate'
    addEdgeIssue(rows, role, edges.to[row], words, problem)
  }
  for (let role = 1; role < start.length; role++) start[role] += start[role - 1]
  if (kept === undefined) return { edges: { start, to, evidence }, kept }
  if (kept.length === 0) return { edges: NO_EDGES, kept }
  const targets = Int32Array.from(kept, (row) => to[row])
  return { edges: { start, to: targets, evidence: new Map(factsOf(evidence, kept)) }, kept }
}

/** The handles of ids, {@link NONE} for an unknown one. */
function handlesOf(handles: ReadonlyMap<string, number>, ids: readonly string[]): Int32Array {
  const found = new Int32Array(ids.length)
  for (let row = 0; row < found.length; row++) found[row] = handles.get(ids[row]) ?? NONE
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
  rows: RoleRows,
  handle: number,
  to: string,
  words: EdgeWords,
  problem: 'unknown' | 'self' | 'duplicate',
): void {
  const role = rows.ids[handle]
  const [message, suggestion] = {
    unknown: [
      `The role ${quote(role)} ${words.verb} ${quote(to)}, which is not a role of this org`,
      'Add the role, or correct the id.',
    ],
    self: [`The role ${quote(role)} ${words.verb} itself`, 'Remove the edge.'],
    duplicate: [`The role ${quote(role)} ${words.verb} ${quote(to)} twice`, 'Write the edge once.'],
  }[problem]
  const near =
    problem === 'unknown' ? rows.issues.didYouMean(to, rows.ids, (candidate) => candidate === role) : ''
  rows.issues.add(words[problem], {
    roles: [role],
    place: rows.placeOf(handle, words.field),
    witness: [role, to],
    message: message + near,
    suggestion,
  })
}
