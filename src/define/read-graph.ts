import { addToList } from '../kernel/add-to-list.js'
import type { ReadableGraph } from './read-graph-nodes.js'
import { quote } from '../kernel/quote.js'
import type { HolderSpec, Person } from '../model/person.js'
import type { GraphRelation } from '../model/relation.js'
import type { Unit } from '../model/unit.js'
import { ATTRIBUTE_READERS, holderOf } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { readEdges, readingDotted, readingMoves } from './read-edges.js'
import { type GraphEdgeRow, type GraphReading, readGraphEdges } from './read-graph-edges.js'
import { type NodeRows, readNodes } from './read-graph-nodes.js'
import { readTerms } from './read-person-fields.js'
import { readService, readUnit, type ServiceRow } from './read-units.js'
import { checkVacancies, readerOf, type RoleRows } from './role-rows.js'
import { placeBelow, SpecReader } from './spec-reader.js'

const EVIDENCE_FIELDS = ['sources', 'hedge', 'note'] as const
const LINE_FIELDS = [...EVIDENCE_FIELDS, 'as'] as const
const MOVE_FIELDS = [...EVIDENCE_FIELDS, 'kind', 'years', 'conditions'] as const
const SERVICE_FIELDS = [...EVIDENCE_FIELDS, 'name'] as const
const UNIT_FIELDS = [...EVIDENCE_FIELDS, 'title', 'aliases'] as const

/** The contents of a graph, before any id is looked up. */
interface GraphRows {
  readonly rows: RoleRows
  readonly units: ReadonlyMap<string, Unit>
  readonly services: readonly ServiceRow[]
  readonly people: ReadonlyMap<string, Person> | undefined
}

/** Reads a graph into rows. O(nodes + edges). */
export function readGraph(graph: ReadableGraph, reading: GraphReading, issues: IssueList): GraphRows {
  const nodes = readNodes(graph, reading.withPeople, issues)
  const { rows, people } = nodes
  const edges = readGraphEdges(graph, nodes, reading, issues)
  readSolid(rows, byRole(edges.get('reportsTo')))
  const dotted = readingDotted(rows)
  for (const [handle, edge] of byRole(edges.get('dottedTo'))) {
    readEdges(dotted, handle, writtenEdge(edge, LINE_FIELDS), edge.place)
  }
  const moves = readingMoves(rows)
  for (const [handle, edge] of byRole(edges.get('progressesTo'))) {
    readEdges(moves, handle, writtenEdge(edge, MOVE_FIELDS), edge.place)
  }
  readMembers(rows, byRole(edges.get('memberOf')))
  readHolders(rows, edges.get('holds') ?? [])
  checkVacancies(rows)
  const units = readGraphUnits(nodes, edges, issues)
  const services = (edges.get('supports') ?? []).flatMap((edge) => {
    const written = { ...writtenEdge(edge, SERVICE_FIELDS), from: edge.from.id }
    return readService(new SpecReader(issues, {}), written, edge.place) ?? []
  })
  return { rows, units, services, people }
}

/** The edges out of roles, in the order of the roles, and for each role in the order of the graph. */
function byRole(edges: readonly GraphEdgeRow[] = []): (readonly [handle: number, edge: GraphEdgeRow])[] {
  const fromRoles = edges.flatMap((edge) =>
    edge.from.kind === 'role' ? [[edge.from.handle, edge] as const] : [],
  )
  return fromRoles.sort(([a], [b]) => a - b)
}

/** An edge as in a spec. Other attributes are ignored. */
function writtenEdge(edge: GraphEdgeRow, names: readonly string[]): { readonly [name: string]: unknown } {
  return { ...stated(edge, names), to: edge.to.id }
}

function stated(from: Pick<GraphEdgeRow, 'fields'>, names: readonly string[]): { [name: string]: unknown } {
  return Object.fromEntries(names.map((name) => [name, from.fields.get(name)]))
}

function readSolid(rows: RoleRows, edges: readonly (readonly [handle: number, edge: GraphEdgeRow])[]): void {
  const linesOf = new Map<number, GraphEdgeRow[]>()
  for (const [handle, edge] of edges) {
    addToList(linesOf, handle, edge)
  }
  for (let handle = 0; handle < rows.ids.length; handle++) {
    const lines = linesOf.get(handle)
    rows.managers.push(lines?.[0].to.id)
    if (lines === undefined) continue
    const evidence = readerOf(rows, handle).lineFacts(lines[0].fields, lines[0].place)
    if (evidence !== undefined) rows.managerEvidence.set(handle, evidence)
    if (lines.length > 1) addSecondManager(rows, handle, lines)
  }
}

function addSecondManager(rows: RoleRows, handle: number, lines: readonly GraphEdgeRow[]): void {
  const role = rows.ids[handle]
  const managers = [...new Set(lines.map((line) => line.to.id))]
  const place = lines[1].place
  if (managers.length === 1) {
    rows.issues.add('DUPLICATE_LINE', {
      roles: [role],
      place,
      witness: [role, managers[0]],
      message: `The role ${quote(role)} reports to ${quote(managers[0])} twice`,
      suggestion: 'Remove the duplicate.',
    })
    return
  }
  const shown = managers.slice(0, 8).map(quote).join(', ') + (managers.length > 8 ? ', …' : '')
  rows.issues.add('SEVERAL_MANAGERS', {
    roles: [role],
    place,
    witness: managers,
    message: `The role ${quote(role)} has ${String(managers.length)} solid managers: ${shown}`,
    suggestion: 'Keep one solid line, and give the other edges the relation dottedTo.',
  })
}

function readMembers(
  rows: RoleRows,
  edges: readonly (readonly [handle: number, edge: GraphEdgeRow])[],
): void {
  const others = new Map<number, string[]>()
  let last = -1
  for (const [handle, edge] of edges) {
    if (edge.fields.get('also') === true) {
      addToList(others, handle, edge.to.id)
      continue
    }
    if (handle === last) {
      readerOf(rows, handle).invalid(
        edge.to.id,
        'one unit per role (mark further ones with also: true)',
        edge.place,
      )
    } else rows.setAttribute(handle, 'unit', edge.to.id)
    last = handle
  }
  for (const [handle, units] of others) rows.setAttribute(handle, 'alsoIn', ATTRIBUTE_READERS.alsoIn(units))
}

/** Reads edges `holds` into the holders of their roles. */
function readHolders(rows: RoleRows, edges: readonly GraphEdgeRow[]): void {
  if (edges.length === 0) return
  const column = (rows.attributes.get('holders') ?? []) as (readonly HolderSpec[] | undefined)[]
  const held = new Map<number, HolderSpec[]>()
  for (const { from, to, fields, place } of edges) {
    if (to.kind !== 'role') continue
    const terms = readTerms(
      rows,
      to.handle,
      (part) => fields.get(part),
      (part) => placeBelow(place, part),
    )
    addToList(held, to.handle, holderOf(from.id, terms))
  }
  const holders = rows.ids.map((_, handle) => {
    const [stated, byEdges] = [column.at(handle), held.get(handle)]
    if (stated !== undefined && byEdges !== undefined) {
      readerOf(rows, handle).invalid(
        stated,
        'no list of holders, since edges say who holds the role',
        rows.placeOf(handle, 'holders'),
      )
    }
    return byEdges === undefined ? stated : Object.freeze(byEdges)
  })
  rows.attributes.set('holders', holders)
}

function readGraphUnits(
  { ends }: NodeRows,
  edges: ReadonlyMap<GraphRelation, readonly GraphEdgeRow[]>,
  issues: IssueList,
): ReadonlyMap<string, Unit> {
  for (const edge of edges.get('headOf') ?? []) {
    if (edge.to.kind === 'unit') edge.to.heads.push(edge.from.id)
  }
  for (const { from, to, place } of edges.get('partOf') ?? []) {
    if (from.kind !== 'unit') continue
    if (from.partOf === undefined) from.partOf = to.id
    else new SpecReader(issues, { units: [from.id] }).invalid(to.id, 'one partOf per unit', place)
  }
  const units = new Map<string, Unit>()
  for (const node of ends.values()) {
    if (node.kind !== 'unit') continue
    const { id, fields, place, heads: head, partOf } = node
    const kind = fields.get('unitKind')
    const reader = new SpecReader(issues, { units: [id] })
    const unit = readUnit(reader, id, { ...stated(node, UNIT_FIELDS), kind, head, partOf }, place)
    if (unit !== undefined) units.set(id, unit)
  }
  return units
}
