import { RoleOrder } from '../change/role-order.js'
import { holdersIn } from '../change/open-role.js'
import { type OpenRole, openRole } from '../change/open-role.js'
import type { HolderSpec } from '../model/person.js'
import type { TouchedOrg } from '../change/changed-record.js'
import { NONE } from '../engine/columns.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { OrgState } from '../engine/org-state.js'
import type { EntriesVersion, WatchedOrg } from './watched-org.js'

/** What a role is before its first version. */
const AS_BEFORE = Symbol('as before')

/**
 * The roles of a history by date: the org before its changes, and the versions of each role that they touch. Roles are named by nodes, as in
 * an open org, and dates by their index; -1 is before the first date.
 */
export class RoleVersions {
  /** The dates with changes, ascending. */
  readonly dates: readonly string[]
  readonly base: OrgState
  readonly #watched: WatchedOrg
  #lastDate = ''
  #lastIndex = -1

  constructor(watched: WatchedOrg, dates: readonly string[]) {
    this.base = watched.base
    this.dates = dates
    this.#watched = watched
  }

  /** The index of the last date with changes up to a date. */
  indexOf(date: string): number {
    // Questions about one date often follow each other.
    if (date !== this.#lastDate) {
      this.#lastIndex = partitionPoint(this.dates.length, (index) => this.dates[index] <= date) - 1
      this.#lastDate = date
    }
    return this.#lastIndex
  }

  #versionOf(node: number, date: number): OpenRole | typeof AS_BEFORE | undefined {
    const list = this.#watched.versions.get(node)
    const found = list === undefined ? 0 : partitionPoint(list.length, (index) => list[index].date <= date)
    if (list !== undefined && found > 0) return list[found - 1].role
    return node < this.base.columns.count ? AS_BEFORE : undefined
  }

  /** The role of a node on a date; `undefined` where it is not there. */
  roleOf(node: number, date: number): OpenRole | undefined {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? openRole(this.base, node) : version
  }

  /** The id of a node on a date on which it is there. */
  idOf(node: number, date: number): string {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE || version === undefined ? this.base.columns.ids[node] : version.id
  }

  /** The node of the manager, or {@link NONE}. */
  managerOf(node: number, date: number): number {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? this.base.columns.manager[node] : (version?.manager.to ?? NONE)
  }

  /** The node of an id on a date. */
  nodeAt(id: string, date: number): number | undefined {
    const handle = this.base.columns.handles.get(id)
    if (handle !== undefined && this.#isNamed(handle, id, date)) return handle
    return this.#watched.nodesNamed.get(id)?.find((node) => this.#isNamed(node, id, date))
  }

  #isNamed(node: number, id: string, date: number): boolean {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? this.base.columns.ids[node] === id : version?.id === id
  }

  /** Every node that has an id on some date, in the order of their beginnings. */
  nodesOf(id: string): readonly number[] {
    const handle = this.base.columns.handles.get(id)
    const named = this.#watched.nodesNamed.get(id) ?? []
    return [...new Set([...(handle === undefined ? [] : [handle]), ...named])].sort((a, b) => a - b)
  }

  /** The ids of all roles on all dates. */
  *ids(): Generator<string> {
    yield* this.base.columns.ids
    yield* this.#watched.nodesNamed.keys()
  }

  /** The holders that changes give to roles. */
  *changedHolders(): Generator<{ readonly node: number; readonly holders: readonly HolderSpec[] }> {
    for (const [node, list] of this.#watched.versions) {
      for (const { role } of list) if (role !== undefined) yield { node, holders: holdersIn(role) }
    }
  }

  /** The units, people and services of all dates. */
  entries(): readonly EntriesVersion[] {
    return this.#watched.entries
  }

  /** The indexes of the dates on which a node changes; -1 first for a role of the org before. */
  datesOf(node: number): readonly number[] {
    const changed = this.#watched.versions.get(node)?.map(({ date }) => date) ?? []
    return node < this.base.columns.count ? [-1, ...changed] : changed
  }

  /** The units, people and services on a date. */
  entriesAt(date: number): EntriesVersion {
    const { entries } = this.#watched
    return entries[partitionPoint(entries.length, (index) => entries[index].date <= date) - 1]
  }

  /** The org of a date, as the org before and the roles that are not as in it. */
  touchedAt(date: number): TouchedOrg {
    const { base } = this
    const opened = new Map<number, OpenRole>()
    for (const node of this.#watched.versions.keys()) {
      const version = this.#versionOf(node, date)
      if (version !== undefined && version !== AS_BEFORE) opened.set(node, version)
    }
    const { order, count, nodeCount } = this.#orderAt(date)
    const { units, people, services } = this.entriesAt(date)
    const left = this.#watched.left
    const leftIds = new Set<string>()
    for (let index = 0; index < left.length && left[index].date <= date; index++) leftIds.add(left[index].id)
    const isReordered = order !== undefined || this.#watched.renamedOn <= date
    return { base, opened, leftIds, order, isReordered, nodeCount, count, units, people, services }
  }

  #orderAt(date: number): Pick<TouchedOrg, 'order' | 'count' | 'nodeCount'> {
    const { orderEvents } = this.#watched
    let { count } = this.base.columns
    let nodeCount = count
    let order: RoleOrder | undefined
    for (let index = 0; index < orderEvents.length && orderEvents[index].date <= date; index++) {
      const { node, before } = orderEvents[index]
      order ??= new RoleOrder(count, 16)
      if (before === undefined) {
        order.remove(node)
        count--
      } else {
        order.insert(node, before ?? undefined)
        count++
      }
      nodeCount = Math.max(nodeCount, node + 1)
    }
    return { order, count, nodeCount }
  }
}
