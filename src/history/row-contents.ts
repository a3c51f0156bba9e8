import type { Erasure } from '../change/erasure.js'
import type { AttributeName } from '../change/open-role.js'
import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { samePlain } from '../define/org-content.js'
import type { EdgeRows, RoleRows } from '../define/role-rows.js'
import { addToList } from '../kernel/add-to-list.js'
import type { Evidence } from '../model/evidence.js'
import type { LineFacts } from '../model/line.js'
import type { Move } from '../model/move.js'
import type { HolderSpec } from '../model/person.js'

/** A line of a row, to an id. */
export interface RowLine {
  readonly to: string
  readonly facts: LineFacts | undefined
}

/** A career move of a row. */
export interface RowMove extends Pick<Move, 'kind' | 'conditions'> {
  readonly to: string
  readonly years: Move['years']
  readonly facts: Evidence | undefined
}

/** The columns of rows that contents are read from. */
type RowParts = Pick<RoleRows, 'attributes' | 'managers' | 'managerEvidence' | 'dotted' | 'moves'>

/** What several rows that hold on the same days all say about their role. */
interface AgreedContent {
  readonly record: number
  readonly attributes: ReadonlyMap<AttributeName, unknown>
  readonly manager: RowLine | undefined
  readonly dotted: readonly RowLine[]
  readonly moves: readonly RowMove[]
}

const NOTHING: readonly never[] = Object.freeze([])

/**
 * What rows say about their roles. It is read from the columns of the rows when it is asked for, by its source: the index of a row, or a negative
 * number for what several rows agree on.
 */
export class RowContents {
  /** The attributes that some row has. */
  readonly names: readonly AttributeName[]
  readonly hasEdges: boolean
  readonly #columns: readonly (readonly unknown[])[]
  readonly #rows: RowParts
  readonly #dotted: ReadonlyMap<number, readonly RowLine[]>
  readonly #moves: ReadonlyMap<number, readonly RowMove[]>
  readonly #agreed: AgreedContent[] = []

  constructor(rows: RowParts) {
    this.#rows = rows
    this.names = ROLE_ATTRIBUTES.filter((name) => rows.attributes.has(name))
    this.#columns = this.names.map((name) => rows.attributes.get(name) ?? NOTHING)
    this.#dotted = edgesByRow(rows.dotted, (to, at) => ({ to, facts: rows.dotted.evidence.get(at) }))
    const { moves } = rows
    this.#moves = edgesByRow(moves, (to, at) => ({
      to,
      kind: moves.kind.get(at) ?? 'advancement',
      years: moves.years[at],
      conditions: moves.conditions.get(at) ?? NOTHING,
      facts: moves.evidence.get(at),
    }))
    this.hasEdges = this.#dotted.size > 0 || this.#moves.size > 0
  }

  /** The same rows without the names of some people; what rows agree on keeps its source. */
  erased(erasure: Erasure): RowContents {
    const erased = new RowContents(erasedRows(this.#rows, erasure))
    for (const { record, attributes, manager, dotted, moves } of this.#agreed) {
      erased.#agreed.push({
        record,
        attributes: new Map(
          Array.from(attributes, ([name, value]) => [name, erasure.attribute(name, value)]),
        ),
        manager: manager && erasure.edge(manager),
        dotted: dotted.map((line) => erasure.edge(line)),
        moves: moves.map((move) => erasure.edge(move)),
      })
    }
    return erased
  }

  #agreedAt(source: number): AgreedContent {
    return this.#agreed[-1 - source]
  }

  /** The row, or the first of those that agree. */
  recordOf(source: number): number {
    return source < 0 ? this.#agreedAt(source).record : source
  }

  /** The value of one of {@link names}, by its place among them. */
  attribute(source: number, at: number): unknown {
    return source < 0 ? this.#agreedAt(source).attributes.get(this.names[at]) : this.#columns[at][source]
  }

  attributesOf(source: number): Map<AttributeName, unknown> {
    const attributes = new Map<AttributeName, unknown>()
    for (const [at, name] of this.names.entries()) {
      const value = this.attribute(source, at)
      if (value !== undefined) attributes.set(name, value)
    }
    return attributes
  }

  /** The holders of all rows, of those that do not hold on any day too. */
  *holders(): Generator<readonly HolderSpec[]> {
    for (const list of this.#rows.attributes.get('holders') ?? [])
      if (list !== undefined) yield list as readonly HolderSpec[]
  }

  managerOf(source: number): string | undefined {
    return source < 0 ? this.#agreedAt(source).manager?.to : this.#rows.managers[source]
  }

  managerFactsOf(source: number): LineFacts | undefined {
    return source < 0 ? this.#agreedAt(source).manager?.facts : this.#rows.managerEvidence.get(source)
  }

  dottedOf(source: number): readonly RowLine[] {
    return (source < 0 ? this.#agreedAt(source).dotted : this.#dotted.get(source)) ?? NOTHING
  }

  movesOf(source: number): readonly RowMove[] {
    return (source < 0 ? this.#agreedAt(source).moves : this.#moves.get(source)) ?? NOTHING
  }

  #sameManager(one: number, other: number): boolean {
    return (
      this.managerOf(one) === this.managerOf(other) &&
      samePlain(this.managerFactsOf(one), this.managerFactsOf(other))
    )
  }

  sameAttributes(one: number, other: number): boolean {
    for (let at = 0; at < this.names.length; at++)
      if (!samePlain(this.attribute(one, at), this.attribute(other, at))) return false
    return true
  }

  /** Whether rows say the same. */
  isSame(one: number, other: number): boolean {
    return (
      this.#sameManager(one, other) &&
      this.sameAttributes(one, other) &&
      samePlain(this.dottedOf(one), this.dottedOf(other)) &&
      samePlain(this.movesOf(one), this.movesOf(other))
    )
  }

  /** What all of several rows say: where they differ, nobody knows, and the last one is no better than the first. */
  agreed(records: readonly number[]): number {
    const [first, ...others] = records
    const allSame = (isSame: (other: number) => boolean): boolean => others.every(isSame)
    const attributes = new Map<AttributeName, unknown>()
    for (const [at, name] of this.names.entries()) {
      const value = this.attribute(first, at)
      if (value !== undefined && allSame((other) => samePlain(this.attribute(other, at), value)))
        attributes.set(name, value)
    }
    const manager = this.managerOf(first)
    const content = {
      record: first,
      attributes,
      manager:
        manager !== undefined && allSame((other) => this.#sameManager(first, other))
          ? { to: manager, facts: this.managerFactsOf(first) }
          : undefined,
      dotted: allSame((other) => samePlain(this.dottedOf(other), this.dottedOf(first)))
        ? this.dottedOf(first)
        : NOTHING,
      moves: allSame((other) => samePlain(this.movesOf(other), this.movesOf(first)))
        ? this.movesOf(first)
        : NOTHING,
    }
    return -this.#agreed.push(content)
  }
}

function edgesByRow<Edge>(
  { from, to }: EdgeRows,
  edgeAt: (to: string, at: number) => Edge,
): ReadonlyMap<number, readonly Edge[]> {
  const byRow = new Map<number, Edge[]>()
  for (let at = 0; at < from.length; at++) addToList(byRow, from[at], edgeAt(to[at], at))
  return byRow
}

/** The parts of rows that contents are read from, without the names of some people. */
function erasedRows(rows: RowParts, erasure: Erasure): RowParts {
  const factsBy = <Facts extends object>(facts: ReadonlyMap<number, Facts>): Map<number, Facts> =>
    new Map(Array.from(facts, ([at, each]) => [at, erasure.facts(each)]))
  const edges = <Rows extends EdgeRows>(given: Rows): Rows => ({
    ...given,
    to: given.to.map(erasure.placeIdOf),
    evidence: factsBy(given.evidence),
  })
  const { conditions } = rows.moves
  return {
    attributes: new Map(
      Array.from(rows.attributes, ([name, column]) => [
        name,
        column.map((value) => (value === undefined ? undefined : erasure.attribute(name, value))),
      ]),
    ),
    managers: rows.managers.map((manager) =>
      manager === undefined ? undefined : erasure.placeIdOf(manager),
    ),
    managerEvidence: factsBy(rows.managerEvidence),
    dotted: edges(rows.dotted),
    moves: {
      ...edges(rows.moves),
      conditions: new Map(Array.from(conditions, ([at, texts]) => [at, erasure.texts(texts)])),
    },
  }
}

/** The edges of a role without those to itself and repeated ones. */
export function soundEdges<Edge extends { readonly to: string }>(
  edges: readonly Edge[],
  role: string,
  refuse?: (edge: Edge, isRepeated: boolean) => void,
): readonly Edge[] {
  if (edges.length === 0) return edges
  const known = new Set<string>()
  return edges.filter((edge) => {
    const isRepeated = known.has(edge.to)
    known.add(edge.to)
    if (!isRepeated && edge.to !== role) return true
    refuse?.(edge, isRepeated)
    return false
  })
}
