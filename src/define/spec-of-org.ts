import { NONE } from '../engine/columns.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { attributesAt, idAt, linesIn, managerAt, managerFactsAt } from '../engine/role-reader.js'
import { isVacant, movesFrom } from '../engine/role-record.js'
import { type Alias, writtenAliases } from '../model/alias.js'
import type { Evidence } from '../model/evidence.js'
import type { LineFacts, LineSpec } from '../model/line.js'
import type { Move, MoveSpec } from '../model/move.js'
import type { Org } from '../model/org.js'
import { type HolderSpec, type Person, type PersonSpec } from '../model/person.js'
import type { OneOrMany, RoleSpec } from '../model/role.js'
import type { Service, ServiceSpec } from '../model/service.js'
import type { Unit, UnitSpec } from '../model/unit.js'

/** An org as written in a spec, by id and in order. A plain object would move ids such as `'7'` to the front. */
export interface WrittenOrg {
  readonly roles: ReadonlyMap<string, RoleSpec>
  readonly units: ReadonlyMap<string, UnitSpec>
  /** Absent if holders are names. */
  readonly people: ReadonlyMap<string, PersonSpec> | undefined
  readonly services: readonly ServiceSpec[]
}

/**
 * Turns an org back into what `defineOrg` takes: its roles, units, people and services in their shortest form, without
 * defaults and empty lists. Objects and lists are fresh, except for the data of roles, which is frozen.
 * O(roles + lines + moves + units + services).
 */
export function specOfOrg(org: Org): WrittenOrg {
  return writtenOrg(stateOf(org))
}

/** The same for a state. */
export function writtenOrg(state: OrgState): WrittenOrg {
  const roles = new Map<string, RoleSpec>()
  for (let handle = 0; handle < state.columns.count; handle++) {
    roles.set(state.columns.ids[handle], roleSpec(state, handle))
  }
  return {
    roles,
    units: new Map(Array.from(state.units.values(), (unit) => [unit.id, unitSpec(unit)])),
    people: state.people && new Map(Array.from(state.people, ([id, person]) => [id, personSpec(person)])),
    services: state.services.map(serviceSpec),
  }
}

/** A role as written in a spec. */
export function roleSpec(state: OrgState, handle: number): RoleSpec {
  const { attributes, at } = attributesAt(state, handle)
  // Filled in field by field: a spread for each field takes five times as long.
  const spec: Writable<RoleSpec> = {}
  put(spec, 'title', unlessId(attributes.title?.[at], idAt(state, handle)))
  put(spec, 'aliases', aliasSpecs(attributes.aliases?.[at]))
  put(spec, 'grade', attributes.grade?.[at])
  put(spec, 'family', attributes.family?.[at])
  put(spec, 'unit', attributes.unit?.[at])
  put(spec, 'alsoIn', oneOrList(attributes.alsoIn?.[at]))
  put(spec, 'holders', holderSpecs(attributes.holders?.[at]))
  put(spec, 'vacant', isVacant(state, handle) || undefined)
  // Active is the default.
  put(spec, 'status', attributes.status?.[at] === 'planned' ? 'planned' : undefined)
  put(spec, 'fte', attributes.fte?.[at])
  put(spec, 'cost', attributes.cost?.[at])
  put(spec, 'minYears', attributes.minYears?.[at])
  put(spec, 'certifications', listed(attributes.certifications?.[at]))
  put(spec, 'skills', listed(attributes.skills?.[at]))
  put(spec, 'reportsTo', solidSpec(state, handle))
  put(spec, 'dottedTo', oneOrMany(dottedSpecs(state, handle)))
  put(spec, 'progressesTo', oneOrMany(movesFrom(state, handle).map(moveSpec)))
  put(spec, 'sources', attributes.sources?.[at]?.slice())
  put(spec, 'hedge', attributes.hedge?.[at])
  put(spec, 'note', attributes.note?.[at])
  put(spec, 'data', attributes.data?.[at])
  return spec
}

/** A unit as written in a spec. */
export function unitSpec(unit: Unit): UnitSpec {
  const spec: Writable<UnitSpec> = {}
  put(spec, 'title', unlessId(unit.title, unit.id))
  put(spec, 'aliases', aliasSpecs(writtenAliases(unit)))
  put(spec, 'kind', unit.kind)
  put(spec, 'head', oneOrList(unit.heads))
  put(spec, 'partOf', unit.partOf)
  putEvidence(spec, unit)
  return spec
}

/** A person as written in a spec. */
export function personSpec(person: Person): PersonSpec {
  const spec: Writable<PersonSpec> = {}
  put(spec, 'name', unlessId(person.name, person.id))
  put(spec, 'aliases', aliasSpecs(writtenAliases(person)))
  put(spec, 'email', person.email)
  put(spec, 'data', person.data)
  return spec
}

function holderSpecs(holders: readonly HolderSpec[] | undefined): readonly HolderSpec[] | undefined {
  return listed(holders)?.map((holder) => (typeof holder === 'string' ? holder : { ...holder }))
}

export function serviceSpec(service: Service): ServiceSpec {
  const spec: Writable<ServiceSpec> = { from: service.from, to: service.to, name: service.name }
  putEvidence(spec, service)
  return spec
}

function solidSpec(state: OrgState, handle: number): string | LineSpec | undefined {
  const manager = managerAt(state, handle)
  const to = manager === NONE ? state.unknownManagers.get(handle) : idAt(state, manager)
  return to === undefined ? undefined : lineSpec(to, managerFactsAt(state, handle))
}

function dottedSpecs(state: OrgState, handle: number): (string | LineSpec)[] {
  return linesIn(state.columns, handle).map(({ to, facts }) => lineSpec(idAt(state, to), facts))
}

export function lineSpec(to: string, facts: LineFacts | undefined): string | LineSpec {
  if (facts === undefined) return to
  const spec: Writable<LineSpec> = { to }
  put(spec, 'as', facts.as)
  putEvidence(spec, facts)
  return spec
}

export function moveSpec({ to, kind, years, conditions, ...evidence }: Move): string | MoveSpec {
  const spec: Writable<MoveSpec> = { to }
  put(spec, 'kind', kind === 'advancement' ? undefined : kind)
  put(spec, 'years', years && yearsSpec(years))
  put(spec, 'conditions', listed(conditions))
  putEvidence(spec, evidence)
  return Object.keys(spec).length === 1 ? to : spec
}

/** "4 or more" is `[4]`: JSON has no Infinity. */
function yearsSpec([min, max]: readonly [number, number]): readonly [min: number, max?: number] {
  return max === Infinity ? [min] : [min, max]
}

function aliasSpecs(aliases: readonly Alias[] | undefined): readonly Alias[] | undefined {
  return listed(aliases)?.map((alias) => (typeof alias === 'string' ? alias : { ...alias }))
}

type Writable<Spec> = { -readonly [Name in keyof Spec]: Spec[Name] }

/** Sets a field that has a value. */
function put<Spec extends object, Name extends keyof Spec>(
  spec: Spec,
  name: Name,
  value: Spec[Name] | undefined,
): void {
  if (value !== undefined) spec[name] = value
}

function putEvidence(spec: Writable<Evidence>, { sources, hedge, note }: Evidence): void {
  put(spec, 'sources', sources?.slice())
  put(spec, 'hedge', hedge)
  put(spec, 'note', note)
}

function unlessId(title: string | undefined, id: string): string | undefined {
  return title === id ? undefined : title
}

function listed<Value>(list: readonly Value[] | undefined): readonly Value[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list]
}

function oneOrList(ids: readonly string[] | undefined): string | readonly string[] | undefined {
  return ids?.length === 1 ? ids[0] : listed(ids)
}

function oneOrMany<Spec>(list: readonly (string | Spec)[]): OneOrMany<string, Spec> | undefined {
  const [first] = list
  if (list.length === 0) return undefined
  return list.length === 1 && typeof first === 'string' ? first : list
}
