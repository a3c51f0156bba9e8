import { RoleOrder } from '../change/role-order.js'
import { holdersIn, type OpenRole, openRole } from '../change/open-role.js'
import { changedRecord, type TouchedOrg } from '../change/changed-record.js'
import { NONE } from '../engine/columns.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import { DateIndex, type Holding, type RoleVersions } from './role-versions.js'
import type { EntriesVersion, WatchedOrg } from './watched-org.js'

/** What a role is before its first version. */
const AS_BEFORE = Symbol('as before')

/** The roles of a history of changes: the org before them, and the versions of each role that they touch. */
export class ReplayedVersions implements RoleVersions {
  /** The dates with changes, ascending. */
  readonly dates: readonly string[]
  readonly base: OrgState
  readonly #watched: WatchedOrg
  readonly #dates: DateIndex

  constructor(watched: WatchedOrg, dates: readonly string[]) {
    this.base = watched.base
    this.dates = dates
    this.#dates = new DateIndex(dates)
    this.#watched = watched
  }

  indexOf(date: string): number {
    return this.#dates.indexOf(date)
  }

  #versionOf(node: number, date: number): OpenRole | typeof AS_BEFORE | undefined {
    const list = this.#watched.versions.get(node)
    const found = list === undefined ? 0 : partitionPoint(list.length, (index) => list[index].date <= date)
    if (list !== undefined && found > 0) return list[found - 1].role
    return node < this.base.columns.count ? AS_BEFORE : undefined
  }

  roleOf(node: number, date: number): OpenRole | undefined {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? openRole(this.base, node) : version
  }

  idOf(node: number, date: number): string {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE || version === undefined ? this.base.columns.ids[node] : version.id
  }

  managerOf(node: number, date: number): number {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? this.base.columns.manager[node] : (version?.manager.to ?? NONE)
  }

  nodeAt(id: string, date: number): number | undefined {
    const handle = this.base.columns.handles.get(id)
    if (handle !== undefined && this.#isNamed(handle, id, date)) return handle
    return this.#watched.nodesNamed.get(id)?.find((node) => this.#isNamed(node, id, date))
  }

  #isNamed(node: number, id: string, date: number): boolean {
    const version = this.#versionOf(node, date)
    return version === AS_BEFORE ? this.base.columns.ids[node] === id : version?.id === id
  }

  nodesOf(id: string): readonly number[] {
    const handle = this.base.columns.handles.get(id)
    const named = this.#watched.nodesNamed.get(id) ?? []
    return [...new Set([...(handle === undefined ? [] : [handle]), ...named])].sort((a, b) => a - b)
  }

  *ids(): Generator<string> {
    yield* this.base.columns.ids
    yield* this.#watched.nodesNamed.keys()
  }

  *holders(): Generator<Holding> {
    const column = this.base.columns.attributes.holders ?? []
    for (let node = 0; node < column.length; node++) yield { node, holders: column[node] ?? [] }
    for (const [node, list] of this.#watched.versions) {
      for (const { role } of list) if (role !== undefined) yield { node, holders: holdersIn(role) }
    }
  }

  *people(): Generator<string> {
    for (const { people } of this.#watched.entries) yield* people?.keys() ?? []
  }

  datesOf(node: number): readonly number[] {
    const changed = this.#watched.versions.get(node)?.map(({ date }) => date) ?? []
    return node < this.base.columns.count ? [-1, ...changed] : changed
  }

  #entriesAt(date: number): EntriesVersion {
    const { entries } = this.#watched
    return entries[partitionPoint(entries.length, (index) => entries[index].date <= date) - 1]
  }

  recordAt(date: number): OrgRecord {
    return changedRecord(this.#touchedAt(date))
  }

  /** The org of a date, as the org before and the roles that are not as in it. */
  #touchedAt(date: number): TouchedOrg {
    const { base } = this
    const opened = new Map<number, OpenRole>()
    for (const node of this.#watched.versions.keys()) {
      const version = this.#versionOf(node, date)
      if (version !== undefined && version !== AS_BEFORE) opened.set(node, version)
    }
    const { order, count, nodeCount } = this.#orderAt(date)
    const { units, people, services } = this.#entriesAt(date)
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
