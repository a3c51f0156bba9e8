import { NONE } from '../engine/columns.js'
import { linesIn, managerAt, movesIn } from '../engine/role-reader.js'
import { samePlain } from '../define/org-content.js'
import { roleSpec } from '../define/spec-of-org.js'
import type { RemoveRole } from '../model/change.js'
import type { HolderSpec } from '../model/person.js'
import type { RoleSpec } from '../model/role.js'
import { openFlags } from './changed-record.js'
import type { OpenOrg } from './open-org.js'
import { managerIn, writtenManager } from './open-role.js'
import { parentsFirst } from './parent-walks.js'
import { itemsOfRunsToMove, itemsToMove } from './moved-items.js'
import type { Reconciled } from './reconciled.js'

/** New roles, managers first. Lines and moves to roles that are not there yet follow. */
export function addRoles(to: Reconciled): void {
  const { open, after, idAt } = to
  const added = addedRoles(to)
  /** Where to add each new role: before the next one that is there already. */
  const following = new Map<number, number>()
  for (const handle of added.toReversed()) {
    const next = handle + 1
    following.set(handle, following.get(next) ?? (next < after.columns.count ? next : NONE))
  }
  const newManager = (handle: number): number | undefined => {
    const manager = managerAt(after, handle)
    return following.has(manager) ? manager : undefined
  }
  let last = NONE
  for (const handle of parentsFirst(added, newManager)) {
    if (handle < last) to.isMoved = true
    last = handle
    const solid = managerIn(after, handle)
    const isThere = solid.to !== NONE && open.nodeOf(idAt(solid.to)) !== undefined
    const { reportsTo: _reportsTo, dottedTo, progressesTo, ...attributes } = roleSpec(after, handle)
    const areThere = (edges: readonly { readonly to: number }[]): boolean =>
      edges.every((edge) => open.nodeOf(idAt(edge.to)) !== undefined)
    const reportsTo = isThere ? writtenManager(solid, idAt) : null
    const spec: RoleSpec = {
      ...attributes,
      ...(reportsTo !== null && { reportsTo }),
      ...(dottedTo !== undefined && areThere(linesIn(after.columns, handle)) && { dottedTo }),
      ...(progressesTo !== undefined && areThere(movesIn(after.columns, handle)) && { progressesTo }),
    }
    const next = following.get(handle) ?? NONE
    const before = next === NONE ? undefined : idAt(next)
    to.add(handle, {
      do: 'add-role',
      role: idAt(handle),
      ...(Object.keys(spec).length > 0 && { spec }),
      ...(before !== undefined && { before }),
    })
  }
}

/** The handles of roles that are not there yet, ascending. */
function addedRoles(to: Reconciled): number[] {
  const touched = to.touched()
  if (touched !== undefined) return touched.filter((handle) => to.nodeAt(handle) === NONE)
  const added: number[] = []
  const { nodes } = to
  if (nodes === undefined) return added
  for (let handle = 0; handle < nodes.length; handle++) if (nodes[handle] === NONE) added.push(handle)
  return added
}

/** Managers from the top down, so that no line closes a cycle on the way. */
export function diffManagers(to: Reconciled): void {
  const { open, after, idAt } = to
  const changed = changedManagers(to)
  const managerOf = (handle: number): number | undefined => {
    const manager = managerAt(after, handle)
    return manager === NONE ? undefined : manager
  }
  for (const handle of parentsFirst(changed, managerOf)) {
    const is = managerIn(after, handle)
    // The id of an unknown manager may be that of a role which is still there.
    const node = open.nodeOf(idAt(handle))
    if (is.unknown !== undefined && (node === undefined || open.managerOf(node) === NONE)) continue
    const manager = is.unknown === undefined ? writtenManager(is, idAt) : null
    to.emitLate({ do: 'set-manager', role: idAt(handle), manager }, to.nodeAt(handle))
  }
}

/** Unknown managers, when no role has their ids any more. */
export function diffUnknownManagers(to: Reconciled): void {
  const { open, after, idAt } = to
  const unknown = after.unknownManagers
  if (unknown.size === 0) return
  const handles =
    to.touched()?.filter((handle) => unknown.has(handle)) ?? [...unknown.keys()].sort((a, b) => a - b)
  for (const handle of handles) {
    const node = open.nodeOf(idAt(handle))
    if (node === undefined) continue
    const was = open.solidLineOf(node)
    const is = managerIn(after, handle)
    if (was.to === NONE && was.unknown === is.unknown && samePlain(was.facts, is.facts)) continue
    to.emit({ do: 'set-manager', role: idAt(handle), manager: writtenManager(is, idAt) })
  }
}

/** The handles of the roles of the org after with another manager than before. */
function changedManagers(to: Reconciled): Iterable<number> {
  const { open, after } = to
  const touched = to.touched()
  if (touched !== undefined) return touched.filter((handle) => hasOtherManager(to, handle))
  const { nodes } = to
  const { base } = open
  const before = base.columns
  const { manager, managerEvidence } = after.columns
  if (
    !open.isReordered &&
    open.opened.size === 0 &&
    manager === before.manager &&
    managerEvidence === before.managerEvidence &&
    after.unknownManagers === base.unknownManagers
  ) {
    return []
  }
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

function hasOtherManager(to: Reconciled, handle: number): boolean {
  const { open, after } = to
  const node = to.nodeAt(handle)
  const was = open.solidLineOf(node)
  const is = managerIn(after, handle)
  const manager = is.to === NONE ? NONE : to.nodeAt(is.to)
  return was.to !== manager || was.unknown !== is.unknown || !samePlain(was.facts, is.facts)
}

/** Roles that are gone, reports before their managers. */
export function removeRoles(to: Reconciled): void {
  const { open } = to
  const gone = goneRoles(to)
  if (gone.length === 0) return
  const isGone = new Set(gone)
  const goneManager = (node: number): number | undefined => {
    const manager = open.managerOf(node)
    return isGone.has(manager) ? manager : undefined
  }
  const inOrder = [...parentsFirst(gone, goneManager)].reverse()
  if (!to.isApplied) {
    for (const node of inOrder) to.emitLate({ do: 'remove-role', role: open.idOf(node) }, node)
    return
  }
  const headed = headsOf(open)
  for (const node of inOrder) to.emit(removalOf(open, node, headed))
}

/** The nodes of roles that the org after does not have, in order. */
function goneRoles(to: Reconciled): number[] {
  const { open, after, related } = to
  if (related !== undefined) {
    return related
      .nodesBefore()
      .filter((node) => !open.isGone(node) && !after.columns.handles.has(open.idOf(node)))
  }
  const gone: number[] = []
  const { handlesAfter = [] } = to
  // Over the indexes: an iterator takes several times as long.
  for (let node = 0; node < handlesAfter.length; node++)
    if (handlesAfter[node] === NONE && !open.isGone(node)) gone.push(node)
  return gone
}

/** The roles that head a unit. */
export function headsOf({ units }: OpenOrg): ReadonlySet<string> {
  return new Set([...units.values()].flatMap(({ heads }) => heads))
}

/** The removal of a role to which only what goes as well refers. */
export function removalOf(open: OpenOrg, node: number, headed: ReadonlySet<string>): RemoveRole {
  const role = open.idOf(node)
  const holders = (open.attributeOf(node, 'holders') ?? []) as readonly HolderSpec[]
  const isReferredTo =
    holders.length > 0 ||
    open.dottedTo(node).length > 0 ||
    open.movesTo(node).length > 0 ||
    // Units are removed after their heads.
    headed.has(role) ||
    open.services.some((service) => service.from === role || service.to === role)
  // Only roles in a cycle have reports still.
  const hasReports = open.reportsOf(node).some((report) => report !== node)
  return {
    do: 'remove-role',
    role,
    ...(hasReports && { reports: 'lift' }),
    ...(isReferredTo && { references: 'remove' }),
  }
}

export function reorderRoles(to: Reconciled): void {
  if (!to.isMoved) return
  const { count } = to.after.columns
  for (const wanted of rolesToMove(to)) {
    const before = wanted + 1 < count ? to.idAt(wanted + 1) : null
    to.emit({ do: 'reorder', role: to.idAt(wanted), before })
  }
}

/** The handles of the roles to place before the one after them, the last first. */
function rolesToMove(to: Reconciled): number[] {
  const { open, after, related } = to
  if (related !== undefined) return itemsOfRunsToMove(related.runsIn(open))
  const { nodes } = to
  if (nodes === undefined) return []
  const places = new Int32Array(open.nodeCount)
  const order = open.order?.toArray(open.count)
  for (let place = 0; place < open.count; place++) places[order === undefined ? place : order[place]] = place
  return itemsToMove(after.columns.count, (handle) => places[nodes[handle]])
}
