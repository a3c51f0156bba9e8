import { NONE, type MoveColumns } from '../engine/columns.js'
import { type Edges, type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import type { LineFacts } from '../model/line.js'
import type { Move } from '../model/move.js'
import { readTexts, Refused } from './attribute-readers.js'
import { IssueList } from './issue-list.js'
import { MOVE_KINDS, readYears } from './read-edges.js'
import { SpecReader } from './spec-reader.js'
import type { UnpackedColumn, UnpackedColumns } from './unpacked-columns.js'

function unpackEdges(column: UnpackedColumn): Edges | undefined {
  if (column.isAbsent) return undefined
  const { count } = column
  const start = column.part('start').ints(count + 1)
  const to = column.part('to').ints()
  let isRight = to.length > 0 && start[0] === 0 && start[count] === to.length
  // The last role with an edge to each role.
  const last = new Int32Array(count).fill(NONE)
  for (let from = 0; isRight && from < count; from++) {
    isRight = start[from] <= start[from + 1] && start[from + 1] <= to.length
    for (let edge = start[from]; isRight && edge < start[from + 1]; edge++) {
      const target = to[edge]
      isRight = target >= 0 && target < count && target !== from && last[target] !== from
      if (isRight) last[target] = from
    }
  }
  if (!isRight) throw column.wrong('rows of handles, each once per role and never of the role itself')
  return { start, to }
}

/** The dotted lines of a packed org. Throws `INVALID_ARGUMENT` for anything but rows of handles. */
export function unpackDotted(columns: UnpackedColumns): EvidencedEdges {
  const edges = unpackEdges(columns.of('dotted'))
  if (edges === undefined) {
    columns.of('dottedEvidence').refuse('absent, since there are no dotted lines')
    return NO_EDGES
  }
  return { ...edges, evidence: unpackLineFacts(columns.of('dottedEvidence', edges.to.length)) }
}

/** The career moves of a packed org. Throws `INVALID_ARGUMENT` if one of their columns is invalid. */
export function unpackMoves(columns: UnpackedColumns): MoveColumns {
  const edges = unpackEdges(columns.of('moves'))
  if (edges === undefined) {
    for (const name of ['moveEvidence', 'moveKind', 'moveYears', 'moveConditions']) {
      columns.of(name).refuse('absent, since there are no moves')
    }
    return { ...NO_EDGES, kind: [], years: [], conditions: [] }
  }
  const count = edges.to.length
  return {
    ...edges,
    evidence: unpackFacts(columns.of('moveEvidence', count), EVIDENCE),
    kind: unpackKinds(columns.of('moveKind', count)),
    years: unpackYears(columns.of('moveYears', count)),
    conditions: unpackConditions(columns.of('moveConditions', count)),
  }
}

function unpackKinds(column: UnpackedColumn): Move['kind'][] {
  const numbers = column.bytes(column.count)
  if (numbers.some((number) => number >= MOVE_KINDS.length)) throw column.wrong('numbers of kinds of moves')
  return Array.from(numbers, (number) => MOVE_KINDS[number])
}

function unpackYears(column: UnpackedColumn): Move['years'][] {
  const { count } = column
  if (column.isAbsent) return new Array<undefined>(count).fill(undefined)
  const pairs = column.doubles(2 * count)
  return Array.from({ length: count }, (_, edge) => {
    const [min, max] = pairs.subarray(2 * edge, 2 * edge + 2)
    if (Number.isNaN(min) && Number.isNaN(max)) return undefined
    const years = readYears([min, max])
    if (years instanceof Refused) throw column.wrong(years.expected)
    return years
  })
}

function unpackConditions(column: UnpackedColumn): (readonly string[])[] {
  const conditions = new Array<readonly string[]>(column.count).fill(Object.freeze([]))
  for (const [edge, value] of column.entries()) {
    const texts = readTexts(value)
    if (texts instanceof Refused) throw column.wrong(texts.expected)
    conditions[edge] = texts
  }
  return conditions
}

const EVIDENCE = ['sources', 'hedge', 'note']
const LINE_FACTS = ['as', ...EVIDENCE]

/** The names of lines and what they are based on, by position. Throws `INVALID_ARGUMENT` for anything else. */
export function unpackLineFacts(column: UnpackedColumn): ReadonlyMap<number, LineFacts> {
  return unpackFacts(column, LINE_FACTS)
}

function unpackFacts(column: UnpackedColumn, known: readonly string[]): ReadonlyMap<number, LineFacts> {
  const facts = new Map<number, LineFacts>()
  const issues = new IssueList()
  const reader = new SpecReader(issues, {})
  const place = { path: [] }
  for (const [at, value] of column.entries()) {
    const fields = reader.fieldsOf(value, known, place)
    const fact = fields && reader.lineFacts(fields, place)
    if (fact === undefined || issues.all.length > 0) throw column.wrong(`objects with ${known.join(', ')}`)
    facts.set(at, fact)
  }
  return facts
}
