import type { OrgState } from '../engine/org-state.js'
import { graphKeyOf } from '../engine/graph-key.js'
import { personRecord } from '../engine/people-index.js'
import { type EdgeFacts, relationEdges } from '../engine/relation-edges.js'
import { isVacantIn } from '../engine/role-record.js'
import { writtenAliases } from '../model/alias.js'
import type { AssignmentTerms, Person } from '../model/person.js'
import { type GraphRelation, RELATIONS } from '../model/relation.js'
import type { RoleAttributes } from '../model/role.js'
import type { Unit } from '../model/unit.js'
import { jsonTextOf } from './lost-in-json.js'

// An org as a graph whose attributes are single values: all that graph files and the writers of graph libraries can hold.

/** A value of an attribute. */
type FlatValue = string | number | boolean

/** An attribute. Its value is `undefined` if JSON cannot hold the one in the org. */
export type FlatField = readonly [name: FlatName, value: FlatValue | undefined]

/** The node of a role, a unit or a person. */
export interface FlatNode {
  readonly kind: 'role' | 'unit' | 'person'
  readonly id: string
  /** The key of {@link graphKeyOf}. */
  readonly key: string
  /** What to show: the title or name, the id or the key, whichever is the first that is not empty. */
  readonly label: string
  /** Its `title`, and everything else that the org states about it. */
  readonly fields: readonly FlatField[]
}

/** An edge between two nodes, by their numbers: roles, then units, then people. */
export interface FlatEdge {
  readonly relation: GraphRelation
  /** The number of the edge among those of its relation. */
  readonly row: number
  readonly from: number
  readonly to: number
  readonly fields: readonly FlatField[]
}

/** The type of each attribute. Lists and data are JSON texts. */
export const FLAT_TYPES = Object.freeze({
  kind: 'text',
  label: 'text',
  title: 'text',
  aliases: 'json',
  grade: 'number',
  family: 'text',
  holders: 'json',
  vacant: 'flag',
  status: 'text',
  fte: 'number',
  cost: 'number',
  minYears: 'number',
  certifications: 'json',
  skills: 'json',
  unitKind: 'text',
  email: 'text',
  relation: 'text',
  as: 'text',
  moveKind: 'text',
  assignmentKind: 'text',
  years: 'json',
  conditions: 'json',
  name: 'text',
  also: 'flag',
  share: 'number',
  from: 'text',
  to: 'text',
  sources: 'json',
  hedge: 'text',
  note: 'text',
  data: 'json',
} as const)

/** The name of an attribute of a node or an edge. */
export type FlatName = keyof typeof FLAT_TYPES

// Membership is an edge; vacant is a flag that every role has.
const ROLE_FIELDS = [
  'title',
  'aliases',
  'grade',
  'family',
  'holders',
  'status',
  'fte',
  'cost',
  'minYears',
  'certifications',
  'skills',
  'sources',
  'hedge',
  'note',
  'data',
] as const satisfies readonly (FlatName & keyof RoleAttributes)[]

/** The nodes: roles, units, and people if the org lists them. */
export function* flatNodes(state: OrgState): Generator<FlatNode, void> {
  const { ids, count, attributes } = state.columns
  const columns = ROLE_FIELDS.flatMap((name) => {
    const column: ArrayLike<unknown> | undefined = attributes[name]
    // If people are nodes, holders are edges.
    return column === undefined || (name === 'holders' && state.people !== undefined)
      ? []
      : [[name, column] as const]
  })
  for (let handle = 0; handle < count; handle++) {
    const id = ids[handle]
    const fields: FlatField[] = []
    const title = attributes.title?.[handle] ?? id
    if (attributes.title?.[handle] === undefined) fields.push(['title', id])
    for (const [name, column] of columns) {
      const value = column[handle]
      if (value !== undefined && value !== 'active') put(fields, name, value)
    }
    fields.push(['vacant', isVacantIn(attributes, handle)])
    yield { kind: 'role', id, ...keyAndLabel(graphKeyOf(id), id, title), fields }
  }
  for (const unit of state.units.values()) yield unitNode(unit)
  for (const id of state.people?.keys() ?? []) yield personNode(personRecord(state, id))
}

function unitNode(unit: Unit): FlatNode {
  const { id, title, kind, sources, hedge, note } = unit
  const fields: FlatField[] = [['title', title]]
  put(fields, 'aliases', writtenAliases(unit))
  put(fields, 'unitKind', kind)
  put(fields, 'sources', sources)
  put(fields, 'hedge', hedge)
  put(fields, 'note', note)
  return { kind: 'unit', id, ...keyAndLabel(graphKeyOf(id), id, title), fields }
}

function personNode(person: Person): FlatNode {
  const { id, name, email, data } = person
  const fields: FlatField[] = [['title', name]]
  put(fields, 'aliases', writtenAliases(person))
  put(fields, 'email', email)
  put(fields, 'data', data)
  return { kind: 'person', id, ...keyAndLabel(graphKeyOf({ person: id }), id, name), fields }
}

function keyAndLabel(key: string, id: string, title: string): Pick<FlatNode, 'key' | 'label'> {
  return { key, label: title !== '' ? title : id !== '' ? id : key }
}

/** The edges relation by relation, in input order; `holds` last, if the org has people. */
export function* flatEdges(state: OrgState): Generator<FlatEdge, void> {
  for (const relation of RELATIONS) {
    let row = 0
    for (const { from, to, facts } of relationEdges(state, relation)) {
      yield { relation, row: row++, from, to, fields: facts === undefined ? NO_FIELDS : edgeFields(facts) }
    }
  }
  const { people, columns, units } = state
  if (people === undefined) return
  const numbers = new Map(Array.from(people.keys(), (id, index) => [id, columns.count + units.size + index]))
  let row = 0
  for (let to = 0; to < columns.count; to++) {
    for (const holder of columns.attributes.holders?.[to] ?? []) {
      const { person, ...terms } = typeof holder === 'string' ? { person: holder } : holder
      const from = numbers.get(person)
      if (from !== undefined)
        yield { relation: 'holds', row: row++, from, to, fields: assignmentFields(terms) }
    }
  }
}

const NO_FIELDS: readonly FlatField[] = Object.freeze([])

function edgeFields({
  kind,
  years,
  conditions,
  as,
  name,
  also,
  sources,
  hedge,
  note,
}: EdgeFacts): FlatField[] {
  const fields: FlatField[] = []
  put(fields, 'as', as)
  put(fields, 'moveKind', kind)
  put(fields, 'years', years)
  put(fields, 'conditions', conditions)
  put(fields, 'name', name)
  put(fields, 'also', also)
  put(fields, 'sources', sources)
  put(fields, 'hedge', hedge)
  put(fields, 'note', note)
  return fields
}

function assignmentFields({ kind = 'permanent', share, from, to }: AssignmentTerms): FlatField[] {
  const fields: FlatField[] = [['assignmentKind', kind]]
  put(fields, 'share', share)
  put(fields, 'from', from)
  put(fields, 'to', to)
  return fields
}

function put(fields: FlatField[], name: FlatName, value: unknown): void {
  if (value === undefined) return
  // An org distinguishes an empty list of sources from none.
  if (Array.isArray(value) && value.length === 0 && name !== 'data' && name !== 'sources') return
  if (FLAT_TYPES[name] === 'json') fields.push([name, jsonTextOf(value)])
  // The types of the attributes guarantee this.
  else fields.push([name, value as FlatValue])
}

/** The attributes that some node or edge has, in the order of {@link FLAT_TYPES}. O(roles + units + people + edges). */
export function flatNames(state: OrgState): {
  readonly nodes: readonly FlatName[]
  readonly edges: readonly FlatName[]
} {
  const { attributes, managerEvidence, dotted, moves } = state.columns
  const nodes = new Set<FlatName>(['kind', 'label', 'title', 'vacant'])
  for (const name of ROLE_FIELDS) {
    if (attributes[name] !== undefined && (name !== 'holders' || state.people === undefined)) nodes.add(name)
  }
  for (const unit of state.units.values()) addNames(nodes, unitNode(unit).fields)
  for (const id of state.people?.keys() ?? []) addNames(nodes, personNode(personRecord(state, id)).fields)
  const edges = new Set<FlatName>(['relation'])
  for (const evidence of [managerEvidence, dotted.evidence, moves.evidence]) {
    for (const facts of evidence.values()) addNames(edges, edgeFields(facts))
  }
  for (const [edge, kind] of moves.kind.entries()) {
    addNames(edges, edgeFields({ kind, conditions: moves.conditions[edge] }))
    if (moves.years[edge] !== undefined) edges.add('years')
  }
  for (const { from: _from, to: _to, ...facts } of state.services) addNames(edges, edgeFields(facts))
  if (attributes.alsoIn !== undefined) edges.add('also')
  if (state.people !== undefined) {
    for (const holders of attributes.holders ?? []) {
      for (const holder of holders ?? [])
        addNames(edges, assignmentFields(typeof holder === 'string' ? {} : holder))
    }
  }
  const inOrder = (names: ReadonlySet<FlatName>): FlatName[] =>
    (Object.keys(FLAT_TYPES) as FlatName[]).filter((name) => names.has(name))
  return { nodes: inOrder(nodes), edges: inOrder(edges) }
}

function addNames(names: Set<FlatName>, fields: readonly FlatField[]): void {
  for (const [name] of fields) names.add(name)
}
