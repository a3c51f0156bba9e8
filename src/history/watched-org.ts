import type { OrgRecord, OrgState } from '../engine/org-state.js'
import type { Unit } from '../model/unit.js'
import { OpenOrg } from '../change/open-org.js'
import type { AttributeName, OpenLine, OpenManager, OpenMove, OpenRole } from '../change/open-role.js'

/** A role from a date on, by the index of the date; without a role it is gone from then on. */
export interface RoleVersion {
  readonly date: number
  readonly role: OpenRole | undefined
}

/** A role that is inserted into the order, or taken out of it. */
export interface OrderEvent {
  readonly date: number
  readonly node: number
  /** The node that it is inserted before; `null` for the end, `undefined` where it is taken out. */
  readonly before: number | null | undefined
}

/** The units, people and services from a date on. */
export interface EntriesVersion extends Pick<OrgRecord, 'units' | 'people' | 'services'> {
  readonly date: number
}

/** An org while the changes of a history are applied to it, date by date: it keeps what each date leaves. */
export class WatchedOrg extends OpenOrg {
  readonly versions = new Map<number, RoleVersion[]>()
  /** The nodes that get an id by a change, by id. */
  readonly nodesNamed = new Map<string, number[]>()
  readonly orderEvents: OrderEvent[] = []
  readonly entries: EntriesVersion[] = []
  /** The ids of roles and units that are renamed or removed on each date. */
  readonly left: { readonly date: number; readonly id: string }[] = []
  /** The first date on which a role gets another id. */
  renamedOn = Infinity
  readonly #touched = new Set<number>()
  readonly #attributed = new Set<number>()
  #date = 0

  constructor(base: OrgState) {
    super(base)
    this.entries.push({ date: -1, units: base.units, people: base.people, services: base.services })
  }

  /** Ends a date: every role that its changes touched has a new version. */
  endDate(): void {
    const date = this.#date++
    for (const node of this.#touched) this.#addVersion(node, date)
    this.#touched.clear()
    this.#attributed.clear()
    const { units, people, services } = this
    const last = this.entries.at(-1)
    if (last?.units !== units || last.people !== people || last.services !== services)
      this.entries.push({ date, units, people, services })
  }

  #addVersion(node: number, date: number): void {
    let list = this.versions.get(node)
    if (list === undefined) this.versions.set(node, (list = []))
    const last = list.at(-1)?.role
    if (this.isGone(node)) {
      list.push({ date, role: undefined })
      return
    }
    const role = this.open(node)
    const attributes =
      last === undefined || this.#attributed.has(node) ? new Map(role.attributes) : last.attributes
    list.push({ date, role: { ...role, attributes } })
  }

  #named(id: string, node: number): void {
    const nodes = this.nodesNamed.get(id)
    if (nodes === undefined) this.nodesNamed.set(id, [node])
    else if (!nodes.includes(node)) nodes.push(node)
  }

  override setManager(role: OpenRole, manager: OpenManager): void {
    this.#touched.add(role.node)
    super.setManager(role, manager)
  }

  override setAttributes(role: OpenRole, values: ReadonlyMap<AttributeName, unknown>): void {
    this.#touched.add(role.node)
    this.#attributed.add(role.node)
    super.setAttributes(role, values)
  }

  override addDotted(role: OpenRole, line: OpenLine, at: number): void {
    this.#touched.add(role.node)
    super.addDotted(role, line, at)
  }

  override removeDotted(role: OpenRole, at: number): void {
    this.#touched.add(role.node)
    super.removeDotted(role, at)
  }

  override addMove(role: OpenRole, move: OpenMove, at: number): void {
    this.#touched.add(role.node)
    super.addMove(role, move, at)
  }

  override removeMove(role: OpenRole, at: number): void {
    this.#touched.add(role.node)
    super.removeMove(role, at)
  }

  override addRole(
    id: string,
    attributes: Map<AttributeName, unknown>,
    before: number | undefined,
  ): OpenRole {
    const role = super.addRole(id, attributes, before)
    this.#touched.add(role.node)
    this.#attributed.add(role.node)
    this.#named(id, role.node)
    this.orderEvents.push({ date: this.#date, node: role.node, before: before ?? null })
    return role
  }

  override removeRole(node: number): void {
    this.#touched.add(node)
    this.left.push({ date: this.#date, id: this.idOf(node) })
    this.orderEvents.push({ date: this.#date, node, before: undefined })
    super.removeRole(node)
  }

  override renameRole(role: OpenRole, to: string): void {
    this.#touched.add(role.node)
    this.left.push({ date: this.#date, id: role.id })
    this.renamedOn = Math.min(this.renamedOn, this.#date)
    super.renameRole(role, to)
    this.#named(to, role.node)
  }

  override removeUnit(unit: Unit): void {
    this.left.push({ date: this.#date, id: unit.id })
    super.removeUnit(unit)
  }

  override place(node: number, before: number | undefined): void {
    super.place(node, before)
    if (before === node) return
    this.orderEvents.push({ date: this.#date, node, before: undefined })
    this.orderEvents.push({ date: this.#date, node, before: before ?? null })
  }
}
