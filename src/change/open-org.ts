import { NONE } from '../engine/columns.js'
import { type Edges, reversed, targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { lineSpec } from '../define/spec-of-org.js'
import type { Change } from '../model/change.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import { namedPeople, relisted } from './named-people.js'
import {
  type AttributeName,
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
import { namesUnit, UNIT_ATTRIBUTES, unitWithHead } from './unit-references.js'

/** How many times the managers of all roles are read, before it is worth to list the reports of each. */
const READ = 4

/**
 * An org while changes are applied to it: the org before them, and the roles, units, people and services that they touch.
 * The methods that change it expect that the change is sound. With `undo`, each adds the changes that take it back, the last first.
 */
export class OpenOrg extends OpenEntries {
  readonly base: OrgState
  /** The id of a node. */
  readonly idOf = (node: number): string => this.opened.get(node)?.id ?? this.base.columns.ids[node]
  /** Touched roles. */
  readonly opened = new Map<number, OpenRole>()
  /** The touched roles that report to each node, and those that have had dotted lines or moves. */
  readonly #reports = new Map<number, Set<number>>()
  readonly #dotted = new Set<number>()
  readonly #moves = new Set<number>()
  /** The nodes of ids that are not as before; `undefined` for one that is gone. */
  readonly #nodes = new Map<string, number | undefined>()
  readonly #gone = new Set<number>()
  #added = 0
  #order: RoleOrder | undefined
  #read = 0

  constructor(base: OrgState, undo?: Change[]) {
    super(base, undo)
    this.base = base
  }

  /** The order of the roles where it is not as before. */
  get order(): RoleOrder | undefined {
    return this.#order
  }

  /** Whether ids, or the order of roles, are not as before. */
  get isReordered(): boolean {
    return this.#order !== undefined || this.#nodes.size > 0
  }

  /** The number of nodes, of roles that are gone too. */
  get nodeCount(): number {
    return this.base.columns.count + this.#added
  }

  /** The number of roles. */
  get count(): number {
    return this.nodeCount - this.#gone.size
  }

  nodeOf(id: string): number | undefined {
    return this.#nodes.has(id) ? this.#nodes.get(id) : this.base.columns.handles.get(id)
  }

  *ids(): Generator<string> {
    for (const id of this.base.columns.ids) if (!this.#nodes.has(id)) yield id
    for (const [id, node] of this.#nodes) if (node !== undefined) yield id
  }

  open(node: number): OpenRole {
    let role = this.opened.get(node)
    if (role === undefined) {
      this.opened.set(node, (role = openRole(this.base, node)))
      this.#reportTo(role.manager.to, node)
      if (role.dotted.length > 0) this.#dotted.add(node)
      if (role.moves.length > 0) this.#moves.add(node)
    }
    return role
  }

  #reportTo(manager: number, node: number): void {
    const reports = this.#reports.get(manager)
    if (reports === undefined) this.#reports.set(manager, new Set([node]))
    else reports.add(node)
  }

  managerOf(node: number): number {
    return this.opened.get(node)?.manager.to ?? this.base.columns.manager[node]
  }

  attributeOf(node: number, name: AttributeName): unknown {
    const role = this.opened.get(node)
    return role === undefined ? this.base.columns.attributes[name]?.[node] : role.attributes.get(name)
  }

  /** The solid reports of a role, by node. */
  reportsOf(node: number): number[] {
    return this.#referrers(node, this.#reports.get(node) ?? [], (base) => this.#baseReports(base))
  }

  /** The roles with a dotted line to a role. */
  dottedTo(node: number): number[] {
    const touched = this.#touched(this.#dotted, ({ dotted }) => dotted.some(({ to }) => to === node))
    return this.#referrers(node, touched, (base) => [...targetsOf(this.base.dottedReports, base)])
  }

  /** The roles with a move to a role. */
  movesTo(node: number): number[] {
    const touched = this.#touched(this.#moves, ({ moves }) => moves.some(({ to }) => to === node))
    return this.#referrers(node, touched, (base) => [...targetsOf(this.base.kept(movesReversed), base)])
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

  #referrers(node: number, touched: Iterable<number>, inBase: (node: number) => number[]): number[] {
    return this.#merged(node < this.base.columns.count ? inBase(node) : [], touched)
  }

  /** Roles as before unless they are touched, and touched ones, ascending. */
  #merged(inBase: readonly number[], touched: Iterable<number>): number[] {
    const nodes = new Set(inBase.filter((node) => !this.opened.has(node)))
    for (const node of touched) if (!this.#gone.has(node)) nodes.add(node)
    return [...nodes].sort((a, b) => a - b)
  }

  #baseReports(node: number): number[] {
    const { base } = this
    if (base.madeHierarchy === undefined && ++this.#read <= READ) {
      const { manager } = base.columns
      const reports: number[] = []
      for (let next = manager.indexOf(node); next !== -1; next = manager.indexOf(node, next + 1))
        reports.push(next)
      return reports
    }
    return [...targetsOf(base.hierarchy.reports, node)]
  }

  /** The id of the next role in order, or `null`. */
  nextOf(node: number): string | null {
    const next = this.#ordered().after(node)
    return next === undefined ? null : this.idOf(next)
  }

  #ordered(): RoleOrder {
    return (this.#order ??= new RoleOrder(this.base.columns.count, 16))
  }

  setManager(role: OpenRole, manager: OpenManager): void {
    const was = writtenManager(role.manager, this.idOf)
    this.undo?.push({ do: 'set-manager', role: role.id, manager: was })
    this.#reports.get(role.manager.to)?.delete(role.node)
    this.#reportTo(manager.to, role.node)
    role.manager = manager
  }

  /** Places a role before another one or last. */
  place(node: number, before: number | undefined): void {
    const order = this.#ordered()
    if (before === node) return
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
    this.#dotted.add(role.node)
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
    this.#moves.add(role.node)
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
    this.#ordered().insert(node, before)
    this.#added++
    const role: OpenRole = { node, id, manager: { to: NONE }, dotted: [], moves: [], attributes }
    this.opened.set(node, role)
    this.#reportTo(NONE, node)
    this.#nodes.set(id, node)
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
    this.#ordered().remove(node)
    this.#gone.add(node)
    this.leftIds.add(role.id)
    this.#nodes.set(role.id, undefined)
  }

  /** Takes the last {@link addRole} back, of a role that has no lines and moves again. */
  dropAdded(): void {
    const node = this.nodeCount - 1
    const { id } = this.open(node)
    this.#ordered().remove(node)
    this.#added--
    this.opened.delete(node)
    if (this.base.columns.handles.has(id)) this.#nodes.set(id, undefined)
    else this.#nodes.delete(id)
  }

  /** Takes {@link removeRole} back. */
  restoreRole(node: number, before: number | undefined): void {
    this.#ordered().insert(node, before)
    this.#gone.delete(node)
    this.#nodes.set(this.idOf(node), node)
  }

  isGone(node: number): boolean {
    return this.#gone.has(node)
  }

  /** Gives a role another id, in units and services too. */
  renameRole(role: OpenRole, to: string): void {
    const was = role.id
    this.leftIds.add(was)
    this.undo?.push({ do: 'rename-role', role: to, to: was })
    this.#nodes.set(was, undefined)
    this.#nodes.set(to, role.node)
    role.id = to
    const renamed = new Map<string, Unit>()
    for (const [id, unit] of this.units) renamed.set(id, unitWithHead(unit, was, to))
    this.units = renamed
    this.services = Object.freeze(
      this.services.map((service) =>
        service.from === was || service.to === was
          ? Object.freeze({
              ...service,
              from: service.from === was ? to : service.from,
              to: service.to === was ? to : service.to,
            })
          : service,
      ),
    )
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

/** The reversed moves, for `OrgState.kept`. */
function movesReversed({ columns }: OrgState): Edges {
  return reversed(columns.count, columns.moves)
}

export function holdersIn(role: OpenRole): readonly HolderSpec[] {
  return (role.attributes.get('holders') ?? []) as readonly HolderSpec[]
}
