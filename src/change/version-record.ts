import type { OrgRecord } from '../engine/org-state.js'
import { changedRecord, recordOf, sameEdges } from './changed-record.js'
import type { OpenOrg } from './open-org.js'
import { type AttributeName, openRole, type OpenRole } from './open-role.js'
import { RoleRuns } from './role-runs.js'
import { type ChangedColumns, VersionColumns, type VersionRoles } from './version-columns.js'

/** In a version one role in {@link SHARE} may be changed, added or removed: up to {@link LEAST} in a small chart, and {@link MOST} in any. */
const SHARE = 64
const LEAST = 64
const MOST = 1024

/** The most in a version that a merge makes: it is rarely changed many times, each of which copies the list of what differs. */
export const MOST_MERGED = 4096

/**
 * The record of an org after its changes, which uses up what was open: a version of the org before, or whole columns where much is
 * not as in the org that it would be a version of.
 */
export function recordAfter(open: OpenOrg, mostInAny = MOST): OrgRecord {
  const { base, opened, gone, nodeCount, before } = open
  const { count } = base.columns
  const most = Math.min(Math.max(count / SHARE, LEAST), mostInAny)
  const { order } = open
  // Those that are gone, and those that were only read, are closed by changedColumns.
  const isFew = opened.size - gone.size <= most && gone.size <= most && nodeCount - count <= most
  if (!isFew || !(order === undefined || order instanceof RoleRuns)) return changedRecord(open)
  const changed = changedColumns(open)
  if (opened.size > most) return changedRecord(open)
  const known = open.version?.roles
  const roles: VersionRoles = {
    base,
    opened,
    gone,
    nodeCount,
    named: changed.ids || known === undefined ? namedIn(open) : known.named,
    places: changed.order || known === undefined ? order?.placed() : known.places,
  }
  const columns = new VersionColumns(roles, before, changed)
  const isPlain =
    base.unknownManagers.size === 0 &&
    [...opened.values()].every(({ manager }) => manager.unknown === undefined)
  const unknownManagers = isPlain
    ? base.unknownManagers
    : changed.order || changed.manager
      ? columns.lateSolid.value.unknownManagers
      : before.unknownManagers
  return recordOf(open, before, { columns, unknownManagers })
}

/** While they are noted. */
interface NotedColumns {
  ids: boolean
  order: boolean
  manager: boolean
  dotted: boolean
  moves: boolean
  readonly attributes: Set<AttributeName>
}

/** What the changes changed. Roles that were only read, and those that are gone, are closed again. */
function changedColumns({ base, version, opened, gone, isPlaced, named }: OpenOrg): ChangedColumns {
  const changed: NotedColumns = {
    ids: isPlaced || named.size > 0,
    order: isPlaced,
    manager: isPlaced,
    dotted: isPlaced,
    moves: isPlaced,
    attributes: new Set(),
  }
  for (const [node, role] of opened) {
    const known = version?.roles.opened.get(node)
    if (known === role) continue
    if (gone.has(node)) {
      opened.delete(node)
      continue
    }
    const was = known ?? (node < base.columns.count ? openRole(base, node) : undefined)
    const isChanged = noteChanges(changed, role, was)
    if (!isChanged && known === undefined) opened.delete(node)
  }
  return changed
}

/** Notes in which columns a role is not as it was, and returns whether it is in any. */
function noteChanges(changed: NotedColumns, role: OpenRole, was: OpenRole | undefined): boolean {
  const { id, manager, dotted, moves, attributes } = role
  const isLinked =
    was?.manager.to !== manager.to ||
    was.manager.facts !== manager.facts ||
    was.manager.unknown !== manager.unknown
  const isDotted = !sameEdges(dotted, was?.dotted ?? [])
  const isMoved = !sameEdges(moves, was?.moves ?? [])
  const known = was?.attributes ?? new Map<AttributeName, unknown>()
  let isAttributed = false
  const compare = (name: AttributeName): void => {
    if (Object.is(attributes.get(name), known.get(name))) return
    isAttributed = true
    changed.attributes.add(name)
  }
  for (const name of attributes.keys()) compare(name)
  for (const name of known.keys()) compare(name)
  changed.manager ||= isLinked
  changed.dotted ||= isDotted
  changed.moves ||= isMoved
  return was?.id !== id || isLinked || isDotted || isMoved || isAttributed
}

/** The nodes of all ids that are not as in the base. */
function namedIn({ base, version, named }: OpenOrg): ReadonlyMap<string, number | undefined> {
  const all = new Map([...(version?.roles.named ?? []), ...named])
  for (const [id, node] of named) if (base.columns.handles.get(id) === node) all.delete(id)
  return all
}
