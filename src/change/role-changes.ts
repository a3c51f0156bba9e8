import { ATTRIBUTE_READERS, ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { checkVacancy } from '../define/role-rows.js'
import { SpecReader } from '../define/spec-reader.js'
import { NONE } from '../engine/columns.js'
import { ownValue } from '../kernel/option-check.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import { dottedIn, linkDotted, linkMove, movesOf } from './edge-changes.js'
import type { AttributeName } from './open-role.js'
import { linkManager } from './solid-lines.js'
import type { Step } from './step.js'
import { dropOwnUnit, unitsNamed } from './unit-references.js'

export function addRole(step: Step): void {
  const { open } = step
  const id = step.newId('role')
  const before = step.beforeRole()
  // The spec may have further problems.
  const spec = step.fields.get('spec') ?? {}
  const rows = step.roleRows(id ?? '', spec)
  if (id === undefined) return
  const attributes = new Map<AttributeName, unknown>()
  for (const [name, [value]] of rows.attributes) if (value !== undefined) attributes.set(name, value)
  dropOwnUnit(attributes)
  checkNames(step, attributes, 'spec')
  const role = open.addRole(id, attributes, before ?? undefined)
  const manager = rows.managers[0]
  const unread = rows.unreadManagers.get(0)
  if (manager !== undefined) linkManager(step, role, manager, rows.managerEvidence.get(0), 'spec')
  else if (unread !== undefined) open.setManager(role, { to: NONE, unknown: unread })
  const lines = ownValue(spec, 'dottedTo') === undefined ? [] : dottedIn(rows)
  for (const line of lines) linkDotted(step, role, line, role.dotted.length, 'spec')
  const moves = ownValue(spec, 'progressesTo') === undefined ? [] : movesOf(rows)
  for (const move of moves) linkMove(step, role, move, role.moves.length, 'spec')
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

export function updateRole(step: Step): void {
  const role = step.role('role')
  const set = step.fieldsToSet()
  if (role === undefined || set === undefined) return
  const reader = new SpecReader(step.issues, { roles: [role.id] })
  const place = step.placeOf('set')
  const fields = reader.fieldsOf(set.given, ROLE_ATTRIBUTES, place)
  for (const name of set.removed) {
    if (!ROLE_ATTRIBUTES.some((known) => known === name)) reader.addUnknownField(name, ROLE_ATTRIBUTES, place)
  }
  const values = new Map<AttributeName, unknown>()
  for (const name of ROLE_ATTRIBUTES) {
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
  const areFurther = values.has('alsoIn')
  dropOwnUnit(values, role.attributes)
  // A role that joins one of its further units is no longer a further member of it.
  if (!areFurther && values.has('alsoIn')) {
    const alsoIn = (values.get('alsoIn') ?? null) as readonly string[] | null
    step.effect({ do: 'update-role', role: role.id, set: { alsoIn } })
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
  else if (typeof manager === 'string') linkManager(step, role, manager, undefined, 'manager')
  else {
    const rows = step.roleRows(role.id, { reportsTo: manager })
    const id = rows.managers[0]
    if (id !== undefined) linkManager(step, role, id, rows.managerEvidence.get(0), 'manager')
  }
  if (before !== undefined) step.open.place(role.node, before ?? undefined)
}
