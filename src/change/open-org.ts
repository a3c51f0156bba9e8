import { NONE, type RoleColumns } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { linesIn, movesIn } from '../engine/role-reader.js'
import { lineSpec } from '../define/spec-of-org.js'
import type { Change } from '../model/change.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { BaseReferrers } from './base-referrers.js'
import { namedPeople, relisted } from './named-people.js'
import {
  type AttributeName,
  holdersIn,
  managerIn,
  type OpenLine,
  type OpenManager,
  type OpenMove,
  type OpenRole,
  openRole,
  writtenManager,
  writtenMove,
  writtenRole,
} from './open-role.js'
import { OpenEntries } from './open-entries.js'
import { RoleOrder } from './role-order.js'
import { RoleRuns } from './role-runs.js'
import { TouchedReferrers } from './touched-referrers.js'
import { namesUnit, UNIT_ATTRIBUTES, unitWithHead } from './unit-references.js'
import { type VersionColumns, versionIn } from './version-columns.js'

/** The most runs of roles in which a role is looked for one by one. */
const MANY_RUNS = 2048

/**
 * An org while changes are applied to it: the org before them, and the roles, units, people and services that they touch.
 * The methods that change it expect that the change is sound. With `undo`, each adds the changes that take it back, the last first.
 */
export class OpenOrg extends OpenEntries {
  /** The org before the changes. */
  readonly before: OrgState
  /** The org whose handles are the nodes: that before the changes or, where it is a version of another one, that. */
  readonly base: OrgState
  /** The version that the org before is, by whose base the nodes are. */
  readonly version: VersionColumns | undefined
  /** The id of a node. */
  readonly idOf = (node: number): string => this.opened.get(node)?.id ?? this.base.columns.ids[node]
  /** Touched roles. */
  readonly opened: Map<number, OpenRole>
  readonly #referring: TouchedReferrers
  readonly inBase: BaseReferrers
  /** The nodes of ids that the changes gave or took away; `undefined` for one that is gone. */
  readonly named = new Map<string, number | undefined>()
  /** The nodes of roles that are gone. */
  readonly gone: Set<number>
  readonly #handles: RoleColumns['handles']
  #nodeCount: number
  #order: RoleRuns | RoleOrder | undefined
  /** Whether the changes placed roles. */
  isPlaced = false

  /** With `isVersion` the changes to a version of an org are changes to that, as those of the version are. */
  constructor(before: OrgState, undo?: Change[], isVersion = false, handles?: RoleColumns['handles']) {
    super(before, undo)
    this.before = before
    this.version = isVersion ? versionIn(before) : undefined
    const { roles } = this.version ?? {}
    this.base = roles?.base ?? before
    this.#handles = handles ?? this.base.columns.handles
    this.inBase = new BaseReferrers(this.base)
    this.opened = new Map(roles?.opened)
    this.gone = new Set(roles?.gone)
    this.#nodeCount = roles?.nodeCount ?? before.columns.count
    this.#order = roles?.places && RoleRuns.of(roles.places)
    this.#referring = new TouchedReferrers(this.opened)
  }

  /** The order of the roles where it is not that of the base. */
  get order(): RoleRuns | RoleOrder | undefined {
    return this.#order
  }

  /** Whether ids, or the order of roles, are not those of the base. */
  get isReordered(): boolean {
    return this.#order !== undefined || this.named.size > 0 || (this.version?.roles.named.size ?? 0) > 0
  }

  /** The number of nodes, of roles that are gone too. */
  get nodeCount(): number {
    return this.#nodeCount
  }

  /** The number of roles. */
  get count(): number {
    return this.nodeCount - this.gone.size
  }

  nodeOf(id: string): number | undefined {
    if (this.named.has(id)) return this.named.get(id)
    const named = this.version?.roles.named
    return named?.has(id) === true ? named.get(id) : this.#handles.get(id)
  }

  *ids(): Generator<string> {
    for (const id of this.version?.eachId() ?? this.base.columns.ids) if (!this.named.has(id)) yield id
    for (const [id, node] of this.named) if (node !== undefined) yield id
  }

  open(node: number): OpenRole {
    let role = this.opened.get(node)
    if (role === undefined) {
      this.opened.set(node, (role = openRole(this.base, node)))
      this.#referring.add(role)
    } else if (this.version?.roles.opened.get(node) === role) {
      // The role of the version stays as it is.
      this.opened.set(node, (role = { ...role, attributes: new Map(role.attributes) }))
    }
    return role
  }

  managerOf(node: number): number {
    return this.opened.get(node)?.manager.to ?? this.base.columns.manager[node]
  }

  /** The solid line of a role, without opening it; the same holds for the next three. */
  solidLineOf(node: number): OpenManager {
    return this.opened.get(node)?.manager ?? managerIn(this.base, node)
  }

  dottedLinesOf(node: number): readonly OpenLine[] {
    return this.opened.get(node)?.dotted ?? linesIn(this.base.columns, node)
  }

  movesOf(node: number): readonly OpenMove[] {
    return this.opened.get(node)?.moves ?? movesIn(this.base.columns, node)
  }

  attributeOf(node: number, name: AttributeName): unknown {
    const role = this.opened.get(node)
    return role === undefined ? this.base.columns.attributes[name]?.[node] : role.attributes.get(name)
  }

  /** The solid reports of a role, by node. */
  reportsOf(node: number): number[] {
    return this.#referrers(node, this.#referring.reportsTo(node), (base) => this.inBase.reportsTo(base))
  }

  /** The roles with a dotted line to a role. */
  dottedTo(node: number): number[] {
    const touched = this.#touched(this.#referring.dotted, ({ dotted }) =>
      dotted.some(({ to }) => to === node),
    )
    return this.#referrers(node, touched, (base) => this.inBase.dottedTo(base))
  }

  /** The roles with a move to a role. */
  movesTo(node: number): number[] {
    const touched = this.#touched(this.#referring.moves, ({ moves }) => moves.some(({ to }) => to === node))
    return this.#referrers(node, touched, (base) => this.inBase.movesTo(base))
  }

  /** The roles that name a unit. */
  membersOf(unit: string): number[] {
    const members: number[] = []
    for (const name of UNIT_ATTRIBUTES) {
      const column: ArrayLike<unknown> = this.base.columns.attributes[name] ?? []
      for (let node = 0; node < column.length; node++) {
        if (column[node] !== undefined && namesUnit(column[node], unit)) members.push(node)
      }
    }
    const isMember = (role: OpenRole): boolean =>
      UNIT_ATTRIBUTES.some((name) => namesUnit(role.attributes.get(name), unit))
    return this.#merged(members, this.#touched(this.opened.keys(), isMember))
  }

  /** The roles that a person holds. */
  heldBy(person: string): number[] {
    const { numbers, roles } = this.base.kept(peopleIndexOf)
    const number = numbers.get(person)
    const held = number === undefined ? [] : [...targetsOf(roles, number)]
    const holds = (role: OpenRole): boolean =>
      holdersIn(role).some((holder) => personOfHolder(holder) === person)
    return this.#merged(held, this.#touched(this.opened.keys(), holds))
  }

  /** The touched roles among some that refer to something. */
  #touched(nodes: Iterable<number>, refers: (role: OpenRole) => boolean): number[] {
    return Array.from(nodes, (node) => this.open(node)).flatMap((role) => (refers(role) ? role.node : []))
  }

  #referrers(node: number, touched: Iterable<number>, inBase: (node: number) => readonly number[]): number[] {
    return this.#merged(node < this.base.columns.count ? inBase(node) : [], touched)
  }

  /** Roles as before unless they are touched, and touched ones, ascending. */
  #merged(inBase: readonly number[], touched: Iterable<number>): number[] {
    const nodes = new Set(inBase.filter((node) => !this.opened.has(node) && !this.gone.has(node)))
    for (const node of touched) if (!this.gone.has(node)) nodes.add(node)
    const places = this.version?.roles.places
    if (places === undefined) return [...nodes].sort((a, b) => a - b)
    const added = this.version?.roles.nodeCount ?? 0
    // In the order that they had before the changes, and new ones last.
    const handleOf = (node: number): number => (node < added ? places.handleOf(node) : node)
    return [...nodes].sort((a, b) => handleOf(a) - handleOf(b))
  }

  /** The id of the next role in order, or `null`. */
  nextOf(node: number): string | null {
    const next = this.#ordered().after(node)
    return next === undefined ? null : this.idOf(next)
  }

  #ordered(): RoleRuns | RoleOrder {
    this.#order ??= RoleRuns.upTo(this.base.columns.count)
    if (this.#order instanceof RoleRuns && this.#order.size > MANY_RUNS)
      this.#order = RoleOrder.of(this.#order.toArray(this.count), this.nodeCount)
    return this.#order
  }

  #placing(): RoleRuns | RoleOrder {
    this.isPlaced = true
    return this.#ordered()
  }

  setManager(role: OpenRole, manager: OpenManager): void {
    const was = writtenManager(role.manager, this.idOf)
    this.undo?.push({ do: 'set-manager', role: role.id, manager: was })
    this.#referring.unlink(role.node, role.manager.to)
    this.#referring.link(role.node, manager.to)
    role.manager = manager
  }

  /** Places a role before another one or last. */
  place(node: number, before: number | undefined): void {
    if (before === node) return
    const order = this.#placing()
    this.undo?.push({ do: 'reorder', role: this.idOf(node), before: this.nextOf(node) })
    order.remove(node)
    order.insert(node, before)
  }

  /** Sets attributes; `undefined` removes one. */
  setAttributes(role: OpenRole, values: ReadonlyMap<AttributeName, unknown>): void {
    if (this.undo !== undefined) {
      const set = Object.fromEntries(
        Array.from(values.keys(), (name) => [name, role.attributes.get(name) ?? null]),
      )
      this.undo.push({ do: 'update-role', role: role.id, set })
    }
    for (const [name, value] of values) {
      if (value === undefined) role.attributes.delete(name)
      else role.attributes.set(name, value)
    }
  }

  addDotted(role: OpenRole, line: OpenLine, at: number): void {
    this.undo?.push({ do: 'remove-dotted-line', role: role.id, manager: this.idOf(line.to) })
    role.dotted = role.dotted.toSpliced(at, 0, line)
    this.#referring.dotted.add(role.node)
  }

  removeDotted(role: OpenRole, at: number): void {
    const { to, facts } = role.dotted[at]
    role.dotted = role.dotted.toSpliced(at, 1)
    this.undo?.push({
      do: 'add-dotted-line',
      role: role.id,
      manager: lineSpec(this.idOf(to), facts),
      ...this.#beforeEdge(role.dotted, at),
    })
  }

  addMove(role: OpenRole, move: OpenMove, at: number): void {
    this.undo?.push({ do: 'remove-move', role: role.id, to: this.idOf(move.to) })
    role.moves = role.moves.toSpliced(at, 0, move)
    this.#referring.moves.add(role.node)
  }

  removeMove(role: OpenRole, at: number): void {
    const move = writtenMove(role.moves[at], this.idOf)
    role.moves = role.moves.toSpliced(at, 1)
    this.undo?.push({ do: 'add-move', role: role.id, move, ...this.#beforeEdge(role.moves, at) })
  }

  #beforeEdge(edges: readonly { readonly to: number }[], at: number): { readonly before?: string } {
    return at < edges.length ? { before: this.idOf(edges[at].to) } : {}
  }

  /** Adds a role without lines and moves, and returns it. */
  addRole(id: string, attributes: Map<AttributeName, unknown>, before: number | undefined): OpenRole {
    const node = this.nodeCount
    this.#placing().insert(node, before)
    this.#nodeCount++
    const role: OpenRole = { node, id, manager: { to: NONE }, dotted: [], moves: [], attributes }
    this.opened.set(node, role)
    this.#referring.add(role)
    this.named.set(id, node)
    const hasHolders = holdersIn(role).length > 0
    this.undo?.push({ do: 'remove-role', role: id, ...(hasHolders && { references: 'remove' }) })
    return role
  }

  /** Removes a role to which nothing refers. */
  removeRole(node: number): void {
    const role = this.open(node)
    if (this.undo !== undefined) {
      const before = this.nextOf(node)
      const spec = writtenRole(role, this.idOf)
      this.undo.push({ do: 'add-role', role: role.id, spec, ...(before !== null && { before }) })
    }
    this.#placing().remove(node)
    this.gone.add(node)
    this.leftIds.add(role.id)
    this.named.set(role.id, undefined)
  }

  /** Takes the last {@link addRole} back, of a role that has no lines and moves again. */
  dropAdded(): void {
    const node = this.nodeCount - 1
    const { id } = this.open(node)
    this.#placing().remove(node)
    this.#nodeCount--
    this.opened.delete(node)
    if (this.base.columns.handles.has(id)) this.named.set(id, undefined)
    else this.named.delete(id)
  }

  /** Takes {@link removeRole} back. */
  restoreRole(node: number, before: number | undefined): void {
    this.#placing().insert(node, before)
    this.gone.delete(node)
    this.named.set(this.idOf(node), node)
  }

  isGone(node: number): boolean {
    return this.gone.has(node)
  }

  /** Gives a role another id, in units and services too. */
  renameRole(role: OpenRole, to: string): void {
    const was = role.id
    this.leftIds.add(was)
    this.undo?.push({ do: 'rename-role', role: to, to: was })
    this.named.set(was, undefined)
    this.named.set(to, role.node)
    role.id = to
    const renamed = new Map<string, Unit>()
    for (const [id, unit] of this.units) renamed.set(id, unitWithHead(unit, was, to))
    this.units = renamed
    this.services = Object.freeze(this.services.map((service) => withRenamed(service, was, to)))
  }

  /** The holders of all roles, in order. */
  *#holders(): Generator<readonly HolderSpec[]> {
    for (const node of this.#order ?? this.base.columns.manager.keys()) {
      yield (this.attributeOf(node, 'holders') ?? []) as readonly HolderSpec[]
    }
  }

  listPeople(): void {
    this.people = namedPeople(this.#holders())
    this.undo?.push({ do: 'unlist-people' })
  }

  unlistPeople(): void {
    const { people } = this
    this.people = undefined
    if (people !== undefined) this.undo?.push(...relisted(people, namedPeople(this.#holders())).reverse())
  }
}

function withRenamed(service: Service, was: string, to: string): Service {
  if (service.from !== was && service.to !== was) return service
  const idOf = (id: string): string => (id === was ? to : id)
  return Object.freeze({ ...service, from: idOf(service.from), to: idOf(service.to) })
}
