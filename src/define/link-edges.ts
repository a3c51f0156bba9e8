import type { MoveColumns } from '../engine/columns.js'
import { edgesFrom, type EvidencedEdges } from '../engine/edges.js'
import type { Evidence } from '../model/evidence.js'
import type { IssueCode } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { EdgeRows, RoleRows } from './role-rows.js'

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
  const kept = knownEdges(rows, rows.dotted, DOTTED)
  return evidenced(rows, rows.dotted, kept)
}

export function linkMoves(rows: RoleRows): MoveColumns {
  const { moves } = rows
  const kept = knownEdges(rows, moves, MOVES)
  return {
    ...evidenced(rows, moves, kept),
    kind: kept.rows.map((row) => moves.kind[row]),
    years: kept.rows.map((row) => moves.years[row]),
    conditions: kept.rows.map((row) => moves.conditions[row]),
  }
}

interface KnownEdges {
  /** The rows that are kept, in the order of the roles that the edges come from, so that their index is that of the edge. */
  readonly rows: readonly number[]
  readonly to: readonly number[]
}

function evidenced(rows: RoleRows, edges: EdgeRows, kept: KnownEdges): EvidencedEdges {
  const from = kept.rows.map((row) => edges.from[row])
  const evidence = new Map<number, Evidence>()
  for (const [edge, row] of kept.rows.entries()) {
    const fact = edges.evidence[row]
    if (fact !== undefined) evidence.set(edge, fact)
  }
  return { ...edgesFrom(rows.ids.length, from, kept.to), evidence }
}

function knownEdges(rows: RoleRows, edges: EdgeRows, words: EdgeWords): KnownEdges {
  const kept: number[] = []
  const targets: number[] = []
  let role = -1
  let seen = new Set<number>()
  for (let row = 0; row < edges.to.length; row++) {
    if (edges.from[row] !== role) {
      role = edges.from[row]
      seen = new Set()
    }
    const to = rows.handles.get(edges.to[row])
    if (to === undefined || to === role || seen.has(to)) {
      addEdgeIssue(
        rows,
        role,
        edges.to[row],
        words,
        to === undefined ? 'unknown' : to === role ? 'self' : 'duplicate',
      )
      continue
    }
    seen.add(to)
    kept.push(row)
    targets.push(to)
  }
  return { rows: kept, to: targets }
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
