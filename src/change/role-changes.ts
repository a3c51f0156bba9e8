import { ATTRIBUTE_READERS } from '../define/attribute-readers.js'
import { ATTRIBUTES } from '../define/read-role-specs.js'
import { checkVacancy, type RoleRows } from '../define/role-rows.js'
import { readYears, MOVE_KINDS } from '../define/read-edges.js'
import { Refused, readTexts } from '../define/attribute-readers.js'
import { SpecReader } from '../define/spec-reader.js'
import { NONE } from '../engine/columns.js'
import { quote } from '../kernel/quote.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import { holdersIn } from './open-org.js'
import { unitsNamed } from './unit-references.js'
import type { AttributeName, OpenLine, OpenMove, OpenRole } from './open-role.js'
import { linkManager } from './solid-lines.js'
import type { Step } from './step.js'

export function addRole(step: Step): void {
  const { open } = step
  const id = step.newId('role')
  const before = step.beforeRole()
  // The spec may have further problems.
  const rows = step.roleRows(id ?? '', step.fields.get('spec') ?? {})
  if (id === undefined) return
  const attributes = new Map<AttributeName, unknown>()
  for (const [name, [value]] of rows.attributes) if (value !== undefined) attributes.set(name, value)
  checkNames(step, attributes, 'spec')
  const role = open.addRole(id, attributes, before ?? undefined)
  const manager = rows.managers[0]
  const unread = rows.unreadManagers.get(0)
  if (manager !== undefined) linkManager(step, role, manager, rows.managerEvidence.get(0), 'spec')
  else if (unread !== undefined) open.setManager(role, { to: NONE, unknown: unread })
  for (const line of dottedIn(rows)) linkDotted(step, role, line, role.dotted.length, 'spec')
  for (const move of movesOf(rows)) linkMove(step, role, move, role.moves.length, 'spec')
}

/** Takes out units and people that the org does not have, each with an issue. */
function checkNames(step: Step, attributes: Map<AttributeName, unknown>, field: string): void {
  const { units, people } = step.open
  for (const [name, unit] of [...unitsNamed(attributes)]) {
    if (units.has(unit)) continue
    step.unitOf(unit, field)
    attributes.delete(name)
  }
  const holders = attributes.get('holders') as readonly HolderSpec[] | undefined
  const unknown =
    people === undefined ? undefined : holders?.find((holder) => !people.has(personOfHolder(holder)))
  if (unknown === undefined) return
  step.personOf(personOfHolder(unknown), field)
  attributes.delete('holders')
}

interface NamedLine extends Omit<OpenLine, 'to'> {
  readonly to: string
}

interface NamedMove extends Omit<OpenMove, 'to'> {
  readonly to: string
}

function dottedIn({ dotted }: RoleRows): NamedLine[] {
  return dotted.to.map((to, row) => ({ to, facts: dotted.evidence.get(row) }))
}

const NO_CONDITIONS: readonly string[] = Object.freeze([])

function movesOf({ moves }: RoleRows): NamedMove[] {
  return moves.to.map((to, row) => ({
    to,
    kind: moves.kind.get(row) ?? 'advancement',
    years: moves.years[row],
    conditions: moves.conditions.get(row) ?? NO_CONDITIONS,
    facts: moves.evidence.get(row),
  }))
}

function linkDotted(step: Step, role: OpenRole, line: NamedLine, at: number, field: string): void {
  const to = targetOf(step, role, line.to, role.dotted, field, 'dotted line')
  if (to !== undefined) step.open.addDotted(role, { ...line, to }, at)
}

function linkMove(step: Step, role: OpenRole, move: NamedMove, at: number, field: string): void {
  const to = targetOf(step, role, move.to, role.moves, field, 'move')
  if (to !== undefined) step.open.addMove(role, { ...move, to }, at)
}

/** The node at the other end of a new edge; `undefined` and an issue where there cannot be one. */
function targetOf(
  step: Step,
  role: OpenRole,
  id: string,
  edges: readonly { readonly to: number }[],
  field: string,
  noun: 'dotted line' | 'move',
): number | undefined {
  const isLine = noun === 'dotted line'
  if (id === role.id) {
    step.issue(isLine ? 'SELF_REPORT' : 'SELF_MOVE', field, {
      roles: [id],
      witness: [id, id],
      message: `The role ${quote(id)} would have a ${noun} to itself`,
      suggestion: 'Remove the change.',
    })
    return undefined
  }
  const found = isLine ? step.managerOf(id, field, role) : step.roleOf(id, field)
  const node = found?.node
  if (node === undefined || edges.every(({ to }) => to !== node)) return node
  step.issue(isLine ? 'DUPLICATE_LINE' : 'DUPLICATE_MOVE', field, {
    roles: [role.id],
    witness: [role.id, id],
    message: `The role ${quote(role.id)} has a ${noun} to ${quote(id)} already`,
    suggestion: `Remove the earlier ${noun} first${isLine ? '' : ', or update it'}.`,
  })
  return undefined
}

export function updateRole(step: Step): void {
  const role = step.role('role')
  const set = step.fieldsToSet()
  if (role === undefined || set === undefined) return
  const reader = new SpecReader(step.issues, { roles: [role.id] })
  const place = step.placeOf('set')
  const fields = reader.fieldsOf(set.given, ATTRIBUTES, place)
  for (const name of set.removed) {
    if (!ATTRIBUTES.some((known) => known === name)) reader.addUnknownField(name, ATTRIBUTES, place)
  }
  const values = new Map<AttributeName, unknown>()
  for (const name of ATTRIBUTES) {
    if (set.removed.has(name)) values.set(name, undefined)
    const value: unknown = fields && reader.read<unknown>(fields, name, ATTRIBUTE_READERS[name], place)
    if (value !== undefined) values.set(name, value)
  }
  checkNames(step, values, 'set')
  if (values.has('vacant') || values.has('holders')) {
    const vacant = values.has('vacant') ? values.get('vacant') : role.attributes.get('vacant')
    const holders = values.has('holders') ? values.get('holders') : role.attributes.get('holders')
    const names = {
      ids: [role.id],
      handles: new Map<string, number>(),
      issues: step.issues,
      placeOf: () => place,
    }
    if (vacant !== undefined && Array.isArray(holders)) checkVacancy(names, 0, vacant === true, holders)
  }
  step.open.setAttributes(role, values)
}

export function renameRole(step: Step): void {
  const role = step.role('role')
  const to = step.newId('to')
  if (role !== undefined && to !== undefined) step.open.renameRole(role, to)
}

export function setManager(step: Step): void {
  const role = step.role('role')
  const before = step.beforeRole()
  if (role === undefined) return
  const manager = step.fields.get('manager')
  if (manager === null) linkManager(step, role, undefined, undefined, 'manager')
  else if (manager === undefined)
    step.invalid('manager', "the id of a role, an object { to: 'id' }, or null for nobody")
  else {
    const rows = step.roleRows(role.id, { reportsTo: manager })
    const id = rows.managers[0]
    if (id !== undefined) linkManager(step, role, id, rows.managerEvidence.get(0), 'manager')
  }
  if (before !== undefined) step.open.place(role.node, before ?? undefined)
}

export function addDottedLine(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const at = placeAmong(step, role.dotted)
  for (const line of dottedIn(step.roleRows(role.id, { dottedTo: step.fields.get('manager') ?? null }))) {
    linkDotted(step, role, line, at, 'manager')
  }
}

export function addMove(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const at = placeAmong(step, role.moves)
  for (const move of movesOf(step.roleRows(role.id, { progressesTo: step.fields.get('move') ?? null }))) {
    linkMove(step, role, move, at, 'move')
  }
}

/** The index of the edge to the role that `before` names, or the end. */
function placeAmong(step: Step, edges: readonly { readonly to: number }[]): number {
  const before = step.beforeRole()
  const at = edges.findIndex(({ to }) => to === before)
  if (at !== -1 || before === undefined || before === null) return at === -1 ? edges.length : at
  step.invalid('before', 'a role to which the role has a line or move of this kind')
  return edges.length
}

export function removeDottedLine(step: Step): void {
  const role = step.role('role')
  const manager = step.role('manager')
  if (role === undefined || manager === undefined) return
  const at = role.dotted.findIndex(({ to }) => to === manager.node)
  if (at !== -1) step.open.removeDotted(role, at)
  else missingEdge(step, role, manager, 'manager', 'dotted line')
}

export function removeMove(step: Step): void {
  const found = moveOf(step)
  if (found !== undefined) step.open.removeMove(found.role, found.at)
}

function moveOf(step: Step): { readonly role: OpenRole; readonly at: number } | undefined {
  const role = step.role('role')
  const to = step.role('to')
  if (role === undefined || to === undefined) return undefined
  const at = role.moves.findIndex((move) => move.to === to.node)
  if (at !== -1) return { role, at }
  missingEdge(step, role, to, 'to', 'move')
  return undefined
}

function missingEdge(
  step: Step,
  role: OpenRole,
  to: OpenRole,
  field: string,
  noun: 'dotted line' | 'move',
): void {
  step.issue(noun === 'move' ? 'UNKNOWN_MOVE' : 'UNKNOWN_LINE', field, {
    roles: [role.id],
    witness: [role.id, to.id],
    message: `The role ${quote(role.id)} has no ${noun} to ${quote(to.id)} at this point`,
    suggestion: `Correct the ids, or remove the change.`,
  })
}

const MOVE_FIELDS = ['kind', 'years', 'conditions', 'sources', 'hedge', 'note'] as const

export function updateMove(step: Step): void {
  const set = step.fieldsToSet()
  const found = moveOf(step)
  if (found === undefined || set === undefined) return
  const { role, at } = found
  const was = role.moves[at]
  const place = step.placeOf('set')
  const reader = new SpecReader(step.issues, { roles: [role.id] })
  const fields = reader.fieldsOf(set.given, MOVE_FIELDS, place)
  for (const name of set.removed) {
    if (!MOVE_FIELDS.some((known) => known === name)) reader.addUnknownField(name, MOVE_FIELDS, place)
  }
  if (fields === undefined) return
  const kept = Object.fromEntries(Object.entries(was.facts ?? {}).filter(([name]) => !set.removed.has(name)))
  const facts = Object.freeze({ ...kept, ...reader.evidence(fields, place) })
  const kind = reader.read(fields, 'kind', readKind, place)
  const years = reader.read(fields, 'years', readYears, place)
  const conditions = reader.read(fields, 'conditions', readTexts, place)
  const move: OpenMove = {
    to: was.to,
    kind: kind ?? (set.removed.has('kind') ? 'advancement' : was.kind),
    years: years ?? (set.removed.has('years') ? undefined : was.years),
    conditions: conditions ?? (set.removed.has('conditions') ? NO_CONDITIONS : was.conditions),
    facts: Object.keys(facts).length === 0 ? undefined : facts,
  }
  step.open.removeMove(role, at)
  step.open.addMove(role, move, at)
}

function readKind(value: unknown): OpenMove['kind'] | Refused {
  return MOVE_KINDS.find((kind) => kind === value) ?? new Refused("'advancement', 'lateral' or 'transition'")
}

export function assign(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const place = step.placeOf('holder')
  const holder = step.fields.get('holder')
  const read = step.reader.read(
    new Map([['holder', [holder]]]),
    'holder',
    ATTRIBUTE_READERS.holders,
    step.place,
  )
  const added = read?.at(0)
  if (added === undefined) return
  if (step.open.people !== undefined && step.personOf(personOfHolder(added), 'holder') === undefined) return
  if (holdersIn(role).some((known) => typeof known === 'string' && known === added)) {
    const message = `The role ${quote(role.id)} is held by ${quote(personOfHolder(added))} already`
    step.issues.add('DUPLICATE_LINE', {
      roles: [role.id],
      place,
      witness: [personOfHolder(added)],
      message,
      suggestion: 'Remove the change, or unassign the person first.',
    })
    return
  }
  setHolders(step, role, [...holdersIn(role), added])
}

export function unassign(step: Step): void {
  const role = step.role('role')
  const person = step.text('person')
  if (role === undefined || person === undefined) return
  const holders = holdersIn(role)
  const kept = holders.filter((holder) => personOfHolder(holder) !== person)
  if (kept.length < holders.length) setHolders(step, role, kept)
  else {
    step.issue('UNKNOWN_PERSON', 'person', {
      roles: [role.id],
      witness: [person],
      message: `The role ${quote(role.id)} is not held by ${quote(person)} at this point${step.issues.didYouMean(person, holders.map(personOfHolder))}`,
      suggestion: 'Correct the ids, or remove the change.',
    })
  }
}

/** Sets the holders of a role, and removes a statement of whether it is vacant that they contradict. */
export function setHolders(step: Step, role: OpenRole, holders: readonly HolderSpec[]): void {
  const values = new Map<AttributeName, unknown>([['holders', Object.freeze(holders)]])
  const vacant = role.attributes.get('vacant')
  if (vacant !== undefined && vacant !== (holders.length === 0)) {
    values.set('vacant', undefined)
    step.effect({ do: 'update-role', role: role.id, set: { vacant: null } })
  }
  step.open.setAttributes(role, values)
}
