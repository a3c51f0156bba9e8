import { NONE } from '../engine/columns.js'
import { type OrgRecord, type OrgState, stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import { roleRecord } from '../engine/role-record.js'
import { orgOfRecord } from '../define/org-of-record.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { givenOptions, oneOf } from '../kernel/option-check.js'
import type { Org } from '../model/org.js'
import { personOfHolder } from '../model/person.js'
import type { Role } from '../model/role.js'
import type { Unit } from '../model/unit.js'
import { attributesOf, rowsOf } from './changed-record.js'
import { dottedColumns, moveColumns } from './edge-columns.js'
import { OpenOrg } from './open-org.js'
import { unitLedBy, unitsNamed } from './unit-references.js'
import { managerIn, type OpenRole } from './open-role.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import { remainingIssues } from './remaining-issues.js'

/** The options of {@link filterOrg}: what happens to the reports of roles that are left out. */
export interface FilterOptions {
  /**
   * `'lift'` (the default): they report to the nearest manager who stays. `'drop'`: they are left out too, with everyone below them.
   * `'keep-chain'`: everyone above a role that is not removed is kept, so that there are no such reports.
   */
  readonly reports?: 'lift' | 'drop' | 'keep-chain'
}

/**
 * Returns an org of the roles for which a function returns true: without leavers, with one family only, what matches a search and those
 * above it.
 *
 * Roles keep their order, attributes and places among each other. Dotted lines, moves and services to roles that are left out are left
 * out as well, and a unit loses a head that is; all units and people stay. A lifted role that has nobody above it is a top, and
 * sources of its line, which were about another manager, are left out. In a cycle there may be no manager who stays.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param org The org.
 * @param predicate Called once per role, in input order, with what {@link roleOf} returns.
 * @param options `reports`.
 * @returns An org with the same types: some of its ids may not be there, so ask with `isRole`.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`. An error of the function is passed on.
 * @example
 * ```ts
 * import { defineOrg, filterOrg, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director', vacant: true }, analyst: { reportsTo: 'lead' } },
 * })
 * const filled = filterOrg(org, (role) => !role.vacant)
 * console.log(managerOf(filled, 'analyst')) // => director
 * ```
 * @see {@link subOrg}, {@link changeOrg} to remove roles one by one and see the effects.
 */
export function filterOrg<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  predicate: (role: Role<Id, Unit, Data, Person>) => boolean,
  options?: FilterOptions,
): Org<Id, Unit, Data, Person> {
  const state = stateOf(org)
  const given = givenOptions('filterOrg', options, ['reports'])
  const rule = oneOf('reports', given.get('reports'), ['lift', 'drop', 'keep-chain'], 'lift')
  const received: unknown = predicate
  if (typeof received !== 'function')
    throw invalidArgument('filterOrg', 'predicate', received, 'a function of a role')
  const keeps = new Uint8Array(state.columns.count)
  for (let handle = 0; handle < keeps.length; handle++) {
    const answer: unknown = Reflect.apply(received, undefined, [roleRecord(state, handle)])
    if (typeof answer !== 'boolean')
      throw invalidArgument('filterOrg', 'predicate', predicate, 'a function that returns true or false')
    if (answer) keeps[handle] = 1
  }
  if (rule === 'keep-chain') keepChains(state, keeps)
  if (rule === 'drop') dropBelow(state, keeps)
  return typed(org, selected(state, keeps, liftedManagers(state, keeps)))
}

function keepChains({ columns: { manager } }: OrgState, keeps: Uint8Array): void {
  for (const first of keeps.keys()) {
    if (keeps[first] !== 1) continue
    for (let next = manager[first]; next !== NONE && keeps[next] === 0; next = manager[next]) keeps[next] = 2
  }
}

function dropBelow(state: OrgState, keeps: Uint8Array): void {
  const { start, to } = state.hierarchy.reports
  if (to.length === 0) return
  const pending = Array.from(keeps.keys()).filter((handle) => keeps[handle] === 0)
  for (let handle = pending.pop(); handle !== undefined; handle = pending.pop()) {
    for (let edge = start[handle]; edge < start[handle + 1]; edge++) {
      if (keeps[to[edge]] === 0) continue
      keeps[to[edge]] = 0
      pending.push(to[edge])
    }
  }
}

/** The nearest manager above each role that stays. Each line is followed once. */
function liftedManagers({ columns: { manager } }: OrgState, keeps: Uint8Array): Int32Array {
  const UNKNOWN = -2
  const lifted = new Int32Array(manager.length).fill(UNKNOWN)
  for (let first = 0; first < manager.length; first++) {
    const chain: number[] = []
    let next = first
    while (next !== NONE && lifted[next] === UNKNOWN) {
      // A chain of roles that are left out and report to each other ends here.
      lifted[next] = NONE
      chain.push(next)
      next = manager[next]
      if (next !== NONE && keeps[next] !== 0) break
    }
    const found = next === NONE ? NONE : keeps[next] !== 0 ? next : lifted[next]
    for (const handle of chain) lifted[handle] = found
  }
  return lifted
}

/**
 * Returns the org of a role and everyone below it along solid lines: its part of the chart on its own, with the role at the top.
 *
 * Roles keep their order. Dotted lines, moves and services to roles outside are left out. Of the units those stay that a role in it is a member
 * or the head of, with the larger units that they are part of; of the people those who hold a role in it.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param org The org.
 * @param role The role at the top; for everyone in a unit, ask for its head.
 * @returns An org with the same types: some of its ids may not be there, so ask with `isRole`.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, rolesOf, subOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' }, buyer: { reportsTo: 'director' } },
 * })
 * console.log(rolesOf(subOrg(org, 'lead'))) // => [ 'lead', 'analyst' ]
 * ```
 * @see {@link filterOrg}, {@link transitiveReportsOf}.
 */
export function subOrg<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  role: Id,
): Org<Id, Unit, Data, Person> {
  const state = stateOf(org)
  const top = ownHandle(state, role)
  const keeps = new Uint8Array(state.columns.count)
  const { start, to } = state.hierarchy.reports
  const handles = [top]
  keeps[top] = 1
  // The loop also visits what is added to the list while it runs.
  for (const handle of to.length === 0 ? [] : handles) {
    for (let edge = start[handle]; edge < start[handle + 1]; edge++) {
      if (keeps[to[edge]] === 1) continue
      keeps[to[edge]] = 1
      handles.push(to[edge])
    }
  }
  const manager = state.columns.manager.slice()
  manager[top] = NONE
  return typed(org, withoutStrangers(selected(state, keeps, manager, top)))
}

/** The record of the roles that stay. */
function selected(state: OrgState, keeps: Uint8Array, managers: Int32Array, top = NONE): OrgRecord {
  const open = new OpenOrg(state)
  const nodes = Int32Array.from(Array.from(keeps.keys()).filter((handle) => keeps[handle] !== 0))
  const rows = rowsOf(open, nodes)
  const manager = new Int32Array(nodes.length)
  const managerEvidence = new Map(state.columns.managerEvidence)
  const unknownManagers = new Map<number, string>()
  managerEvidence.clear()
  for (const [handle, node] of nodes.entries()) {
    manager[handle] = managers[node] === NONE ? NONE : rows.handleOf[managers[node]]
    const was = managerIn(state, node)
    if (was.facts !== undefined && was.to === managers[node] && node !== top)
      managerEvidence.set(handle, was.facts)
    if (was.unknown !== undefined && node !== top) unknownManagers.set(handle, was.unknown)
  }
  const stays = (edge: { readonly to: number }): boolean => keeps[edge.to] !== 0
  const isKnown = (id: string): boolean => rows.handles.has(id)
  const record: OrgRecord = {
    columns: {
      count: nodes.length,
      ids: rows.ids,
      handles: rows.handles,
      manager,
      managerEvidence,
      dotted: dottedColumns(nodes.length, rows, (node) => linesIn(state.columns, node).filter(stays)),
      moves: moveColumns(nodes.length, rows, (node) => movesIn(state.columns, node).filter(stays)),
      attributes: attributesOf(open, rows),
    },
    units: new Map(Array.from(state.units, ([id, unit]) => [id, withKnownHead(unit, isKnown)])),
    services: Object.freeze(
      state.services.filter(({ from, to }) => isKnown(to) && (isKnown(from) || state.units.has(from))),
    ),
    people: state.people,
    issues: state.issues,
    unknownManagers,
  }
  return state.issues.length === 0 ? record : { ...record, issues: remainingIssues(state, record) }
}

function withKnownHead(unit: Unit, isKnown: (id: string) => boolean): Unit {
  return unit.heads.every(isKnown) ? unit : unitLedBy(unit, unit.heads.filter(isKnown))
}

/** The record without units and people that have nothing to do with its roles. */
function withoutStrangers(record: OrgRecord): OrgRecord {
  const units = new Set<string>()
  const people = new Set<string>()
  const addUnit = (first: string): void => {
    let next: string | undefined = first
    while (next !== undefined && !units.has(next)) {
      units.add(next)
      next = record.units.get(next)?.partOf
    }
  }
  const { holders } = record.columns.attributes
  for (let handle = 0; handle < record.columns.count; handle++) {
    for (const [, unit] of unitsNamed(attributesAt(record.columns, handle))) addUnit(unit)
    for (const holder of holders?.[handle] ?? []) people.add(personOfHolder(holder))
  }
  for (const unit of record.units.values()) if (unit.heads.length > 0) addUnit(unit.id)
  return {
    ...record,
    units: new Map([...record.units].filter(([id]) => units.has(id))),
    services: Object.freeze(
      record.services.filter(({ from }) => units.has(from) || record.columns.handles.has(from)),
    ),
    people: record.people && new Map([...record.people].filter(([id]) => people.has(id))),
  }
}

function attributesAt({ attributes }: OrgRecord['columns'], handle: number): OpenRole['attributes'] {
  const values: OpenRole['attributes'] = new Map()
  for (const name of Object.keys(attributes) as (keyof typeof attributes)[])
    values.set(name, attributes[name]?.[handle])
  return values
}

function typed<Id extends string, Unit extends string, Data, Person extends string>(
  _org: Org<Id, Unit, Data, Person>,
  record: OrgRecord,
): Org<Id, Unit, Data, Person> {
  const made: Org = orgOfRecord(record)
  // Its roles are some of those of the org.
  return made as Org<Id, Unit, Data, Person>
}
