import { ROLE_ATTRIBUTES } from '../../define/attribute-readers.js'
import { lineSpec, personSpec, serviceSpec, unitSpec } from '../../define/spec-of-org.js'
import type { Change } from '../../model/change.js'
import { type HolderSpec, personOfHolder } from '../../model/person.js'
import type { RoleAttributes } from '../../model/role.js'
import type { ServiceSpec } from '../../model/service.js'
import { comparedOf } from '../diff-attributes.js'
import type { OpenOrg } from '../open-org.js'
import { writtenManager, writtenMove } from '../open-role.js'

/** What can be added, removed and referred to. */
export type EntityKind = 'role' | 'unit' | 'person'

/** A role, unit or person by its id. */
export interface Entity {
  readonly kind: EntityKind
  readonly id: string
}

/**
 * The name of a fact about an org, which each side of a merge changes as a whole: a field of a role, unit or person, a dotted line, a
 * move, or the services with the same ends and name. Whether a role is vacant is part of its holders.
 */
export interface Fact {
  /** What it is about and its field, as one text. */
  readonly name: string
  /** Tells it from the other facts of its name. */
  readonly key: string
  readonly of: EntityKind | 'service'
  readonly id: string
  readonly field: string
  /** The other end of a dotted line or move. */
  readonly to?: string
}

export function factOf(of: Fact['of'], id: string, field: string, to?: string): Fact {
  const name = factName(of, field)
  return to === undefined
    ? { name, key: id, of, id, field }
    : { name, key: `${String(id.length)} ${id}${to}`, of, id, field, to }
}

/** The name of the facts about a field: of a role, as most are, the field itself. */
export function factName(of: Fact['of'], field: string): string {
  return of === 'role' ? field : `${of} ${field}`
}

/** The holders of a role, and whether it is vacant. */
export interface Holding {
  readonly holders?: readonly HolderSpec[]
  readonly vacant?: true
}

type ServiceEnds = Pick<ServiceSpec, 'from' | 'to' | 'name'>

/** The fact of the services with the same ends and name. */
export function serviceFact({ from, to, name }: ServiceEnds): Fact {
  return factOf('service', JSON.stringify([from, to, name]), 'services')
}

/** The ends and the name of the services of a fact. */
export function endsOfService(fact: Fact): ServiceEnds {
  const [from, to, name] = JSON.parse(fact.id) as [string, string, string]
  return { from, to, name }
}

/** The facts that a change touches, those of an added entity too. */
export function factsOf(change: Change): readonly Fact[] {
  switch (change.do) {
    case 'add-role': {
      const facts = attributeFacts(change.role, change.spec ?? {})
      const { reportsTo, dottedTo, progressesTo } = change.spec ?? {}
      if (reportsTo !== undefined) facts.push(factOf('role', change.role, 'reportsTo'))
      for (const to of endsIn(dottedTo)) facts.push(factOf('role', change.role, 'dottedTo', to))
      for (const to of endsIn(progressesTo)) facts.push(factOf('role', change.role, 'progressesTo', to))
      return facts
    }
    case 'update-role':
      return attributeFacts(change.role, change.set)
    case 'set-manager':
      return [factOf('role', change.role, 'reportsTo')]
    case 'add-dotted-line':
      return endsIn(change.manager).map((to) => factOf('role', change.role, 'dottedTo', to))
    case 'remove-dotted-line':
      return [factOf('role', change.role, 'dottedTo', change.manager)]
    case 'add-move':
      return endsIn(change.move).map((to) => factOf('role', change.role, 'progressesTo', to))
    case 'update-move':
    case 'remove-move':
      return [factOf('role', change.role, 'progressesTo', change.to)]
    case 'assign':
    case 'unassign':
      return [factOf('role', change.role, 'holders')]
    case 'add-unit':
      return Object.keys(change.spec ?? {}).map((field) => factOf('unit', change.unit, field))
    case 'update-unit':
      return Object.keys(change.set).map((field) => factOf('unit', change.unit, field))
    case 'add-person':
      return Object.keys(change.spec ?? {}).map((field) => factOf('person', change.person, field))
    case 'update-person':
      return Object.keys(change.set).map((field) => factOf('person', change.person, field))
    case 'add-service':
    case 'remove-service':
      return [serviceFact(change.service)]
    case 'remove-role':
    case 'rename-role':
    case 'remove-unit':
    case 'remove-person':
    case 'list-people':
    case 'unlist-people':
    case 'reorder':
      return NOTHING
  }
}

function attributeFacts(role: string, fields: object): Fact[] {
  const places: number[] = []
  for (const field of Object.keys(fields)) {
    const place = PLACES.get(field === 'vacant' ? 'holders' : field)
    if (place !== undefined && !places.includes(place)) places.push(place)
  }
  // Most are in order already, and sorting takes memory for each change of a merge.
  if (places.some((place, at) => place < places[at - 1])) places.sort((a, b) => a - b)
  return places.map((place) => factOf('role', role, ROLE_ATTRIBUTES[place]))
}

/** The places of the attributes in the order of facts. */
const PLACES: ReadonlyMap<string, number> = new Map(ROLE_ATTRIBUTES.map((name, place) => [name, place]))

type End = string | { readonly to: string }

function endsIn(edges: End | readonly End[] | undefined): readonly string[] {
  if (edges === undefined) return NOTHING
  const list: readonly End[] = Array.isArray(edges) ? edges : [edges as End]
  return list.map(endOf)
}

/** The role at the other end of a written line or move. */
export function endOf(edge: End): string {
  return typeof edge === 'string' ? edge : edge.to
}

/** The id in a value of `reportsTo`. */
export function managerIn(value: unknown): string | undefined {
  return value === undefined ? undefined : endOf(value as End)
}

/** The value of a fact in an org, as it is written in a spec; `undefined` where there is none. */
export function valueOf(open: OpenOrg, fact: Fact): unknown {
  if (fact.of === 'role') {
    const node = open.nodeOf(fact.id)
    return node === undefined ? undefined : valueOfRole(open, node, fact)
  }
  if (fact.of === 'unit') return fieldOf(open.units.get(fact.id), unitSpec, fact.field)
  if (fact.of === 'person') return fieldOf(open.people?.get(fact.id), personSpec, fact.field)
  if (open.services.length === 0) return undefined
  const { from, to, name } = endsOfService(fact)
  const list = open.services
    .filter((service) => service.from === from && service.to === to && service.name === name)
    .map(serviceSpec)
  return list.length === 0 ? undefined : list
}

function fieldOf<Entry>(entry: Entry | undefined, specOf: (entry: Entry) => object, field: string): unknown {
  const spec = entry === undefined ? undefined : specOf(entry)
  return spec !== undefined && Object.hasOwn(spec, field) ? Reflect.get(spec, field) : undefined
}

function valueOfRole(open: OpenOrg, node: number, { field, to }: Fact): unknown {
  switch (field) {
    case 'reportsTo':
      return writtenManager(open.solidLineOf(node), open.idOf) ?? undefined
    case 'dottedTo': {
      const line = open.dottedLinesOf(node).find((each) => open.idOf(each.to) === to)
      return line && lineSpec(open.idOf(line.to), line.facts)
    }
    case 'progressesTo': {
      const move = open.movesOf(node).find((each) => open.idOf(each.to) === to)
      return move && writtenMove(move, open.idOf)
    }
    case 'holders': {
      const holders = comparedOf(open, node, 'holders') as readonly HolderSpec[] | undefined
      const vacant = comparedOf(open, node, 'vacant') as true | undefined
      if (holders === undefined && vacant === undefined) return undefined
      return { ...(holders && { holders }), ...(vacant && { vacant }) }
    }
    default:
      return comparedOf(open, node, field as keyof RoleAttributes)
  }
}

/** The roles, units and people to which a value refers. Holders are people where the org has `people`. */
export function referencesIn(
  open: OpenOrg,
  fact: Fact,
  value: unknown,
  hasPeople = open.people !== undefined,
): readonly Entity[] {
  if (fact.of === 'service') {
    if (value === undefined) return NOTHING
    const { from, to } = endsOfService(fact)
    const kind = open.units.has(from) ? 'unit' : 'role'
    return [
      { kind, id: from },
      { kind: 'role', id: to },
    ]
  }
  const kind = REFERRED.get(fact.name)
  if (kind === undefined || value === undefined) return NOTHING
  if (typeof value === 'string') return [{ kind, id: value }]
  if (kind === 'person') {
    if (!hasPeople) return NOTHING
    const { holders = [] } = value as Holding
    return holders.map((holder) => ({ kind, id: personOfHolder(holder) }))
  }
  return endsIn(value as End | readonly End[]).map((id) => ({ kind, id }))
}

/** Saves an array for each fact that has none of what is asked for. */
export const NOTHING: readonly never[] = Object.freeze([])

/** The facts that refer to something, and to what. */
const REFERRED: ReadonlyMap<string, EntityKind> = new Map([
  [factName('role', 'reportsTo'), 'role'],
  [factName('role', 'dottedTo'), 'role'],
  [factName('role', 'progressesTo'), 'role'],
  [factName('role', 'unit'), 'unit'],
  [factName('role', 'alsoIn'), 'unit'],
  [factName('role', 'holders'), 'person'],
  [factName('unit', 'head'), 'role'],
  [factName('unit', 'partOf'), 'unit'],
])

/** All facts of a role or unit that refer to something. */
export function referringFacts(open: OpenOrg, kind: EntityKind, id: string): Fact[] {
  if (kind === 'unit') return ['head', 'partOf'].map((field) => factOf('unit', id, field))
  const node = kind === 'role' ? open.nodeOf(id) : undefined
  if (node === undefined) return []
  return [
    ...['reportsTo', 'unit', 'alsoIn', 'holders'].map((field) => factOf('role', id, field)),
    ...open.dottedLinesOf(node).map(({ to }) => factOf('role', id, 'dottedTo', open.idOf(to))),
    ...open.movesOf(node).map(({ to }) => factOf('role', id, 'progressesTo', open.idOf(to))),
  ]
}

/** Whether an org has a role, unit or person. */
export function hasEntity(open: OpenOrg, kind: EntityKind, id: string): boolean {
  if (kind === 'role') return open.nodeOf(id) !== undefined
  return kind === 'unit' ? open.units.has(id) : open.people?.has(id) === true
}
