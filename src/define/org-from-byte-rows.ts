import { readLineName, Refused, ROLE_ATTRIBUTES } from './attribute-readers.js'
import {
  type AttributeColumns,
  type MoveColumns,
  NO_MOVES,
  NONE,
  type RoleColumns,
} from '../engine/columns.js'
import { type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import type { Place } from '../kernel/issue.js'
import type { LineFacts } from '../model/line.js'
import type { Org } from '../model/org.js'
import { ByteAttributes } from './bytes/byte-attributes.js'
import {
  type ByteRows,
  cellText,
  type EdgeCells,
  type HandleColumn,
  REPORTED_ROLE,
  UNKNOWN_ROLE,
} from './bytes/byte-rows.js'
import { ByteSet, textsOf } from './bytes/byte-set.js'
import { type ByteCells, ByteTexts } from './bytes/byte-texts.js'
import type { LateList } from './bytes/late-list.js'
import { finished, type Steps } from './bytes/steps.js'
import { IssueList } from './issue-list.js'
import { lineFactsOf } from './spec-reader.js'
import { type FoundEdges, linkFoundDotted, linkFoundMoves } from './link-edges.js'
import { addCycles, addManagerIssue, unusedId } from './link-org.js'
import { orgOfRecord } from './org-of-record.js'
import { type EdgeReading, isLine, readEdges, readingOf, readingSolid, readSolidLine } from './read-edges.js'
import { FIELD_OF_EDGE } from './read-records.js'
import {
  addRepeatedId,
  edgeRows,
  moveRows,
  readerOf,
  placeOfItem,
  repeatedRow,
  type RoleNames,
  unreadManager,
} from './role-rows.js'

/**
 * Makes an org from columns of bytes. Problems become issues of the org: the same issues in the same order as
 * `orgFromRecords` finds in these rows. Texts are copied as bytes, and decoded when they are first read. O(bytes).
 */
export function orgFromByteRows(given: ByteRows): Org {
  return finished(orgStepsFromByteRows(given))
}

/** The same in steps. */
export function* orgStepsFromByteRows(given: ByteRows): Steps<Org> {
  const roles = new ByteRoles(given)
  const { ids } = given
  for (const row of ids.repeats()) {
    const differing = given.jobShares?.get(row)
    if (differing?.length === 0) continue
    const handle = ids.handles[row]
    addRepeatedId(roles, ids.set.text(handle), handle, roles.placeOfRow(row, 'id'), repeatedRow(differing))
  }
  const managers = new ByteManagers(given, roles)
  yield
  const attributes = new ByteAttributes(given, roles)
  for (const name of ROLE_ATTRIBUTES) {
    attributes.read(name)
    yield
  }
  attributes.checkVacancies()
  const oddDotted = edgeRows()
  const dottedReading = readingOf(roles, 'dottedTo', oddDotted)
  for (const [handle, value] of oddOf(given, 'dotted')) readEdges(dottedReading, handle, value)
  const oddMoves = moveRows()
  const moveReading = readingOf(roles, 'progressesTo', oddMoves, oddMoves)
  for (const [handle, value] of oddOf(given, 'moves')) readEdges(moveReading, handle, value)
  const units = attributes.linkedUnits()
  const unknownManagers = yield* managers.link()
  yield
  const dotted = new ByteEdges(given, given.dotted, dottedReading)
  const moves = new ByteEdges(given, given.moves, moveReading)
  const columns = new ByteColumns(
    roles.lateIds,
    ids.set,
    managers.handles,
    managers.facts,
    dotted.to.length === 0 ? NO_EDGES : linkFoundDotted(roles, dotted, dotted.lineFacts(oddDotted.evidence)),
    moves.to.length === 0
      ? NO_MOVES
      : linkFoundMoves(roles, moves, {
          evidence: moves.factsOf(oddMoves.evidence),
          kind: moves.factsOf(oddMoves.kind),
          years: Array.from(moves.to, (_, edge) => oddMoves.years[moves.oddOf(edge)]),
          conditions: moves.factsOf(oddMoves.conditions),
        }),
    attributes.columns,
  )
  yield
  addCycles(roles, reportingCycles(managers.handles))
  const { people } = attributes
  ids.set.settle()
  return orgOfRecord({ columns, units, services: [], people, issues: roles.issues.all, unknownManagers })
}

/** Columns that hold ids as bytes and decode them on first use. */
class ByteColumns implements RoleColumns {
  constructor(
    readonly lateIds: LateList<string>,
    readonly handles: ByteSet,
    readonly manager: Int32Array,
    readonly managerEvidence: ReadonlyMap<number, LineFacts>,
    readonly dotted: EvidencedEdges,
    readonly moves: MoveColumns,
    readonly attributes: AttributeColumns,
  ) {}

  get count(): number {
    return this.manager.length
  }

  get ids(): readonly string[] {
    return this.lateIds.list
  }
}

/** The ids and places of roles, for issues. */
class ByteRoles implements RoleNames {
  readonly issues = new IssueList()
  readonly #given: ByteRows

  readonly lateIds: LateList<string>

  constructor(given: ByteRows) {
    this.#given = given
    this.lateIds = textsOf(given.ids.set)
  }

  get handles(): ByteSet {
    return this.#given.ids.set
  }

  get ids(): readonly string[] {
    return this.lateIds.list
  }

  placeOf(handle: number, field?: string): Place {
    return this.placeOfRow(this.#given.ids.rowOf(handle), field && (FIELD_OF_EDGE.get(field) ?? field))
  }

  placeOfItem(handle: number, field: string, item: number): Place | undefined {
    const { ids, placeOfItem: placeOf } = this.#given
    return placeOf?.(ids.rowOf(handle), FIELD_OF_EDGE.get(field) ?? field, item)
  }

  placeOfRow(row: number, field?: string): Place {
    const { placeOf } = this.#given
    return placeOf === undefined
      ? { record: row, ...(field !== undefined && { field }) }
      : placeOf(row, field)
  }
}

/** The odd values of a part by handle, in order, without those that mean "none". */
function* oddOf({ odd, ids }: ByteRows, name: 'manager' | 'dotted' | 'moves'): Generator<[number, unknown]> {
  const values = odd?.get(name)
  if (values === undefined) return
  for (const row of [...values.keys()].sort((a, b) => a - b)) {
    const handle = ids.handles[row]
    const value = values.get(row)
    if (!ids.isRepeat(row) && (name === 'manager' || (value !== undefined && value !== null)))
      yield [handle, value]
  }
}

/** The column with a handle for each text. */
function lookedUp(column: ByteCells | HandleColumn, ids: ByteSet): HandleColumn {
  if ('handles' in column) return column
  return {
    handles: ids.findAll(ByteTexts.plain(column), UNKNOWN_ROLE),
    textOf: (index) => cellText(column, index),
  }
}

/** The solid managers. */
class ByteManagers {
  /** By the handle of the report; `link` sets unknown managers to `NONE`. */
  readonly handles: Int32Array
  /** The names of lines and what they are based on, by the handle of the report. */
  readonly facts = new Map<number, LineFacts>()
  readonly #textOf: (handle: number) => string
  readonly #roles: ByteRoles

  constructor(given: ByteRows, roles: ByteRoles) {
    const { ids, manager } = given
    const found = manager && lookedUp(manager, ids.set)
    const { rows } = ids
    this.#roles = roles
    this.handles =
      found === undefined
        ? new Int32Array(ids.set.count).fill(NONE)
        : (rows?.map((row) => found.handles[row]) ?? found.handles)
    const oddTexts = new Map<number, string>()
    const lines = readingSolid(roles, edgeRows())
    for (const [handle, odd] of oddOf(given, 'manager')) {
      this.handles[handle] = NONE
      const value = isLine(odd) ? readSolidLine(lines, handle, odd, this.facts) : odd
      if (typeof value === 'string') {
        this.handles[handle] = ids.set.get(value) ?? UNKNOWN_ROLE
        oddTexts.set(handle, value)
      } else if (odd !== undefined && odd !== null) {
        if (!isLine(odd)) {
          const place = roles.placeOf(handle, 'reportsTo')
          readerOf(roles, handle).invalid(odd, 'the id of the manager as a string', place)
        }
        this.handles[handle] = REPORTED_ROLE
        oddTexts.set(handle, unreadManager(odd))
      }
    }
    this.#readNames(given)
    this.#textOf = (handle) => oddTexts.get(handle) ?? found?.textOf(ids.rowOf(handle)) ?? ''
  }

  /** Reads the names of the lines that have none yet. A role without a manager has no line to name. */
  #readNames({ ids, managerAs, odd }: ByteRows): void {
    const others = odd?.get('managerAs')
    if (managerAs === undefined && others === undefined) return
    const names = new ByteSet()
    const numbers = managerAs && names.addAll(ByteTexts.plain(managerAs))
    // Rows with the same name share its facts.
    const facts: (LineFacts | undefined)[] = []
    for (let handle = 0; handle < this.handles.length; handle++) {
      const row = ids.rowOf(handle)
      const number = numbers?.[row] ?? NONE
      if (others?.has(row) === true) this.#refuseName(handle, others.get(row))
      else if (number !== NONE) {
        if (!(number in facts)) facts[number] = factsOf(names.text(number))
        const fact = facts[number]
        if (fact === undefined) this.#refuseName(handle, names.text(number))
        else if (this.handles[handle] !== NONE) {
          const own = this.facts.get(handle)
          this.facts.set(handle, own === undefined ? fact : Object.freeze({ ...fact, ...own }))
        }
      }
    }
  }

  #refuseName(handle: number, received: unknown): void {
    const as = readLineName(received)
    if (!(as instanceof Refused)) return
    readerOf(this.#roles, handle).invalid(received, as.expected, this.#roles.placeOf(handle, 'managerAs'))
  }

  /** Adds an issue for each unknown manager and each role that is its own manager; returns the unknown managers. */
  *link(): Steps<ReadonlyMap<number, string>> {
    const { handles } = this
    const broken: number[] = []
    const unknown = new Map<number, string>()
    for (let handle = 0; handle < handles.length; handle++) {
      const manager = handles[handle]
      if (manager >= 0 && manager !== handle) continue
      if (manager === handle || manager === UNKNOWN_ROLE) broken.push(handle)
      if (manager < NONE) {
        const text = this.#textOf(handle)
        // A document states it too, so it must not have the id of a role.
        unknown.set(handle, manager === REPORTED_ROLE ? unusedId(this.#roles, text) : text)
        handles[handle] = NONE
      }
    }
    // After all look-ups: suggestions depend on who reports to whom.
    for (const handle of broken) {
      addManagerIssue(this.#roles, handle, unknown.get(handle) ?? this.#roles.ids[handle], handles)
      yield
    }
    return unknown
  }
}

/** The facts of a line with a name; `undefined` for a name that a line cannot have. */
function factsOf(name: string): LineFacts | undefined {
  const as = readLineName(name)
  return as instanceof Refused ? undefined : lineFactsOf(as, undefined)
}

/** The edges out of rows, with those of odd values. */
class ByteEdges implements FoundEdges {
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
