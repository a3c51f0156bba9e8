import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import { isVacant } from '../engine/role-record.js'
import { samePlain } from '../define/org-content.js'
import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { roleSpec } from '../define/spec-of-org.js'
import type { RemoveRole } from '../model/change.js'
import type { RoleAttributes, RoleSpec } from '../model/role.js'
import { openFlags } from './changed-record.js'
import type { OpenOrg } from './open-org.js'
import { type AttributeName, holdersIn, managerIn, type OpenRole, writtenManager } from './open-role.js'
import { parentsFirst } from './parents-first.js'
import { itemsToMove, type Reconciled } from './reconciled.js'

/** New roles, managers first. Lines and moves to roles that are not there yet follow. */
export function addRoles(to: Reconciled): void {
  const { open, after } = to
  const { nodes } = to
  if (nodes === undefined) return
  const { ids, manager } = after.columns
  /** Where to add each new role: before the next one that is there already. */
  const following = new Map<number, number>()
  for (let handle = nodes.length - 1, next = NONE; handle >= 0; handle--) {
    if (nodes[handle] === NONE) following.set(handle, next)
    else next = handle
  }
  const idOf = (handle: number): string => ids[handle]
  const newManager = (handle: number): number | undefined =>
    following.has(manager[handle]) ? manager[handle] : undefined
  for (const handle of parentsFirst([...following.keys()].reverse(), newManager)) {
    const solid = managerIn(after, handle)
    const isThere = solid.to !== NONE && open.nodeOf(ids[solid.to]) !== undefined
    const { reportsTo: _reportsTo, dottedTo, progressesTo, ...attributes } = roleSpec(after, handle)
    const areThere = (edges: readonly { readonly to: number }[]): boolean =>
      edges.every((edge) => open.nodeOf(ids[edge.to]) !== undefined)
    const reportsTo = isThere ? writtenManager(solid, idOf) : null
    const spec: RoleSpec = {
      ...attributes,
      ...(reportsTo !== null && { reportsTo }),
      ...(dottedTo !== undefined && areThere(linesIn(after.columns, handle)) && { dottedTo }),
      ...(progressesTo !== undefined && areThere(movesIn(after.columns, handle)) && { progressesTo }),
    }
    const next = following.get(handle) ?? NONE
    const before = next === NONE ? undefined : ids[next]
    to.add(handle, {
      do: 'add-role',
      role: ids[handle],
      ...(Object.keys(spec).length > 0 && { spec }),
      ...(before !== undefined && { before }),
    })
  }
}

/** Managers from the top down, so that no line closes a cycle on the way. */
export function diffManagers(to: Reconciled): void {
  const { open, after } = to
  const { ids, manager, managerEvidence } = after.columns
  const before = open.base.columns
  if (
    !open.isReordered &&
    open.opened.size === 0 &&
    manager === before.manager &&
    managerEvidence === before.managerEvidence &&
    after.unknownManagers === open.base.unknownManagers
  ) {
    return
  }
  const changed = changedManagers(to)
  if (changed.size === 0) return
  const idOf = (handle: number): string => ids[handle]
  const managerOf = (handle: number): number | undefined =>
    manager[handle] === NONE ? undefined : manager[handle]
  for (const handle of parentsFirst(changed, managerOf)) {
    const is = managerIn(after, handle)
    // The id of an unknown manager may be that of a role which is still there.
    const node = open.nodeOf(ids[handle])
    if (is.unknown !== undefined && (node === undefined || open.managerOf(node) === NONE)) continue
    const manager = is.unknown === undefined ? writtenManager(is, idOf) : null
    to.emit({ do: 'set-manager', role: ids[handle], manager })
  }
}

/** Unknown managers, when no role has their ids any more. */
export function diffUnknownManagers(to: Reconciled): void {
  const { open, after } = to
  const { ids } = after.columns
  for (const handle of [...after.unknownManagers.keys()].sort((a, b) => a - b)) {
    const node = open.nodeOf(ids[handle])
    if (node === undefined) continue
    const was = open.opened.get(node)?.manager ?? managerIn(open.base, node)
    const is = managerIn(after, handle)
    if (was.to === NONE && was.unknown === is.unknown && samePlain(was.facts, is.facts)) continue
    to.emit({ do: 'set-manager', role: ids[handle], manager: writtenManager(is, (each) => ids[each]) })
  }
}

/** The handles of the roles of the org after with another manager than before. */
function changedManagers(to: Reconciled): ReadonlySet<number> {
  const { open, after } = to
  const { nodes } = to
  const { base } = open
  const { manager } = after.columns
  const isPlain =
    base.columns.managerEvidence === after.columns.managerEvidence
      ? nodes === undefined && base.unknownManagers === after.unknownManagers
      : base.columns.managerEvidence.size +
          after.columns.managerEvidence.size +
          base.unknownManagers.size +
          after.unknownManagers.size ===
        0
  const changed = new Set<number>()
  const was = base.columns.manager
  if (nodes === undefined && isPlain && open.opened.size === 0) {
    for (let handle = 0; handle < manager.length; handle++)
      if (manager[handle] !== was[handle]) changed.add(handle)
    return changed
  }
  const isOpen = openFlags(open)
  for (let handle = 0; handle < manager.length; handle++) {
    const node = nodes === undefined ? handle : nodes[handle]
    const role = isOpen[node] === 0 ? undefined : open.opened.get(node)
    const upper = manager[handle]
    const isManager = upper === NONE || nodes === undefined ? upper : nodes[upper]
    if ((role === undefined ? was[node] : role.manager.to) !== isManager) changed.add(handle)
    else if (!isPlain || role !== undefined) {
      const known = role?.manager ?? managerIn(base, node)
      const is = managerIn(after, handle)
      if (known.unknown !== is.unknown || !samePlain(known.facts, is.facts)) changed.add(handle)
    }
  }
  return changed
}

/** An attribute as an org is compared, in the org after or in another one that is not open. */
function comparedAttribute(state: OrgState, handle: number, name: AttributeName): unknown {
  if (name === 'vacant') return isVacant(state, handle) || undefined
  return compared(name, state.columns.attributes[name]?.[handle], state.columns.ids[handle])
}

export function comparedOfRole(role: OpenRole, name: AttributeName): unknown {
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

export function diffAttributes(to: Reconciled): void {
  const { open, after } = to
  const { nodes } = to
  const sets = new Map<number, [AttributeName, unknown][]>()
  const before = open.base.columns.attributes
  const openNames = new Set<AttributeName>()
  const isOpen = openFlags(open)
  for (const role of open.opened.values()) {
    for (const name of role.attributes.keys()) openNames.add(name)
  }
  const isShared = (name: AttributeName): boolean =>
    nodes === undefined && sameColumn(before, after.columns.attributes, name)
  for (const name of ROLE_ATTRIBUTES) {
    // Whether a role is vacant depends on its holders too.
    const isVacancy = name === 'vacant'
    const isSame = isShared(name) && (!isVacancy || isShared('holders'))
    if (isSame && open.opened.size === 0) continue
    const names = isVacancy ? (['vacant', 'holders'] as const) : [name]
    const isNone = (column: AttributeName): boolean =>
      before[column] === undefined && after.columns.attributes[column] === undefined && !openNames.has(column)
    if (names.every(isNone)) continue
    const was: ArrayLike<unknown> = before[name] ?? []
    const is: ArrayLike<unknown> = after.columns.attributes[name] ?? []
    // Of a shared column only roles that are open can differ, whose nodes are their handles.
    const touched = isSame ? [...open.opened.keys()] : undefined
    for (let index = 0; index < (touched?.length ?? after.columns.count); index++) {
      const handle = touched === undefined ? index : touched[index]
      const node = nodes === undefined ? handle : nodes[handle]
      const role = isOpen[node] === 0 ? undefined : open.opened.get(node)
      // Most values are the same, whatever they are.
      if (role === undefined && !isVacancy && Object.is(was[node], is[handle])) continue
      const known = role === undefined ? comparedAttribute(open.base, node, name) : comparedOfRole(role, name)
      const wanted = comparedAttribute(after, handle, name)
      if (samePlain(known, wanted)) continue
      const set = sets.get(handle)
      const entries: [AttributeName, unknown][] = [[name, wanted ?? null]]
      // An empty list of holders says that the role is vacant, too.
      if (isVacancy && wanted === undefined && hasEmptyHolders(to, node))
        entries.push(['holders', wantedHolders(after, handle)])
      if (set === undefined) sets.set(handle, entries)
      else set.push(...entries)
    }
  }
  for (const [handle, entries] of [...sets].sort(([a], [b]) => a - b)) {
    const set = Object.fromEntries(entries) as Partial<RoleAttributes>
    to.emit({ do: 'update-role', role: after.columns.ids[handle], set })
  }
}

function hasEmptyHolders({ open }: Reconciled, node: number): boolean {
  const holders = open.attributeOf(node, 'holders')
  return Array.isArray(holders) && holders.length === 0
}

function wantedHolders(after: OrgState, handle: number): unknown {
  return comparedAttribute(after, handle, 'holders') ?? null
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

/** Roles that are gone, reports before their managers. */
export function removeRoles(to: Reconciled): void {
  const { open } = to
  const { nodes } = to
  if (nodes === undefined) return
  const stays = new Uint8Array(open.nodeCount)
  // Over the indexes: an iterator takes several times as long.
  for (let handle = 0; handle < nodes.length; handle++) stays[nodes[handle]] = 1
  const gone: number[] = []
  for (let node = 0; node < stays.length; node++) if (stays[node] === 0 && !open.isGone(node)) gone.push(node)
  if (gone.length === 0) return
  const isGone = new Set(gone)
  const goneManager = (node: number): number | undefined => {
    const manager = open.managerOf(node)
    return isGone.has(manager) ? manager : undefined
  }
  const headed = headsOf(open)
  for (const node of [...parentsFirst(gone, goneManager)].reverse()) to.emit(removalOf(open, node, headed))
}

/** The roles that head a unit. */
export function headsOf({ units }: OpenOrg): ReadonlySet<string> {
  return new Set([...units.values()].flatMap(({ heads }) => heads))
}

/** The removal of a role to which only what goes as well refers. */
export function removalOf(open: OpenOrg, node: number, headed: ReadonlySet<string>): RemoveRole {
  const role = open.open(node)
  const isReferredTo =
    holdersIn(role).length > 0 ||
    open.dottedTo(node).length > 0 ||
    open.movesTo(node).length > 0 ||
    // Units are removed after their heads.
    headed.has(role.id) ||
    open.services.some((service) => service.from === role.id || service.to === role.id)
  // Only roles in a cycle have reports still.
  const hasReports = open.reportsOf(node).some((report) => report !== node)
  return {
    do: 'remove-role',
    role: role.id,
    ...(hasReports && { reports: 'lift' }),
    ...(isReferredTo && { references: 'remove' }),
  }
}

export function reorderRoles(to: Reconciled): void {
  const { open, after, nodes } = to
  const { ids, count } = after.columns
  if (nodes === undefined) return
  const places = new Int32Array(open.nodeCount)
  const order = open.order?.toArray(open.count)
  for (let place = 0; place < open.count; place++) places[order === undefined ? place : order[place]] = place
  for (const wanted of itemsToMove(count, (handle) => places[nodes[handle]])) {
    to.emit({ do: 'reorder', role: ids[wanted], before: wanted + 1 < count ? ids[wanted + 1] : null })
  }
}
