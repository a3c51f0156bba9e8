import { NONE } from '../engine/columns.js'
import { lineSpec } from '../define/spec-of-org.js'
import type { HolderSpec } from '../model/person.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { namedPeople, relisted } from './named-people.js'
import {
  type AttributeName,
  holdersIn,
  type OpenLine,
  type OpenManager,
  type OpenMove,
  type OpenRole,
  writtenManager,
  writtenMove,
  writtenRole,
} from './open-role.js'
import { RoleOrder } from './role-order.js'
import { RoleRuns } from './role-runs.js'
import { unitWithHead } from './unit-references.js'
import { OpenRoles } from './open-roles.js'

/** The most runs of roles in which a role is looked for one by one. */
const MANY_RUNS = 2048

/**
 * An org while changes are applied to it: the org before them, and the roles, units, people and services that they touch.
 * The methods that change it expect that the change is sound. With `undo`, each adds the changes that take it back, the last first.
 */
export class OpenOrg extends OpenRoles {
  #nodeCount: number
  #order: RoleRuns | RoleOrder | undefined
  /** Whether the changes placed roles. */
  isPlaced = false

  /** Takes what {@link OpenRoles} takes. */
  constructor(...[before, undo, isVersion, known]: ConstructorParameters<typeof OpenRoles>) {
    super(before, undo, isVersion, known)
    const { roles } = this.version ?? {}
    this.#nodeCount = roles?.nodeCount ?? before.columns.count
    this.#order = roles?.places && RoleRuns.of(roles.places)
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
    this.undo?.push({ do: 'set-manager', role: role.id, manager: writtenManager(role.manager, this.idOf) })
    this.referring.unlink(role.node, role.manager.to)
    this.referring.link(role.node, manager.to)
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
    this.referring.dotted.add(role.node)
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
    this.referring.moves.add(role.node)
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
    this.referring.add(role)
    this.named.set(id, node)
    const hasHolders = holdersIn(role).length > 0
    this.undo?.push({ do: 'remove-role', role: id, ...(hasHolders && { references: 'remove' }) })
    return role
  }

  /** Removes a role to which nothing refers. */
  removeRole(node: number): void {
    const id = this.idOf(node)
    if (this.undo !== undefined) {
      const before = this.nextOf(node)
      const spec = writtenRole(this.open(node), this.idOf)
      this.undo.push({ do: 'add-role', role: id, spec, ...(before !== null && { before }) })
    }
    this.#placing().remove(node)
    this.gone.add(node)
    this.leftIds.add(id)
    this.named.set(id, undefined)
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
