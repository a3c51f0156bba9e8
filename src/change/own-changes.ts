import { ATTRIBUTE_READERS, Refused } from '../define/attribute-readers.js'
import { NONE } from '../engine/columns.js'
import type { Change } from '../model/change.js'
import type { OpenOrg } from './open-org.js'
import type { AttributeName } from './open-role.js'
import { closesCycle, nodeGiven } from './solid-lines.js'
import { knowsNames } from './unit-references.js'

/**
 * Applies a change that the library made, if it has no problem and no effect besides what it says: most changes between two orgs. Their
 * values are those of an org, so only ids are checked. Otherwise it returns false and does nothing.
 */
export function applyPlainly(open: OpenOrg, change: Change): boolean {
  if (change.do === 'add-role') return addPlainly(open, change)
  if (change.do === 'update-role') return updatePlainly(open, change)
  if (change.do === 'set-manager') return linkPlainly(open, change)
  return change.do === 'remove-role' && removePlainly(open, change)
}

type Of<Kind extends Change['do']> = Extract<Change, { readonly do: Kind }>

function addPlainly(open: OpenOrg, { role: id, spec = {}, before = null }: Of<'add-role'>): boolean {
  if (open.nodeOf(id) !== undefined || open.units.has(id)) return false
  const { reportsTo = null, ...fields } = spec
  const manager = nodeGiven(open, reportsTo)
  const next = nodeGiven(open, before)
  const attributes = plainAttributes(fields)
  if (manager === undefined || next === undefined || attributes === undefined) return false
  if (!knowsNames(open, attributes)) return false
  const role = open.addRole(id, attributes, next === NONE ? undefined : next)
  if (manager !== NONE) open.setManager(role, { to: manager })
  return true
}

function updatePlainly(open: OpenOrg, { role: id, set }: Of<'update-role'>): boolean {
  const node = open.nodeOf(id)
  const values = plainAttributes(set)
  if (node === undefined || values === undefined || !knowsNames(open, values)) return false
  // Whether a role is vacant depends on its holders, and its further units on its own.
  if (values.has('holders') || (values.has('unit') && open.attributeOf(node, 'alsoIn') !== undefined))
    return false
  open.setAttributes(open.open(node), values)
  return true
}

function linkPlainly(open: OpenOrg, { role: id, manager, before }: Of<'set-manager'>): boolean {
  const node = open.nodeOf(id)
  const to = nodeGiven(open, manager)
  if (node === undefined || to === undefined || before !== undefined) return false
  if (to !== NONE && closesCycle(open, node, to)) return false
  open.setManager(open.open(node), { to })
  return true
}

/** A removal says what happens to reports and references, unless there are none. */
function removePlainly(open: OpenOrg, { role: id, reports, references }: Of<'remove-role'>): boolean {
  const node = open.nodeOf(id)
  if (node === undefined || reports !== undefined || references !== undefined) return false
  open.removeRole(node)
  return true
}

/** Attributes as roles have them, those to remove as `undefined`; `undefined` where they depend on each other. */
function plainAttributes(fields: object): Map<AttributeName, unknown> | undefined {
  const attributes = new Map<AttributeName, unknown>()
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (!isPlain(name)) return undefined
    const read: unknown = value === null ? undefined : ATTRIBUTE_READERS[name](value)
    if (read instanceof Refused) return undefined
    attributes.set(name, read)
  }
  return attributes
}

/** Whether a field of a role is an attribute that does not depend on another one. */
function isPlain(name: string): name is AttributeName {
  return name !== 'vacant' && name !== 'alsoIn' && Object.hasOwn(ATTRIBUTE_READERS, name)
}
