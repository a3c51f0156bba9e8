import { invalidArgument } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { ATTRIBUTE_READERS, ROLE_ATTRIBUTES } from './attribute-readers.js'
import type { Person } from '../model/person.js'
import type { IssueList, IssueParts } from './issue-list.js'
import { readPersonSpec, repeatedPerson } from './read-people.js'
import { RoleRows } from './role-rows.js'
import { type Fields, SpecReader } from './spec-reader.js'

/** The part of a graph that is read: every graphology graph has it, whatever its type and version. */
export interface ReadableGraph {
  forEachNode(visit: (node: string, attributes: { readonly [name: string]: unknown }) => void): void
  forEachEdge(
    visit: (
      edge: string,
      attributes: { readonly [name: string]: unknown },
      source: string,
      target: string,
      sourceAttributes: unknown,
      targetAttributes: unknown,
      undirected: boolean,
    ) => void,
  ): void
}

// Membership is an edge of a graph.
const ATTRIBUTES = ROLE_ATTRIBUTES.filter((name) => name !== 'unit' && name !== 'alsoIn')

/** The node of a role. */
interface RoleNode {
  readonly kind: 'role'
  readonly id: string
  readonly handle: number
}

/** The node of a unit; the edges fill in its heads and its larger unit. */
interface UnitNode {
  readonly kind: 'unit'
  readonly id: string
  readonly fields: Fields
  readonly place: Place
  readonly heads: string[]
  partOf: string | undefined
}

/** The node of a person. */
interface PersonNode {
  readonly kind: 'person'
  readonly id: string
}

/** The nodes of a graph: the roles in rows, and what each key stands for. */
export interface NodeRows {
  readonly rows: RoleRows
  /** A node that repeats an id is left out. */
  readonly ends: ReadonlyMap<string, RoleNode | UnitNode | PersonNode>
  /** The people; absent if they are not nodes. */
  readonly people: ReadonlyMap<string, Person> | undefined
}

/** Reads nodes into rows. Attributes that roles and units do not have are ignored: a graph may have others. */
export function readNodes(graph: ReadableGraph, withPeople: boolean, issues: IssueList): NodeRows {
  const keys: string[] = []
  const ends = new Map<string, RoleNode | UnitNode | PersonNode>()
  const rows = new RoleRows((handle, field): Place => {
    const path = ['nodes', keys[handle]]
    return { path: field === undefined ? path : [...path, field] }
  }, issues)
  const unitNodes = new Map<string, Fields>()
  const personNodes = new Map<string, Fields>()
  graph.forEachNode((givenKey, attributes) => {
    const key = keyOf(givenKey)
    const fields = statedFields(attributesOf(attributes))
    if (fields.get('kind') === 'unit') {
      unitNodes.set(key, fields)
      return
    }
    if (withPeople && fields.get('kind') === 'person') {
      personNodes.set(key, fields)
      return
    }
    const id = idOf(key, fields)
    const handle = rows.ids.length
    const place: Place = { path: ['nodes', key] }
    if (!rows.addId(id)) {
      rows.refuseRepeat(id, place)
      return
    }
    keys.push(key)
    ends.set(key, { kind: 'role', id, handle })
    readAttributes(rows, handle, fields, place)
  })
  const units = new Map<string, UnitNode>()
  for (const [key, fields] of unitNodes) {
    const place: Place = { path: ['nodes', key] }
    const id = idOf(key, fields)
    const handle = rows.handles.get(id)
    const first = handle === undefined ? units.get(id)?.place : rows.placeOf(handle)
    if (first !== undefined) {
      addDuplicate(issues, first, place, {
        units: [id],
        message: `A unit has the same id as another node, ${quote(id)}`,
        suggestion: 'Roles and units share one namespace: give each node a different id.',
      })
      continue
    }
    const unit: UnitNode = { kind: 'unit', id, fields, place, heads: [], partOf: undefined }
    units.set(id, unit)
    ends.set(key, unit)
  }
  const people = withPeople ? readPersonNodes(personNodes, ends, issues) : undefined
  return { rows, ends, people }
}

function readPersonNodes(
  nodes: ReadonlyMap<string, Fields>,
  ends: Map<string, RoleNode | UnitNode | PersonNode>,
  issues: IssueList,
): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>()
  const places = new Map<string, Place>()
  const reader = new SpecReader(issues, {})
  for (const [key, fields] of nodes) {
    const place: Place = { path: ['nodes', key] }
    const id = idOf(key, fields)
    const first = places.get(id)
    if (first !== undefined) {
      addDuplicate(issues, first, place, repeatedPerson(id))
      continue
    }
    places.set(id, place)
    people.set(id, readPersonSpec(reader, id, fields, place, 'title'))
    ends.set(key, { kind: 'person', id })
  }
  return people
}

/** The key of a node or an edge. Throws `INVALID_ARGUMENT` for a key other than text. */
export function keyOf(received: unknown): string {
  if (typeof received === 'string') return received
  throw invalidArgument('fromGraph', 'graph', received, 'a graph with strings as keys')
}

/** The attributes of a node or an edge; none if the graph has null instead. Throws `INVALID_ARGUMENT`. */
export function attributesOf(received: unknown): { readonly [name: string]: unknown } {
  if (received === undefined || received === null) return {}
  if (typeof received === 'object') return received as { readonly [name: string]: unknown }
  throw invalidArgument('fromGraph', 'graph', received, 'a graph with objects as attributes')
}

/** The attributes that state something: neither undefined nor null, except for null as `data`. */
export function statedFields(attributes: object): Fields {
  const fields = new Map<string, unknown>(Object.entries(attributes))
  for (const [name, value] of fields) {
    if (value === undefined || (value === null && name !== 'data')) fields.delete(name)
  }
  return fields
}

function idOf(key: string, fields: Fields): string {
  const id = fields.get('id')
  return typeof id === 'string' ? id : key
}

function readAttributes(rows: RoleRows, handle: number, fields: Fields, place: Place): void {
  const reader = new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
  for (const name of ATTRIBUTES) {
    const value: unknown = reader.read<unknown>(fields, name, ATTRIBUTE_READERS[name], place)
    if (value !== undefined) rows.setAttribute(handle, name, value)
  }
}

function addDuplicate(
  issues: IssueList,
  first: Place,
  place: Place,
  parts: Pick<IssueParts, 'units' | 'message' | 'suggestion'>,
): void {
  issues.add('DUPLICATE_ID', { ...parts, place, witness: [first, place] })
}
