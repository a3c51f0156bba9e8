import { samePlain } from '../define/org-content.js'
import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import type { AttributeColumns } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { attributesAt } from '../engine/role-reader.js'
import { isVacantIn } from '../engine/role-record.js'
import type { RoleAttributes } from '../model/role.js'
import { openFlags } from './changed-record.js'
import type { OpenOrg } from './open-org.js'
import { type AttributeName, holdersIn } from './open-role.js'
import type { Reconciled } from './reconciled.js'

/** An attribute as an org is compared, in a row of columns. */
function comparedAttribute(
  attributes: AttributeColumns,
  at: number,
  name: AttributeName,
  id: string,
): unknown {
  if (name === 'vacant') return isVacantIn(attributes, at) || undefined
  return compared(name, attributes[name]?.[at], id)
}

/** An attribute of a role that may be open, as orgs are compared. */
export function comparedOf(open: OpenOrg, node: number, name: AttributeName): unknown {
  const role = open.opened.get(node)
  if (role === undefined) return comparedAttribute(open.base.columns.attributes, node, name, open.idOf(node))
  const { attributes } = role
  if (name !== 'vacant') return compared(name, attributes.get(name), role.id)
  const isEmpty = attributes.has('holders') && holdersIn(role).length === 0
  return attributes.get('vacant') === true || (!attributes.has('vacant') && isEmpty) || undefined
}

/** A title that is the id is none, and so are the usual status and an empty list. */
function compared(name: AttributeName, value: unknown, id: string): unknown {
  if (name === 'title' && value === id) return undefined
  if (name === 'status' && value === 'active') return undefined
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** The attributes to set, by the handle of the role. */
type AttributeSets = Map<number, [AttributeName, unknown][]>

export function diffAttributes(to: Reconciled): void {
  const sets: AttributeSets = new Map()
  const touched = to.touched()
  if (touched === undefined) compareColumns(to, sets)
  else {
    for (const handle of touched) {
      const row = attributesAt(to.after, handle)
      for (const name of ROLE_ATTRIBUTES) compareAttribute(to, sets, name, handle, row.attributes, row.at)
    }
  }
  for (const [handle, entries] of [...sets].sort(([a], [b]) => a - b)) {
    const set = Object.fromEntries(entries) as Partial<RoleAttributes>
    to.emitLate({ do: 'update-role', role: to.idAt(handle), set }, to.nodeAt(handle))
  }
}

function compareColumns(to: Reconciled, sets: AttributeSets): void {
  const { open, after, nodes } = to
  const before = open.base.columns.attributes
  const { attributes } = after.columns
  const openNames = new Set<AttributeName>()
  const isOpen = openFlags(open)
  for (const role of open.opened.values()) {
    for (const name of role.attributes.keys()) openNames.add(name)
  }
  const isShared = (name: AttributeName): boolean =>
    nodes === undefined && sameColumn(before, attributes, name)
  for (const name of ROLE_ATTRIBUTES) {
    // Whether a role is vacant depends on its holders too.
    const isVacancy = name === 'vacant'
    const isSame = isShared(name) && (!isVacancy || isShared('holders'))
    if (isSame && open.opened.size === 0) continue
    const names = isVacancy ? (['vacant', 'holders'] as const) : [name]
    const isNone = (column: AttributeName): boolean =>
      before[column] === undefined && attributes[column] === undefined && !openNames.has(column)
    if (names.every(isNone)) continue
    const was: ArrayLike<unknown> = before[name] ?? []
    const is: ArrayLike<unknown> = attributes[name] ?? []
    // Of a shared column only roles that are open can differ, whose nodes are their handles.
    const touched = isSame ? [...open.opened.keys()] : undefined
    for (let index = 0; index < (touched?.length ?? after.columns.count); index++) {
      const handle = touched === undefined ? index : touched[index]
      const node = nodes === undefined ? handle : nodes[handle]
      // Most values are the same, whatever they are.
      if (isOpen[node] === 0 && !isVacancy && Object.is(was[node], is[handle])) continue
      compareAttribute(to, sets, name, handle, attributes, handle)
    }
  }
}

/** Compares one attribute of a role of the org after, which is in a row of columns. */
function compareAttribute(
  to: Reconciled,
  sets: AttributeSets,
  name: AttributeName,
  handle: number,
  attributes: AttributeColumns,
  at: number,
): void {
  const { open } = to
  const node = to.nodeAt(handle)
  const known = comparedOf(open, node, name)
  const wanted = comparedAttribute(attributes, at, name, to.idAt(handle))
  if (samePlain(known, wanted)) return
  const entries: [AttributeName, unknown][] = [[name, wanted ?? null]]
  // An empty list of holders says that the role is vacant, too.
  if (name === 'vacant' && wanted === undefined && hasEmptyHolders(to, node))
    entries.push(['holders', comparedAttribute(attributes, at, 'holders', to.idAt(handle)) ?? null])
  const set = sets.get(handle)
  if (set === undefined) sets.set(handle, entries)
  else set.push(...entries)
}

function hasEmptyHolders({ open }: Reconciled, node: number): boolean {
  const holders = open.attributeOf(node, 'holders')
  return Array.isArray(holders) && holders.length === 0
}

function sameColumn(
  one: OrgState['columns']['attributes'],
  other: OrgState['columns']['attributes'],
  name: AttributeName,
): boolean {
  const [a, b] = [one, other].map((columns) => Object.getOwnPropertyDescriptor(columns, name))
  if (a === undefined || b === undefined) return a === b
  // A column that is made late is shared with the function that makes it.
  return a.get === undefined ? a.value === b.value && b.get === undefined : a.get === b.get
}
