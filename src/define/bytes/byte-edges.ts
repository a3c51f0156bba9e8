import type { Place } from '../../kernel/issue.js'
import type { LineFacts } from '../../model/line.js'
import type { FoundEdges } from '../link-edges.js'
import type { EdgeReading } from '../read-edges.js'
import { placeOfItem } from '../role-rows.js'
import { lineFactsOf } from '../spec-reader.js'
import {
  type ByteRows,
  type EdgeCells,
  type HandleColumn,
  lookedUp,
  REPORTED_ROLE,
  UNKNOWN_ROLE,
} from './byte-rows.js'

/** The edges out of rows, with those of odd values. */
export class ByteEdges implements FoundEdges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly textOf: (edge: number) => string
  readonly placeOf: (edge: number) => Place
  /** The index of an edge among the odd ones; -1 for an edge of bytes. */
  readonly oddOf: (edge: number) => number
  readonly #nameOf: EdgeCells['as']
  /** The index of each edge in the column. */
  readonly #edges: Int32Array

  constructor({ ids }: ByteRows, given: EdgeCells | undefined, reading: EdgeReading) {
    const { rows: roles, field, edges: odd } = reading
    const { handles, textOf } = given === undefined ? NO_HANDLES : lookedUp(given.to, ids.set)
    const rows = given?.from ?? handles
    const isKept = (edge: number): boolean => handles[edge] !== REPORTED_ROLE && !ids.isRepeat(rows[edge])
    const count = handles.length
    const fromOf = (edge: number): number => (edge < count ? ids.handles[rows[edge]] : odd.from[edge - count])
    let edges = Int32Array.from(handles.keys()).filter(isKept)
    if (odd.from.length > 0) {
      edges = Int32Array.from([...edges, ...odd.from.map((_, index) => count + index)])
      edges.sort((a, b) => fromOf(a) - fromOf(b) || a - b)
    }
    this.#edges = edges
    this.#nameOf = given?.as
    this.from = edges.map(fromOf)
    this.to = edges.map((edge) =>
      edge < count ? handles[edge] : (ids.set.get(odd.to[edge - count]) ?? UNKNOWN_ROLE),
    )
    this.textOf = (index) => (edges[index] < count ? textOf(edges[index]) : odd.to[edges[index] - count])
    this.placeOf = (index) => {
      const edge = edges[index]
      if (edge >= count) return placeOfItem(roles, this.from[index], field, odd.items[edge - count])
      return given?.placeOf?.(edge) ?? roles.placeOf(this.from[index], field)
    }
    this.oddOf = (index) => (edges[index] < count ? -1 : edges[index] - count)
  }

  /** The names of lines, and the facts of odd ones, by edge. */
  lineFacts(odd: ReadonlyMap<number, LineFacts>): Map<number, LineFacts> {
    const facts = this.factsOf(odd)
    const byName = new Map<string, LineFacts | undefined>()
    for (let edge = 0; this.#nameOf !== undefined && edge < this.to.length; edge++) {
      const name = this.oddOf(edge) === -1 ? this.#nameOf(this.#edges[edge]) : undefined
      if (name === undefined) continue
      const fact = byName.get(name) ?? lineFactsOf(name, undefined)
      byName.set(name, fact)
      if (fact !== undefined) facts.set(edge, fact)
    }
    return facts
  }

  /** The facts of odd edges, by edge. */
  factsOf<Fact>(odd: ReadonlyMap<number, Fact>): Map<number, Fact> {
    const facts = new Map<number, Fact>()
    if (odd.size === 0) return facts
    for (let edge = 0; edge < this.to.length; edge++) {
      const fact = odd.get(this.oddOf(edge))
      if (fact !== undefined) facts.set(edge, fact)
    }
    return facts
  }
}

const NO_HANDLES: HandleColumn = { handles: new Int32Array(0), textOf: () => '' }
